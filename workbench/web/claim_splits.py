"""One claim split in two, and two merged into one."""

from flask import Blueprint, Response, request, url_for
from flask_babel import gettext as _

from workbench.domain.errors import NotFound, RuleBroken
from workbench.domain.references import parse_reference
from workbench.domain.roles import Permission
from workbench.forms.claim_splits import THIS, MergeForm, SplitForm
from workbench.models import Claim
from workbench.queries.claims import get_claim, load_rows
from workbench.services.claim_splits import SplitValues, merge_claims, split_claim
from workbench.web.access import needs
from workbench.web.cards import flash_act, read_article
from workbench.web.current import db, sight, user
from workbench.web.drafts import offer_draft
from workbench.web.htmx import invalid, page, saved

blueprint = Blueprint("claim_splits", __name__)


@blueprint.route("/claims/<ref>/split", methods=["GET", "POST"])
@needs(Permission.WRITE)
def split(ref: str) -> Response:
    claim = _find_claim(ref)
    form = SplitForm(obj=claim)
    if request.method == "GET":
        offer_draft(form, url_for(".split", ref=ref))
        return page("claims/split.html", form=form, row=_load_row(claim))
    new = None
    if form.validate():
        new = form.attempt(
            lambda: split_claim(db(), claim, _read_split(form), seen=form.seen, by=user().actor)
        )
    if new is None:
        return invalid("claims/split.html", form=form, row=_load_row(claim))
    return _back(claim, _("%(ref)s is split: C-%(number)s is new.", ref=ref, number=new.number), new)


@blueprint.route("/claims/<ref>/merge", methods=["GET", "POST"])
@needs(Permission.WRITE)
def merge(ref: str) -> Response:
    claim = _find_claim(ref)
    form = MergeForm(version=claim.version)
    if request.method == "GET":
        form.other.data = request.args.get("with", "")
        return page("claims/merge.html", form=form, row=_load_row(claim))
    kept = form.attempt(lambda: _merge(claim, form)) if form.validate() else None
    if kept is None:
        return invalid("claims/merge.html", form=form, row=_load_row(claim))
    return _back(kept, _("Merged: C-%(number)s stands for both now.", number=kept.number), kept)


def _merge(claim: Claim, form: MergeForm) -> Claim:
    """Returns the claim that stays."""
    try:
        other = _find_claim((form.other.data or "").strip())
    except NotFound as error:
        raise RuleBroken(str(error), field="other") from None
    gone, kept = (other, claim) if form.stays.data == THIS else (claim, other)
    if claim.version != form.seen:
        raise RuleBroken(_("The claim was changed meanwhile. Look at it again before you merge it."))
    merge_claims(db(), gone, kept, seen=gone.version, person=user())
    return kept


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


def _load_row(claim: Claim) -> object:
    return load_rows(db(), [claim], sight=sight())[0]


def _find_claim(ref: str) -> Claim:
    return get_claim(db(), parse_reference("C", ref))
