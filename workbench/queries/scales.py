"""Rating scales as verdicts were given on them, and what the desk can judge on now."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel import Session, col

from workbench.domain.ratings import DEFAULT_SCALE, Scale, load_versions
from workbench.domain.scale_files import Mistake, unpack_scale
from workbench.domain.scale_shelf import FileProblem, Stock
from workbench.models import UsedScale

Used = Mapping[tuple[str, int], Scale]


@dataclass(frozen=True, slots=True)
class Offer:
    """`scales` can be chosen for a verdict, by code; `default` is what the settings name, or what stands in
    for it; `problems` tell of files that are not taken, or not as they read now. `used` is what
    list_used() says."""

    scales: Mapping[str, Scale]
    default: Scale
    problems: tuple[FileProblem, ...]
    used: Used


def list_used(session: Session) -> dict[tuple[str, int], Scale]:
    """Every version that a verdict was given on, as it was, by code and version."""
    rows = session.execute(select(UsedScale).order_by(col(UsedScale.code), col(UsedScale.scale_version)))
    return {(row.code, row.scale_version): unpack_scale(row.body) for row in rows.scalars()}


def load_used(session: Session) -> dict[tuple[str, int], Scale]:
    """The same, with every shipped version: verdicts from before scales were kept stand on those."""
    return {**load_versions(), **list_used(session)}


def find_used(session: Session, code: str, version: int) -> Scale | None:
    """One version as it was used; None when no verdict was given on it."""
    query = select(UsedScale).where(col(UsedScale.code) == code, col(UsedScale.scale_version) == version)
    row: UsedScale | None = session.execute(query).scalar_one_or_none()
    return unpack_scale(row.body) if row else None


def offer_scales(session: Session, stock: Stock, default: str) -> Offer:
    """What a verdict can be given on. A version that was used is offered as it was used, whatever its file
    says now; a default whose file is gone goes on with the version that was used last."""
    used = list_used(session)
    offered, problems = dict(stock.scales), list(stock.problems)
    for code, scale in stock.scales.items():
        kept = used.get((code, scale.version), scale)
        offered[code] = kept
        if kept != scale and code in stock.files:
            words = (
                f"verdicts were given on version {scale.version} of “{code}”, which read differently and "
                f"stays as it was: for a change write “version = {scale.version + 1}”"
            )
            problems.append(FileProblem(stock.files[code], (Mistake(0, words),)))
    if default not in offered:
        last = [scale for (code, _), scale in used.items() if code == default]
        if last:
            offered[default] = last[-1]
        words = "the settings name it, and its file is missing or broken: "
        words += "it is used as it was last" if last else f"“{DEFAULT_SCALE}” stands in for it"
        problems.append(FileProblem(default, (Mistake(0, words),)))
    return Offer(offered, offered.get(default, offered[DEFAULT_SCALE]), tuple(problems), used)
