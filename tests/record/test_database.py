import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect

from beleg.record import database
from beleg.record.database import FILE, open_database
from beleg.record.evidence_shown import shown, shown_with_verdict, sight
from beleg.record.schema import SCHEMA, metadata
from beleg.record.store import RecordStore
from beleg.terms.account import Account
from beleg.terms.refusal import Error
from beleg.terms.role import Role
from beleg.terms.sight import Sight


def test_folder_and_file_belong_to_their_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "one" / "newsroom"
    with RecordStore.open(folder):
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.iterdir())}
    assert modes.pop("newsroom") == 0o700
    assert modes.pop(FILE) == 0o600
    assert set(modes.values()) <= {0o600}


def test_the_database_waits_for_the_disk_and_keeps_its_references(tmp_path: Path) -> None:
    engine = open_database(tmp_path, create=True)
    with engine.begin() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    engine.dispose()
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10_000}


def test_the_migrations_make_the_tables_the_code_speaks_of(tmp_path: Path) -> None:
    engine = open_database(tmp_path, create=True)
    found = inspect(engine)
    for name, table in metadata.tables.items():
        columns = {column["name"]: column["nullable"] for column in found.get_columns(name)}
        assert columns == {column.name: column.nullable for column in table.columns}
        assert found.get_pk_constraint(name)["constrained_columns"] == [c.name for c in table.primary_key]
        assert len(found.get_foreign_keys(name)) == len(table.foreign_key_constraints)
    assert set(found.get_table_names()) == {*metadata.tables, "alembic_version"}
    engine.dispose()


def test_the_newest_migration_is_the_one_the_code_speaks_of() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(database.__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_heads() == [SCHEMA]


def test_a_newsroom_from_before_accounts_could_be_closed_is_brought_along(tmp_path: Path) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(database.__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    (tmp_path / FILE).touch(0o600)
    engine = create_engine(f"sqlite:///{tmp_path / FILE}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.exec_driver_sql("INSERT INTO accounts VALUES ('p-1', 'ida', 'Ida', 'Redakteurin', 'hash')")
    engine.dispose()
    with RecordStore.open(tmp_path) as store:
        assert store.accounts() == (Account("p-1", "ida", "Ida", "Redakteurin", closed=False),)
        assert store.sessions_after("p-1") == 0
        store.change_account("p-1", closed=True)
    with RecordStore.open(tmp_path) as again:
        assert [account.closed for account in again.accounts()] == [True]


def test_an_account_from_before_there_were_roles_may_do_every_act_on_an_article(tmp_path: Path) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(database.__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    (tmp_path / FILE).touch(0o600)
    engine = create_engine(f"sqlite:///{tmp_path / FILE}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0004")
        connection.exec_driver_sql(
            "INSERT INTO accounts VALUES ('p-1', 'ida', 'Ida', 'Redakteurin', 'hash', 0, 0)"
        )
    engine.dispose()
    with RecordStore.open(tmp_path) as store:
        assert [account.role for account in store.accounts()] == [Role.DUTY_EDITOR]
        store.change_account("p-1", role=Role.ADMIN)
    with RecordStore.open(tmp_path) as again:
        assert [account.role for account in again.accounts()] == [Role.ADMIN]


def test_evidence_kept_before_sending_was_told_apart_stood_on_a_screen(tmp_path: Path) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(database.__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    (tmp_path / FILE).touch(0o600)
    engine = create_engine(f"sqlite:///{tmp_path / FILE}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0013")
        connection.exec_driver_sql("INSERT INTO evidence_shown VALUES ('p-1', 'd-1', 's', 'e', 0)")
    engine.dispose()
    with RecordStore.open(tmp_path) as store, store.reading() as connection:
        assert shown(connection, "d-1", "p-1") == {("s", "e")}
        assert shown_with_verdict(connection, "d-1", "p-1") == set()
        assert sight(connection, "d-1", "p-1", ("s", "e")) is Sight.DISPLAYED, "nobody knows more of it"


def test_opening_a_current_database_loads_no_alembic(tmp_path: Path) -> None:
    RecordStore.open(tmp_path).close()
    program = (
        "import sys, pathlib; from beleg.record.store import RecordStore; "
        "RecordStore.open(pathlib.Path(sys.argv[1])).close(); sys.exit('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=False)
    assert done.returncode == 0


def test_no_newsroom_is_founded_unasked(tmp_path: Path) -> None:
    with pytest.raises(Error, match=r"nowhere: no newsroom; there is no record\.sqlite in it"):
        RecordStore.open(tmp_path / "nowhere", create=False)
    assert not (tmp_path / "nowhere").exists()


def test_a_newer_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    RecordStore.open(tmp_path).close()
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
    connection.close()
    with pytest.raises(Error, match="written by a newer version of Beleg \\(schema 0999; this one knows"):
        RecordStore.open(tmp_path)


def test_a_foreign_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    with pytest.raises(Error, match="a database, but not of a newsroom"):
        RecordStore.open(tmp_path)
    with sqlite3.connect(tmp_path / FILE) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master").fetchall()
    connection.close()
    assert tables == [("recipes",)]


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"%PDF-1.7 no database at all" * 100)
    with pytest.raises(Error, match=r"record\.sqlite: not a database\.$"):
        RecordStore.open(tmp_path)


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Error, match="file/newsroom: cannot be written; Not a directory"):
        RecordStore.open(tmp_path / "file" / "newsroom")


def test_a_database_that_is_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(Error, match="cannot be written; Is a directory"):
        RecordStore.open(tmp_path)


def test_a_failed_migration_leaves_an_empty_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_MIGRATIONS", tmp_path / "nowhere")
    with pytest.raises(Exception, match="nowhere"):
        RecordStore.open(tmp_path / "newsroom")
    monkeypatch.undo()
    RecordStore.open(tmp_path / "newsroom").close()


def test_a_path_with_signs_that_mean_something_elsewhere(tmp_path: Path) -> None:
    folder = tmp_path / "100% neu? #1 äöü"
    RecordStore.open(folder).close()
    assert (folder / FILE).is_file()
