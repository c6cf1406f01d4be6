"""Text search on either engine: every token quoted, so that no one's words are read as operators."""

from typing import Any

from sqlalchemy import ColumnElement, func, literal_column, or_, select, text
from sqlmodel import Session

from workbench.models import Article, ArticleVersion, Claim, Source

MOST_TOKENS = 16


def quote_tokens(words: str) -> str:
    """What a person typed as an FTS5 query: each token a phrase of its own, all of them required.

    Empty when there is nothing to search for.
    """
    tokens = [token for token in words.split() if any(character.isalnum() for character in token)]
    return " ".join('"' + token.replace('"', '""') + '"' for token in tokens[:MOST_TOKENS])


def match_claims(session: Session, words: str) -> ColumnElement[bool]:
    """Claims with all the words in title and statement."""
    return _match(session, "claim", Claim.__table__.c.number, words)  # type: ignore[attr-defined]


def match_sources(session: Session, words: str) -> ColumnElement[bool]:
    """Sources with all the words in name and description."""
    return _match(session, "source", Source.__table__.c.number, words)  # type: ignore[attr-defined]


def match_articles(session: Session, words: str) -> ColumnElement[bool]:
    """Articles with all the words in title and author, or in the text of a version."""
    articles, versions = Article.__table__, ArticleVersion.__table__  # type: ignore[attr-defined]
    in_text = select(versions.c.article_id).where(
        _match(session, "article_version", versions.c.number, words)
    )
    return or_(_match(session, "article", articles.c.number, words), articles.c.id.in_(in_text))


def _match(session: Session, table: str, number: ColumnElement[Any], words: str) -> ColumnElement[bool]:
    if session.get_bind().dialect.name == "postgresql":
        query = func.plainto_tsquery(literal_column("'simple'::regconfig"), words)
        found: ColumnElement[bool] = literal_column(f"{table}.search").op("@@", is_comparison=True)(query)
        return found
    matches = text(f"SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH :words_{table}")  # noqa: S608 - own names
    quoted = quote_tokens(words) or '""'
    hits: ColumnElement[bool] = number.in_(
        matches.bindparams(**{f"words_{table}": quoted}).columns(rowid=number.type)
    )
    return hits
