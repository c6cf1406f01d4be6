from workbench.intake.address_list import read_addresses


def test_each_line_is_an_address_or_has_its_problem() -> None:
    finds = read_addresses(
        "# mine\nhttps://example.org/1\n\n  http://example.org/2  \nexample.org\nhttps://example.org/1\n"
        f"javascript:alert(1)\nhttps://example.org/{'x' * 2000}\n"
    )

    assert [(find.what[:24], bool(find.problem)) for find in finds] == [
        ("https://example.org/1", False),
        ("http://example.org/2", False),
        ("example.org", True),
        ("https://example.org/1", True),
        ("javascript:alert(1)", True),
        ("https://example.org/xxxx", True),
    ]
    assert finds[3].problem == "Line 6 is the same as line 2."


def test_more_than_a_list_may_hold_are_named() -> None:
    finds = read_addresses("\n".join(f"https://example.org/{number}" for number in range(502)))

    assert [find.url for find in finds if find.problem] == [
        "https://example.org/500",
        "https://example.org/501",
    ]
