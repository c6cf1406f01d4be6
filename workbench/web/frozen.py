"""What was frozen in a report, for who may read it now: a source may be withheld after publication."""

from flask_babel import gettext as _

from workbench.domain.errors import NotFound
from workbench.domain.publications import list_names
from workbench.domain.records import ReportRecord
from workbench.models import Report
from workbench.queries.mentions import is_withheld
from workbench.web.current import db, press


def open_record(report: Report, *, sight: bool) -> ReportRecord:
    """A report's record. Raises NotFound for a reader without `sight` when it names a withheld source."""
    record = press().load(report)
    if not sight and is_withheld(db(), list_names(record)):
        raise NotFound(_("This report cannot be read at present: a source in it is withheld."))
    return record
