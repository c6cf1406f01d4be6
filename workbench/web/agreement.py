"""How far the people of the desk agree who judged the same claims without seeing each other's verdict."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from flask import Blueprint, Response, request, url_for
from flask_babel import LazyString, lazy_gettext

from workbench.domain.agreement import (
    Agreement,
    Closeness,
    Footing,
    Pair,
    count_cells,
    judge_footing,
    measure_by_class,
    measure_by_label,
)
from workbench.domain.ratings import Label, Scale
from workbench.domain.roles import Permission
from workbench.queries.blind import (
    PairFilter,
    list_opened,
    list_pair_scales,
    load_pair_claims,
)
from workbench.queries.scales import load_used
from workbench.web.access import needs
from workbench.web.current import db, time_zone
from workbench.web.htmx import page
from workbench.web.lists import read_day, read_number, read_words

blueprint = Blueprint("agreement", __name__)

SHOWN = 50  # disagreements at once
FOOTINGS: dict[Footing, LazyString | str] = {
    Footing.NONE: "",
    Footing.FAR_TOO_FEW: lazy_gettext("Far too few to go by: one more pair can turn the figure around."),
    Footing.FEW: lazy_gettext("Few: read the figure with its interval."),
    Footing.ENOUGH: "",
}
CLOSENESS: dict[Closeness, LazyString] = {
    Closeness.SAME: lazy_gettext("The same rating"),
    Closeness.NEAR: lazy_gettext("Another rating of the same class"),
    Closeness.APART: lazy_gettext("Apart"),
    Closeness.UNRATED: lazy_gettext("No rating: only the words can be compared"),
}


@dataclass(frozen=True, slots=True)
class OnScale:
    """The figures of one version of one scale, and who met whom on it."""

    scale: Scale
    figures: Agreement
    labels: Sequence[Label]
    cells: Mapping[tuple[str, str], int]


@blueprint.get("/agreement")
@needs(Permission.READ)
def index() -> Response:
    since, until = read_day("since"), read_day("until")
    wanted = PairFilter(read_words("scale"), _begin(since), _begin(until, days=1))
    pairs = list_opened(db(), wanted)
    apart = [pair for pair in pairs if pair.closeness is not Closeness.SAME]
    start = min(read_number("from") or 0, max(len(apart) - 1, 0))
    shown = apart[start : start + SHOWN]
    scales = load_used(db())
    # Who could read the other's verdict agrees for other reasons: it is listed, and not counted.
    blind = [pair for pair in pairs if not pair.was_open]
    judged = [(pair.first.judgement, pair.second.judgement) for pair in blind]
    context: dict[str, Any] = {
        "classes": measure_by_class(judged),
        "on_scales": _measure_scales(judged, scales),
        "pairs": pairs,
        "counted": len(blind),
        "apart": shown,
        "apart_count": len(apart),
        "claims": load_pair_claims(db(), shown),
        "scales": _name_scales(scales),
        "wanted": wanted,
        "since": since,
        "until": until,
        "footing": lambda count: FOOTINGS[judge_footing(count)],
        "closeness": CLOSENESS,
        "newer_url": _link(max(start - SHOWN, 0)) if start else None,
        "older_url": _link(start + SHOWN) if start + SHOWN < len(apart) else None,
    }
    return page("agreement/index.html", "agreement/_found.html", **context)


def _begin(day: date | None, days: int = 0) -> datetime | None:
    """When a day begins at the desk, or one that comes so many days later; the last day has none after it."""
    if day is None or day >= date.max - timedelta(days=2):
        return None
    return datetime.combine(day + timedelta(days=days), time(), time_zone())


def _measure_scales(judged: Sequence[Pair], scales: Mapping[tuple[str, int], Scale]) -> list[OnScale]:
    """Each version of a scale by itself: a pair on two scales has no label in common."""
    found: dict[tuple[str, int], list[Pair]] = {}
    for first, second in judged:
        where = (first.scale, first.scale_version)
        if where == (second.scale, second.scale_version):
            found.setdefault(where, []).append((first, second))
    measured = []
    for where, pairs in sorted(found.items()):
        cells = count_cells(pairs)
        met = {key for cell in cells for key in cell}
        labels = [label for label in scales[where].labels if label.key in met]
        measured.append(OnScale(scales[where], measure_by_label(pairs), labels, cells))
    return measured


def _name_scales(scales: Mapping[tuple[str, int], Scale]) -> dict[str, str]:
    names = {code: scale.name for (code, _), scale in sorted(scales.items())}
    return {code: names[code] for code in list_pair_scales(db())}


def _link(start: int) -> str:
    kept = {name: value for name, value in request.args.items() if value and name != "from"}
    return url_for(".index", **kept, **({"from": start} if start else {}))  # type: ignore[arg-type]
