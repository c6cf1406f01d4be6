"""One claim split in two, and two merged into one."""

from collections.abc import Sequence

from flask import Blueprint, Response, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from workbench.domain.errors import NotFound, RuleBroken
from workbench.domain.references import parse_reference
from workbench.domain.roles import Permission
from workbench.forms.claim_splits import THIS, MergeForm, SplitForm
from workbench.models import Claim
from workbench.queries.articles import get_version
from workbench.queries.claims import ClaimRow, get_claim, load_rows
from workbench.queries.places import ASKED, find_newest_place, list_places
from workbench.services.claim_splits import SplitValues, merge_claims, split_claim
from workbench.web import claim_parts
from workbench.web.access import needs
from workbench.web.article_parts import answer_merge, answer_split, read_slices
from workbench.web.cards import flash_act, read_article
from workbench.web.current import db, sight, user
from workbench.web.drafts import offer_draft
from workbench.web.htmx import invalid, page, saved
from workbench.web.slots import find_slot

blueprint = Blueprint("claim_splits", __name__)


@blueprint.route("/claims/<ref>/split", methods=["GET", "POST"])
@needs(Permission.WRITE)
def split(ref: str) -> Response:
    claim = _find_claim(ref)
    form, slot = SplitForm(obj=claim), find_slot(claim)
    row = _load_row(claim)
    context = {"form": form, "row": row, "slot": slot, "quotes": _list_quotes(row)}
    if request.method != "POST":
        offer_draft(form, url_for(".split", ref=ref), claim.id, "claim.split")
        return page("claims/split.html", "claims/_split.html", **context)
    before, new = read_slices(claim), None
    if form.validate():
        new = form.attempt(
            lambda: split_claim(db(), claim, _read_split(form), seen=form.seen, by=user().actor)
        )
    if new is None:
        return invalid("claims/split.html", "claims/_split.html", **context)
    words = _("%(ref)s is split: C-%(number)s is new.", ref=ref, number=new.number)
    words += _tell_asked(claim, new)
    if slot.alone:
        return _back(claim, words, new)
    if slot.article:
        return answer_split(read_article(claim), words, claim, new, before)
    return _answer(claim, words, form.seen, claim_parts.ALL, leads=f"C-{new.number}")


@blueprint.route("/claims/<ref>/merge", methods=["GET", "POST"])
@needs(Permission.WRITE)
def merge(ref: str) -> Response:
    claim = _find_claim(ref)
    form, slot = MergeForm(version=claim.version), find_slot(claim)
    context = {"form": form, "row": _load_row(claim), "slot": slot}
    if request.method != "POST":
        form.other.data = request.args.get("with", "")
        offer_draft(form, url_for(".merge", ref=ref), claim.id, "claim.merged")
        return page("claims/merge.html", "claims/_merge.html", **context)
    other = form.attempt(lambda: _find_other(form)) if form.validate() else None
    mine, theirs = [read_slices(one) if one else [] for one in (claim, other)]
    kept = form.attempt(lambda: _merge(claim, other, form)) if other is not None else None
    if other is None or kept is None:
        return invalid("claims/merge.html", "claims/_merge.html", **context)
    words = _("Merged: C-%(number)s stands for both now.", number=kept.number)
    if slot.alone:
        return _back(kept, words, kept)
    if slot.article:
        return answer_merge(read_article(claim), words, kept, claim, other, [*mine, *theirs])
    leads = "" if kept is claim else f"C-{kept.number}"
    touched = (*claim_parts.ALL, "discussion")  # what is said of evidence goes with it
    return _answer(claim, words, form.seen, touched, leads=leads)


def _find_other(form: MergeForm) -> Claim:
    try:
        return _find_claim((form.other.data or "").strip())
    except NotFound as error:
        raise RuleBroken(str(error), field="other") from None


def _merge(claim: Claim, other: Claim, form: MergeForm) -> Claim:
    """Returns the claim that stays."""
    gone, kept = (other, claim) if form.stays.data == THIS else (claim, other)
    if claim.version != form.seen:
        raise RuleBroken(_("The claim was changed meanwhile. Look at it again before you merge it."))
    merge_claims(db(), gone, kept, seen=gone.version, person=user())
    return kept


def _answer(claim: Claim, words: str, seen: int, touched: Sequence[str], *, leads: str) -> Response:
    """On the claim's page: its parts, and where the other claim is."""
    return claim_parts.answer_parts(claim, "claim slot", touched=touched, seen=seen, told=words, leads=leads)


def _read_split(form: SplitForm) -> SplitValues:
    return SplitValues(
        title=form.title.data or "",
        statement=form.statement.data or "",
        new_title=form.new_title.data or "",
        new_statement=form.new_statement.data or "",
        words=form.words.data or "",
        shared=form.shared.data,
    )


def _back(claim: Claim, words: str, opened: Claim) -> Response:
    """To the article, where both can be seen, with the claim to look at open."""
    ref = f"C-{opened.number}"
    article = read_article(claim)
    to = url_for("articles.show", ref=f"A-{article.number}", claim=ref, _anchor=f"claim-{ref}")
    flash_act(words, to)
    return saved(to)


def _list_quotes(row: ClaimRow) -> list[str]:
    """The words that can be split: as they were said and, where they are others by now, as they read now."""
    if row.appearance is None:
        return []
    _version, now = find_newest_place(db(), row.appearance)
    return list(dict.fromkeys((row.appearance.quote, now.quote)))


def _tell_asked(*claims: Claim) -> str:
    """How many of the two are not found beyond doubt in the newest text, and wait for a person."""
    version = get_version(db(), read_article(claims[0]))
    ids = {claim.id for claim in claims}
    count = sum(place.standing == ASKED for _claim, place in list_places(db(), version, ids))
    if not count:
        return ""
    words = ngettext(
        "Where its words went in the newest text waits for your answer.",
        "Where the words of both went in the newest text waits for your answer.",
        count,
    )
    return f" {words}"


def _load_row(claim: Claim) -> ClaimRow:
    return load_rows(db(), [claim], sight=sight())[0]


def _find_claim(ref: str) -> Claim:
    return get_claim(db(), parse_reference("C", ref))
