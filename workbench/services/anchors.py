"""Writes to anchors: a person says where a claim's words went in a newer version of its article."""

from collections.abc import Sequence
from contextlib import AbstractContextManager

from sqlmodel import Session

from workbench import history
from workbench.domain.anchors import AnchorOutcome
from workbench.domain.errors import RuleBroken
from workbench.domain.references import format_reference
from workbench.domain.status import Status
from workbench.domain.wording import Range, same_words
from workbench.models import Anchor, Appearance, Article, ArticleVersion, Claim
from workbench.queries.articles import get_version
from workbench.queries.places import list_places
from workbench.services.news import ask_for_look
from workbench.services.proposals import add_proposals
from workbench.services.quotes import quote_slices
from workbench.splitting import split
from workbench.splitting.records import Claim as Proposal

DECIDED = "anchor.decided"


def take_place(session: Session, anchor: Anchor, *, seen: int, by: str) -> None:
    """The claim stands where it was found. Raises RuleBroken where nothing was, StaleEdit."""
    history.check_version(anchor, seen)
    if not anchor.slices:
        raise RuleBroken("No place was found for these words. Choose them in the new text.")
    if anchor.decided_at is not None:
        raise RuleBroken("This is decided already.")
    with _deciding(session, anchor, by) as change:
        _settle(session, change, anchor, anchor.outcome, anchor.slices, anchor.quote, taken=True)


def choose_place(session: Session, anchor: Anchor, slices: Sequence[Range], *, seen: int, by: str) -> None:
    """The claim stands on these words of the new text. Raises RuleBroken for slices that are none of it."""
    history.check_version(anchor, seen)
    version = session.get_one(ArticleVersion, anchor.article_version_id)
    quote = quote_slices(version.text, slices)
    said = session.get_one(Appearance, anchor.appearance_id).quote
    outcome = AnchorOutcome.MOVED if same_words(said, quote) else AnchorOutcome.CHANGED
    with _deciding(session, anchor, by) as change:
        _settle(session, change, anchor, outcome, [list(part) for part in slices], quote, taken=False)


def say_gone(session: Session, anchor: Anchor, *, seen: int, by: str) -> int:
    """The claim is not in the new text any more. What was found instead is other words then: they are
    proposed as claims of their own. Returns how many were proposed."""
    history.check_version(anchor, seen)
    version = session.get_one(ArticleVersion, anchor.article_version_id)
    article = session.get_one(Article, version.article_id)
    said_on = version.dated_on or article.published_on
    found = _split_around(version, [(start, end) for start, end in anchor.slices], article)
    with _deciding(session, anchor, by) as change:
        taken = anchor.outcome is AnchorOutcome.GONE
        _settle(session, change, anchor, AnchorOutcome.GONE, [], "", taken=taken)
        return len(add_proposals(session, version, found, at=change.at, said_on=said_on))


def say_all_gone(session: Session, version: ArticleVersion, *, by: str) -> int:
    """Every claim for which nothing was found in the new text is not in it. Returns how many these are."""
    anchors = [
        anchor
        for claim, place in list_places(session, version)
        if (anchor := place.anchor) is not None
        and anchor.decided_at is None
        and not anchor.slices
        and claim.status is not Status.WITHDRAWN
    ]
    if not anchors:
        raise RuleBroken("Nothing of that kind waits any more.")
    with history.change(session, by=by, action=DECIDED) as change:
        for anchor in anchors:
            session.refresh(anchor)
            _settle(session, change, anchor, AnchorOutcome.GONE, [], "", taken=True)
        change.subject = anchors[0]
    return len(anchors)


def open_again(session: Session, anchor: Anchor, *, seen: int, by: str) -> None:
    """What was decided is asked again. Raises RuleBroken for what is not decided, and in an older version."""
    history.check_version(anchor, seen)
    if anchor.decided_at is None:
        raise RuleBroken("This waits for an answer already.")
    with _deciding(session, anchor, by):
        _require_newest(session, session.get_one(ArticleVersion, anchor.article_version_id))
        anchor.decided_at = None
        anchor.taken = False


def _deciding(session: Session, anchor: Anchor, by: str) -> AbstractContextManager[history.Change]:
    reference = format_reference("C", _claim_of(session, anchor).number)
    return history.change(session, by=by, action=DECIDED, reason=reference)


def _settle(
    session: Session,
    change: history.Change,
    anchor: Anchor,
    outcome: AnchorOutcome,
    slices: list[list[int]],
    quote: str,
    *,
    taken: bool,
) -> None:
    """Inside an open change. An accepted claim whose words are others or gone asks for another look."""
    version = session.get_one(ArticleVersion, anchor.article_version_id)
    _require_newest(session, version)
    anchor.outcome = outcome
    anchor.slices = slices
    anchor.quote = quote
    anchor.decided_at = change.at
    anchor.taken = taken
    change.subject = anchor
    words = _LOOK.get(outcome)
    claim = _claim_of(session, anchor)
    if words is not None and claim.accepted_at is not None and claim.status is not Status.WITHDRAWN:
        article = session.get_one(Article, version.article_id)
        beginning = f"{format_reference('A', article.number)}, version {version.ordinal}:"
        session.refresh(claim)
        ask_for_look(session, claim, beginning, words)


def _require_newest(session: Session, version: ArticleVersion) -> None:
    if get_version(session, session.get_one(Article, version.article_id)).id != version.id:
        raise RuleBroken("There is a newer version of the text. Decide it there.")


_LOOK = {
    AnchorOutcome.CHANGED: "the words it stands on were changed.",
    AnchorOutcome.GONE: "the words it stood on are gone.",
}


def _claim_of(session: Session, anchor: Anchor) -> Claim:
    appearance = session.get_one(Appearance, anchor.appearance_id)
    return session.get_one(Claim, appearance.claim_id)


def _split_around(version: ArticleVersion, slices: list[Range], article: Article) -> list[Proposal]:
    """The claims that the splitter finds on these words; the paragraphs around them alone are read."""
    if not slices:
        return []
    text = version.text
    start = text.rfind("\n", 0, slices[0][0]) + 1
    end = text.find("\n", slices[-1][1])
    around = [(0, start), (len(text) if end == -1 else end, len(text))]
    rest = [(a, b) for a, b in around if a < b]
    found = split(text, published_on=article.published_on, furniture=rest, granularity=version.granularity)
    return [
        claim
        for claim in found.claims
        if any(a < stop and begin < b for a, b in claim.slices for begin, stop in slices)
    ]
