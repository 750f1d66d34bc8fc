"""Style file: house style from a TOML file named on the command line."""

from pathlib import Path

from beleg.terms.house_style import HouseStyle
from beleg.terms.refusal import Error


def house_style(path: str) -> HouseStyle:
    """Read a style sheet. Raises Error for a file that cannot be read, and as `beleg.style_sheet.read_style` does."""
    from beleg.style_sheet import read_style

    try:
        text = Path(path).read_text("utf-8")
    except OSError as why:
        raise Error(f"{path}: cannot be read; {why.strerror}.") from None
    except UnicodeDecodeError:
        raise Error(f"{path}: no text in UTF-8.") from None
    return read_style(text)
