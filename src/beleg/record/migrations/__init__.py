"""Migrations: the steps that bring a newsroom's database to the current schema, run when it is opened."""
