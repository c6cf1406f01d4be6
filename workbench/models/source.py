"""A reusable record of who says, publishes or shows something."""

import uuid
from datetime import date

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from workbench.domain.evidence import SourceKind
from workbench.models.tracked import Tracked, choice, link, no_items, plain_json


class Source(Tracked, table=True):
    """A person, organisation, outlet, account, document or dataset; S-7. `name_key` is the folded name that
    finds the same source again. A withheld source is shown only to those who may read withheld sources.
    `merged_into_id` is the source that this one turned out to be: it keeps its rows, and is read as that one.
    `languages` are BCP 47 tags; `reliability_on` is the day the grade was given."""

    number: int = Field(unique=True)
    name: str
    name_key: str = Field(index=True)
    kind: SourceKind = Field(sa_type=choice(SourceKind))
    description: str = ""
    url: str = ""
    reliability: str = Field(
        default="F",
        sa_column_args=[CheckConstraint("reliability IN ('A', 'B', 'C', 'D', 'E', 'F')", name="reliability")],
    )
    reliability_reason: str = ""
    withheld: bool = False
    withheld_reason: str = ""
    reliability_on: date | None = None
    aliases: list[str] = Field(
        default_factory=no_items,
        sa_type=plain_json(),
        sa_column_kwargs={"server_default": "[]", "nullable": False},
    )
    wikidata_id: str = Field(default="", sa_column_kwargs={"server_default": ""})
    languages: list[str] = Field(
        default_factory=no_items,
        sa_type=plain_json(),
        sa_column_kwargs={"server_default": "[]", "nullable": False},
    )
    conflicts: str = Field(default="", sa_column_kwargs={"server_default": ""})
    merged_into_id: uuid.UUID | None = link("source.id", nullable=True)
