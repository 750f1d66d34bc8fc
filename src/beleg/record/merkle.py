"""Merkle: the hash tree of RFC 6962, section 2.1, over leaves that are only ever added.

Nothing here knows where hashes are kept. A *node* is the root of a perfect subtree: `(level, position)` covers the
leaves from `position * 2**level` on, `2**level` of them. A node never changes once its last leaf is there, so every
tree that ever was can be told from the nodes of the newest one.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256

Node = Callable[[int, int], bytes]
"""Gives the hash of the node `(level, position)`, 32 bytes. Asked only for nodes whose leaves are all there."""

EMPTY = sha256().digest()
"""The root of the tree without leaves."""


def leaf_hash(data: bytes) -> bytes:
    """Return the hash of a leaf with this content."""
    return sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of a node over the hashes of its two halves."""
    return sha256(b"\x01" + left + right).digest()


def completed(size: int, leaf: bytes, node: Node) -> Iterator[tuple[int, int, bytes]]:
    """Yield `(level, position, hash)` of every node that the leaf with this hash completes in a tree of `size`.

    The leaf itself comes first; there are as many more as `size` ends with ones in binary, one on average.
    """
    level, position, found = 0, size, leaf
    yield level, position, found
    while position & 1:
        found = node_hash(node(level, position - 1), found)
        level, position = level + 1, position >> 1
        yield level, position, found


def nodes_over(leaves: Iterable[bytes]) -> Iterator[tuple[int, int, bytes]]:
    """Yield `(level, position, hash)` of every node of the tree over leaves with these hashes, as they get complete.

    Keeps no more than log2(size) of them in memory.
    """
    frontier: list[bytes] = []  # the hashes of the perfect subtrees so far, the largest first
    for number, leaf in enumerate(leaves):
        level, position, found = 0, number, leaf
        yield level, position, found
        while position & 1:
            found = node_hash(frontier.pop(), found)
            level, position = level + 1, position >> 1
            yield level, position, found
        frontier.append(found)


def root(size: int, node: Node) -> bytes:
    """Return the root of the tree of the first `size` leaves; asks for at most log2(size) + 1 nodes."""
    return _over(0, size, node) if size else EMPTY


def inclusion(index: int, size: int, node: Node) -> tuple[bytes, ...]:
    """Return the proof that leaf `index` (from 0) is in the tree of `size` (RFC 6962, 2.1.1), lowest hash first.

    Raises ValueError unless `0 <= index < size`.
    """
    if not 0 <= index < size:
        raise ValueError("the leaf is not in the tree")
    path: list[bytes] = []
    low, high = 0, size
    while high - low > 1:
        middle = low + _half(high - low)
        if index < middle:
            path.append(_over(middle, high, node))
            high = middle
        else:
            path.append(_over(low, middle, node))
            low = middle
    return tuple(reversed(path))


def consistency(old: int, new: int, node: Node) -> tuple[bytes, ...]:
    """Return the proof that the tree of `new` leaves begins with the tree of `old` (RFC 6962, 2.1.2).

    Empty for two trees of one size and for an empty old one. Raises ValueError unless `0 <= old <= new`.
    """
    if not 0 <= old <= new:
        raise ValueError("a tree does not begin with a larger one")
    if old in (0, new):
        return ()
    path: list[bytes] = []
    low, high = 0, new
    whole = True  # whether the old tree's part of the range is a tree whose root the verifier knows already
    while old != high:
        middle = low + _half(high - low)
        if old <= middle:
            path.append(_over(middle, high, node))
            high = middle
        else:
            path.append(_over(low, middle, node))
            low, whole = middle, False
    if not whole:
        path.append(_over(low, high, node))
    return tuple(reversed(path))


def root_by_inclusion(index: int, size: int, leaf: bytes, proof: Sequence[bytes]) -> bytes | None:
    """Return the root that a proof of inclusion leads to from the hash of the leaf; None if it cannot be one.

    The steps are those of RFC 9162, 2.1.3.2.
    """
    if not 0 <= index < size or len(proof) > size.bit_length():
        return None
    own, last, found = index, size - 1, leaf
    for step in proof:
        if last == 0:
            return None
        if own & 1 or own == last:
            found = node_hash(step, found)
            while own and not own & 1:
                own, last = own >> 1, last >> 1
        else:
            found = node_hash(found, step)
        own, last = own >> 1, last >> 1
    return found if last == 0 else None


def is_consistent(old: int, old_root: bytes, new: int, new_root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether a proof shows that the tree `new` begins with the tree `old`; the steps of RFC 9162, 2.1.4.2."""
    if old == new:
        return not proof and old_root == new_root
    if old == 0:
        return not proof and old_root == EMPTY
    if not 0 < old < new or not proof or len(proof) > new.bit_length() + 1:
        return False
    steps = list(proof) if old & (old - 1) else [old_root, *proof]
    own, last = old - 1, new - 1
    while own & 1:
        own, last = own >> 1, last >> 1
    before = after = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if own & 1 or own == last:
            before, after = node_hash(step, before), node_hash(step, after)
            while own and not own & 1:
                own, last = own >> 1, last >> 1
        else:
            after = node_hash(after, step)
        own, last = own >> 1, last >> 1
    return last == 0 and before == old_root and after == new_root


def _half(count: int) -> int:
    """The largest power of two smaller than `count` (at least 2): where RFC 6962 splits a tree."""
    return 1 << ((count - 1).bit_length() - 1)


def _over(low: int, high: int, node: Node) -> bytes:
    """The root over the leaves from `low` up to, not including, `high`; `low` is where such a part can begin."""
    parts: list[bytes] = []
    while low < high:
        level = (high - low).bit_length() - 1
        parts.append(node(level, low >> level))
        low += 1 << level
    found = parts.pop()
    while parts:
        found = node_hash(parts.pop(), found)
    return found
