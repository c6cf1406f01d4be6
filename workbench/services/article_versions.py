"""New versions of an article's text: recognising them, and adding them with everything that hangs on them."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from workbench import history
from workbench.domain.anchors import AnchorOutcome
from workbench.domain.captures import CaptureOutcome
from workbench.domain.errors import RuleBroken, StaleEdit
from workbench.domain.records import ArticleDraft
from workbench.domain.wording import leave_out, read_wording, same_words
from workbench.files import FileStore
from workbench.models import Article, ArticleVersion, Job
from workbench.queries.articles import get_version
from workbench.queries.duplicates import Duplicate, find_duplicates, find_furniture, read_words
from workbench.queries.furniture import list_furniture
from workbench.queries.standing import list_standing
from workbench.services.anchoring import add_anchors, make_finders
from workbench.services.article_texts import ask_to_split, read_text, write_text
from workbench.services.article_visits import Visit, keep_visit, note_visit, record_visit
from workbench.services.proposals import add_proposals
from workbench.services.splitting import choose_new
from workbench.splitting.marks import Mark

__all__ = ["AddedVersion", "Duplicate", "add_version", "find_duplicates", "tell_added"]


@dataclass(frozen=True, slots=True)
class AddedVersion:
    """`changed` is false where the words are those of the newest version: `version` is that one then, and
    nothing was added. `outcomes` counts what became of the claims, `asked` those that wait for a person.
    `job` is set when the text is long and its new claims are still to come."""

    version: ArticleVersion
    changed: bool
    outcomes: Counter[AnchorOutcome]
    asked: int
    job: Job | None


def add_version(
    session: Session,
    files: FileStore,
    article: Article,
    draft: ArticleDraft,
    *,
    by: str,
    visit: Visit | None = None,
    conclude: Callable[[AddedVersion, datetime], None] | None = None,
) -> AddedVersion:
    """Add the draft as the article's newest version when its words differ from the newest ones: page
    furniture and white space aside, because the list of the most read stories changes by the hour. Else keep
    the visit, if it came by one. `conclude` writes what belongs into the same transaction.

    Claims are looked for in the new text, and only what is new in it is proposed. Raises RuleBroken for a
    withdrawn article, StaleEdit when somebody adds another version meanwhile.
    """
    if article.withdrawn_at is not None:
        raise RuleBroken("The article is withdrawn. Reinstate it first.")
    newest = get_version(session, article)
    marks = _find_furniture(session, draft, newest)
    mine = read_wording(leave_out(draft.text, [(start, end) for start, end, _ in marks])).words
    if mine == read_words(session, newest):
        same = AddedVersion(newest, False, Counter(), 0, None)
        if visit is not None:
            end = (lambda at: conclude(same, at)) if conclude else None
            unchanged = CaptureOutcome.UNCHANGED
            note_visit(session, files, article, visit, unchanged, by=by, words=mine, conclude=end)
        return same
    # Reading and comparing come before the change, so that nobody waits for them to write.
    read = read_text(
        draft, marks, published_on=article.published_on, granularity=newest.granularity or "clause"
    )
    finders = make_finders(session, article, draft.text)
    received = files.put(draft.received)
    pieces = keep_visit(session, files, visit, CaptureOutcome.CHANGED, by=by) if visit else ()
    with history.change(session, by=by, action="version.added") as change:
        session.refresh(article)
        if get_version(session, article).id != newest.id:
            raise StaleEdit
        version = write_text(
            session,
            article,
            read,
            ordinal=newest.ordinal + 1,
            received=received,
            at=change.at,
            granularity=newest.granularity or "clause",
        )
        anchors = add_anchors(session, version, finders, list_standing(session, article.id), change.at)
        fresh = choose_new(session, version, newest, read.proposals, anchors)
        add_proposals(session, version, fresh, at=change.at, said_on=version.dated_on or article.published_on)
        job = ask_to_split(session, version, by=by) if read.long else None
        if visit is not None:
            record_visit(session, article, visit, CaptureOutcome.CHANGED, pieces, words=mine)
        change.touch(article)
        change.subject = article
        counts = Counter(anchor.outcome for anchor in anchors)
        asked = sum(anchor.decided_at is None for anchor in anchors)
        added = AddedVersion(version, True, counts, asked, job)
        if conclude is not None:
            conclude(added, change.at)
    return added


def tell_added(added: AddedVersion) -> str:
    """What came of a newer text, in words for a counted result."""
    if not added.changed:
        return "It is here already."
    asked = f" {added.asked} of its claims wait for a look." if added.asked else ""
    return f"Its text has changed: this is version {added.version.ordinal}.{asked}"


def _find_furniture(session: Session, draft: ArticleDraft, before: ArticleVersion) -> list[Mark]:
    """What is furniture in the draft, but for stretches that a person has taken back into the text."""
    taken_back = [
        before.text[mark.start : mark.end]
        for mark in list_furniture(session, before)
        if mark.unmarked_at is not None
    ]
    return [
        mark
        for mark in find_furniture(draft)
        if not any(same_words(draft.text[mark[0] : mark[1]], words) for words in taken_back)
    ]
