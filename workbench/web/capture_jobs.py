"""Handing a visit to the queue once its row is committed."""

from workbench.models import Evidence
from workbench.queries.capture_standing import find_waiting_job
from workbench.web.current import db, queue


def hand_over_capture(evidence: Evidence) -> None:
    """If the page of this evidence is to be visited, have it visited now rather than at the next sweep."""
    job = find_waiting_job(db(), evidence.id)
    if job is not None:
        queue().hand_over(job.id)
