"""Claims that arrive ready made, as rows of a table or another desk's fact-checks: each is taken in, put
beside one that is here, skipped or refused, and what came of it is always told."""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.exc import OperationalError
from sqlmodel import Session, col, func, select

from workbench import history
from workbench.domain.arrivals import ClaimDraft
from workbench.domain.errors import CameMeanwhile, RuleBroken, StaleEdit, WorkbenchError
from workbench.domain.outcomes import Item, Outcome
from workbench.domain.tags import read_tags
from workbench.domain.web_addresses import fold_address
from workbench.files import FileStore
from workbench.models import Article, ArticleVersion, Claim
from workbench.queries.said_already import Place, Said, find_by_address, find_said
from workbench.services.anchoring import carry_late
from workbench.services.appearances import refuse_judged
from workbench.services.claim_documents import (
    Document,
    Named,
    TableFile,
    add_document,
    grow_document,
    sort_rows,
)
from workbench.services.claim_rows import is_place, write_row
from workbench.services.foreign_verdicts import has_foreign_verdict, was_withdrawn
from workbench.services.job_work import JobLost

MOST_LOOKS = 5  # so often somebody else may be quicker
Told = Sequence[tuple[int, Item]]  # what came of the rows at these places
# Writes down what was told: inside the change that made it, or by itself where nothing was made (None).
Keep = Callable[[Session | None, Told], None]

log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Desk:
    """What is here already. `newest` are the highest numbers of claims and texts, our own included; `others`
    counts how often somebody else turned out to have added some."""

    said: dict[str, Said] = field(default_factory=dict)
    articles: dict[str, tuple[Article, ArticleVersion]] = field(default_factory=dict)
    newest: dict[Any, int] = field(default_factory=dict)
    others: int = 0

    def look(self, session: Session, rows: Sequence[Named]) -> None:
        """Look these rows up; the numbers first, so that what comes in between is looked at once more."""
        self.notice(session)
        self.said |= find_said(session, (row.claim.statement for row in rows))
        self.articles |= find_by_address(session, (fold_address(row.claim.url) for row in rows))

    def notice(self, session: Session) -> int:
        """How often somebody else has added claims or texts by now."""
        newest = {
            model: int(session.execute(select(func.coalesce(func.max(col(model.number)), 0))).scalar_one())
            for model in (Claim, ArticleVersion)
        }
        if newest != self.newest:
            self.newest = newest
            self.others += 1
        return self.others


def keep_nothing(_session: Session | None, _told: Told) -> None:
    """For whoever tells every item as it comes."""


def take_claims(
    session: Session,
    files: FileStore,
    rows: Sequence[Named],
    file: TableFile,
    *,
    by: str,
    keep: Keep = keep_nothing,
) -> Iterator[Item]:
    """Take claims in, and say of each what became of it. The same claim in the same place is skipped.

    What is written is told to `keep` in the same change. A document that can't be written is refused with
    the reason, and the others come in all the same.
    """
    sound, told = _check_rows(rows)
    desk = _Desk()
    desk.look(session, sound)
    documents, here = _sort(session, desk, sound)
    # The lookup held a reading transaction: end it before the changes that write.
    session.commit()
    told = sorted([*told, *here], key=lambda one: one[0])
    if told:
        keep(None, told)
    yield from (item for _place, item in told)
    for document in documents:
        yield from _take_document(session, files, desk, document, file, by, keep)


def _check_rows(rows: Sequence[Named]) -> tuple[list[Named], list[tuple[int, Item]]]:
    """The rows that can be taken in, and what is told of the others."""
    sound: list[Named] = []
    told: list[tuple[int, Item]] = []
    seen: dict[tuple[str, str, str], str] = {}
    for row in rows:
        claim = row.claim
        first = seen.setdefault(
            (claim.statement, claim.words, fold_address(claim.url) or claim.article), row.name
        )
        try:
            read_tags(", ".join(claim.tags))
        except RuleBroken as error:
            told.append((row.place, Item(row.name, Outcome.REFUSED, str(error))))
            continue
        if first != row.name:
            told.append((row.place, Item(row.name, Outcome.SKIPPED, f"It is the same as {first}.")))
        else:
            sound.append(row)
    return sound, told


def _sort(
    session: Session, desk: _Desk, rows: Sequence[Named]
) -> tuple[list[Document], list[tuple[int, Item]]]:
    """The documents to write, and what is told of the rows that are here already."""
    new: list[Named] = []
    told: list[tuple[int, Item]] = []
    for row in rows:
        known = desk.said.get(row.claim.statement)
        outcome, why = _tell_left(session, known, row.claim) if known is not None else (None, "")
        if known is not None and outcome is not None:
            told.append((row.place, Item(row.name, outcome, why, f"C-{known.claim.number}")))
        else:
            new.append(row)
    return sort_rows(new, desk.articles, desk.others), told


def _take_document(
    session: Session,
    files: FileStore,
    desk: _Desk,
    document: Document,
    file: TableFile,
    by: str,
    keep: Keep,
) -> Iterator[Item]:
    """One document; where somebody else brings the same in meanwhile, it is looked at once more."""
    waiting = [(document, MOST_LOOKS)]
    while waiting:
        document, looks = waiting.pop(0)
        rows = [row for row, _ in document.rows]
        try:
            told = _write(session, files, document, desk, file, by, keep)
            yield from (item for _place, item in told)
        except (CameMeanwhile, StaleEdit) as error:
            session.expire_all()
            if looks == 1:
                yield from _refuse(rows, str(error), keep)
                continue
            desk.look(session, rows)
            again, told = _sort(session, desk, rows)
            session.commit()
            if told:
                keep(None, told)
            yield from (item for _place, item in told)
            waiting[:0] = [(one, looks - 1) for one in again]
        except WorkbenchError as error:
            yield from _refuse(rows, str(error), keep)
        except (JobLost, OperationalError):
            raise  # another worker goes on with it, or this one later
        except Exception as error:
            # Nobody thought of it; what comes behind it is taken in all the same.
            log.exception("“%s” and %s more could not be taken in.", rows[0].name, len(rows) - 1)
            why = f"It could not be taken in ({type(error).__name__}); the server's log says more."
            yield from _refuse(rows, why, keep)


def _refuse(rows: Sequence[Named], why: str, keep: Keep) -> Iterator[Item]:
    told = [(row.place, Item(row.name, Outcome.REFUSED, why)) for row in rows]
    keep(None, told)
    yield from (item for _place, item in told)


def _tell_left(session: Session, known: Said, claim: ClaimDraft) -> tuple[Outcome | None, str]:
    """Whether and why the claim is left as it is: it is said in these words in this place, with the verdict
    that comes along, or without one that a person withdrew; or it would be said in one more place, under a
    verdict that was given without that. None when there is something to add."""
    if not any(is_place(place, claim) for place in known.places):
        try:
            refuse_judged(session, known.claim)
        except RuleBroken as error:
            return Outcome.REFUSED, f"It is said here, too, which was not added. {error}"
        return None, ""
    if claim.verdict is None or has_foreign_verdict(session, known.claim, claim.verdict):
        return Outcome.SKIPPED, "It is here already."
    if was_withdrawn(session, known.claim, claim.verdict):
        return Outcome.SKIPPED, "It is here already; their verdict was withdrawn at this desk."
    return None, ""


def _write(
    session: Session,
    files: FileStore,
    document: Document,
    desk: _Desk,
    file: TableFile,
    by: str,
    keep: Keep,
) -> Told:
    """One change: the article if it is a new one, each of its claims, and what is told of them. Raises
    CameMeanwhile when claims or texts have come in since these rows were looked up, or one was judged."""
    told: list[tuple[int, Item]] = []
    received = files.put(file.data) if document.article is None or document.grows else ""
    with history.change(session, by=by, action="claim.imported") as change:
        if desk.notice(session) != document.looked:
            raise CameMeanwhile
        article, version = document.article, document.version
        if article is None or version is None:
            article, version = add_document(session, document, file, received, change.at)
        elif document.grows:
            version = grow_document(session, document, file, received, change.at)
        claims: dict[str, Claim] = {}
        for row, note in document.rows:
            try:
                item = write_row(session, row, note, version, claims, desk.said, change)
            except CameMeanwhile:
                raise
            except RuleBroken as error:
                raise RuleBroken(f"{row.name}: {error}") from error
            told.append((row.place, item))
        if document.article is not None:
            carry_late(session, version, change.at)
            change.touch(article)
        change.subject = article
        keep(session, told)
    desk.newest |= {model: number for model, number in change.numbers.items() if model in desk.newest}
    for row, _ in document.rows:
        claim = claims[row.claim.statement]
        places = desk.said[row.claim.statement].places if row.claim.statement in desk.said else ()
        desk.said[row.claim.statement] = Said(claim, (*places, Place(article, row.claim.words)))
    return told
