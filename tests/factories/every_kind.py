"""One row of everything."""

from sqlmodel import Session

from tests.factories.articles import make_article
from tests.factories.claims import find_appearance, make_anchor, make_claim, make_comment, make_link, make_tag
from tests.factories.desk import make_desk, make_used_scale
from tests.factories.evidence import (
    make_capture,
    make_custody,
    make_evidence,
    make_foreign_verdict,
    make_reply,
    make_snapshot,
)
from tests.factories.reports import make_report, make_report_page
from tests.factories.rows import NOON
from tests.factories.sources import make_source
from tests.factories.verdicts import (
    make_adjudication,
    make_blind_request,
    make_blind_verdict,
    make_review,
    make_verdict,
)
from workbench.models import (
    Tracked,
)


def make_every_kind(session: Session) -> list[Tracked]:
    """At least one row of each tracked table."""
    make_desk(session)
    version = make_article(session, furniture=((0, 13),))
    claim = make_claim(session, version, claimant=make_source(session))
    evidence = make_evidence(session, claim, snapshot_id=make_snapshot(session).id)
    verdict = make_verdict(session, claim)
    review = make_review(session, verdict)
    first = make_blind_verdict(session, claim)
    second = make_blind_verdict(session, claim, beside=first, rating="false")
    pair = {"first_id": first.id, "second_id": second.id, "opened_at": NOON, "settled_at": NOON}
    request = make_blind_request(session, claim, **pair)
    settled = make_adjudication(session, verdict, first, second)
    sealed = [first, second, request, settled, make_used_scale(session)]
    tag, comment = make_tag(session, claim), make_comment(session, claim, evidence_id=evidence.id)
    link = make_link(session, claim)
    captured = [make_capture(session, evidence), make_custody(session)]
    anchor = make_anchor(session, find_appearance(session, claim), version)
    others = [make_reply(session, claim), make_foreign_verdict(session, claim)]
    report = make_report(session, claim)
    published = [report, make_report_page(session, report)]
    talk = [tag, comment, link]
    return [version, claim, evidence, review, *talk, *captured, anchor, *others, *sealed, *published]
