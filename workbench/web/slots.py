"""Where a form opens: in its claim's page, beside an article's text (in its card, or above the cards when the
claim is not there yet), or on a page of its own."""

from dataclasses import dataclass

from flask import request, url_for

from workbench.domain.references import format_reference, parse_reference
from workbench.models import Article, Claim
from workbench.web.htmx import wants_part

CLAIM, EVIDENCE, REPLY, OTHERS, BLIND = "claim", "evidence", "reply", "others", "blind"
# Of each kind: the part of the claim page that has the focus afterwards, and the place to lead back to.
_HOMES = {
    CLAIM: ("#claim-head", None),
    EVIDENCE: ("#evidence", "evidence"),
    REPLY: ("#replies", "replies"),
    OTHERS: ("#others", "others"),
    BLIND: ("#verdict", "verdict"),
}


@dataclass(frozen=True, slots=True)
class Slot:
    """The place that a form takes; see templates/macros/slot.html and static/slots.js.

    id: of the element that the form replaces, empty on a page of its own; kind: of two slots of one kind only
    one holds a form; home: the part of the page that has the focus afterwards when what opened the form has
    gone; article: the reference of the article beside whose text it was asked for; back: where Cancel leads;
    claim: its reference, empty for one that is not there yet.
    """

    id: str
    kind: str
    home: str
    article: str
    back: str
    claim: str

    @property
    def alone(self) -> bool:
        return not self.id


def find_slot(claim: Claim, kind: str = CLAIM) -> Slot:
    """The slot this request is about. Raises NotFound when it names what is no article."""
    ref = format_reference("C", claim.number)
    named = request.values.get("in", "")
    if named:
        article = format_reference("A", parse_reference("A", named))
        back = url_for("articles.show", ref=article, claim=ref, _anchor=f"claim-{ref}")
        return Slot(f"slot-{ref}" if wants_part() else "", kind, f"#claim-{ref}", article, back, ref)
    home, anchor = _HOMES[kind]
    back = url_for("claims.show", ref=ref, _anchor=anchor)
    return Slot(f"{kind}-edit" if wants_part() else "", kind, home, "", back, ref)


def find_slot_for_new(article: Article) -> Slot:
    """The slot of a claim that is being made from words of an article: templates/claims/_new_closed.html."""
    ref = format_reference("A", article.number)
    back = url_for("articles.show", ref=ref)
    return Slot("slot-new" if wants_part() else "", CLAIM, "#article-text", ref, back, "")
