"""Database: the SQLite file of a newsroom, opened safely and brought to the current schema."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError

from beleg.record.schema import APPLICATION_ID, SCHEMA
from beleg.terms.refusal import Error

FILE = "record.sqlite"
"""The name of the database in the folder of a newsroom."""

PATIENCE = 10.0
"""Seconds an act waits for another that is being stored before it is refused."""

_MIGRATIONS = Path(__file__).parent / "migrations"


def open_database(folder: Path, *, create: bool) -> Engine:
    """Open the database in `folder`, making folder (0700) and file (0600) first if `create` says so.

    Every transaction of the engine is a reading one unless its connection carries the execution option
    `writing=True`; then it takes the write lock at its start. Writes are on disk when a transaction ends
    (WAL, synchronous=FULL). Raises Error for a folder that cannot be written, a file that is no database or not
    Beleg's, and a schema newer than this version of Beleg.
    """
    path = folder / FILE
    _prepare(path, create=create)
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": PATIENCE})
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin)
    try:
        _migrate(engine, path)
    except DatabaseError as why:
        engine.dispose()
        raise Error(_sentence(path, why)) from None
    except BaseException:  # whatever it was: no connection stays open behind it
        engine.dispose()
        raise
    return engine


def _prepare(path: Path, *, create: bool) -> None:
    if not create and not path.is_file():
        raise Error(f"{path.parent}: no newsroom; there is no {FILE} in it.")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Made by hand because SQLite would make it readable for everybody; its side files follow its mode.
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as why:
        raise Error(f"{path.parent}: cannot be written; {why.strerror}.") from None


def _configure(connection: sqlite3.Connection, _: object) -> None:
    # The driver would start transactions by its own rules; ours begin in `_begin` and nowhere else.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    _write_ahead(connection)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch to WAL once; SQLite does not wait for others here, so we do."""
    until = time.monotonic() + PATIENCE
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as why:
            if "locked" not in str(why) or time.monotonic() > until:
                raise
            time.sleep(0.02)


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _migrate(engine: Engine, path: Path) -> None:
    with engine.begin() as connection:
        if _version(connection, path) == SCHEMA:
            return
    with engine.execution_options(writing=True).begin() as connection:
        version = _version(connection, path)  # again, now that nobody else can be migrating
        if version != SCHEMA:
            _upgrade(connection, path, version)


def _version(connection: Connection, path: Path) -> str:
    """The schema the database is at; empty for a new one."""
    mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    if mark == APPLICATION_ID:
        return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())
    if connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one():
        raise Error(f"{path}: a database, but not of a newsroom.")
    return ""


def _upgrade(connection: Connection, path: Path, version: str) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    known = {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}
    if version and version not in known:
        raise Error(
            f"{path}: written by a newer version of Beleg (schema {version}; this one knows {SCHEMA})."
        )
    command.upgrade(config, "head")


def _sentence(path: Path, why: DatabaseError) -> str:
    reason = str(why.orig)
    if isinstance(why, OperationalError) and "locked" in reason:
        return f"{path}: busy; another act is being stored. Try again."
    if "not a database" in reason:
        return f"{path}: not a database."
    return f"{path}: {reason}."


@contextmanager
def refusals() -> Iterator[None]:
    """Say in one sentence why the database refused."""
    try:
        yield
    except OperationalError as why:
        if "locked" in str(why.orig):
            raise Error("Another act is being stored in this newsroom; try again.") from None
        raise Error(f"The record cannot be read or written: {why.orig}.") from None
    except DatabaseError as why:
        raise Error(f"The record cannot be read or written: {why.orig}.") from None


def sweep(engine: Engine) -> bool:
    """Overwrite what was deleted or replaced: in the database, its free pages and its journal.

    Takes time and space like the whole database. Returns whether all of it is overwritten: it is not while somebody
    reads or writes for longer than `PATIENCE`, and then has to be swept again.
    """
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("VACUUM")  # writes every page anew, without what was deleted
        busy, _, _ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy
    except sqlite3.OperationalError as why:
        if "locked" in str(why):
            return False
        raise Error(f"What was erased cannot be overwritten: {why}.") from None
    finally:
        connection.close()
