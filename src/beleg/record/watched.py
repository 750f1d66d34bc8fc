"""Watched: what was last seen at the addresses of sources, so that a server is asked for no more than it has to be."""

from dataclasses import asdict, dataclass

from beleg.record.store import RecordStore


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedAddress:
    """An address as it was last seen.

    `etag` and `last_modified` are what the server named its last document by. `compared` says which sources that
    document was compared with, as one hash. Moments are RFC 3339 in UTC, empty where there is none.
    """

    address: str
    etag: str = ""
    last_modified: str = ""
    compared: str = ""
    not_before: str = ""
    """Before this moment it is not asked again."""
    failures: int = 0
    """How often in a row it could not be fetched."""
    missing: int = 0
    """How often in a row there was nothing, or something quite different."""
    missing_since: str = ""


class WatchedAddresses:
    """What is kept of addresses, outside the record: lost, it costs one fetch of everything."""

    def __init__(self, store: RecordStore) -> None:
        self._store = store

    def seen(self, address: str) -> WatchedAddress:
        """Return what was last seen at an address; an empty sighting if it was never looked at."""
        with self._store.act() as act:
            row = act.connection.exec_driver_sql(
                "SELECT * FROM watched_addresses WHERE address = ?", (address,)
            ).one_or_none()
        return WatchedAddress(**row._mapping) if row else WatchedAddress(address=address)

    def keep(self, sighting: WatchedAddress) -> None:
        """Keep what was seen in the place of what was seen before."""
        with self._store.act() as act:
            act.connection.exec_driver_sql(
                "INSERT OR REPLACE INTO watched_addresses "
                "(address, etag, last_modified, compared, not_before, failures, missing, missing_since) "
                "VALUES (:address, :etag, :last_modified, :compared, :not_before, :failures, :missing, :missing_since)",
                asdict(sighting),
            )
