"""What the demo desk shows: an invented article with a few claims on their way, made as people make them.

Words and findings are in db/seeds; everything goes through the services, so the history is a real one.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Engine
from sqlmodel import Session

from workbench import database, history
from workbench.domain.evidence import EvidenceKind, SourceKind, Stance
from workbench.domain.fetched import Answer, Exchange
from workbench.domain.people import Person
from workbench.domain.ratings import DEFAULT_SCALE, Confidence, find_scale
from workbench.domain.roles import Role
from workbench.domain.status import Status
from workbench.files import FileStore
from workbench.intake import read_file
from workbench.login.accounts import describe_user
from workbench.models import Article, Claim
from workbench.paths import DB
from workbench.queries.articles import get_version
from workbench.queries.claims import list_article_claims
from workbench.queries.users import find_user
from workbench.services.acceptance import accept_claim
from workbench.services.article_versions import add_version
from workbench.services.article_visits import Visit
from workbench.services.articles import ArticleValues, add_article
from workbench.services.claim_steps import Notes, set_status
from workbench.services.desk import DeskValues, ensure_desk, save_settings
from workbench.services.evidence import EvidenceValues, add_evidence
from workbench.services.users import add_user
from workbench.services.verdict_values import VerdictValues
from workbench.services.verdicts import give_verdict, sign_verdict

SEEDS = DB / "seeds"
ARTICLE = "demo_article.txt"
NOTICES = ("demo_notice.txt", "demo_notice_edited.txt")  # before and after its outlet's edit
INVENTED_ADDRESS = "192.0.2.1"  # of the block that is kept for documents
NAMES = {
    Role.OWNER: "Demo owner",
    Role.REVIEWER: "Demo reviewer",
    Role.CHECKER: "Demo checker",
    Role.VIEWER: "Demo viewer",
}


def fill_desk(engine: Engine, files: FileStore, passwords: Mapping[str, str]) -> None:
    """Make people, settings, article and claims on an empty desk. `passwords` go by role, which is also the
    login name."""
    seeds = tomllib.loads((SEEDS / "demo.toml").read_text("utf-8"))
    with database.open_session(engine) as session:
        people = {role: _add_person(session, role, passwords[role]) for role in NAMES}
        _set_desk(session, seeds["desk"], people[Role.OWNER])
        article = _add_article(session, files, seeds["article"], people[Role.CHECKER])
        for wanted in seeds["claim"]:
            _work_claim(session, files, article, wanted, people)


def add_changed_article(engine: Engine, files: FileStore) -> None:
    """A second article, whose outlet edits it silently: one claim's words are asked about."""
    seeds = tomllib.loads((SEEDS / "demo.toml").read_text("utf-8"))["notice"]
    words, values = seeds["words"], ArticleValues(seeds["title"], seeds["outlet"], seeds["url"])
    with database.open_session(engine) as session:
        checker = find_user(session, Role.CHECKER)
        by = str(checker.id) if checker else history.COMMAND_LINE
        drafts = [(SEEDS / name).read_bytes() for name in NOTICES]
        first, second = (
            (replace(read_file(NOTICES[0], data), url=values.url), _invent_visit(values.url, data))
            for data in drafts
        )
        made = add_article(session, files, first[0], values, by=by, visit=first[1])
        claim = _find_claim(session, made.article, words)
        accept_claim(session, claim, seen=claim.version, by=by)
        add_version(session, files, made.article, second[0], by=by, visit=second[1])


def _invent_visit(url: str, body: bytes) -> Visit:
    """As if the address had answered so, just now."""
    now, target = datetime.now(UTC), urlsplit(url)
    request = f"GET {target.path} HTTP/1.1\r\nHost: {target.hostname}\r\n\r\n".encode()
    head = (
        f"HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    headers = (("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(body))))
    went = Exchange(url, INVENTED_ADDRESS, 443, now, request, head.encode() + body, 200, "OK", headers, body)
    return Visit(url, now, Answer(url, url, 200, headers, body, "text/plain", "utf-8", (went,)))


def _add_person(session: Session, role: Role, password: str) -> Person:
    user = add_user(
        session, login=role, name=NAMES[role], role=role, password=password, by=history.COMMAND_LINE
    )
    return describe_user(user)


def _set_desk(session: Session, seeds: dict[str, Any], owner: Person) -> None:
    desk = ensure_desk(session, by=history.COMMAND_LINE)
    # Alone: whoever tries this out is, and may so walk the whole way as one person.
    save_settings(session, desk, DeskValues(**seeds, alone=True), seen=desk.version, by=owner.actor)


def _add_article(session: Session, files: FileStore, seeds: dict[str, Any], by: Person) -> Article:
    draft = read_file(ARTICLE, (SEEDS / ARTICLE).read_bytes())
    return add_article(session, files, draft, ArticleValues(**seeds), by=by.actor).article


def _work_claim(
    session: Session, files: FileStore, article: Article, wanted: dict[str, Any], people: dict[Role, Person]
) -> None:
    """Bring one claim to where the seeds want it, each step by the person whose step it is."""
    checker, reviewer = people[Role.CHECKER], people[Role.REVIEWER]
    claim, status = _find_claim(session, article, wanted["words"]), Status(wanted["status"])
    accept_claim(session, claim, seen=claim.version, by=checker.actor)
    if status is Status.NEW:
        return
    set_status(session, claim, Status.CHECKING, seen=claim.version, person=checker)
    for evidence in wanted.get("evidence", []):
        add_evidence(session, files, claim, _read_evidence(evidence), by=checker.actor)
    if "verdict" in wanted:
        values = _read_verdict(**wanted["verdict"])
        give_verdict(session, claim, values, seen=claim.version, person=checker)
        notes = Notes(one_sided=wanted["one_sided"])
        set_status(session, claim, Status.IN_REVIEW, seen=claim.version, person=checker, notes=notes)
    if status is Status.CHECKED:
        comment = wanted["comment"]
        sign_verdict(session, files, claim, alone=False, comment=comment, seen=claim.version, person=reviewer)


def _find_claim(session: Session, article: Article, words: str) -> Claim:
    rows = list_article_claims(session, get_version(session, article), sight=True)
    for row in rows:
        if row.appearance is not None and words in row.appearance.quote:
            return row.claim
    raise LookupError(f"No claim of the demo article quotes “{words}”: mend db/seeds/demo.toml.")


def _read_evidence(seeds: dict[str, Any]) -> EvidenceValues:
    kinds = {
        "kind": EvidenceKind(seeds["kind"]),
        "stance": Stance(seeds["stance"]),
        "source_kind": SourceKind.ORGANISATION,
    }
    return EvidenceValues(**{**seeds, **kinds})


def _read_verdict(rating: str, confidence: str, reasoning: str) -> VerdictValues:
    return VerdictValues(
        scale=find_scale(DEFAULT_SCALE), rating=rating, confidence=Confidence(confidence), reasoning=reasoning
    )
