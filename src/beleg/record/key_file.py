"""Key file: the newsroom's private key on disk, and how another takes its place without ever leaving none or two.

A rotation writes the new key beside the present one (`NEXT`), stores the event that introduces it, and only then
renames the file. Killed before the event is stored, the newsroom keeps its key and the file beside it means nothing;
killed after it, whoever needs the key next does the renaming. What counts is always what the record says.
"""

from pathlib import Path

from beleg.record.newsroom_key import FILE, NewsroomKey
from beleg.record.private_file import sync_folder
from beleg.terms.refusal import Error

NEXT = f"{FILE}.next"
"""The name of a key file whose key is about to be introduced, or has just been."""


def fitting(folder: Path, public: bytes) -> NewsroomKey:
    """Return the key with this public half from the newsroom's folder, finishing a rotation that was cut short.

    Raises Error, in one sentence, if the file is missing, open to others, no key, or another key.
    """
    path, beside = folder / FILE, folder / NEXT
    for _ in range(2):  # another process may finish the same rotation between two of our looks
        if path.exists() or not beside.exists():
            key = NewsroomKey.read(path)
            if key.public == public:
                return key
        try:
            if NewsroomKey.read(beside).public == public:
                beside.replace(path)
                sync_folder(folder)
        except (Error, FileNotFoundError):
            continue
    raise Error(f"{path}: not the key this newsroom signs with; put the right key file back.")


def lay_beside(folder: Path, key: NewsroomKey) -> None:
    """Write a key beside the present one, in place of one that was never introduced. Hold the record meanwhile."""
    (folder / NEXT).unlink(missing_ok=True)
    key.write(folder / NEXT)


def leftovers(folder: Path) -> tuple[Path, ...]:
    """Return what a founding or a rotation that was cut short has left beside the key file: keys, whole or in part."""
    return tuple(folder.glob(f"{FILE}.*"))


def clear_away(folder: Path, public: bytes) -> None:
    """Finish a rotation that was cut short and take away what others have left; `public` is the key introduced last.

    Does nothing where that key is not to be had: what lies beside might be all there is. Hold the record meanwhile.
    """
    try:
        fitting(folder, public)
    except Error:
        return
    for path in leftovers(folder):
        path.unlink(missing_ok=True)
