"""Addresses: which places on the network the fetcher does not go to."""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_METADATA = frozenset(
    {ip_address("169.254.169.254"), ip_address("168.63.129.16"), ip_address("fd00:ec2::254")}
)
"""Where cloud providers hand secrets to their machines; the second one lies in a public network."""

_TRANSLATED = (
    IPv6Network("64:ff9b::/96"),
    IPv6Network("64:ff9b:1::/48"),
    IPv6Network("2002::/16"),
    IPv6Network("2001::/32"),
)
"""NAT64 (RFC 6052, RFC 8215), 6to4 (RFC 3056) and Teredo (RFC 4380): an IPv4 address in disguise."""

_PROTOCOLS = (IPv4Network("192.0.0.0/24"), IPv4Network("192.88.99.0/24"))
"""IETF protocol assignments and 6to4 relays, which older versions of `ipaddress` take for public networks."""


def refusal(spelled: str, *, allow_loopback: bool = False) -> str:
    """Why an IP address is not fetched from, for a sentence ("a private network"); empty if it may be.

    Only globally reachable unicast addresses may be (IANA special-purpose registries, as `ipaddress` knows them);
    IPv4-mapped IPv6 addresses are judged by the IPv4 address in them. `allow_loopback` is for tests that run a server
    on this machine.
    """
    try:
        address: IPv4Address | IPv6Address = ip_address(spelled.partition("%")[0])
    except ValueError:
        return "no IP address"
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    if address.is_loopback:
        return "" if allow_loopback else "this machine itself"
    if address in _METADATA:
        return "the metadata service of a cloud provider"
    if address.is_link_local:
        return "a link-local network"
    if address.is_multicast:
        return "a multicast group"
    if address.is_unspecified:
        return "no particular address"
    if isinstance(address, IPv6Address) and (
        address.is_site_local or any(address in net for net in _TRANSLATED)
    ):
        return "a private or translated network"
    if isinstance(address, IPv4Address) and any(address in network for network in _PROTOCOLS):
        return "a private network"
    if address.is_reserved or not address.is_global:
        return "a private network"
    return ""
