"""Libraries that only the learned engine needs, and one sentence where they are missing."""

from importlib import import_module
from types import ModuleType
from typing import Final

from beleg.terms.refusal import Error

_HOW: Final = "pip install 'beleg[learned]'"


def crfsuite() -> ModuleType:
    """python-crfsuite: conditional random fields."""
    return _library("pycrfsuite", "python-crfsuite")


def numpy() -> ModuleType:
    """numpy, for training."""
    return _library("numpy", "numpy")


def hanta() -> ModuleType:
    """HanTa: German parts of speech."""
    return _library("HanTa.HanoverTagger", "HanTa")


def _library(module: str, name: str) -> ModuleType:
    try:
        return import_module(module)
    except ImportError as missing:
        raise Error(
            f"The learned engine needs {name}, which is not installed; get it with `{_HOW}`."
        ) from missing
