"""The one row of settings that stand in every report."""

from sqlalchemy import text
from sqlmodel import Field

from workbench.models.tracked import Tracked


class Desk(Tracked, table=True):
    """One installation is one desk. `alone`: signing one's own verdict is allowed, and labelled as such.
    `recheck_days`: how often the addresses behind evidence are visited again, 0 for never.
    `blind_second`: a second person gives a verdict of their own before they see the first.
    `public_reports`: a new report can be read without an account."""

    name: str
    contact: str = ""
    time_zone: str = "UTC"
    default_scale: str
    method: str = ""
    corrections: str = ""
    alone: bool = False
    recheck_days: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    blind_second: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})
    public_reports: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})
