"""The text being checked: the article, its immutable versions, and the page furniture marked in them."""

import uuid
from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from workbench.domain.status import Origin
from workbench.models.tracked import Tracked, choice, link, no_items, plain_json


class Article(Tracked, table=True):
    """One per URL or document. `outlet_id` is the source that published it; `author` is text as printed.
    `canonical_url` is the address by which the page wants to be known, folded so that two spellings meet:
    domain/web_addresses.py. `copy_of_id` is the article whose words it carries elsewhere, as a person said:
    queries/copies.py answers which articles are one text."""

    number: int = Field(unique=True)
    title: str
    outlet_id: uuid.UUID | None = link("source.id", nullable=True)
    url: str = Field(default="", index=True)
    author: str = ""
    published_on: date | None = None
    added_at: datetime
    withdrawn_at: datetime | None = None
    withdrawn_reason: str = ""
    canonical_url: str = Field(default="", index=True, sa_column_kwargs={"server_default": ""})
    copy_of_id: uuid.UUID | None = link("article.id", nullable=True, later=True)


class ArticleVersion(Tracked, table=True):
    """The words. `text` never changes; every offset in the product counts its code points, end excluded.

    `received_sha256` names the bytes that came in, in the file store. `simhash` is a fingerprint of the words
    as 16 hexadecimal digits: near-same texts differ in few bits. `pages` are the offsets where the pages of a
    document begin, empty for what has none. `granularity` is how finely its claims are proposed. `dated_on`
    is the newest day that the page itself gives, of publication or of an update.
    """

    __tablename__ = "article_version"
    digest_fields: ClassVar[frozenset[str]] = frozenset({"text"})

    number: int = Field(unique=True)
    article_id: uuid.UUID = link("article.id")
    ordinal: int
    text: str
    text_sha256: str = Field(index=True)
    language: str
    received_sha256: str
    received_name: str = ""
    media_type: str
    received_at: datetime
    simhash: str = Field(default="", sa_column_kwargs={"server_default": ""})
    pages: list[int] = Field(
        default_factory=no_items,
        sa_type=plain_json(),
        sa_column_kwargs={"server_default": "[]", "nullable": False},
    )
    granularity: str = Field(default="clause", sa_column_kwargs={"server_default": "clause"})
    dated_on: date | None = None


# All fingerprints are compared with a new text's; with the article beside them the index alone is read.
_VERSIONS = ArticleVersion.__table__  # type: ignore[attr-defined]
Index("ix_article_version_simhash", _VERSIONS.c.simhash, _VERSIONS.c.article_id)


class Furniture(Tracked, table=True):
    """A stretch that is page furniture, [start, end): folded in the view and never split into claims,
    until a person unmarks it."""

    article_version_id: uuid.UUID = link("article_version.id")
    start: int
    end: int = Field(sa_column_args=[CheckConstraint('"start" >= 0 AND "end" > "start"', name="ordered")])
    reason: str
    origin: Origin = Field(sa_type=choice(Origin))
    unmarked_at: datetime | None = None
