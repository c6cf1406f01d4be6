"""One claim becomes two, and two become one."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from workbench import history
from workbench.domain import slices as cuts
from workbench.domain.anchors import AnchorOutcome
from workbench.domain.errors import RuleBroken
from workbench.domain.people import Person
from workbench.domain.references import format_reference
from workbench.domain.statements import TITLE_LENGTH
from workbench.domain.status import Origin
from workbench.models import Anchor, Appearance, ArticleVersion, Claim, Evidence
from workbench.queries.places import find_newest_place
from workbench.services.acceptance import accept_in_change
from workbench.services.anchoring import carry_late, carry_split
from workbench.services.appearances import copy_attributions, hold_claim, list_places, put_slices
from workbench.services.blind_rules import refuse_asked
from workbench.services.claim_links import flag_dependents
from workbench.services.claim_rules import is_proposal
from workbench.services.claim_status import take_out
from workbench.services.quotes import cut_context, quote_slices


@dataclass(frozen=True, slots=True)
class SplitValues:
    """What becomes of the claim, and of the one split off on `words`. `shared`: both stand on them."""

    title: str
    statement: str
    new_title: str
    new_statement: str
    words: str
    shared: bool = False


def split_claim(session: Session, claim: Claim, values: SplitValues, *, seen: int, by: str) -> Claim:
    """Split a claim in two: the new one takes the words, the claimants and the kind. Evidence and verdict
    stay with the old one. Saving a split proposal accepts both: a person stands behind them.

    Raises StaleEdit, or RuleBroken with its field, also for a signed, sealed or withdrawn claim.
    """
    history.check_version(claim, seen, ("title", "statement"))
    _check_words(values)
    with history.change(session, by=by, action="claim.split") as change:
        hold_claim(session, change, claim, proposals=True, seen=seen)
        cut = _find_cut(session, claim, values.words)
        if is_proposal(claim):
            accept_in_change(session, claim, change.at)
        claim.title, claim.statement = values.title.strip(), values.statement.strip()
        new = _make_claim(session, claim, values, change)
        made = _make_appearance(session, new, cut.place, cut.version, cut.words)
        _share_out(session, cut, made, change.at, shared=values.shared)
        change.reason = (
            f"{format_reference('C', new.number)}, split off {format_reference('C', claim.number)}"
        )
        change.subject = new
    return new


@dataclass(frozen=True, slots=True)
class _Cut:
    """Where the words of the new claim are taken from: a place of the old one in the text it was said in or,
    where `anchor` is given, in the newest text, in which its words are others by now."""

    place: Appearance
    version: ArticleVersion
    words: tuple[int, int]
    anchor: Anchor | None = None


def _find_cut(session: Session, claim: Claim, words: str) -> _Cut:
    places = list_places(session, claim)
    if not places:
        raise RuleBroken("This claim stands on no words that could be shared out.")
    place = places[0]
    said = session.get_one(ArticleVersion, place.article_version_id)
    found = _find_in(place.slices, said, words)
    if len(found) == 1:
        return _Cut(place, said, found[0])
    newest, now = find_newest_place(session, place)
    anchor = now.anchor
    there = _find_in(now.slices, newest, words) if anchor is not None else []
    if len(there) != 1:
        raise RuleBroken(_describe_places(len(found) or len(there)), field="words")
    return _Cut(place, newest, there[0], anchor)


def _share_out(session: Session, cut: _Cut, made: Appearance, at: datetime, *, shared: bool) -> None:
    """What the old claim still stands on: in the text in which the words were found, and in newer ones. A
    claim that would be left without words keeps them all."""
    place, text = cut.place, cut.version.text
    old = [(start, end) for start, end in (cut.anchor or place).slices]
    left = cuts.trim(old, text, *cut.words)
    shared = shared or not left
    if cut.anchor is not None:
        if not shared:
            cut.anchor.slices, cut.anchor.quote = [list(part) for part in left], quote_slices(text, left)
            cut.anchor.outcome, cut.anchor.taken = AnchorOutcome.CHANGED, False
        return
    if not shared:
        put_slices(place, text, left, quote_slices(text, left))
    carry_split(session, place, made, text[slice(*cut.words)], shared=shared, at=at)
    carry_late(session, cut.version, at)


def _find_in(slices: list[list[int]], version: ArticleVersion, words: str) -> list[tuple[int, int]]:
    return cuts.find_words([(start, end) for start, end in slices], version.text, words)


def merge_claims(session: Session, gone: Claim, kept: Claim, *, seen: int, person: Person) -> None:
    """Let `kept` stand for both: the other's appearances and evidence move to it, and the other is
    withdrawn. Its verdicts and its history stay with it, readable.

    Raises StaleEdit, or RuleBroken when one of them is a proposal, withdrawn, signed or sealed, or a second
    verdict is asked for on the one that goes.
    """
    if gone.id == kept.id:
        raise RuleBroken("A claim cannot be merged with itself.", field="other")
    history.check_version(gone, seen, ("status",))
    names = format_reference("C", gone.number), format_reference("C", kept.number)
    with history.change(session, by=person.actor, action="claim.merged") as change:
        change.reason = f"{names[0]} merged into {names[1]}"
        change.subject = gone
        session.refresh(gone)
        history.check_version(gone, seen, ("status",))
        refuse_asked(session, gone)
        hold_claim(session, change, gone)
        hold_claim(session, change, kept)
        _move_places(session, gone, kept)
        for row in session.exec(select(Evidence).where(col(Evidence.claim_id) == gone.id)):
            row.claim_id = kept.id
        flag_dependents(session, gone, f"was merged into {names[1]}")
        take_out(gone, f"merged into {names[1]}")
        gone.merged_into_id = kept.id


def _move_places(session: Session, gone: Claim, kept: Claim) -> None:
    query = select(Appearance).where(col(Appearance.claim_id).in_([gone.id, kept.id]))
    rows = list(session.exec(query.order_by(col(Appearance.position))))
    position = max((row.position for row in rows if row.claim_id == kept.id), default=0)
    for row in rows:
        if row.claim_id == gone.id:
            position += 1
            row.claim_id, row.position = kept.id, position


def _make_claim(session: Session, claim: Claim, values: SplitValues, change: history.Change) -> Claim:
    new = Claim(
        number=history.next_number(session, Claim),
        title=values.new_title.strip(),
        statement=values.new_statement.strip(),
        origin=Origin.PERSON,
        accepted_at=change.at,
        kind=claim.kind,
        assignee_id=claim.assignee_id,
        created_at=change.at,
    )
    session.add(new)
    return new


def _make_appearance(
    session: Session, new: Claim, place: Appearance, version: ArticleVersion, words: tuple[int, int]
) -> Appearance:
    text = version.text
    prefix, suffix = cut_context(text, [words])
    made = Appearance(
        claim_id=new.id,
        article_version_id=version.id,
        start=words[0],
        slices=[list(words)],
        quote=text[words[0] : words[1]],
        prefix=prefix,
        suffix=suffix,
        modality=place.modality,
        said_on=place.said_on,
    )
    session.add(made)
    copy_attributions(session, place, made)
    return made


def _check_words(values: SplitValues) -> None:
    for name in ("title", "statement", "new_title", "new_statement"):
        if not getattr(values, name).strip():
            raise RuleBroken("Both claims need a title and a statement.", field=name)
    for name in ("title", "new_title"):
        if len(getattr(values, name).strip()) > TITLE_LENGTH:
            raise RuleBroken(f"Keep the title within {TITLE_LENGTH} characters.", field=name)


def _describe_places(count: int) -> str:
    if count:
        return "These words stand in the quote more than once. Take a few more of their neighbours."
    return "These words are not in one stretch of the claim's quote. Copy them from it, letter for letter."
