"""Kept pages visited again when they are due: a few at a time, each site left in peace between two visits."""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from workbench import database
from workbench.database import open_session
from workbench.queries.capture_standing import list_due
from workbench.queries.desk import get_desk
from workbench.services.captures import CAPTURE_JOB, SCHEDULE
from workbench.services.job_work import Work
from workbench.services.jobs import add_job

RECHECK_JOB = "recheck"
MOST = 200  # visits planned at a time; what is left is due the next time, too
SPACING = timedelta(minutes=1)  # between two visits to one host


def plan_rechecks(work: Work) -> None:
    """The job that comes around: ask for a visit of every kept page that nobody has visited for as many days
    as the desk's settings say, the longest first. Planned twice, each is asked for once."""
    now = datetime.now(UTC)
    with open_session(work.engine) as session:
        days = get_desk(session).recheck_days
        due = list_due(session, now - timedelta(days=days), MOST) if days else []
    next_at: dict[str, datetime] = {}
    for done, (evidence_id, url) in enumerate(due):
        work.report(done, len(due))
        host = urlsplit(url).hostname or ""
        at = next_at.get(host, now)
        next_at[host] = at + SPACING
        with database.scratch(work.engine) as session:
            add_job(session, CAPTURE_JOB, evidence_id, by=SCHEDULE, total=1, not_before=at)
