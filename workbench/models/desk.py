"""The one row of settings that stand in every report."""

from workbench.models.tracked import Tracked


class Desk(Tracked, table=True):
    """One installation is one desk. `alone`: signing one's own verdict is allowed, and labelled as such."""

    name: str
    contact: str = ""
    time_zone: str = "UTC"
    default_scale: str
    method: str = ""
    corrections: str = ""
    alone: bool = False
