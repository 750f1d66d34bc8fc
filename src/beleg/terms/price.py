"""Price: what a language model's vendor charges."""

from dataclasses import dataclass
from decimal import Decimal

_MILLION = 1_000_000
_DIGITS = Decimal("0.0001")


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """Prices for a million tokens, sent and written, in one currency (an ISO 4217 code: `EUR`)."""

    sent: Decimal
    written: Decimal
    currency: str

    def cost(self, tokens_in: int, tokens_out: int) -> str:
        """What so many tokens cost, in units of the currency with four decimals: "0.0031"."""
        total = (self.sent * tokens_in + self.written * tokens_out) / _MILLION
        return str(total.quantize(_DIGITS))
