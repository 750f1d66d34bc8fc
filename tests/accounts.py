"""Accounts: those of a newsroom, looked up as the tests know them."""

from beleg.newsroom.house import Newsroom
from beleg.terms.account import Account


def account_called(newsroom: Newsroom, login: str) -> Account | None:
    """The account with this login name, whatever its case, closed or not."""
    found = (one for one in newsroom.accounts() if one.login.casefold() == login.casefold())
    return next(found, None)
