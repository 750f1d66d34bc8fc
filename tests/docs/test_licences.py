"""What a newsroom installs is compatible with Apache-2.0, and the page about it is true."""

import re
from importlib.metadata import PackageNotFoundError, metadata

import pytest

from docs.generator.licences import (
    LOCKED_WITH_EXTRAS,
    NOTES,
    PERMISSIVE,
    ROOT,
    WEAK_COPYLEFT,
    extras,
    licences,
    locked,
    scripts,
)

FAMILIES = ("MIT", "BSD", "Apache", "MPL", "PSF", "Python Software Foundation", "GPL", "LGPL")


def test_every_locked_package_has_its_licence_listed_and_no_other() -> None:
    assert set(licences()) == set(locked()).union(*extras().values())


def test_what_an_extra_brings_follows_from_the_lock() -> None:
    found = extras()
    assert {"authlib", "joserfc", "keyring", "secretstorage"} <= found["oidc"].keys()
    assert {"any-llm-sdk", "openai", "httpx2"} <= found["language-models"].keys()
    assert found["learned"].keys() == {"hanta", "numpy", "python-crfsuite"}
    assert not set(locked()) & set().union(*found.values())
    for name in ("pytest", "mypy", "playwright", "mkdocs-material"):
        assert not any(name in brought for brought in found.values())


@pytest.mark.parametrize("name", sorted(licences()))
def test_the_licence_is_one_a_newsroom_can_live_with(name: str) -> None:
    alternatives = [set(choice.split(" AND ")) for choice in licences()[name].split(" OR ")]
    assert any(choice <= PERMISSIVE | WEAK_COPYLEFT for choice in alternatives)
    if not any(choice <= PERMISSIVE for choice in alternatives):
        assert name in NOTES


@pytest.mark.parametrize("name", sorted(licences()))
def test_the_licence_is_the_one_the_package_names_itself(name: str) -> None:
    try:
        said = metadata(name)
    except PackageNotFoundError:
        assert _only_elsewhere(name)
        return
    classifiers = [line for line in said.json.get("classifier", []) if line.startswith("License")]
    words = " ".join(
        [str(said.json.get("license_expression", "")), str(said.json.get("license", ""))[:80], *classifiers]
    )
    named = {family for family in FAMILIES if re.search(rf"\b{family}", words)}
    listed = {family for family in FAMILIES if re.search(rf"\b{family}", licences()[name])}
    assert named, f"{name} does not say its licence"
    assert listed & (named | ({"PSF"} if "Python Software Foundation" in named else set()))


def _only_elsewhere(name: str) -> bool:
    """Whether the lock wants the package only on other machines than this one."""
    lines = LOCKED_WITH_EXTRAS.read_text(encoding="utf-8").splitlines()
    return ";" in next(line for line in lines if line.startswith(f"{name}=="))


def test_what_the_built_script_holds_may_be_shipped() -> None:
    stated = {licence for _, licence in scripts().values()}
    assert "prosemirror-view" in scripts() and "vite" not in scripts()
    assert stated <= PERMISSIVE


def test_the_built_script_goes_out_with_the_licence_of_every_library_in_it() -> None:
    told = (ROOT / "src/beleg/desk/static/built/LICENSES.md").read_text(encoding="utf-8")
    parts = dict(
        re.findall(r"^## (\S+ - \S+ \(.+?\))\n(.*?)(?=^## |\Z)", told, flags=re.MULTILINE | re.DOTALL)
    )
    assert set(parts) == {f"{name} - {version} ({licence})" for name, (version, licence) in scripts().items()}
    for words in parts.values():
        assert "Copyright (C)" in words and "WITHOUT WARRANTY OF ANY KIND" in words
