"""A reusable record of who says, publishes or shows something."""

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from workbench.domain.evidence import SourceKind
from workbench.models.tracked import Tracked, choice


class Source(Tracked, table=True):
    """A person, organisation, outlet, account, document or dataset; S-7. `name_key` is the folded name that
    finds the same source again. A withheld source is shown only to those who may read withheld sources."""

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
