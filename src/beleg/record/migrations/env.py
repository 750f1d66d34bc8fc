"""Alembic's entry into the migrations: runs them on the connection that `beleg.record.database` hands over."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
# The caller's transaction holds the write lock and commits; the steps happen all or not at all.
context.run_migrations()
