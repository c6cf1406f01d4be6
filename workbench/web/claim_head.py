"""What the claim page shows at its head: the claim itself, and whose it is, by when, under which tags."""

from datetime import datetime
from typing import Any

from flask_babel import gettext as _

from workbench.domain.roles import Permission
from workbench.forms.sorting import AssignForm, DueForm, TagsForm
from workbench.queries.claim_filter import NOBODY
from workbench.queries.claim_table import list_tags, read_tags_of
from workbench.queries.claims import list_merged
from workbench.queries.comments import count_open
from workbench.queries.users import get_user, list_writers
from workbench.web.claim_reads import ClaimReads
from workbench.web.claim_verdict import mark_pointed
from workbench.web.current import db, sight, time_zone, user
from workbench.web.hints import look_over


def load_head(reads: ClaimReads) -> dict[str, Any]:
    """What templates/claims/_head.html shows, with what it holds."""
    merged_into, merged = list_merged(db(), reads.claim, sight=sight())
    return {
        "row": reads.row,
        "sealed": reads.blind.started,  # its words stay as they are until then
        "article": reads.article,
        "merged_into": merged_into,
        "merged": merged,
        "find_hints": look_over(reads.claim),
        "pointed": mark_pointed(reads),
        **load_open_comments(reads),
        **load_sorting(reads),
    }


def load_open_comments(reads: ClaimReads) -> dict[str, Any]:
    """What templates/claims/_open_comments.html shows."""
    return {"open_comments": count_open(reads.comments)}


def load_sorting(reads: ClaimReads) -> dict[str, Any]:
    """What templates/claims/_sorting.html shows."""
    claim = reads.claim
    tags = read_tags_of(db(), [claim.id]).get(claim.id, [])
    assignee = get_user(db(), claim.assignee_id) if claim.assignee_id else None
    to = assignee.login if assignee else NOBODY
    return {
        "assignee": assignee,
        "tags": tags,
        "tag_names": list_tags(db()) if user().may(Permission.WRITE) else [],
        "assign_form": AssignForm(formdata=None, version=claim.version, to=to).offer(list_people()),
        "due_form": DueForm(formdata=None, version=claim.version, due_on=claim.due_on),
        "today": datetime.now(time_zone()).date(),
        "tags_form": TagsForm(formdata=None, tags=", ".join(tags), before=", ".join(tags)),
    }


def list_people() -> dict[str, str]:
    """Whom a claim can be assigned to, by login name."""
    return {NOBODY: str(_("Nobody")), **{person.login: person.name for person in list_writers(db())}}
