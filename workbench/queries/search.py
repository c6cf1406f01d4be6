"""Text search on either engine: every term quoted, so that no one's words are read as operators."""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Text,
    and_,
    cast,
    column,
    false,
    func,
    literal_column,
    not_,
    or_,
    select,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlmodel import Session

from workbench.domain.search_words import SearchWords, read_beginning, read_search
from workbench.models import Article, ArticleVersion, Claim, Source

NOTHING = '""'  # an FTS5 query that finds nothing


def quote_terms(words: SearchWords) -> str:
    """What a person typed as an FTS5 query: each term a phrase of its own, all of the wanted ones required.

    Empty when nothing is wanted; FTS5 has no query of unwanted words alone.
    """
    terms = list(map(_quote, words.wanted))
    if words.begun:
        terms[-1] += " *"
    wanted = " AND ".join(terms)
    unwanted = "".join(f" NOT {_quote(term)}" for term in words.unwanted)
    return f"({wanted}){unwanted}" if wanted else ""


def search_claims(
    session: Session, query: Select[Any], words: str, *, begun: bool = False
) -> tuple[Select[Any], Any]:
    """Narrow a query of claims to those with all the words in title and statement; see `_search`."""
    return _search(session, query, "claim", Claim.__table__.c.number, _read(words, begun))  # type: ignore[attr-defined]


def search_sources(
    session: Session, query: Select[Any], words: str, *, begun: bool = False
) -> tuple[Select[Any], Any]:
    """Narrow a query of sources to those with all the words in names and description; see `_search`."""
    return _search(session, query, "source", Source.__table__.c.number, _read(words, begun))  # type: ignore[attr-defined]


def search_articles(
    session: Session, query: Select[Any], words: str, *, begun: bool = False
) -> tuple[Select[Any], Any]:
    """Narrow a query of articles to those with all the words in title and author; see `_search`."""
    return _search(session, query, "article", Article.__table__.c.number, _read(words, begun))  # type: ignore[attr-defined]


def match_articles(session: Session, words: str) -> ColumnElement[bool]:
    """Articles with all the words in title and author, or in the text of a version, and none of the others
    in either."""
    read = read_search(words)
    wanted, unwanted = SearchWords(read.wanted), SearchWords(read.unwanted)
    found = _match_article(session, wanted) if wanted.wanted else not_(false())
    # Each unwanted term is looked for by itself: any one of them rules an article out.
    ruled_out = [_match_article(session, SearchWords((term,))) for term in unwanted.wanted]
    if not read.wanted and not read.unwanted:
        return false()
    return and_(found, *(not_(one) for one in ruled_out))


def _read(words: str, begun: bool) -> SearchWords:
    return read_beginning(words) if begun else read_search(words)


def _match_article(session: Session, words: SearchWords) -> ColumnElement[bool]:
    articles, versions = Article.__table__, ArticleVersion.__table__  # type: ignore[attr-defined]
    in_text = select(versions.c.article_id).where(
        _match(session, "article_version", versions.c.number, words)
    )
    return or_(_match(session, "article", articles.c.number, words), articles.c.id.in_(in_text))


def _search(
    session: Session, query: Select[Any], name: str, number: ColumnElement[Any], words: SearchWords
) -> tuple[Select[Any], Any]:
    """The narrowed query, and the number to order it by.

    On SQLite that is the index's own rowid: joined and ordered by it, the newest hits come first and one
    page of a word that stands in every row costs one page. As a list of ids it would cost every row.
    """
    if session.get_bind().dialect.name == "postgresql" or not words.wanted:
        return query.where(_match(session, name, number, words)), number
    index = table(f"{name}_fts", column("rowid", number.type))
    hits = text(f"{name}_fts MATCH :words_{name}").bindparams(**{f"words_{name}": quote_terms(words)})
    return query.join(index, index.c.rowid == number).where(hits), index.c.rowid


def _match(
    session: Session, name: str, number: ColumnElement[Any], words: SearchWords
) -> ColumnElement[bool]:
    if not words.wanted and not words.unwanted:
        return false()
    if session.get_bind().dialect.name == "postgresql":
        document: ColumnElement[Any] = literal_column(f"{name}.search")
        phrases = list(map(_phrase, words.wanted))
        if words.begun:
            phrases[-1] = _beginning(words.wanted[-1])
        wanted = [document.op("@@", is_comparison=True)(phrase) for phrase in phrases]
        unwanted = [document.op("@@", is_comparison=True)(_phrase(term)) for term in words.unwanted]
        return and_(*wanted, *(not_(one) for one in unwanted))
    if words.wanted:
        return _rows_matching(name, number, quote_terms(words))
    any_of_them = " OR ".join(map(_quote, words.unwanted))
    return not_(_rows_matching(name, number, any_of_them))


def _rows_matching(name: str, number: ColumnElement[Any], query: str) -> ColumnElement[bool]:
    # The parameter is named by the engine: one statement may hold several searches.
    hits = literal_column(f"{name}_fts").op("MATCH", is_comparison=True)(query)
    found = select(literal_column("rowid", number.type)).select_from(table(f"{name}_fts")).where(hits)
    matched: ColumnElement[bool] = number.in_(found)
    return matched


def _phrase(term: str) -> ColumnElement[Any]:
    return func.phraseto_tsquery(literal_column("'simple'::regconfig"), term)


def _beginning(term: str) -> ColumnElement[Any]:
    # 'red' <-> 'li':* ; what the parser finds no word in is no query at all, and matches nothing.
    words = func.nullif(cast(_phrase(term), Text), "")
    return cast(words.concat(":*"), TSQUERY)


def _quote(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'
