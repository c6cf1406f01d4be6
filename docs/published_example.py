"""Ten claims of the demo article signed, published and corrected, for the pictures of what readers get."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from tests import factories
from tests.browser.site import Site
from workbench.app import make_press
from workbench.database import open_session
from workbench.domain.evidence import Stance
from workbench.domain.report_kinds import ReportKind
from workbench.domain.status import Status
from workbench.files import FileStore
from workbench.login.accounts import describe_user
from workbench.models import Appearance, Article, ArticleVersion, Claim, Report, Source, User
from workbench.queries.reports import list_report_files
from workbench.services.press import Press
from workbench.services.reports import ReportValues, publish_report

RATINGS = ("true", "mostly-true", "false", "half-true", "true", "mostly-false", "unverifiable", "false")
TITLE = "What holds of the report from the Vell crossing"
NOTE = (
    "We had counted a brigade twice, under its old and its new name. One crossed the river; the rating of "
    "this claim was too high."
)


@dataclass(frozen=True, slots=True)
class Published:
    """References of the first report, its correction and the claim that was corrected; the PDF of the
    correction."""

    first: str
    correction: str
    claim: str
    pdf: bytes


def publish_example(site: Site) -> Published:
    """Publish ten claims for anybody to read, and correct one of them."""
    files = FileStore(site.installation.settings.files_path)
    press = make_press(files)
    with open_session(site.engine) as session:
        checker, reviewer = (
            session.exec(select(User).where(col(User.login) == login)).one()
            for login in ("checker", "reviewer")
        )
        claims = _choose_claims(session)
        for number, claim in enumerate(claims):
            _judge(session, claim, RATINGS[number % len(RATINGS)], checker, reviewer)
        person = describe_user(reviewer)
        article = session.exec(select(Article).where(col(Article.number) == 1)).one()
        values = ReportValues(TITLE, public=True)
        first = publish_report(session, press, claims, values, person=person, article=article)
        corrected = claims[1]
        factories.edit(session, corrected, status=Status.CHECKING)
        _judge(session, corrected, "mostly-false", checker, reviewer, evidence=False)
        values = ReportValues(TITLE, kind=ReportKind.CORRECTION, note=NOTE)
        second = publish_report(session, press, claims, values, person=person, replaces=first)
        return Published(
            first=f"R-{first.number}",
            correction=f"R-{second.number}",
            claim=f"C-{corrected.number}",
            pdf=_read_pdf(session, press, second),
        )


def _choose_claims(session: Session) -> list[Claim]:
    query = (
        select(Claim)
        .join(Appearance, col(Appearance.claim_id) == col(Claim.id))
        .join(ArticleVersion, col(ArticleVersion.id) == col(Appearance.article_version_id))
        .join(Article, col(Article.id) == col(ArticleVersion.article_id))
        .where(col(Article.number) == 1, col(Claim.status) != Status.WITHDRAWN)
        .order_by(col(Appearance.start))
        .limit(10)
    )
    return list(session.exec(query))


def _judge(
    session: Session, claim: Claim, rating: str, checker: User, reviewer: User, *, evidence: bool = True
) -> None:
    register, survey = _find_sources(session)
    for source, stance, excerpt in (
        (register, Stance.SUPPORTS, "The register of the district names it, with the day and the place."),
        (survey, Stance.REFUTES, "The second survey of the same week found otherwise."),
    ):
        if evidence:
            factories.make_evidence(
                session,
                claim,
                source,
                stance=stance,
                excerpt=excerpt,
                url=f"https://register.example/sheets/{claim.number}/{stance}",
                locator=f"sheet {claim.number}",
                published_on=date(2025, 5, 15),
                accessed_at=factories.NOON,
                credibility=2,
            )
    factories.edit(session, claim, accepted_at=factories.NOON, status=Status.IN_REVIEW)
    verdict = factories.make_verdict(
        session,
        claim,
        checker,
        rating,
        reasoning="The register and the survey were read side by side. Where they differ, the survey was "
        "there on the day and the register was not.",
    )
    factories.make_review(session, verdict, reviewer, comment="Read again.")
    factories.edit(session, claim, status=Status.CHECKED)


def _find_sources(session: Session) -> list[Source]:
    """Two of their own; made with the first claim."""
    found = []
    for name in ("District register", "Valley survey office"):
        known = session.exec(select(Source).where(col(Source.name) == name)).first()
        found.append(known or factories.make_source(session, name, reliability="B"))
    return found


def _read_pdf(session: Session, press: Press, report: Report) -> bytes:
    [made] = [one for one in list_report_files(session, report) if one.format == "pdf"]
    return press.files.read(made.sha256)
