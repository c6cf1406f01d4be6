"""Tables, one noun a file. Importing the package registers all of them on one metadata."""

from workbench.models.appearance import Appearance, Attribution
from workbench.models.article import Article, ArticleVersion, Furniture
from workbench.models.claim import Claim
from workbench.models.desk import Desk
from workbench.models.evidence import Evidence, Snapshot
from workbench.models.idempotency import IdempotencyKey
from workbench.models.job import Job, JobState
from workbench.models.login import LoginAttempt, LoginSession
from workbench.models.report import Report, ReportClaim, ReportFile
from workbench.models.revision import Revision, RevisionPayload
from workbench.models.source import Source
from workbench.models.tracked import METADATA, Tracked, new_id
from workbench.models.user import Credential, User
from workbench.models.verdict import Review, ReviewOutcome, Verdict

TRACKED: tuple[type[Tracked], ...] = (
    Appearance,
    Article,
    ArticleVersion,
    Attribution,
    Claim,
    Desk,
    Evidence,
    Furniture,
    Report,
    ReportClaim,
    ReportFile,
    Review,
    Snapshot,
    Source,
    User,
    Verdict,
)
UNTRACKED = (Credential, IdempotencyKey, Job, LoginAttempt, LoginSession)

__all__ = [
    "METADATA",
    "TRACKED",
    "UNTRACKED",
    "Appearance",
    "Article",
    "ArticleVersion",
    "Attribution",
    "Claim",
    "Credential",
    "Desk",
    "Evidence",
    "Furniture",
    "IdempotencyKey",
    "Job",
    "JobState",
    "LoginAttempt",
    "LoginSession",
    "Report",
    "ReportClaim",
    "ReportFile",
    "Review",
    "ReviewOutcome",
    "Revision",
    "RevisionPayload",
    "Snapshot",
    "Source",
    "Tracked",
    "User",
    "Verdict",
    "new_id",
]
