"""Item: by what names and addresses receivers know an article."""

from urllib.parse import quote, urlsplit
from uuid import UUID, uuid5

from beleg.terms.address import web_address

_NAMESPACE = UUID("5b7a5d0e-6c0b-5f6e-9d1c-3a1f0c7f9b42")
"""Of the names of items, after RFC 9562, 5.5; it is part of every name and never changes."""


def item_id(dossier: str) -> str:
    """Return the name under which an article goes out for good, whatever its version: `urn:uuid:…`.

    It is computed from the id of the dossier, and does not tell it.
    """
    return uuid5(_NAMESPACE, dossier).urn


def manifest_link(address: str) -> str:
    """Return where the page at `address` says its C2PA manifest lies: beside it, under its own name and `.c2pa`.

    Without an address, and for one that ends in a slash, the name is `page.c2pa`, in the folder of the page. Query
    and fragment of an address are no part of it.
    """
    path = address.split("#", 1)[0].split("?", 1)[0]
    scheme, _, rest = path.partition("://")
    if "/" not in rest:
        return f"{scheme}://{rest}/page.c2pa" if rest else "page.c2pa"
    return f"{path}page.c2pa" if path.endswith("/") else f"{path}.c2pa"


def web_uri(address: str) -> str:
    """Return an address of the web in the letters of RFC 3986, as formats ask for it; empty if it is none.

    Letters that are not in ASCII are written as `%C3%A4`, in the name of a host as IDNA has them (`xn--…`).
    """
    address = web_address(address)
    if not address or address.isascii():
        return quote(address, safe=_LEFT_ALONE)
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:  # a host that no name server can be asked for
        return ""
    user = f"{parts.netloc.rpartition('@')[0]}@" if "@" in parts.netloc else ""
    return quote(parts._replace(netloc=f"{user}{host}{port}").geturl(), safe=_LEFT_ALONE)


_LEFT_ALONE = "%:/?#[]@!$&'()*+,;=-._~"
