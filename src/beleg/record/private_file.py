"""Private file: a secret on the disk, readable by its owner only, there whole or not at all."""

import os
from pathlib import Path


def write_private(path: Path, raw: bytes) -> None:
    """Write a file with mode 0600 and have the disk keep it. One that is there already stays as it is.

    Several processes may write the same file at once: all of them find the first one's. Killed at any moment, it leaves
    the whole file or none, and perhaps a part under another name that begins with this one and a dot. Raises OSError.
    """
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.{os.urandom(4).hex()}")
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(raw)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(unfinished, path)  # fails, unlike renaming, where there is one
    except FileExistsError:
        pass  # another process made one at the same moment; that one counts
    finally:
        unfinished.unlink()
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Have the disk keep the names of the files in `folder`, where the system can."""
    if hasattr(os, "O_DIRECTORY"):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
