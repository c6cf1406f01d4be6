"""The table of work that takes time: what a job's row says -> who does it.

A new kind is a function that takes a `Work` (services/job_work.py), and its row here.
"""

from workbench.domain.words import marked
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
        marked("Split a long article"),
        marked("Splitting a long article into claims: you can read and come back."),
        marked("The article is split."),
        Article,
        link=marked("Show its claims"),
    ),
    CAPTURE_JOB: JobKind(
        run_capture,
        marked("Keep a page that evidence rests on"),
        marked("Visiting the page and keeping what is seen."),
        marked("The page was visited."),
        Evidence,
    ),
    FETCH_JOB: JobKind(
        run_fetch,
        marked("Fetch an article again"),
        marked("Looking at the article's address: you can leave this page and come back."),
        marked("The article's address was looked at."),
        Article,
        link=marked("Show its versions"),
        page="article_versions.timeline",
    ),
    RECHECK_JOB: JobKind(
        plan_rechecks,
        marked("See which kept pages are due"),
        marked("Looking which pages behind evidence are to be visited again."),
        marked("Visits are planned."),
        Desk,
    ),
    TIDY_JOB: JobKind(
        tidy_jobs,
        marked("Forget old jobs"),
        marked("Forgetting jobs that ended long ago."),
        marked("Old jobs are forgotten."),
        Desk,
    ),
    IMPORT_JOB: JobKind(
        run_import,
        marked("Take in articles or claims"),
        marked("Taking in what you brought: you can leave this page and come back."),
        marked("Everything is taken in or refused."),
        Desk,
        after=forget_files,
    ),
}
