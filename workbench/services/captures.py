"""Captures of the addresses behind evidence: asked for, made by a job, told on the claim."""

import uuid
from collections.abc import Mapping

from sqlalchemy import Engine
from sqlmodel import Session

from workbench import database, history
from workbench.database import open_session
from workbench.domain.captures import NEWS, CaptureOutcome, CustodyAct
from workbench.domain.circularity import Circle
from workbench.domain.errors import FetchFailed, NotFound, RuleBroken
from workbench.domain.references import format_reference
from workbench.domain.status import Status
from workbench.files import FileStore
from workbench.models import Capture, Claim, Evidence, Job, Snapshot, Source
from workbench.queries.capture_standing import find_kept, find_last, find_waiting_job, read_seen
from workbench.queries.captures import find_compared
from workbench.queries.evidence_weight import weigh_pieces
from workbench.queries.users import name_actor
from workbench.services.custody import note_act
from workbench.services.job_work import Work
from workbench.services.jobs import MOST_ATTEMPTS, add_job
from workbench.services.news import ask_for_look
from workbench.services.snapshots import add_snapshots
from workbench.services.visits import TOOL, Visit, end_badly, visit

CAPTURE_JOB = "capture"
SCHEDULE = "schedule"  # who visits when nobody asked for it just now
DECLINED = "Not to be kept: "
_NEWS_BEGINS = "A page that its evidence rests on"
_CIRCLE_BEGINS = "Evidence that supports it cannot:"


def ask_for_capture(session: Session, evidence: Evidence, *, by: str) -> Job:
    """Inside a change or a scratch: the address of this evidence is to be visited. Hand the job to the queue
    after the commit. Raises RuleBroken for evidence without an address, or when that is asked for already."""
    if not evidence.url:
        raise RuleBroken("This evidence has no link that could be visited.")
    if find_waiting_job(session, evidence.id) is not None:
        raise RuleBroken("Its page is being visited already.")
    return add_job(session, CAPTURE_JOB, evidence.id, by=by, total=1)


def request_capture(engine: Engine, evidence: Evidence, *, by: str) -> Job:
    """The same in a transaction of its own, on demand."""
    with database.scratch(engine) as session:
        return ask_for_capture(session, evidence, by=by)


def decline_capture(session: Session, evidence: Evidence, reason: str) -> None:
    """Inside a change: the page is not to be kept, and why."""
    session.add(
        Capture(
            evidence_id=evidence.id,
            url=evidence.url,
            outcome=CaptureOutcome.REFUSED,
            message=f"{DECLINED}{' '.join(reason.split())}",
            tool=TOOL,
            captured_at=evidence.added_at,
        )
    )


def keep_new_address(session: Session, evidence: Evidence, *, by: str) -> None:
    """Inside a change that gave this evidence another link: that page is kept, too, unless a person said that
    it is not to be. A visit that waits goes to the new address anyway."""
    last = find_last(session, evidence.id)
    declined = last is not None and last.message.startswith(DECLINED)
    if evidence.url and not declined and find_waiting_job(session, evidence.id) is None:
        ask_for_capture(session, evidence, by=by)


def run_capture(work: Work) -> None:
    """The job: visit the evidence's address, and end with what was found as rows. What was planned by the
    schedule before its source was withheld is not visited any more."""
    with open_session(work.engine) as session:
        evidence = session.get_one(Evidence, work.subject_id)
        if work.actor == SCHEDULE and session.get_one(Source, evidence.source_id).withheld:
            return
        kept = find_kept(session, evidence)
        compared = find_compared(session, kept) if kept else None
        claim = session.get_one(Claim, evidence.claim_id)
        about = f"evidence {evidence.id} of {format_reference('C', claim.number)}"
        attempts, who = session.get_one(Job, work.id).attempts, name_actor(session, work.actor)
        before = read_seen(session, kept) if kept else None
        session.commit()  # going out takes long: hold no transaction open meanwhile
        proof = _prove(work.tools.files, compared) if compared else ""
        visitor, robots, url = work.tools.visitor, work.actor == SCHEDULE, evidence.url
        try:
            found = visit(visitor, url, before, who=who, about=about, robots=robots)
        except FetchFailed as error:
            if attempts < MOST_ATTEMPTS:
                raise  # tried again in a while
            found = end_badly(work.tools.files, error, who=who, about=about)
        work.renew()  # somebody may have stopped it meanwhile
        with history.change(session, by=work.actor, action=f"evidence.{found.outcome.value}") as change:
            session.refresh(claim)
            session.refresh(evidence)
            known = _find_circles(session, work.tools.files, evidence)
            record_visit(session, change, found, evidence, url)
            if compared is not None:
                note_act(session, compared, CustodyAct.VERIFIED, change.at, proof)
            session.flush()  # or what was just captured is not looked at
            circles = _find_circles(session, work.tools.files, evidence)
            _tell_claim(session, claim, found, evidence, _name_new(known, circles, evidence))
            work.end(session, change.at)
            if evidence.url != url and evidence.withdrawn_at is None:
                session.flush()  # this visit is over, or it would count as the one that waits
                keep_new_address(session, evidence, by=work.actor)


def record_visit(
    session: Session, change: history.Change, found: Visit, evidence: Evidence, url: str
) -> Capture:
    """Inside a change: the visit to `url` and its files, which are stored already, as rows."""
    capture = Capture(
        evidence_id=evidence.id,
        url=url,
        final_url=found.final_url,
        canonical_url=found.canonical_url,
        status_code=found.status,
        outcome=found.outcome,
        message=found.message,
        words_sha256=found.words_sha256,
        tool=TOOL,
        captured_at=change.at,
    )
    session.add(capture)
    change.subject = capture
    add_snapshots(session, capture, found.pieces, evidence.id)
    return capture


def _prove(files: FileStore, snapshot: Snapshot) -> str:
    """What comes of hashing the kept file that a page is compared with: one link in its chain a visit."""
    try:
        files.check(snapshot.sha256)
    except (NotFound, ValueError) as error:
        return f"Not as collected: {error}"
    return "Hashed again to be compared with the page: as collected."


def _find_circles(session: Session, files: FileStore, evidence: Evidence) -> Mapping[uuid.UUID, Circle]:
    """What of the claim's evidence supports it by the checked article again, as things stand."""
    return weigh_pieces(session, [evidence.claim_id], sight=True, read=files.read).circles


def _name_new(
    known: Mapping[uuid.UUID, Circle], circles: Mapping[uuid.UUID, Circle], evidence: Evidence
) -> str:
    """Why something is the checked article again that was not known as that before the visit: this piece, or
    one that it draws along; empty where nothing is."""
    new = [key for key in circles if key not in known]
    return circles[evidence.id if evidence.id in new else new[0]].reason if new else ""


def _tell_claim(session: Session, claim: Claim, found: Visit, evidence: Evidence, circle: str) -> None:
    """Bring the claim back to those who look after it. No name stands in it: the source may be withheld."""
    if evidence.withdrawn_at or claim.status is Status.WITHDRAWN:
        return
    if found.outcome in NEWS:
        what = "changed since it was kept" if found.outcome is CaptureOutcome.CHANGED else "is gone"
        ask_for_look(session, claim, _NEWS_BEGINS, f"{what}.")
    if circle:
        ask_for_look(session, claim, _CIRCLE_BEGINS, circle)
