"""Real rows with sensible defaults, each made by one `history.change()` as the product makes them.

Every function commits and answers the row; a keyword argument that is not named here is a column's value.
"""

from tests.factories.articles import QUOTE, TEXT, build_furniture, find_article, make_article, make_version
from tests.factories.claims import (
    find_appearance,
    make_anchor,
    make_claim,
    make_claimant,
    make_comment,
    make_link,
    make_tag,
)
from tests.factories.desk import make_desk, make_used_scale, make_user
from tests.factories.every_kind import make_every_kind
from tests.factories.evidence import (
    make_capture,
    make_custody,
    make_evidence,
    make_foreign_verdict,
    make_reply,
    make_snapshot,
)
from tests.factories.reports import make_report, make_report_page
from tests.factories.rows import NOON, edit
from tests.factories.sources import build_source, make_source
from tests.factories.verdicts import (
    make_adjudication,
    make_blind_request,
    make_blind_verdict,
    make_ready,
    make_review,
    make_verdict,
)

__all__ = [
    "NOON",
    "QUOTE",
    "TEXT",
    "build_furniture",
    "build_source",
    "edit",
    "find_appearance",
    "find_article",
    "make_adjudication",
    "make_anchor",
    "make_article",
    "make_blind_request",
    "make_blind_verdict",
    "make_capture",
    "make_claim",
    "make_claimant",
    "make_comment",
    "make_custody",
    "make_desk",
    "make_every_kind",
    "make_evidence",
    "make_foreign_verdict",
    "make_link",
    "make_ready",
    "make_reply",
    "make_report",
    "make_report_page",
    "make_review",
    "make_snapshot",
    "make_source",
    "make_tag",
    "make_used_scale",
    "make_user",
    "make_verdict",
    "make_version",
]
