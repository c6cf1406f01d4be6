"""What was frozen in a report, for who may read it now: a source may be withheld after publication, and a
file may be damaged."""

from flask import g
from flask_babel import gettext as _

from workbench.domain.errors import NotFound
from workbench.domain.publications import list_names
from workbench.domain.records import ReportRecord
from workbench.models import Report
from workbench.queries.mentions import list_withheld_names
from workbench.queries.reports import is_public
from workbench.web.current import db, press


def open_record(report: Report, *, sight: bool) -> ReportRecord:
    """A report's record. Raises NotFound where its file is gone or damaged, and for a reader without `sight`
    when it names a withheld source."""
    record = press().find(report)
    if record is None:
        raise NotFound(_("This report cannot be read at present: its record is damaged."))
    if not sight and not _list_withheld().isdisjoint(list_names(record)):
        raise NotFound(_("This report cannot be read at present: a source in it is withheld."))
    return record


def is_whole(report: Report) -> bool:
    """Whether a report can be read and names no source that is withheld now."""
    names = press().name_sources(report)
    return names is not None and _list_withheld().isdisjoint(names)


def is_open(report: Report) -> bool:
    """Whether anybody may read a report: its page is open, and nothing in it is withheld or damaged."""
    return is_public(db(), report) and is_whole(report)


def _list_withheld() -> frozenset[str]:
    """What withheld sources are called, asked once a request."""
    if "withheld_names" not in g:
        g.withheld_names = list_withheld_names(db())
    found: frozenset[str] = g.withheld_names
    return found
