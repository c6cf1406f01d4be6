"""Other names, languages and Wikidata ids of a source."""

import pytest

from workbench.domain.errors import RuleBroken
from workbench.domain.identity import read_aliases, read_languages, read_wikidata


def test_other_names_stand_once_and_never_beside_the_name_itself() -> None:
    typed = ["MoD", " ministry  of defence ", "", "the MOD", "Міноборони", "The Ministry of Defence"]
    assert read_aliases(typed, "Ministry of Defence") == ["MoD", "Міноборони"]
    assert read_aliases([], "Anybody") == []
    for many in (["n" * 301], [f"name {number}" for number in range(51)]):
        with pytest.raises(RuleBroken) as refused:
            read_aliases(many, "Anybody")
        assert refused.value.field == "aliases"


@pytest.mark.parametrize(
    ("typed", "item"),
    [
        ("Q42", "Q42"),
        (" q42 ", "Q42"),
        ("https://www.wikidata.org/wiki/Q7187", "Q7187"),
        ("http://www.wikidata.org/entity/Q7187#sitelinks", "Q7187"),
        ("", ""),
    ],
)
def test_an_item_is_read_from_its_number_or_its_address(typed: str, item: str) -> None:
    assert read_wikidata(typed) == item


@pytest.mark.parametrize(
    "typed", ["42", "Q", "Q0", "Q042", "P31", "https://evil.example/wiki/Q42", "Q42 Q43"]
)
def test_what_is_no_item_is_refused(typed: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        read_wikidata(typed)
    assert refused.value.field == "wikidata_id"


def test_languages_are_tags_in_their_usual_letters() -> None:
    typed = ["EN", " pt-br ", "ZH-hant-tw", "en", "", "sl-rozaj-biske", "crh", "es-419", "de-1901"]
    assert read_languages(typed) == [
        "en",
        "pt-BR",
        "zh-Hant-TW",
        "sl-rozaj-biske",
        "crh",
        "es-419",
        "de-1901",
    ]


@pytest.mark.parametrize(
    "tag", ["English", "e", "xx", "en_GB", "en-", "en--GB", "en-GBR", "українська", "qq-US"]
)
def test_what_is_no_tag_is_refused_by_name(tag: str) -> None:
    with pytest.raises(RuleBroken, match="language tag") as refused:
        read_languages(["en", tag])
    assert tag in str(refused.value)
