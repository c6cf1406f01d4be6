"""What a worker would do now, done at once."""

from sqlalchemy import update

from tests.web.desk import RunningDesk
from workbench import database
from workbench.jobs import run_job
from workbench.models import Job
from workbench.server import find_installation
from workbench.services.jobs import sweep_jobs
from workbench.workshop import make_tools


def run_jobs(desk: RunningDesk) -> None:
    """Do every job that waits, also one that is to be tried again later."""
    with database.scratch(desk.engine) as session:
        session.execute(update(Job).values(not_before=None))
    tools = make_tools(find_installation(desk.app).settings, desk.engine)
    for job in sweep_jobs(desk.engine):
        run_job(tools, job)
