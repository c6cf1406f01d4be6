"""What ties a claim to others, and which earlier ones it could be tied to."""

from typing import Any

from workbench.forms.claim_links import LinkForm
from workbench.models import Claim
from workbench.queries.claim_links import LinkRow, list_links
from workbench.queries.claims import ClaimRow, load_rows
from workbench.web.claim_memory import WORDS, look_beside
from workbench.web.current import db, sight


def load_related(claim: Claim) -> dict[str, Any]:
    """What templates/claims/_related.html shows, read for it alone."""
    row = load_rows(db(), [claim], sight=sight())[0]
    return show_related(row, list_links(db(), claim, sight=sight()))


def show_related(row: ClaimRow, links: list[LinkRow]) -> dict[str, Any]:
    """The same from what is read already."""
    return {
        "row": row,
        "claim": row.claim,
        "ref": row.reference,
        "links": links,
        "look": look_beside(row, links),
        "link_form": LinkForm(formdata=None),
        **WORDS,
    }
