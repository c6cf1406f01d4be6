"""Taking in one article that arrives: is it new, a newer text of one that is here, or here already?"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel import Session

from workbench.domain.errors import CameMeanwhile, StaleEdit
from workbench.domain.outcomes import Item, Outcome
from workbench.domain.records import ArticleDraft
from workbench.domain.web_addresses import fold_address
from workbench.files import FileStore
from workbench.models import Article
from workbench.queries.duplicates import Duplicate, has_words, look
from workbench.services.article_versions import AddedVersion, add_version, tell_added
from workbench.services.article_visits import Visit
from workbench.services.articles import AddedArticle, ArticleValues, add_article, fill_values, tell_left_out

Keep = Callable[[Session, Item], None]  # writes down what came of a thing, inside the change that takes it in
MOST_LOOKS = 5  # so often somebody else may be quicker
NOTHING_GIVEN = ArticleValues(title="")


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one thing, and the job that is to split it where it is long. `kept`: it was written down
    in the change that took it in."""

    item: Item
    job_id: uuid.UUID | None = None
    kept: bool = False


class Near(StrEnum):
    """What becomes of an article that shares most of its words with another one here."""

    BESIDE = "beside"  # it comes in, and that is said: nobody is there to be asked
    ASK = "ask"  # it is refused, and what can be said of it
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Terms:
    """By whom things are taken in, how finely they are split, and what a person said of all of them.
    `version_of`: it is the newest text of the article with this id, whatever its address and words.
    `excerpt`: these are a feed's own words, never a newer text of the page that they stand for."""

    by: str
    granularity: str = "clause"
    given: ArticleValues = NOTHING_GIVEN
    near: Near = Near.BESIDE
    version_of: uuid.UUID | None = None
    excerpt: bool = False


HERE = "It is here already."
NO_VERSION = "It is here already, and a feed's own words are no newer text of its page."
ASKED = (
    "{twin} Nothing is added yet. Say what it is: --as-version-of {ref} for a newer text of it, --as-own for "
    "an article of its own, --skip to leave it out."
)


def take_article(
    session: Session,
    files: FileStore,
    draft: ArticleDraft,
    name: str,
    terms: Terms,
    visit: Visit | None = None,
    keep: Keep | None = None,
) -> Taken:
    """Take an article in, called `name` in the counted result; `visit` is how it came, if from its address.
    `keep` writes down what came of it, in the change that takes it in; where nothing is written it is not
    called: whoever calls this writes it down.

    Nobody is asked: one whose address is here gets a newer text, or nothing when its words did not change;
    the very words without another address are here already; what is only nearly the same comes in beside
    it, and that is said. Raises RuleBroken.

    What somebody else brings in at the same moment is looked at once more.
    """
    for _attempt in range(MOST_LOOKS - 1):
        try:
            return _take(session, files, draft, name, terms, visit, keep)
        except (CameMeanwhile, StaleEdit):
            session.rollback()
    return _take(session, files, draft, name, terms, visit, keep)


def _take(
    session: Session,
    files: FileStore,
    draft: ArticleDraft,
    name: str,
    terms: Terms,
    visit: Visit | None,
    keep: Keep | None,
) -> Taken:
    values = fill_values(terms.given, draft)
    if terms.version_of is not None:
        article = session.get_one(Article, terms.version_of)
        return _take_newer(session, files, draft, name, article, terms, visit, keep)
    looked = look(session, draft, values.url)
    twins = looked.twins
    at_address = next((twin for twin in twins if twin.address), None)
    if at_address is not None:
        return _take_newer(session, files, draft, name, at_address.article, terms, visit, keep)
    twin = next((twin for twin in twins if twin.same_text), None)
    if twin is not None and not (fold_address(values.url) and twin.article.canonical_url):
        return Taken(Item(name, Outcome.SKIPPED, HERE, _refer(twin.article)))
    if twins and terms.near is not Near.BESIDE:
        told, outcome = _tell_twin(twins[0]), Outcome.SKIPPED
        if terms.near is Near.ASK:
            told, outcome = ASKED.format(twin=told, ref=_refer(twins[0].article)), Outcome.REFUSED
        return Taken(Item(name, outcome, told, _refer(twins[0].article)))
    why = " ".join(filter(None, (_tell_twin(twins[0]) if twins else "", tell_left_out(draft))))

    def tell(added: AddedArticle) -> Item:
        return Item(name, Outcome.ADDED, why, _refer(added.article))

    added = add_article(
        session,
        files,
        draft,
        values,
        by=terms.by,
        granularity=terms.granularity,
        looked=looked,
        visit=visit,
        conclude=(lambda added: keep(session, tell(added))) if keep else None,
    )
    return Taken(tell(added), added.job.id if added.job else None, kept=keep is not None)


def _take_newer(
    session: Session,
    files: FileStore,
    draft: ArticleDraft,
    name: str,
    article: Article,
    terms: Terms,
    visit: Visit | None,
    keep: Keep | None,
) -> Taken:
    kept = False
    if visit is None and terms.version_of is None:
        # A saved copy does not say when it was the text; only what its address answers now is surely newer.
        here = has_words(session, article, draft)
        if here or terms.excerpt:
            return Taken(Item(name, Outcome.SKIPPED, HERE if here else NO_VERSION, _refer(article)))

    def tell(added: AddedVersion) -> Item:
        outcome = Outcome.UPDATED if added.changed else Outcome.SKIPPED
        return Item(name, outcome, tell_added(added), _refer(article))

    def conclude(added: AddedVersion, _at: datetime) -> None:
        nonlocal kept
        if keep is not None:
            keep(session, tell(added))
            kept = True

    added = add_version(session, files, article, draft, by=terms.by, visit=visit, conclude=conclude)
    return Taken(tell(added), added.job.id if added.job else None, kept=kept)


def _tell_twin(twin: Duplicate) -> str:
    share = "the same words as" if twin.same_text else f"{twin.same} per cent of its words in common with"
    return f"It has {share} {_refer(twin.article)}."


def _refer(article: Article) -> str:
    return f"A-{article.number}"
