"""Which IP addresses lie on the open network, and in words why another one may not be dialled.

After IANA's registries of special-purpose addresses, kept here as a table: Python's own `is_global` changed
its mind between patch releases, and what it says of addresses that carry another one inside differs too.
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address

_PRIVATE = "a private network"
_SELF = "this machine itself"
_LINK = "a neighbour on the same wire, where clouds keep their keys"
_GROUP = "a group of machines (multicast)"
_PAPER = "an example in documents, no real machine"
_RESERVED = "a reserved address"
_CARRIER = "the inside of a provider's or a cloud's network"
_WRAPPED = "another address in disguise"

_TABLE: tuple[tuple[str, str], ...] = (
    ("0.0.0.0/8", _SELF),
    ("10.0.0.0/8", _PRIVATE),
    ("100.64.0.0/10", _CARRIER),
    ("127.0.0.0/8", _SELF),
    ("168.63.129.16/32", _CARRIER),  # public by number, but Azure answers it on every machine it hosts
    ("169.254.0.0/16", _LINK),
    ("172.16.0.0/12", _PRIVATE),
    ("192.0.0.0/24", _RESERVED),
    ("192.0.2.0/24", _PAPER),
    ("192.31.196.0/24", _RESERVED),
    ("192.52.193.0/24", _RESERVED),
    ("192.88.99.0/24", _WRAPPED),
    ("192.168.0.0/16", _PRIVATE),
    ("192.175.48.0/24", _RESERVED),
    ("198.18.0.0/15", _PRIVATE),
    ("198.51.100.0/24", _PAPER),
    ("203.0.113.0/24", _PAPER),
    ("224.0.0.0/4", _GROUP),
    ("240.0.0.0/4", _RESERVED),
    ("::/128", _SELF),
    ("::1/128", _SELF),
    ("::ffff:0:0/96", _WRAPPED),  # IPv4-mapped
    ("::/96", _WRAPPED),  # IPv4-compatible
    ("::ffff:0:0:0/96", _WRAPPED),  # IPv4-translated
    ("64:ff9b:1::/48", _WRAPPED),  # NAT64 of a site's own
    ("2001::/32", _WRAPPED),  # Teredo
    ("2001::/23", _RESERVED),
    ("2001:db8::/32", _PAPER),
    ("2002::/16", _WRAPPED),  # 6to4
    ("2620:4f:8000::/48", _RESERVED),
    ("3ffe::/16", _RESERVED),
    ("3fff::/20", _PAPER),
    ("5f00::/16", _RESERVED),
    ("fc00::/7", _PRIVATE),
    ("fe80::/10", _LINK),
    ("fec0::/10", _PRIVATE),  # site-local
    ("ff00::/8", _GROUP),
)
_NETWORKS: tuple[tuple[IPv4Network | IPv6Network, str], ...] = tuple(
    (ip_network(network), words) for network, words in _TABLE
)
_GIVEN_OUT = IPv6Network("2000::/3")  # all of IPv6 that is in use; the rest is reserved
_NAT64 = IPv6Network("64:ff9b::/96")
_ISATAP = frozenset({0x00005EFE, 0x02005EFE})


def find_fault(address: Address) -> str | None:
    """Why this address may not be dialled ("a private network"), None when it is on the open network."""
    if isinstance(address, IPv6Address):
        if address in _NAT64:
            # Where only IPv6 is spoken, every IPv4 site has such an address: what it stands for counts.
            return find_fault(IPv4Address(int(address) & 0xFFFFFFFF))
        if address.scope_id is not None:
            return _LINK
        if (int(address) >> 32) & 0xFFFFFFFF in _ISATAP:
            return _WRAPPED
    named = next((words for network, words in _NETWORKS if address in network), None)
    if named is None and isinstance(address, IPv6Address) and address not in _GIVEN_OUT:
        return _RESERVED
    return named


def is_loopback(address: Address) -> bool:
    """Whether it is 127.0.0.1 or ::1, just these two, which tests may dial by an allowance of their own."""
    return address in (IPv4Address("127.0.0.1"), IPv6Address("::1"))


def read_address(text: str) -> Address | None:
    """The address written in full ("192.0.2.1", "2001:db8::1"), None for a name or an unusual spelling."""
    try:
        return ip_address(text)
    except ValueError:
        return None
