"""Every kind of address that is not on the open network is told apart, at the edges of its range too."""

from ipaddress import IPv4Address, IPv6Address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.fetching.addresses import find_fault, is_loopback, read_address

CLOSED = """
0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 168.63.129.16/32 169.254.0.0/16 172.16.0.0/12
192.0.0.0/24 192.0.2.0/24 192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16
192.175.48.0/24 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4
::/96 ::1/128 ::ffff:0:0/96 ::ffff:0:0:0/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16
2620:4f:8000::/48 3ffe::/16 3fff::/20 4000::/3 5f00::/16 8000::/1 fc00::/7 fe80::/10 fec0::/10 ff00::/8
"""
OPEN = """
1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 93.184.216.34 100.63.255.255 100.128.0.0 126.255.255.255
128.0.0.0 172.15.255.255 172.32.0.0 192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0
223.255.255.255 2001:200:: 2001:4860:4860::8888 2003:: 2606:2800:220:1::1 2a00:1450:4001::1
"""


@pytest.mark.parametrize("network", CLOSED.split())
def test_a_closed_range_is_closed_from_its_first_address_to_its_last(network: str) -> None:
    found = ip_network(network)
    assert find_fault(found[0])
    assert find_fault(found[-1])
    assert find_fault(found[found.num_addresses // 2])


@pytest.mark.parametrize("address", OPEN.split())
def test_the_open_network_is_open(address: str) -> None:
    found = read_address(address)
    assert found is not None
    assert find_fault(found) is None


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("127.0.0.1", "this machine itself"),
        ("::1", "this machine itself"),
        ("10.1.2.3", "a private network"),
        ("169.254.169.254", "where clouds keep their keys"),
        ("100.100.100.200", "the inside of a provider's"),
        ("fd00:ec2::254", "a private network"),
        ("fe80::1%eth0", "a neighbour on the same wire"),
        ("2a00::1%eth0", "a neighbour on the same wire"),
        ("::ffff:8.8.8.8", "another address in disguise"),
        ("2002:7f00:1::", "another address in disguise"),
        ("2001:0:7f00:1::", "another address in disguise"),
        ("2a00::5efe:10.0.0.1", "another address in disguise"),
        ("64:ff9b::127.0.0.1", "this machine itself"),
        ("64:ff9b::a00:1", "a private network"),
        ("239.255.255.250", "multicast"),
        ("255.255.255.255", "a reserved address"),
    ],
)
def test_the_reason_names_the_kind(address: str, words: str) -> None:
    found = read_address(address)
    assert found is not None
    assert words in (find_fault(found) or "")


def test_ipv4_behind_nat64_counts_as_what_it_stands_for() -> None:
    """Where only IPv6 is spoken, every IPv4 site is reached so."""
    assert find_fault(IPv6Address("64:ff9b::8.8.8.8")) is None


@given(st.ip_addresses())
def test_nothing_that_python_calls_closed_is_open_here(address: IPv4Address | IPv6Address) -> None:
    if not address.is_global and address not in ip_network("64:ff9b::/96"):
        assert find_fault(address)


@pytest.mark.parametrize("address", ["127.0.0.2", "127.1.0.1", "::2", "::ffff:127.0.0.1", "::"])
def test_the_allowance_of_tests_is_for_two_addresses(address: str) -> None:
    found = read_address(address)
    assert found is not None
    assert not is_loopback(found)
    assert is_loopback(IPv4Address("127.0.0.1"))
    assert is_loopback(IPv6Address("::1"))
