"""Writes to claims: accept, dismiss, edit, make from words, move through the work, withdraw, reinstate."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session, col, select

from workbench import history
from workbench.domain.errors import RuleBroken, StaleEdit
from workbench.domain.evidence import SourceKind
from workbench.domain.people import Person
from workbench.domain.statements import SLICE_GAP, TITLE_LENGTH, ClaimKind, Manner
from workbench.domain.status import SIGNED, Facts, Need, Origin, Status, describe_needs, find_transition
from workbench.models import Appearance, ArticleVersion, Attribution, Claim, Source
from workbench.queries.claim_facts import is_claimant_named, load_facts
from workbench.queries.source_names import follow, list_family
from workbench.services.anchoring import carry_late
from workbench.services.claim_links import flag_dependents
from workbench.services.proposals import cut_context
from workbench.services.sources import take_source

NOT_A_CLAIM = "not a claim"
# Which field of the status form a missing thing is told at.
_NOTED = {Need.CLAIMANT: "claimant_unknown", Need.BOTH_SIDES: "one_sided"}


@dataclass(frozen=True, slots=True)
class ClaimValues:
    """What a person may set in the claim form. An empty `claimant` is the article's own voice."""

    title: str
    statement: str
    kind: ClaimKind
    claimant: str = ""
    claimant_kind: SourceKind = SourceKind.ORGANISATION


@dataclass(frozen=True, slots=True)
class Notes:
    """Why something is not there that a verdict should stand on: nobody who is named as the claimant, no
    evidence on one side."""

    claimant_unknown: str = ""
    one_sided: str = ""


def accept_claims(session: Session, claims: Sequence[Claim], *, by: str) -> int:
    """Accept the proposals among these claims; new claimants become sources. Returns how many there were."""
    waiting = [claim for claim in claims if is_proposal(claim)]
    if waiting:
        with history.change(session, by=by, action="claim.accepted") as change:
            for claim in waiting:
                accept_in_change(session, claim, change.at)
    return len(waiting)


def accept_claim(session: Session, claim: Claim, *, seen: int, by: str) -> None:
    """Accept one proposal as the person saw it. Raises StaleEdit, or RuleBroken when it is none."""
    history.check_version(claim, seen, ("status",))
    if not is_proposal(claim):
        raise RuleBroken("This is not a proposal any more.")
    accept_claims(session, [claim], by=by)


def dismiss_claim(session: Session, claim: Claim, *, seen: int, by: str) -> None:
    """Say of a proposal that it is not a claim. Reinstating undoes it."""
    history.check_version(claim, seen, ("status",))
    if not is_proposal(claim):
        raise RuleBroken("Only a proposal can be dismissed; withdraw this claim instead.")
    with history.change(session, by=by, action="claim.dismissed", reason=NOT_A_CLAIM):
        _withdraw(claim, NOT_A_CLAIM)


def dismiss_claims(session: Session, claims: Sequence[Claim], *, by: str) -> int:
    """Say of the proposals among these that they are no claims. Returns how many there were."""
    waiting = [claim for claim in claims if is_proposal(claim)]
    if waiting:
        with history.change(session, by=by, action="claim.dismissed", reason=NOT_A_CLAIM):
            for claim in waiting:
                _withdraw(claim, NOT_A_CLAIM)
    return len(waiting)


def edit_claim(
    session: Session, claim: Claim, values: ClaimValues, *, seen: int, by: str, reason: str = ""
) -> None:
    """Change title, statement, kind and claimant. Saving a proposal accepts it: a person stands behind it.
    A claim in review goes back to checking: its verdict was given on other words.

    Raises StaleEdit, or RuleBroken, also for a signed claim: re-open it first.
    """
    _check_seen(session, claim, seen)
    _check_values(values)
    _refuse_withdrawn(claim)
    refuse_signed(claim)
    with history.change(session, by=by, action="claim.edited", reason=reason) as change:
        claim.title = values.title.strip()
        claim.statement = values.statement.strip()
        claim.kind = values.kind
        # The claimant first: accepting makes sources of the names that are left, not of one just corrected.
        if _set_claimant(session, claim, values, change.at):
            change.touch(claim)
        if is_proposal(claim):
            accept_in_change(session, claim, change.at)
        if claim.status is Status.IN_REVIEW:
            claim.status = Status.CHECKING
        change.subject = claim


def add_claim(
    session: Session,
    version: ArticleVersion,
    slices: Sequence[tuple[int, int]],
    values: ClaimValues,
    *,
    by: str,
) -> Claim:
    """A claim of a person's own from words of the article. Raises RuleBroken for slices outside it."""
    _check_values(values)
    quote = quote_slices(version.text, slices)
    with history.change(session, by=by, action="claim.added") as change:
        claim = Claim(
            number=history.next_number(session, Claim),
            title=values.title.strip(),
            statement=values.statement.strip(),
            origin=Origin.PERSON,
            accepted_at=change.at,
            kind=values.kind,
            created_at=change.at,
        )
        prefix, suffix = cut_context(version.text, slices)
        appearance = Appearance(
            claim_id=claim.id,
            article_version_id=version.id,
            start=slices[0][0],
            slices=[list(part) for part in slices],
            quote=quote,
            prefix=prefix,
            suffix=suffix,
        )
        session.add_all([claim, appearance])
        if values.claimant.strip():
            session.add(_make_attribution(session, appearance, values))
        carry_late(session, version, change.at)
        change.subject = claim
    return claim


def quote_slices(text: str, slices: Sequence[tuple[int, int]]) -> str:
    """The words of ordered, disjoint slices joined by " … ". Raises RuleBroken for anything else."""
    end = 0
    for start, stop in slices:
        if not (end <= start < stop <= len(text)):
            raise RuleBroken("The selected words are not in the article's text.", field="quote")
        end = stop
    quote = SLICE_GAP.join(text[start:stop] for start, stop in slices)
    if not any(character.isalnum() for character in quote):
        raise RuleBroken("Select some words first.", field="quote")
    return quote


def set_status(
    session: Session,
    claim: Claim,
    to: Status,
    *,
    seen: int,
    person: Person,
    reason: str = "",
    notes: Notes | None = None,
) -> None:
    """Move a claim to another status by hand, with notes on what it lacks. Raises RuleBroken that says what
    is missing, NotAllowed or StaleEdit."""
    history.check_version(claim, seen, ("status",))
    notes = notes or Notes(claim.claimant_unknown, claim.one_sided_note)
    facts = load_facts(session, [claim])[claim.id]
    facts = replace(
        facts,
        claimant_known=bool(notes.claimant_unknown.strip()) or is_claimant_named(session, claim),
        one_sided_note=bool(notes.one_sided.strip()),
    )
    _check_step(claim, to, person, facts)
    with history.change(session, by=person.actor, action="claim.status.changed", reason=reason) as change:
        change.subject = claim
        claim.claimant_unknown = notes.claimant_unknown.strip()
        claim.one_sided_note = notes.one_sided.strip()
        _move(session, claim, to)


def set_statuses(session: Session, claims: Sequence[Claim], to: Status, *, person: Person) -> None:
    """Move several claims to another status in one act; if one of them can't go there, none does.

    Raises RuleBroken, which names that claim, or NotAllowed.
    """
    facts = load_facts(session, claims)
    for claim in claims:
        try:
            _check_step(claim, to, person, facts[claim.id])
        except RuleBroken as error:
            raise RuleBroken(f"C-{claim.number}: {error}") from error
    with history.change(session, by=person.actor, action="claim.status.changed"):
        for claim in claims:
            _move(session, claim, to)
            session.add(claim)


def _move(session: Session, claim: Claim, to: Status) -> None:
    if claim.status in SIGNED:
        flag_dependents(session, claim, "was re-opened")
    claim.status = to


def _check_step(claim: Claim, to: Status, person: Person, facts: Facts) -> None:
    require_accepted(claim)
    step = find_transition(claim.status, to)
    if not step.by_hand:
        raise RuleBroken(f"A claim becomes “{to}” by its own action, not by the status form.", field="status")
    person.require(step.permission)
    missing = step.list_missing(facts)
    if missing:
        raise RuleBroken(describe_needs(missing), field=_NOTED.get(missing[0], "status"))


def withdraw_claim(session: Session, claim: Claim, *, reason: str, seen: int, person: Person) -> None:
    """Take a claim out of the work; it stays readable. Raises RuleBroken without a reason."""
    history.check_version(claim, seen, ("status",))
    _refuse_withdrawn(claim)
    step = find_transition(claim.status, Status.WITHDRAWN)
    missing = step.list_missing(Facts(reason=bool(reason.strip())))
    if missing:
        raise RuleBroken(describe_needs(missing), field="reason")
    person.require(step.permission)
    with history.change(session, by=person.actor, action="claim.withdrawn", reason=reason) as change:
        change.subject = claim
        flag_dependents(session, claim, "was withdrawn")
        _withdraw(claim, reason.strip())


def reinstate_claim(session: Session, claim: Claim, *, seen: int, person: Person) -> None:
    """Bring a withdrawn claim back to the status it had; a dismissed proposal waits again."""
    history.check_version(claim, seen, ("status",))
    if claim.status is not Status.WITHDRAWN:
        raise RuleBroken("The claim is not withdrawn.")
    if claim.merged_into_id is not None:
        raise RuleBroken(
            "The claim was merged: its words and evidence are another claim's now. Make a new one."
        )
    back = Status(claim.withdrawn_from or Status.NEW)
    person.require(find_transition(Status.WITHDRAWN, back).permission)
    with history.change(session, by=person.actor, action="claim.reinstated") as change:
        change.subject = claim
        flag_dependents(session, claim, "was reinstated")
        claim.status = back
        claim.withdrawn_from = None
        claim.withdrawn_reason = ""


def is_proposal(claim: Claim) -> bool:
    """Whether the claim is a machine's and still waits for a person."""
    return claim.accepted_at is None and claim.status is not Status.WITHDRAWN


def accept_in_change(session: Session, claim: Claim, at: datetime) -> None:
    """Accept a proposal inside an open change; claimants without a source get one."""
    claim.accepted_at = at
    for attribution in _load_attributions(session, claim):
        if attribution.source_id is None and attribution.name:
            kind = SourceKind.ORGANISATION
            attribution.source_id = take_source(session, attribution.name, kind).id


def _withdraw(claim: Claim, reason: str) -> None:
    claim.withdrawn_from = claim.status.value
    claim.withdrawn_reason = reason
    claim.status = Status.WITHDRAWN


def _load_attributions(session: Session, claim: Claim) -> list[Attribution]:
    query = (
        select(Attribution)
        .join(Appearance, col(Appearance.id) == col(Attribution.appearance_id))
        .where(col(Appearance.claim_id) == claim.id, col(Attribution.withdrawn_at).is_(None))
        .order_by(col(Appearance.position), col(Attribution.position))
    )
    # Asked again here: one withdrawn in this very change is not so in the database yet.
    return [row for row in session.exec(query) if row.withdrawn_at is None]


def _check_seen(session: Session, claim: Claim, seen: int) -> None:
    """Raises StaleEdit that names the claimant, too, who is no column of the claim."""
    try:
        history.check_version(claim, seen, ("title", "statement", "kind"))
    except StaleEdit as stale:
        raise StaleEdit(stale.current, {**stale.now, "claimant": _name_claimant(session, claim)}) from None


def _name_claimant(session: Session, claim: Claim) -> str:
    """The innermost claimant of the first appearance by the source's name, empty for the article's voice."""
    appearance = _first_appearance(session, claim)
    chain = [row for row in _load_attributions(session, claim) if row.appearance_id == appearance.id]
    if not chain or chain[-1].source_id is None:
        return chain[-1].name if chain else ""
    return follow(session, session.get_one(Source, chain[-1].source_id)).name


def _first_appearance(session: Session, claim: Claim) -> Appearance:
    query = (
        select(Appearance)
        .where(col(Appearance.claim_id) == claim.id)
        .order_by(col(Appearance.position))
        .limit(1)
    )
    return session.exec(query).one()


def _set_claimant(session: Session, claim: Claim, values: ClaimValues, at: datetime) -> bool:
    """Make `values.claimant` the innermost claimant of the first appearance. Returns whether it changed."""
    name = " ".join(values.claimant.split())
    appearance = _first_appearance(session, claim)
    chain = [row for row in _load_attributions(session, claim) if row.appearance_id == appearance.id]
    if not chain:
        if name:
            session.add(_make_attribution(session, appearance, values))
        return bool(name)
    if not name:
        for row in chain:
            row.withdrawn_at = at
        return True
    source = take_source(session, name, values.claimant_kind)
    own = chain[-1].source_id
    if own is not None and own in list_family(session, source):
        return False
    chain[-1].source_id, chain[-1].name = source.id, source.name
    return True


def _make_attribution(session: Session, appearance: Appearance, values: ClaimValues) -> Attribution:
    source = take_source(session, values.claimant, values.claimant_kind)
    return Attribution(
        appearance_id=appearance.id,
        position=1,
        source_id=source.id,
        name=source.name,
        manner=Manner.INDIRECT,
    )


def _check_values(values: ClaimValues) -> None:
    if not values.title.strip():
        raise RuleBroken("Give the claim a title.", field="title")
    if len(values.title.strip()) > TITLE_LENGTH:
        raise RuleBroken(f"Keep the title within {TITLE_LENGTH} characters.", field="title")
    if not values.statement.strip():
        raise RuleBroken("Write the statement that is to be checked.", field="statement")


def _refuse_withdrawn(claim: Claim) -> None:
    if claim.status is Status.WITHDRAWN:
        raise RuleBroken("The claim is withdrawn. Reinstate it first.")


def refuse_signed(claim: Claim) -> None:
    """Nothing under a signature changes. Raises RuleBroken for a checked or published claim."""
    if claim.status in SIGNED:
        raise RuleBroken(f"The claim is {claim.status}. Re-open it first: move it to checking.")


def require_accepted(claim: Claim) -> None:
    if claim.accepted_at is None:
        raise RuleBroken("Accept the claim first.")
    _refuse_withdrawn(claim)
