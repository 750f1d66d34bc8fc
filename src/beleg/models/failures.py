"""Failures: why a language model gave no answer, in words that hold neither its key nor a source's."""

from collections.abc import Iterator

from beleg.drafting.proposal import NoProposalError


def _causes(why: BaseException) -> Iterator[BaseException]:
    """An exception and those it was made from."""
    one: BaseException | None = why
    while one is not None:
        yield one
        inner = getattr(one, "original_exception", None)
        one = inner if isinstance(inner, BaseException) and inner is not one else one.__cause__


def status(why: BaseException) -> int:
    """The HTTP status an exception is about; 0 if about none."""
    found = (getattr(one, "status_code", None) for one in _causes(why))
    return next((code for code in found if isinstance(code, int)), 0)


def reason(why: BaseException) -> str:
    """Why there is no answer, as the rest of a sentence about the model."""
    if code := status(why):
        return f"the endpoint refuses the request (HTTP {code})"
    causes = list(_causes(why))
    kinds = [type(one).__name__ for one in causes]
    if any(isinstance(one, NoProposalError) for one in causes):
        return "the answer is too long"  # the client broke it off
    if any("Timeout" in kind for kind in kinds):
        return "the answer did not come in time"
    if any("Connect" in kind or "Protocol" in kind or "ReadError" in kind for kind in kinds):
        return "the endpoint cannot be reached, or the connection broke off"
    return f"no answer that can be read ({kinds[0]})"
