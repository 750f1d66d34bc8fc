"""The hash tree against the definitions of RFC 6962, written down again here as they stand there."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleg.record import merkle

sizes = st.one_of(st.integers(1, 70), st.integers(1, 400))


def _leaves(size: int) -> list[bytes]:
    return [f"leaf {number}".encode() for number in range(size)]


def _root(data: list[bytes]) -> bytes:
    """MTH of section 2.1."""
    if not data:
        return sha256(b"").digest()
    if len(data) == 1:
        return sha256(b"\0" + data[0]).digest()
    k = _split(len(data))
    return sha256(b"\1" + _root(data[:k]) + _root(data[k:])).digest()


def _path(m: int, data: list[bytes]) -> list[bytes]:
    """PATH of section 2.1.1."""
    if len(data) == 1:
        return []
    k = _split(len(data))
    if m < k:
        return [*_path(m, data[:k]), _root(data[k:])]
    return [*_path(m - k, data[k:]), _root(data[:k])]


def _proof(m: int, data: list[bytes], known: bool) -> list[bytes]:
    """SUBPROOF of section 2.1.2."""
    if m == len(data):
        return [] if known else [_root(data)]
    k = _split(len(data))
    if m <= k:
        return [*_proof(m, data[:k], known), _root(data[k:])]
    return [*_proof(m - k, data[k:], False), _root(data[:k])]


def _split(n: int) -> int:
    k = 1
    while k * 2 < n:
        k *= 2
    return k


class Kept:
    """Nodes as they come when leaf after leaf is added."""

    def __init__(self, size: int) -> None:
        self.nodes: dict[tuple[int, int], bytes] = {}
        self.asked = 0
        for number, data in enumerate(_leaves(size)):
            for level, position, digest in list(merkle.completed(number, merkle.leaf_hash(data), self.node)):
                assert (level, position) not in self.nodes, "a node never changes"
                self.nodes[level, position] = digest

    def node(self, level: int, position: int) -> bytes:
        self.asked += 1
        return self.nodes[level, position]


KEPT = Kept(400)


@given(sizes)
def test_the_root_is_the_one_of_the_definition(size: int) -> None:
    asked = KEPT.asked
    assert merkle.root(size, KEPT.node) == _root(_leaves(size))
    assert KEPT.asked - asked == size.bit_count()


def test_the_empty_tree_has_the_root_of_the_definition() -> None:
    assert merkle.root(0, KEPT.node) == merkle.EMPTY == _root([])


@pytest.mark.parametrize("size", range(1, 70))
def test_a_tree_keeps_the_roots_of_its_perfect_parts_and_no_more(size: int) -> None:
    leaves = _leaves(size)
    assert Kept(size).nodes == {
        (level, position): _root(leaves[position << level : (position + 1) << level])
        for level in range(size.bit_length())
        for position in range(size >> level)
    }


@given(st.integers(0, 400))
def test_all_nodes_of_a_tree_come_at_once_too(size: int) -> None:
    found = list(merkle.nodes_over(merkle.leaf_hash(data) for data in _leaves(size)))
    assert {(level, position): digest for level, position, digest in found} == {
        place: digest for place, digest in KEPT.nodes.items() if (place[1] + 1) << place[0] <= size
    }
    assert len(found) == 2 * size - size.bit_count()


@given(sizes, st.data())
def test_inclusion_is_proved_as_defined_and_leads_to_the_root(size: int, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, size - 1))
    leaves = _leaves(size)
    proof = merkle.inclusion(index, size, KEPT.node)
    assert list(proof) == _path(index, leaves)
    leaf = merkle.leaf_hash(leaves[index])
    assert merkle.root_by_inclusion(index, size, leaf, proof) == _root(leaves)


@given(sizes, st.data())
def test_no_other_place_leaf_or_proof_leads_to_the_root(size: int, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, size - 1))
    leaf = merkle.leaf_hash(_leaves(size)[index])
    proof = merkle.inclusion(index, size, KEPT.node)
    root = merkle.root(size, KEPT.node)
    other = data.draw(st.integers(-1, size + 2).filter(lambda number: number != index))
    assert merkle.root_by_inclusion(other, size, leaf, proof) != root
    assert merkle.root_by_inclusion(index, size, merkle.leaf_hash(b"another"), proof) != root
    assert merkle.root_by_inclusion(index, size, leaf, (*proof, leaf)) != root
    if proof:
        which = data.draw(st.integers(0, len(proof) - 1))
        changed = bytes([proof[which][0] ^ 1]) + proof[which][1:]
        assert (
            merkle.root_by_inclusion(index, size, leaf, (*proof[:which], changed, *proof[which + 1 :]))
            != root
        )
        assert merkle.root_by_inclusion(index, size, leaf, proof[:-1]) != root


@given(sizes, st.data())
def test_consistency_is_proved_as_defined_and_holds(new: int, data: st.DataObject) -> None:
    old = data.draw(st.integers(0, new))
    proof = merkle.consistency(old, new, KEPT.node)
    assert list(proof) == (_proof(old, _leaves(new), True) if old else [])
    roots = merkle.root(old, KEPT.node), merkle.root(new, KEPT.node)
    assert merkle.is_consistent(old, roots[0], new, roots[1], proof)


@given(sizes, st.data())
def test_no_other_old_tree_is_consistent(new: int, data: st.DataObject) -> None:
    old = data.draw(st.integers(1, new))  # with the empty tree every tree is consistent
    proof = merkle.consistency(old, new, KEPT.node)
    old_root, new_root = merkle.root(old, KEPT.node), merkle.root(new, KEPT.node)
    false = sha256(b"false").digest()
    assert not merkle.is_consistent(old, false, new, new_root, proof)
    assert not merkle.is_consistent(old, old_root, new, false, proof)
    assert not merkle.is_consistent(old, old_root, new, new_root, (*proof, false))
    other = data.draw(st.integers(-1, new + 2).filter(lambda number: number != old))
    assert not merkle.is_consistent(other, old_root, new, new_root, proof)
    if proof:
        assert not merkle.is_consistent(old, old_root, new, new_root, proof[:-1])
        which = data.draw(st.integers(0, len(proof) - 1))
        changed = (*proof[:which], false, *proof[which + 1 :])
        assert not merkle.is_consistent(old, old_root, new, new_root, changed)


@pytest.mark.parametrize(("index", "size"), [(-1, 3), (3, 3), (0, 0)])
def test_there_is_no_proof_for_a_leaf_outside_the_tree(index: int, size: int) -> None:
    with pytest.raises(ValueError, match="not in the tree"):
        merkle.inclusion(index, size, KEPT.node)


@pytest.mark.parametrize(("old", "new"), [(-1, 3), (4, 3)])
def test_there_is_no_proof_from_a_larger_tree(old: int, new: int) -> None:
    with pytest.raises(ValueError, match="larger one"):
        merkle.consistency(old, new, KEPT.node)


def test_the_roots_that_rfc_6962_implementations_share() -> None:
    """The seven roots over the eight inputs that certificate-transparency-go, Trillian and others test with."""
    inputs = [
        bytes.fromhex(data)
        for data in (
            "",
            "00",
            "10",
            "2021",
            "3031",
            "40414243",
            "5051525354555657",
            "606162636465666768696a6b6c6d6e6f",
        )
    ]
    nodes: dict[tuple[int, int], bytes] = {}

    def node(level: int, position: int) -> bytes:
        return nodes[level, position]

    for number, data in enumerate(inputs):
        for level, position, digest in list(merkle.completed(number, merkle.leaf_hash(data), node)):
            nodes[level, position] = digest
    assert [merkle.root(size, node).hex() for size in (1, 2, 3, 8)] == [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]
