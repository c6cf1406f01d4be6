"""The table of work that takes time: what a job's row says -> who does it.

A new kind is a function that takes a `Work` (services/job_work.py), and its row here.
"""

from workbench.models import Article, Desk, Evidence
from workbench.services.article_fetching import FETCH_JOB, run_fetch
from workbench.services.captures import CAPTURE_JOB, run_capture
from workbench.services.imports import IMPORT_JOB, run_import
from workbench.services.job_work import JobKind
from workbench.services.jobs import TIDY_JOB, tidy_jobs
from workbench.services.rechecks import RECHECK_JOB, plan_rechecks
from workbench.services.splitting import SPLIT_JOB, split_stored

KINDS: dict[str, JobKind] = {
    SPLIT_JOB: JobKind(
        run=split_stored,
        title="Split a long article",
        busy="Splitting a long article into claims: you can read and come back.",
        done="The article is split.",
        subject=Article,
        link="Show its claims",
    ),
    CAPTURE_JOB: JobKind(
        run=run_capture,
        title="Keep a page that evidence rests on",
        busy="Visiting the page and keeping what is seen.",
        done="The page was visited.",
        subject=Evidence,
    ),
    FETCH_JOB: JobKind(
        run=run_fetch,
        title="Fetch an article again",
        busy="Looking at the article's address: you can leave this page and come back.",
        done="The article's address was looked at.",
        subject=Article,
        link="Show its versions",
        page="article_versions.timeline",
    ),
    RECHECK_JOB: JobKind(
        run=plan_rechecks,
        title="See which kept pages are due",
        busy="Looking which pages behind evidence are to be visited again.",
        done="Visits are planned.",
        subject=Desk,
    ),
    TIDY_JOB: JobKind(
        run=tidy_jobs,
        title="Forget old jobs",
        busy="Forgetting jobs that ended long ago.",
        done="Old jobs are forgotten.",
        subject=Desk,
    ),
    IMPORT_JOB: JobKind(
        run=run_import,
        title="Take in articles or claims",
        busy="Taking in what you brought: you can leave this page and come back.",
        done="Everything is taken in or refused.",
        subject=Desk,
    ),
}
