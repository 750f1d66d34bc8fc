"""Addresses of the desk itself."""


def local(address: str) -> str:
    """`address` if it is a page of this desk, else the list of dossiers: no sign-in that leads elsewhere."""
    ok = (
        address.startswith("/")
        and not address.startswith("//")
        and "\\" not in address
        and address.isprintable()
    )
    return address if ok else "/"
