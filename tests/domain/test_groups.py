"""What shares something with another thing is one with it, and with all that is one with that."""

from workbench.domain.groups import Groups


def test_things_are_alone_until_they_are_joined_and_the_first_stands_for_them() -> None:
    groups = Groups("abcdef")
    for one, other in ("fe", "ed", "ba"):
        groups.join(one, other)
    assert [groups.find(one) for one in "abcdef"] == ["a", "a", "c", "d", "d", "d"]
    groups.join("b", "f")
    groups.join("f", "b")
    assert [groups.find(one) for one in "abcdef"] == ["a", "a", "c", "a", "a", "a"]
    assert groups.find("new") == "new"


def test_long_chains_are_no_harm() -> None:
    groups = Groups(range(5_000))
    for number in range(4_999, 0, -1):
        groups.join(number, number - 1)
    assert {groups.find(number) for number in range(5_000)} == {0}
