"""Way in: another desk's fact-checks as ClaimReview (schema.org), from a page or a JSON file."""

import json
from collections.abc import Iterator
from typing import Any

import re2

from workbench.domain.arrivals import ClaimDraft, Find, VerdictDraft
from workbench.domain.errors import BadInput
from workbench.intake.encoding import decode_html
from workbench.intake.facts import clean_line, clean_url, read_day
from workbench.intake.file_kinds import check_kind
from workbench.intake.formats import MEGABYTE, VERDICTS, Format
from workbench.intake.html import list_data_blocks
from workbench.intake.text_rules import has_words, unify_newlines

FORMAT = Format(
    name="ClaimReview",
    reads="Another desk's fact-checks (schema.org ClaimReview), in a page or a JSON file",
    gives=VERDICTS,
    extensions=(".json", ".jsonld"),
    most_bytes=25 * MEGABYTE,
)
MOST_REVIEWS = 20_000
_JSON_START = re2.compile(r"^\s*[\[{]")
Json = dict[str, Any]


def read_all(name: str, data: bytes, charset: str = "") -> tuple[Find, ...]:
    """Every ClaimReview in it, in its order. Raises BadInput when there is none."""
    check_kind(name, data)
    source = unify_newlines(decode_html(data, "The file", charset))
    blocks = [source] if _JSON_START.search(source) else list_data_blocks(source)
    reviews = [review for block in blocks for review in _find_reviews(_parse(block, whole=len(blocks) == 1))]
    if not reviews:
        raise BadInput(
            f"“{name[:80]}” holds no ClaimReview. A page of a fact-check often does; a page that only talks "
            "about one does not."
        )
    if len(reviews) > MOST_REVIEWS:
        raise BadInput(f"It holds {len(reviews):,} reviews; at most {MOST_REVIEWS:,} are read at a time.")
    return tuple(_read_review(review, number) for number, review in enumerate(reviews, start=1))


def _parse(block: str, *, whole: bool) -> Any:
    """One block of JSON. A broken one among several tells nothing; the only one is refused with its place."""
    try:
        return json.loads(block, strict=False)
    except RecursionError:
        if whole:
            raise BadInput("The JSON nests far deeper than any fact-check does, so it is not read.") from None
    except ValueError as error:
        if whole:
            raise BadInput(f"The JSON is broken: {clean_line(str(error))}.") from None
    return None


def _find_reviews(value: Any) -> Iterator[Json]:
    """Every object of type ClaimReview, however deep: in a list, a @graph, a DataFeed."""
    waiting = [value]
    while waiting:
        here = waiting.pop()
        if isinstance(here, list):
            waiting.extend(reversed(here))
        elif isinstance(here, dict):
            if "ClaimReview" in _list_types(here):
                yield here
            else:
                waiting.extend(reversed(here.values()))


def _list_types(value: Json) -> list[str]:
    kinds = value.get("@type", value.get("type"))
    names = kinds if isinstance(kinds, list) else [kinds]
    return [name.rpartition("/")[2].rpartition(":")[2] for name in names if isinstance(name, str)]


def _read_review(review: Json, number: int) -> Find:
    statement = _text(review.get("claimReviewed"))
    item = _object(review.get("itemReviewed"))
    rating = _object(review.get("reviewRating"))
    verdict = VerdictDraft(
        publisher=_name(review.get("publisher")) or _name(review.get("author")),
        url=_address(review.get("url"))
        or _address(review.get("@id"))
        or _address(review.get("mainEntityOfPage")),
        rating=_text(rating.get("alternateName"))
        or _text(rating.get("ratingExplanation"))
        or _text(rating.get("name")),
        rating_value=_number(rating.get("ratingValue")),
        best=_number(rating.get("bestRating")),
        worst=_number(rating.get("worstRating")),
        reviewed_on=read_day(review.get("datePublished")) or read_day(review.get("dateModified")),
        language=_text(review.get("inLanguage")),
    )
    what = f"review {number}" + (f" ({verdict.url})" if verdict.url else "")
    problem = _find_problem(statement, verdict)
    if problem:
        return Find(what, url=verdict.url, title=statement, published_on=verdict.reviewed_on, problem=problem)
    claimant = _name(item.get("author")) or _name(_object(item.get("itemReviewed")).get("author"))
    said_on = read_day(item.get("datePublished"))
    claim = ClaimDraft(
        statement=statement,
        words=statement,
        claimant=claimant,
        claimant_is_person="Person" in _list_types(_object(item.get("author"))),
        said_on=said_on,
        url=verdict.url,
        article=_text(review.get("headline")) or _text(review.get("name")),
        outlet=verdict.publisher,
        details=tuple(_tell(verdict, claimant, review, item)),
        verdict=verdict,
    )
    return Find(what, claim=claim, url=verdict.url, title=statement, published_on=verdict.reviewed_on)


def _find_problem(statement: str, verdict: VerdictDraft) -> str:
    missing = [
        words
        for words, there in (
            ("the claim (claimReviewed)", has_words(statement)),
            ("who reviewed it (author)", bool(verdict.publisher)),
            ("the rating (reviewRating)", bool(verdict.rating or verdict.rating_value)),
            ("its address (url)", bool(verdict.url)),
        )
        if not there
    ]
    return f"It does not say {', '.join(missing)}." if missing else ""


def _tell(verdict: VerdictDraft, claimant: str, review: Json, item: Json) -> Iterator[str]:
    """Lines of everything else that the review says, to stand beside the words of the claim."""
    if claimant:
        yield f"Claimant: {claimant}"
    if text := _text(item.get("datePublished")):
        yield f"Said on: {text}"
    for key in ("firstAppearance", "appearance"):
        places = item.get(key)
        for place in places if isinstance(places, list) else [places]:
            address = _address(place) or _address(_object(place).get("@id"))
            if address:
                yield f"Appeared at: {address}"
    number = (
        f"{verdict.rating_value} of {verdict.worst or '?'} to {verdict.best or '?'}"
        if verdict.rating_value
        else ""
    )
    yield "Rating: " + ", ".join(filter(None, (verdict.rating, number)))
    if text := _text(_object(review.get("reviewRating")).get("ratingExplanation")):
        yield f"Explanation: {text}"
    yield f"Reviewed by: {verdict.publisher}"
    if text := _text(review.get("datePublished")):
        yield f"Reviewed on: {text}"
    yield verdict.url


def _object(value: Any) -> Json:
    first = value[0] if isinstance(value, list) and value else value
    return first if isinstance(first, dict) else {}


def _text(value: Any) -> str:
    """A text, or the first of several; a language-tagged value is one, too."""
    if isinstance(value, list):
        return next((text for text in map(_text, value) if text), "")
    return clean_line(value.get("@value") if isinstance(value, dict) else value)


def _name(value: Any) -> str:
    """A name: text, an object with one, or several of these; an address names nobody."""
    values = value if isinstance(value, list) else [value]
    names = (_text(one.get("name")) if isinstance(one, dict) else clean_line(one) for one in values)
    return ", ".join(name for name in names if name and not clean_url(name))


def _address(value: Any) -> str:
    first = value[0] if isinstance(value, list) and value else value
    if isinstance(first, dict):
        return clean_url(first.get("url")) or clean_url(first.get("@id"))
    return clean_url(first)


def _number(value: Any) -> str:
    """A number as text, as it is written there. Booleans and endless numbers are none."""
    if isinstance(value, bool):
        return ""
    if isinstance(value, int | float):
        return str(value) if value == value and abs(value) < 1e15 else ""
    return clean_line(value)[:40]
