"""The table of work that takes time: what a job's row says -> who does it.

A new kind is a function that takes a `Work` (services/job_work.py), and its row here.
"""

from workbench.models import Article, Desk, Evidence
from workbench.services.article_fetching import FETCH_JOB, run_fetch
from workbench.services.captures import CAPTURE_JOB, run_capture
from workbench.services.imports import IMPORT_JOB, forget_files, run_import
from workbench.services.job_work import JobKind
from workbench.services.jobs import TIDY_JOB, tidy_jobs
from workbench.services.rechecks import RECHECK_JOB, plan_rechecks
from workbench.services.splitting import SPLIT_JOB, split_stored

# What it does, its title in lists, what is said while it works and when it is done, what it is about.
KINDS: dict[str, JobKind] = {
    SPLIT_JOB: JobKind(
        split_stored,
        "Split a long article",
        "Splitting a long article into claims: you can read and come back.",
        "The article is split.",
        Article,
        link="Show its claims",
    ),
    CAPTURE_JOB: JobKind(
        run_capture,
        "Keep a page that evidence rests on",
        "Visiting the page and keeping what is seen.",
        "The page was visited.",
        Evidence,
    ),
    FETCH_JOB: JobKind(
        run_fetch,
        "Fetch an article again",
        "Looking at the article's address: you can leave this page and come back.",
        "The article's address was looked at.",
        Article,
        link="Show its versions",
        page="article_versions.timeline",
    ),
    RECHECK_JOB: JobKind(
        plan_rechecks,
        "See which kept pages are due",
        "Looking which pages behind evidence are to be visited again.",
        "Visits are planned.",
        Desk,
    ),
    TIDY_JOB: JobKind(
        tidy_jobs,
        "Forget old jobs",
        "Forgetting jobs that ended long ago.",
        "Old jobs are forgotten.",
        Desk,
    ),
    IMPORT_JOB: JobKind(
        run_import,
        "Take in articles or claims",
        "Taking in what you brought: you can leave this page and come back.",
        "Everything is taken in or refused.",
        Desk,
        after=forget_files,
    ),
}
