"""Real rows with sensible defaults, each made by one `history.change()` as the product makes them.

Every function commits and answers the row; a keyword argument that is not named here is a column's value.
"""

import hashlib
import uuid
from datetime import UTC, datetime
from itertools import count
from typing import Any, TypeVar

from sqlmodel import Session, col, select

from workbench import history
from workbench.domain.anchors import AnchorOutcome
from workbench.domain.captures import CaptureOutcome, CustodyAct
from workbench.domain.evidence import EvidenceKind, SourceKind, Stance
from workbench.domain.links import LinkKind
from workbench.domain.ratings import DEFAULT_SCALE, Confidence, find_scale
from workbench.domain.roles import Role
from workbench.domain.statements import CONTEXT_LENGTH, ClaimKind, Manner
from workbench.domain.status import Origin
from workbench.models import (
    Adjudication,
    Anchor,
    Appearance,
    Article,
    ArticleVersion,
    Attribution,
    BlindRequest,
    BlindVerdict,
    Capture,
    Claim,
    ClaimLink,
    ClaimTag,
    Comment,
    Custody,
    Desk,
    Evidence,
    Followed,
    ForeignVerdict,
    Furniture,
    Reply,
    Report,
    ReportClaim,
    ReportFile,
    ReportPage,
    Review,
    ReviewOutcome,
    Snapshot,
    Source,
    Tracked,
    UsedScale,
    User,
    Verdict,
)

ACTOR = "tests"
NOON = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)
TEXT = (
    "Advertisement\n"
    "Troops are 30 km from the border, the ministry said on Monday.\n"
    "A sabotage unit was destroyed near the river, according to the regional office.\n"
)
QUOTE = "Troops are 30 km from the border"

Row = TypeVar("Row", bound=Tracked)
_logins = count(1)
_pages = count(1)  # each piece of evidence has a page of its own: one page is one origin


def make_user(session: Session, role: Role = Role.CHECKER, **values: Any) -> User:
    """A person without a password (a Credential is untracked; login tests make their own)."""
    login = values.pop("login", None) or f"{role.value}{next(_logins)}"
    return _save(session, User(login=login, role=role, **{"name": login.title(), **values}))


def make_desk(session: Session, **values: Any) -> Desk:
    return _save(session, Desk(**{"name": "Test desk", "default_scale": DEFAULT_SCALE, **values}))


def make_source(session: Session, name: str = "Ministry of Defence", **values: Any) -> Source:
    with history.change(session, by=ACTOR, action="source.created"):
        source = build_source(name, number=history.next_number(session, Source), **values)
        session.add(source)
    return source


def build_source(name: str = "Ministry of Defence", *, number: int, **values: Any) -> Source:
    """Not saved: for use inside a change."""
    defaults = {"name_key": name.casefold(), "kind": SourceKind.ORGANISATION}
    return Source(number=number, name=name, **{**defaults, **values})


def make_article(
    session: Session,
    text: str = TEXT,
    furniture: tuple[tuple[int, int], ...] = (),
    granularity: str = "clause",
    pages: tuple[int, ...] = (),
    **values: Any,
) -> ArticleVersion:
    """An article with one version of these words, on pages that begin at these offsets; answers the version
    (`find_article` gives its article)."""
    received = text.encode()
    with history.change(session, by=ACTOR, action="article.added"):
        article = Article(
            number=history.next_number(session, Article),
            **{"title": "Troops near the border", "added_at": NOON, **values},
        )
        version = ArticleVersion(
            number=history.next_number(session, ArticleVersion),
            article_id=article.id,
            ordinal=1,
            text=text,
            text_sha256=hashlib.sha256(received).hexdigest(),
            language="en",
            received_sha256=hashlib.sha256(received).hexdigest(),
            media_type="text/plain",
            received_at=NOON,
            granularity=granularity,
            pages=list(pages),
        )
        session.add_all([article, version])
        for start, end in furniture:
            session.add(build_furniture(version.id, start, end))
    return version


def build_furniture(article_version_id: uuid.UUID, start: int, end: int) -> Furniture:
    """Not saved: for use inside a change."""
    return Furniture(
        article_version_id=article_version_id,
        start=start,
        end=end,
        reason="advertisement",
        origin=Origin.MACHINE,
    )


def find_article(session: Session, version: ArticleVersion) -> Article:
    return session.exec(select(Article).where(Article.id == version.article_id)).one()


def make_version(session: Session, article: Article, text: str, **values: Any) -> ArticleVersion:
    """The article's next version; no claim is looked for in it."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    last = select(ArticleVersion).where(ArticleVersion.article_id == article.id)
    with history.change(session, by=ACTOR, action="version.added"):
        version = ArticleVersion(
            **{
                "number": history.next_number(session, ArticleVersion),
                "article_id": article.id,
                "ordinal": len(session.exec(last).all()) + 1,
                "text": text,
                "text_sha256": digest,
                "language": "en",
                "received_sha256": digest,
                "media_type": "text/plain",
                "received_at": NOON,
                **values,
            }
        )
        session.add(version)
    return version


def make_claim(
    session: Session,
    article_version: ArticleVersion | None = None,
    quote: str = QUOTE,
    claimant: Source | None = None,
    **values: Any,
) -> Claim:
    """An accepted claim with its appearance at the first place of `quote`, said by `claimant` if any.

    Pass `accepted_at=None, origin=Origin.MACHINE` for a proposal.
    """
    version = article_version or make_article(session)
    start = version.text.index(quote)
    end = start + len(quote)
    with history.change(session, by=ACTOR, action="claim.created"):
        defaults: dict[str, Any] = {
            "number": history.next_number(session, Claim),
            "title": quote[:75],
            "statement": f"{quote}.",
            "origin": Origin.PERSON,
            "kind": ClaimKind.EVENT,
            "accepted_at": NOON,
            "created_at": NOON,
        }
        claim = Claim(**{**defaults, **values})
        appearance = Appearance(
            claim_id=claim.id,
            article_version_id=version.id,
            start=start,
            slices=[[start, end]],
            quote=quote,
            prefix=version.text[max(0, start - CONTEXT_LENGTH) : start],
            suffix=version.text[end : end + CONTEXT_LENGTH],
        )
        session.add_all([claim, appearance])
        if claimant is not None:
            session.add(
                Attribution(
                    appearance_id=appearance.id,
                    position=1,
                    source_id=claimant.id,
                    name=claimant.name,
                    cue="said",
                    manner=Manner.INDIRECT,
                )
            )
    return claim


def find_appearance(session: Session, claim: Claim) -> Appearance:
    """The claim's first appearance."""
    query = select(Appearance).where(Appearance.claim_id == claim.id).order_by(col(Appearance.position))
    return session.exec(query).first() or _missing("appearance")


def make_snapshot(session: Session, content: bytes = b"captured", **values: Any) -> Snapshot:
    """The row alone; the bytes are put into the file store by the test that reads them."""
    digest = hashlib.sha256(content).hexdigest()
    defaults = {"size": len(content), "media_type": "text/plain", "method": "upload", "captured_at": NOON}
    return _save(session, Snapshot(sha256=digest, **{**defaults, **values}))


def make_capture(session: Session, evidence: Evidence | None = None, **values: Any) -> Capture:
    """A visit to the address of the evidence, or of the article with `article_id`, that found its page; its
    files are not in the file store."""
    if evidence is None and "article_id" not in values:
        evidence = make_evidence(session)
    url = evidence.url if evidence else "https://example.org/article"
    defaults: dict[str, Any] = {
        "evidence_id": evidence.id if evidence else None,
        "url": url,
        "final_url": url,
        "status_code": 200,
        "outcome": CaptureOutcome.CAPTURED,
        "tool": "workbench 0",
        "captured_at": NOON,
    }
    return _save(session, Capture(**{**defaults, **values}))


def make_custody(
    session: Session, snapshot: Snapshot | None = None, act: CustodyAct = CustodyAct.COLLECTED
) -> Custody:
    snapshot = snapshot or make_snapshot(session)
    return _save(session, Custody(snapshot_id=snapshot.id, act=act, at=NOON))


def make_anchor(session: Session, appearance: Appearance, version: ArticleVersion, **values: Any) -> Anchor:
    """The appearance's own words found in `version`, in the same place."""
    defaults: dict[str, Any] = {
        "outcome": AnchorOutcome.KEPT,
        "slices": appearance.slices,
        "quote": appearance.quote,
        "decided_at": NOON,
        "taken": True,
    }
    row = Anchor(appearance_id=appearance.id, article_version_id=version.id, **{**defaults, **values})
    return _save(session, row)


def make_reply(session: Session, claim: Claim | None = None, **values: Any) -> Reply:
    claim = claim or make_claim(session)
    defaults: dict[str, Any] = {
        "asked": "The ministry's press office",
        "asked_on": NOON.date(),
        "added_at": NOON,
    }
    return _save(session, Reply(claim_id=claim.id, **{**defaults, **values}))


def make_foreign_verdict(
    session: Session, claim: Claim | None = None, publisher: Source | None = None, **values: Any
) -> ForeignVerdict:
    claim = claim or make_claim(session)
    publisher = publisher or make_source(session, "Fact desk")
    defaults: dict[str, Any] = {
        "url": "https://example.org/check",
        "rating": "Mostly false",
        "added_at": NOON,
    }
    row = ForeignVerdict(claim_id=claim.id, publisher_id=publisher.id, **{**defaults, **values})
    return _save(session, row)


def make_evidence(
    session: Session, claim: Claim | None = None, source: Source | None = None, **values: Any
) -> Evidence:
    claim = claim or make_claim(session)
    source = source or make_source(session)
    defaults: dict[str, Any] = {
        "kind": EvidenceKind.LINK,
        "stance": Stance.SUPPORTS,
        "url": f"https://example.org/report/{next(_pages)}",
        "excerpt": "The front line runs 30 km from the border.",
        "added_at": NOON,
    }
    return _save(session, Evidence(claim_id=claim.id, source_id=source.id, **{**defaults, **values}))


def make_claimant(session: Session, claim: Claim) -> None:
    """An author who stands behind what the claim's article says itself."""
    version = session.get_one(ArticleVersion, find_appearance(session, claim).article_version_id)
    edit(session, find_article(session, version), author="Staff reporter")


def make_ready(session: Session, claim: Claim) -> None:
    """Evidence for and against, and an author who stands behind the article: with a verdict besides, the
    claim can go into review. The claim's own row stays as it is."""
    make_claimant(session, claim)
    for stance in (Stance.SUPPORTS, Stance.REFUTES):
        make_evidence(session, claim, stance=stance)


def make_verdict(
    session: Session,
    claim: Claim | None = None,
    author: User | None = None,
    rating: str = "half-true",
    **values: Any,
) -> Verdict:
    """A verdict in force: the claim's `verdict_id` names it, in the same change."""
    claim = claim or make_claim(session)
    author = author or make_user(session)
    scale = find_scale(values.get("scale", DEFAULT_SCALE))
    label = scale.label(rating)
    defaults: dict[str, Any] = {
        "scale": scale.code,
        "scale_version": scale.version,
        "scale_name": scale.name,
        "rating": rating,
        "rating_text": label.text,
        "rating_definition": label.definition,
        "rating_colour": label.colour,
        "rollup": label.rollup,
        "confidence": Confidence.MEDIUM,
        "reasoning": "One map shows it, another does not.",
        "given_at": NOON,
    }
    verdict = Verdict(claim_id=claim.id, author_id=author.id, **{**defaults, **values})
    with history.change(session, by=str(author.id), action="verdict.given"):
        session.add(verdict)
        claim.verdict_id = verdict.id
        session.add(claim)
    return verdict


def make_review(
    session: Session, verdict: Verdict | None = None, reviewer: User | None = None, **values: Any
) -> Review:
    verdict = verdict or make_verdict(session)
    reviewer = reviewer or make_user(session, Role.REVIEWER)
    review = Review(
        claim_id=verdict.claim_id,
        verdict_id=verdict.id,
        reviewer_id=reviewer.id,
        **{"outcome": ReviewOutcome.SIGNED, "reviewed_at": NOON, **values},
    )
    return _save(session, review)


def make_blind_verdict(
    session: Session,
    claim: Claim | None = None,
    author: User | None = None,
    beside: BlindVerdict | None = None,
    **values: Any,
) -> BlindVerdict:
    """A sealed verdict; with `beside` the second person's."""
    claim = claim or make_claim(session)
    author = author or make_user(session)
    scale = find_scale(DEFAULT_SCALE)
    rating = values.get("rating", "half-true")
    defaults: dict[str, Any] = {
        "beside_id": beside.id if beside else None,
        "scale": scale.code,
        "scale_version": scale.version,
        "rating": rating,
        "rating_text": scale.label(rating).text,
        "confidence": Confidence.MEDIUM,
        "reasoning": "One map shows it, another does not.",
        "given_at": NOON,
    }
    return _save(session, BlindVerdict(claim_id=claim.id, author_id=author.id, **{**defaults, **values}))


def make_blind_request(session: Session, claim: Claim | None = None, **values: Any) -> BlindRequest:
    """A second verdict that is asked for of whoever comes; none is in."""
    claim = claim or make_claim(session)
    asked_by = make_user(session, Role.REVIEWER)
    defaults: dict[str, Any] = {"asked_by_id": asked_by.id, "asked_at": NOON}
    return _save(session, BlindRequest(claim_id=claim.id, **{**defaults, **values}))


def make_adjudication(
    session: Session, verdict: Verdict, first: BlindVerdict, second: BlindVerdict, **values: Any
) -> Adjudication:
    """The verdict in force is what came of the two sealed ones; a reviewer followed the first."""
    reviewer = make_user(session, Role.REVIEWER)
    defaults: dict[str, Any] = {
        "followed": Followed.FIRST,
        "reasoning": "The map is dated.",
        "decided_at": NOON,
    }
    row = Adjudication(
        claim_id=verdict.claim_id,
        first_id=first.id,
        second_id=second.id,
        verdict_id=verdict.id,
        adjudicator_id=reviewer.id,
        **{**defaults, **values},
    )
    return _save(session, row)


def make_used_scale(session: Session, **values: Any) -> UsedScale:
    defaults: dict[str, Any] = {
        "code": "house",
        "scale_version": 1,
        "name": "House scale",
        "body": {"label": []},
        "first_used_at": NOON,
    }
    return _save(session, UsedScale(**{**defaults, **values}))


def make_report_page(session: Session, report: Report, **values: Any) -> ReportPage:
    return _save(session, ReportPage(report_id=report.id, **{"public": True, **values}))


def make_tag(session: Session, claim: Claim | None = None, name: str = "border") -> ClaimTag:
    claim = claim or make_claim(session)
    return _save(session, ClaimTag(claim_id=claim.id, name=name))


def make_link(
    session: Session,
    claim: Claim | None = None,
    other: Claim | None = None,
    kind: LinkKind = LinkKind.DEPENDS,
) -> ClaimLink:
    """`claim` depends on `other`."""
    claim = claim or make_claim(session)
    other = other or make_claim(session)
    return _save(session, ClaimLink(claim_id=claim.id, other_id=other.id, kind=kind, made_at=NOON))


def make_comment(
    session: Session, claim: Claim | None = None, author: User | None = None, **values: Any
) -> Comment:
    claim = claim or make_claim(session)
    author = author or make_user(session)
    defaults: dict[str, Any] = {"words": "Which map is this?", "made_at": NOON}
    return _save(session, Comment(claim_id=claim.id, author_id=author.id, **{**defaults, **values}))


def make_report(session: Session, *claims: Claim, publisher: User | None = None, **values: Any) -> Report:
    """A published report of these claims with one file; the bytes are not in the file store."""
    claims = claims or (make_claim(session),)
    publisher = publisher or make_user(session, Role.REVIEWER)
    digest = hashlib.sha256(b"record").hexdigest()
    with history.change(session, by=str(publisher.id), action="report.published"):
        report = Report(
            number=history.next_number(session, Report),
            published_by_id=publisher.id,
            **{"title": "Verdict report", "record_sha256": digest, "published_at": NOON, **values},
        )
        session.add(report)
        for claim in claims:
            session.add(ReportClaim(report_id=report.id, claim_id=claim.id, claim_version=claim.version))
        session.add(
            ReportFile(
                report_id=report.id, format="json", media_type="application/json", sha256=digest, size=6
            )
        )
    return report


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


def edit(session: Session, row: Tracked, action: str = "row.edited", **values: Any) -> None:
    """One change of one row."""
    with history.change(session, by=ACTOR, action=action):
        for name, value in values.items():
            setattr(row, name, value)
        session.add(row)


def _save(session: Session, row: Row) -> Row:
    with history.change(session, by=ACTOR, action=f"{row.__tablename__}.created"):
        session.add(row)
    return row


def _missing(what: str) -> Any:
    raise LookupError(f"This claim has no {what}.")
