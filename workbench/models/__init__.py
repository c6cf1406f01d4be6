"""Tables, one noun a file. Importing the package registers all of them on one metadata."""

from workbench.models.anchor import Anchor
from workbench.models.appearance import Appearance, Attribution
from workbench.models.article import Article, ArticleVersion, Furniture
from workbench.models.blind_request import BlindRequest
from workbench.models.blind_verdict import Adjudication, BlindVerdict, Followed
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
from workbench.models.login import FeedToken, LoginAttempt, LoginSession, RecoveryCode, SecondFactor
from workbench.models.notification import Notification
from workbench.models.reply import Reply
from workbench.models.report import Report, ReportClaim, ReportFile, ReportPage
from workbench.models.revision import Revision, RevisionPayload
from workbench.models.source import Source
from workbench.models.tracked import METADATA, Tracked, new_id
from workbench.models.used_scale import UsedScale
from workbench.models.user import Credential, User
from workbench.models.verdict import Review, ReviewOutcome, Verdict

TRACKED: tuple[type[Tracked], ...] = (
    Adjudication,
    Anchor,
    Appearance,
    Article,
    ArticleVersion,
    Attribution,
    BlindRequest,
    BlindVerdict,
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
    ReportPage,
    Review,
    Snapshot,
    Source,
    UsedScale,
    User,
    Verdict,
)
UNTRACKED = (
    Credential,
    Draft,
    FeedToken,
    IdempotencyKey,
    Job,
    LoginAttempt,
    LoginSession,
    Notification,
    RecoveryCode,
    SavedView,
    SecondFactor,
)

__all__ = [
    "METADATA",
    "TRACKED",
    "UNTRACKED",
    "Adjudication",
    "Anchor",
    "Appearance",
    "Article",
    "ArticleVersion",
    "Attribution",
    "BlindRequest",
    "BlindVerdict",
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
    "FeedToken",
    "Followed",
    "ForeignVerdict",
    "Furniture",
    "IdempotencyKey",
    "Job",
    "JobState",
    "LoginAttempt",
    "LoginSession",
    "Notification",
    "RecoveryCode",
    "Reply",
    "Report",
    "ReportClaim",
    "ReportFile",
    "ReportPage",
    "Review",
    "ReviewOutcome",
    "Revision",
    "RevisionPayload",
    "SavedView",
    "SecondFactor",
    "Snapshot",
    "Source",
    "Tracked",
    "UsedScale",
    "User",
    "Verdict",
    "new_id",
]
