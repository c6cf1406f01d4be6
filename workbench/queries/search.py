"""Text search on either engine: every token quoted, so that no one's words are read as operators."""

from typing import Any

from sqlalchemy import ColumnElement, Select, column, func, literal_column, or_, select, table, text
from sqlmodel import Session

from workbench.models import Article, ArticleVersion, Claim, Source

MOST_TOKENS = 16


def quote_tokens(words: str) -> str:
    """What a person typed as an FTS5 query: each token a phrase of its own, all of them required.

    Empty when there is nothing to search for.
    """
    tokens = [token for token in words.split() if any(character.isalnum() for character in token)]
    return " ".join('"' + token.replace('"', '""') + '"' for token in tokens[:MOST_TOKENS])


def search_claims(session: Session, query: Select[Any], words: str) -> tuple[Select[Any], Any]:
    """Narrow a query of claims to those with all the words in title and statement; see `_search`."""
    return _search(session, query, "claim", Claim.__table__.c.number, words)  # type: ignore[attr-defined]


def search_sources(session: Session, query: Select[Any], words: str) -> tuple[Select[Any], Any]:
    """Narrow a query of sources to those with all the words in name and description; see `_search`."""
    return _search(session, query, "source", Source.__table__.c.number, words)  # type: ignore[attr-defined]


def match_articles(session: Session, words: str) -> ColumnElement[bool]:
    """Articles with all the words in title and author, or in the text of a version."""
    articles, versions = Article.__table__, ArticleVersion.__table__  # type: ignore[attr-defined]
    in_text = select(versions.c.article_id).where(
        _match(session, "article_version", versions.c.number, words)
    )
    return or_(_match(session, "article", articles.c.number, words), articles.c.id.in_(in_text))


def _search(
    session: Session, query: Select[Any], name: str, number: ColumnElement[Any], words: str
) -> tuple[Select[Any], Any]:
    """The narrowed query, and the number to order it by.

    On SQLite that is the index's own rowid: joined and ordered by it, the newest hits come first and one
    page of a word that stands in every row costs one page. As a list of ids it would cost every row.
    """
    if session.get_bind().dialect.name == "postgresql" or not words.strip():
        return query.where(_match(session, name, number, words)), number
    index = table(f"{name}_fts", column("rowid", number.type))
    hits = text(f"{name}_fts MATCH :words_{name}").bindparams(
        **{f"words_{name}": quote_tokens(words) or '""'}
    )
    return query.join(index, index.c.rowid == number).where(hits), index.c.rowid


def _match(session: Session, name: str, number: ColumnElement[Any], words: str) -> ColumnElement[bool]:
    if session.get_bind().dialect.name == "postgresql":
        query = func.plainto_tsquery(literal_column("'simple'::regconfig"), words)
        found: ColumnElement[bool] = literal_column(f"{name}.search").op("@@", is_comparison=True)(query)
        return found
    matches = text(f"SELECT rowid FROM {name}_fts WHERE {name}_fts MATCH :words_{name}")  # noqa: S608 - own names
    quoted = quote_tokens(words) or '""'
    hits: ColumnElement[bool] = number.in_(
        matches.bindparams(**{f"words_{name}": quoted}).columns(rowid=number.type)
    )
    return hits
