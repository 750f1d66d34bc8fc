"""Reading: sentences and quotations, who said what."""

from beleg.reading.reader import read

__all__ = ["read"]
