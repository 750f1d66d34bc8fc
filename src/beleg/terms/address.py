"""Address: what counts as an address of the web, for everything that takes one in or prints one."""

import re

_WEB = re.compile(
    r"""(?:https?)://                           # RFC 3986, RFC 9110; in any case
    (?:[^\s/?#@\\]*@)?                          # user information
    (?:(?=[.-]*\w)[\w.-]+ | \[[0-9a-f:.]+\])     # host: a name in any script or IPv4, or IPv6 in brackets
    (?::[0-9]{1,5})?                            # port
    (?:[/?#][^\s\\\x00-\x1f\x7f-\x9f]*)?        # path, query, fragment""",
    re.IGNORECASE | re.VERBOSE,
)


def web_address(words: str) -> str:
    """Return the address in `words` if it is one of the web, else an empty string.

    One of the web names a host after `http://` or `https://` and holds no white space, no control character and
    no backslash; white space around it is dropped, nothing else is changed. Whether anything answers there is not
    asked.
    """
    address = words.strip()
    return address if _WEB.fullmatch(address) else ""
