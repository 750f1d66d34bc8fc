"""The language models a newsroom has written down for its desk."""

from decimal import Decimal
from pathlib import Path

import pytest

from beleg.models.configured import configured_models
from beleg.models.endpoint import Kind
from beleg.terms.price import Price
from beleg.terms.refusal import Error

TWO = """
[[model]]
name = "Hausmodell"
model = "auen-7b"
endpoint = "http://127.0.0.1:8080/v1"

[[model]]
model = "fern-2"
endpoint = "https://modell.example"
kind = "anthropic"
key_variable = "FERN_KEY"
price_sent = 0.15
price_written = "0.60"
currency = "EUR"
deadline = 600
"""


def written(folder: Path, text: str) -> Path:
    (folder / "models.toml").write_text(text, "utf-8")
    return folder


def test_without_a_file_there_is_none(tmp_path: Path) -> None:
    assert configured_models(tmp_path) == ()


def test_models_of_the_file(tmp_path: Path) -> None:
    local, far = configured_models(written(tmp_path, TWO))
    assert (local.name, local.model, local.price) == ("Hausmodell", "auen-7b", None)
    assert local.endpoint.on_this_machine and not far.endpoint.on_this_machine
    assert (far.name, far.endpoint.kind, far.deadline) == ("fern-2", Kind.ANTHROPIC, 600)
    assert far.price == Price(sent=Decimal("0.15"), written=Decimal("0.60"), currency="EUR")
    assert far.price.cost(2_000_000, 500_000) == "0.6000"
    assert far.price.cost(1_200, 300) == "0.0004"


def test_the_environment_names_one_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BELEG_MODEL", "probe-1")
    monkeypatch.setenv("BELEG_MODEL_ENDPOINT", "http://127.0.0.1:9/v1")
    first, *rest = configured_models(written(tmp_path, TWO))
    assert (first.name, first.key_variable) == ("probe-1", "BELEG_MODEL_KEY") and len(rest) == 2


def test_a_key_of_the_environment_goes_to_the_model_it_belongs_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BELEG_MODEL_KEY", "sk-nur-ein-beispiel-1")
    monkeypatch.setenv("FERN_KEY", "sk-nur-ein-beispiel-2")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    local, far = configured_models(written(tmp_path, TWO))
    assert local.opened()._key == ""
    assert far.opened()._key == "sk-nur-ein-beispiel-2"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[model]", "no valid TOML"),
        ("name = 'x'", "may stand in it"),
        ("model = 'x'", "may stand in it"),
        ("[[model]]\nmodel = 'x'", "needs “model” and “endpoint”"),
        ("[[model]]\nmodel = 'x'\nendpoint = 'http://a.example'\nkey = 'sk-1'", "never in a file"),
        ("[[model]]\nmodel = 'x'\nendpoint = 'http://a.example'\napi_key = 'sk-1'", "never in a file"),
        ("[[model]]\nmodel = 'x'\nendpoint = 'http://a.example'\ncolour = 'red'", "“colour” is no setting"),
        ("[[model]]\nmodel = 'x'\nendpoint = 'a.example'", "http://"),
        ("[[model]]\nmodel = 7\nendpoint = 'http://a.example'", "have to be text"),
        ("[[model]]\nmodel = 'x'\nendpoint = 'http://a.example'\nkind = 'own'", "“openai” or “anthropic”"),
        ("[[model]]\nmodel = 'x'\nendpoint = 'http://a.example'\nprice_sent = 1", "belong together"),
        (
            "[[model]]\nmodel = 'x'\nendpoint = 'http://a.example'\nprice_sent = 1\nprice_written = 'nan'\ncurrency = 'EUR'",
            "from 0 to",
        ),
        (
            "[[model]]\nmodel = 'x'\nendpoint = 'http://a.example'\nprice_sent = 1\nprice_written = 'viel'\ncurrency = 'EUR'",
            "is a number",
        ),
        (
            "[[model]]\nmodel = 'x'\nendpoint = 'http://a.example'\nprice_sent = 1\nprice_written = 2\ncurrency = 'Euro'",
            "like “EUR”",
        ),
        ("[[model]]\nmodel = 'x'\nendpoint = 'http://a.example'\ndeadline = true", "seconds"),
        ("[[model]]\nmodel = 'x'\nendpoint = 'http://a.example'\n" * 2, "two models"),
    ],
)
def test_a_file_that_says_something_else_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(Error, match=said) as refused:
        configured_models(written(tmp_path, text))
    assert "sk-1" not in str(refused.value)


def test_half_a_model_in_the_environment_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BELEG_MODEL", "probe-1")
    with pytest.raises(Error, match="belong together"):
        configured_models(tmp_path)
