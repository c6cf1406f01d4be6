"""Rating scales that a verdict was given on, as they were."""

from datetime import datetime
from typing import Any

from sqlmodel import Field

from workbench.models.tracked import Tracked, plain_json


class UsedScale(Tracked, table=True):
    """One version of a scale, kept whole in the change that uses it first: a file that is edited, broken or
    gone later changes no label of a verdict. `body` is what `domain.scale_files.pack_scale` makes of it."""

    __tablename__ = "used_scale"

    code: str = Field(index=True)
    scale_version: int
    name: str
    body: dict[str, Any] = Field(
        default_factory=dict, sa_type=plain_json(), sa_column_kwargs={"nullable": False}
    )
    first_used_at: datetime
