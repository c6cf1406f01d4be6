"""A second verdict without sight of the first: asked for, asked for no longer, settled where they differ."""

from typing import Any

from flask import Blueprint, Response, request, url_for
from flask_babel import gettext as _

from workbench.domain.errors import NotFound, RuleBroken
from workbench.domain.ratings import Confidence
from workbench.domain.roles import Permission
from workbench.forms.actions import ReasonForm
from workbench.forms.base import EditForm
from workbench.forms.blind import AGAIN, OWN, AskSecondForm, SettleForm
from workbench.models import Claim, Followed, User
from workbench.queries.blind import OpenedPair, find_request, load_pairs
from workbench.queries.scales import load_used
from workbench.queries.users import find_user
from workbench.services.blind import ask_second, withdraw_request
from workbench.services.blind_rules import find_sealable, list_askable
from workbench.services.blind_settling import Decision, settle_pair
from workbench.services.verdict_values import VerdictValues
from workbench.web.access import needs
from workbench.web.cards import flash_act
from workbench.web.claim_parts import ALL, answer_parts
from workbench.web.claims import find_claim
from workbench.web.current import db, user
from workbench.web.drafts import offer_draft
from workbench.web.htmx import invalid, page, saved
from workbench.web.slots import BLIND, Slot, find_slot

blueprint = Blueprint("blind", __name__)


@blueprint.route("/claims/<ref>/second-verdict", methods=["GET", "POST"])
@needs(Permission.REVIEW)
def ask(ref: str) -> Response:
    claim = find_claim(ref)
    form, slot = AskSecondForm(version=claim.version).offer(_list_askable(claim)), find_slot(claim, BLIND)
    context = {"form": form, "claim": claim, "ref": ref, "slot": slot}
    context["stands_open"] = claim.verdict_id is not None
    if request.method != "POST":
        return page("blind/ask.html", "blind/_ask.html", **context)
    if form.validate():
        form.attempt(lambda: ask_second(db(), claim, _read_asked(form), seen=form.seen, person=user()))
    if form.errors:
        return invalid("blind/ask.html", "blind/_ask.html", **context)
    return _answer(
        claim, slot, form, _("A second verdict is asked for; neither is shown before both are in.")
    )


@blueprint.route("/claims/<ref>/second-verdict/withdraw", methods=["GET", "POST"])
@needs(Permission.REVIEW)
def withdraw(ref: str) -> Response:
    claim = find_claim(ref)
    form, slot = ReasonForm(version=claim.version), find_slot(claim, BLIND)
    context = {"form": form, "claim": claim, "ref": ref, "slot": slot}
    if request.method != "POST":
        return page("blind/withdraw.html", "blind/_withdraw.html", **context)
    if form.validate():
        form.attempt(
            lambda: withdraw_request(
                db(), claim, reason=form.reason.data or "", seen=form.seen, person=user()
            )
        )
    if form.errors:
        return invalid("blind/withdraw.html", "blind/_withdraw.html", **context)
    return _answer(claim, slot, form, _("No second verdict is asked for any more."))


@blueprint.route("/claims/<ref>/settle", methods=["GET", "POST"])
@needs(Permission.REVIEW)
def settle(ref: str) -> Response:
    claim = find_claim(ref)
    pair, slot = _find_pair(claim), find_slot(claim, BLIND)
    scale = load_used(db())[pair.first.verdict.scale, pair.first.verdict.scale_version]
    form = SettleForm(version=claim.version).offer(_name_halves(pair), scale)
    context = {"form": form, "claim": claim, "ref": ref, "slot": slot, "pair": pair, "scale": scale}
    if request.method != "POST":
        offer_draft(form, url_for(".settle", ref=ref), claim.id, "blind.settled")
        return page("blind/settle.html", "blind/_settle.html", **context)
    if form.validate():
        form.attempt(
            lambda: settle_pair(db(), claim, _read_decision(form, scale), seen=form.seen, person=user())
        )
    if form.errors:
        return invalid("blind/settle.html", "blind/_settle.html", **context)
    return _answer(claim, slot, form, _("The two verdicts are settled."))


def _answer(claim: Claim, slot: Slot, form: EditForm, words: str) -> Response:
    """The claim page, whose verdict, history and discussion read otherwise now."""
    if slot.alone:
        flash_act(words, slot.back, undoable=False)
        return saved(slot.back)
    touched = (*ALL, "discussion")
    return answer_parts(claim, "blind slot", touched=touched, seen=form.seen, told=words, undoable=False)


def _list_askable(claim: Claim) -> dict[str, str]:
    sealable = find_sealable(db(), claim)
    return {
        person.login: person.name for person in list_askable(db(), sealable.author_id if sealable else None)
    }


def _read_asked(form: AskSecondForm) -> User | None:
    if not form.person.data:
        return None
    person = find_user(db(), form.person.data)
    if person is None:
        raise RuleBroken(_("There is no such person here."), field="person")
    return person


def _find_pair(claim: Claim) -> OpenedPair:
    asked = find_request(db(), claim)
    if asked is None or asked.opened_at is None:
        raise NotFound(_("There are no two verdicts here that have to be settled."))
    return load_pairs(db(), [asked])[0]


def _name_halves(pair: OpenedPair) -> dict[str, str]:
    halves = {Followed.FIRST: pair.first, Followed.SECOND: pair.second}
    return {
        key.value: _("%(name)s: %(rating)s", name=half.author, rating=half.verdict.rating_text)
        for key, half in halves.items()
    }


def _read_decision(form: SettleForm, scale: Any) -> Decision:
    chosen, words = form.decision.data, form.settling.data or ""
    if chosen not in {OWN, AGAIN}:
        return Decision(Followed(chosen), words)
    if chosen == AGAIN:
        return Decision(Followed.NEITHER, words)
    own = VerdictValues(
        scale=scale,
        rating=form.rating.data,
        confidence=Confidence(form.confidence.data),
        reasoning=form.reasoning.data or "",
        conclusion=form.conclusion.data or "",
    )
    return Decision(Followed.NEITHER, words, own)
