"""What evidence may not be: the checked article again, or a repetition of itself. Asked behind the lock."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from workbench.domain.errors import RuleBroken
from workbench.domain.evidence import Stance
from workbench.domain.independence import makes_circle
from workbench.files import FileStore
from workbench.models import Claim, Evidence
from workbench.queries.evidence import list_evidence
from workbench.queries.evidence_weight import weigh_pieces


def refuse_circle(session: Session, files: FileStore, evidence: Evidence) -> None:
    """Inside the change that writes it. Raises RuleBroken, which undoes the change, for evidence that would
    support its claim by the very article that makes it: by its address or file, by where visits came out and
    what they captured, or by what it repeats."""
    if evidence.stance is not Stance.SUPPORTS:
        return
    session.flush()  # it is weighed with all the others, as it will be on the desk
    weighed = weigh_pieces(session, [evidence.claim_id], sight=True, read=files.read)
    circle = weighed.circles.get(evidence.id)
    if circle is not None:
        raise RuleBroken(circle.reason, field=circle.field)


def refuse_circular(session: Session, files: FileStore, claims: Sequence[Claim], act: str) -> None:
    """Raises RuleBroken where one of these claims is supported by the article that makes it: what was no
    circle when it was added may be one since claims or sources were merged, an article turned out to be a
    copy, or its page was captured. `act` says what can't be done ("signed")."""
    rows = list_evidence(session, [claim.id for claim in claims], sight=True, read=files.read)
    found = {row.evidence.claim_id for row in rows if row.circle is not None}
    if found:
        names = ", ".join(f"C-{claim.number}" for claim in claims if claim.id in found)
        raise RuleBroken(
            f"{names}: evidence that supports it is the checked article again, so it cannot be {act}. "
            "Withdraw that evidence, or let it stand as context."
        )


def refuse_origin(session: Session, evidence: Evidence) -> None:
    """Raises RuleBroken where what it repeats is no evidence of its claim, or in the end repeats it."""
    if evidence.origin_id is None:
        return
    query = select(Evidence.id, Evidence.origin_id).where(col(Evidence.claim_id) == evidence.claim_id)
    chains = {row[0]: row[1] for row in session.exec(query)}
    if evidence.origin_id not in chains:
        raise RuleBroken("Choose another piece of evidence of this claim.", field="origin")
    if makes_circle(evidence.id, evidence.origin_id, chains):
        raise RuleBroken("That one repeats this one: one of the two has to be the first.", field="origin")
