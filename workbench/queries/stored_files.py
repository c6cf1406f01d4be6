"""Which records name which stored bytes."""

from collections.abc import Sequence

from sqlalchemy import CompoundSelect, Integer, bindparam, literal, null, select, union_all
from sqlmodel import Session, col

from workbench.models import ArticleVersion, Report, ReportFile, Snapshot, Tracked

# Every column that names stored bytes, and the one beside it that says how many, where there is one.
STORED: tuple[tuple[type[Tracked], str, str], ...] = (
    (ArticleVersion, "received_sha256", ""),
    (Snapshot, "sha256", "size"),
    (Report, "record_sha256", ""),
    (ReportFile, "sha256", "size"),
)


def _build() -> CompoundSelect[tuple[str, str, int]]:
    picks = []
    for model, name, size in STORED:
        table = model.__table__  # type: ignore[attr-defined]
        sized = table.c[size] if size else null().cast(Integer)
        pick = select(table.c[name].label("sha256"), literal(table.name).label("place"), sized.label("size"))
        picks.append(pick.where(table.c[name] >= bindparam("low"), table.c[name] < bindparam("high")))
    return union_all(*picks)


_NAMED = _build()  # once: it is asked 256 times for a store


def read_named(session: Session, prefix: str) -> dict[str, dict[str, int | None]]:
    """Every file that a record names and whose SHA-256 begins with `prefix`, with the tables that name it and
    the size they give. Of several sizes in one table one is told: they cannot all be right."""
    named: dict[str, dict[str, int | None]] = {}
    rows = session.execute(_NAMED, {"low": prefix, "high": f"{prefix}g"})  # g follows on every digit
    for sha256, place, size in rows:
        named.setdefault(sha256, {})[place] = size
    return named


def list_snapshots_of(session: Session, hashes: Sequence[str]) -> Sequence[Snapshot]:
    """The snapshots of these bytes, oldest first."""
    query = select(Snapshot).where(col(Snapshot.sha256).in_(hashes)).order_by(col(Snapshot.captured_at))
    return session.execute(query).scalars().all()
