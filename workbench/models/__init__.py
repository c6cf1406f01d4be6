"""Tables, one noun a file. Importing the package registers all of them on one metadata."""

from workbench.models.anchor import Anchor
from workbench.models.appearance import Appearance, Attribution
from workbench.models.article import Article, ArticleVersion, Furniture
from workbench.models.capture import Capture, Custody
from workbench.models.claim import Claim
from workbench.models.claim_link import ClaimLink
from workbench.models.claim_tag import ClaimTag
from workbench.models.comment import Comment
from workbench.models.desk import Desk
from workbench.models.draft import Draft, SavedView
from workbench.models.evidence import Evidence, Snapshot
from workbench.models.foreign_verdict import ForeignVerdict
from workbench.models.idempotency import IdempotencyKey
from workbench.models.job import Job, JobState
from workbench.models.login import LoginAttempt, LoginSession
from workbench.models.reply import Reply
from workbench.models.report import Report, ReportClaim, ReportFile
from workbench.models.revision import Revision, RevisionPayload
from workbench.models.source import Source
from workbench.models.tracked import METADATA, Tracked, new_id
from workbench.models.user import Credential, User
from workbench.models.verdict import Review, ReviewOutcome, Verdict

TRACKED: tuple[type[Tracked], ...] = (
    Anchor,
    Appearance,
    Article,
    ArticleVersion,
    Attribution,
    Capture,
    Claim,
    ClaimLink,
    ClaimTag,
    Comment,
    Custody,
    Desk,
    Evidence,
    ForeignVerdict,
    Furniture,
    Reply,
    Report,
    ReportClaim,
    ReportFile,
    Review,
    Snapshot,
    Source,
    User,
    Verdict,
)
UNTRACKED = (Credential, Draft, IdempotencyKey, Job, LoginAttempt, LoginSession, SavedView)

__all__ = [
    "METADATA",
    "TRACKED",
    "UNTRACKED",
    "Anchor",
    "Appearance",
    "Article",
    "ArticleVersion",
    "Attribution",
    "Capture",
    "Claim",
    "ClaimLink",
    "ClaimTag",
    "Comment",
    "Credential",
    "Custody",
    "Desk",
    "Draft",
    "Evidence",
    "ForeignVerdict",
    "Furniture",
    "IdempotencyKey",
    "Job",
    "JobState",
    "LoginAttempt",
    "LoginSession",
    "Reply",
    "Report",
    "ReportClaim",
    "ReportFile",
    "Review",
    "ReviewOutcome",
    "Revision",
    "RevisionPayload",
    "SavedView",
    "Snapshot",
    "Source",
    "Tracked",
    "User",
    "Verdict",
    "new_id",
]
