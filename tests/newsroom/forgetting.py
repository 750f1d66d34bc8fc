"""Forgetting: a newsroom as an older Beleg would have left it, for tests."""

from pathlib import Path

from sqlalchemy import text

from beleg.record.database import open_database


def forget_statements(folder: Path) -> None:
    """Leave the sign-offs of a newsroom without the statements that an older Beleg did not make."""
    engine = open_database(folder, create=False)
    with engine.execution_options(writing=True).begin() as connection:
        guards = connection.execute(
            text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'attachments'")
        ).all()
        for name, _ in guards:
            connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
        connection.exec_driver_sql("DELETE FROM attachments WHERE role = 'statement'")
        for _, guard in guards:
            connection.exec_driver_sql(guard)
    engine.dispose()
