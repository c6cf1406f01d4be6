import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.fuzz import read_or_refuse
from workbench.domain.errors import BadInput
from workbench.intake import claim_review, read_finds

REVIEW: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://facts.example/dam",
    "datePublished": "2025-05-14T10:00:00Z",
    "claimReviewed": "The dam was blown up.",
    "author": {"@type": "Organization", "name": "Facts Desk", "url": "https://facts.example"},
    "reviewRating": {"ratingValue": 1, "bestRating": "5", "worstRating": 1, "alternateName": "False"},
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "A. Holt"},
        "datePublished": "2025-05-01",
        "appearance": [{"@type": "CreativeWork", "url": "https://posts.example/1"}],
    },
    "inLanguage": "en",
}


def read(value: Any, name: str = "a.json") -> Any:
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    (found,) = read_finds(name, data)
    return found


def test_a_review_is_a_claim_with_another_desks_verdict() -> None:
    claim = read(REVIEW).claim

    assert (claim.statement, claim.words, claim.claimant) == (
        "The dam was blown up.",
        "The dam was blown up.",
        "A. Holt",
    )
    assert (claim.said_on, claim.url, claim.outlet) == (
        date(2025, 5, 1),
        "https://facts.example/dam",
        "Facts Desk",
    )
    verdict = claim.verdict
    assert (verdict.publisher, verdict.rating, verdict.reviewed_on) == (
        "Facts Desk",
        "False",
        date(2025, 5, 14),
    )
    assert (verdict.rating_value, verdict.best, verdict.worst, verdict.language) == ("1", "5", "1", "en")
    assert "Appeared at: https://posts.example/1" in claim.details
    assert "Rating: False, 1 of 1 to 5" in claim.details


@pytest.mark.parametrize(
    "wrapped",
    [
        [REVIEW],
        {"@graph": [{"@type": "WebPage"}, REVIEW]},
        {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [REVIEW]}]},
        {**REVIEW, "@type": ["Thing", "http://schema.org/ClaimReview"]},
    ],
)
def test_it_is_found_wherever_it_stands(wrapped: Any) -> None:
    assert read(wrapped).claim.statement == "The dam was blown up."


def test_it_is_read_from_a_page_beside_blocks_that_are_broken() -> None:
    page = (
        "<html><script type='application/ld+json'>{broken</script>"
        f"<script type='application/ld+json'>{json.dumps(REVIEW)}</script><p>Words."
    )

    assert read(page.encode()).claim.verdict.rating == "False"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"claimReviewed": " "}, "the claim (claimReviewed)"),
        ({"claimReviewed": 7}, "the claim (claimReviewed)"),
        ({"author": {"url": "https://facts.example"}}, "who reviewed it (author)"),
        ({"reviewRating": {"ratingValue": True}}, "the rating (reviewRating)"),
        ({"url": "javascript:alert(1)"}, "its address (url)"),
    ],
)
def test_one_that_lacks_something_says_what(change: dict[str, Any], message: str) -> None:
    found = read({**REVIEW, **change})

    assert found.claim is None
    assert message in found.problem


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"{}", "holds no ClaimReview"),
        (b"<p>A page about fact-checks", "holds no ClaimReview"),
        (b'{"a": ', "JSON is broken"),
        (b"[" * 200_000, "nests far deeper"),
        (b"", "is empty"),
    ],
)
def test_what_holds_none_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(BadInput, match=message):
        read_finds("a.json", data)


NESTED = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(sorted(REVIEW)), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from([key for key in REVIEW if key != "@type"]), NESTED))
@settings(deadline=None)
def test_any_values_are_read_or_have_their_problem(change: dict[str, Any]) -> None:
    (found,) = claim_review.read_all("a.json", json.dumps({**REVIEW, **change}).encode())

    assert bool(found.claim) != bool(found.problem)


@given(st.binary(max_size=200))
@settings(deadline=None)
def test_any_bytes_are_reviews_or_refused(data: bytes) -> None:
    for content in (data, b"[" + data + b"]", b"<script type='application/ld+json'>" + data):
        read_or_refuse(claim_review.read_all, "a.json", content)
