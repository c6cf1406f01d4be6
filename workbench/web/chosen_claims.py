"""The claims that a person chose for a report: one that cannot be in it is named, never left out unsaid."""

from collections.abc import Collection, Sequence

from flask_babel import gettext as _

from workbench.domain.errors import RuleBroken
from workbench.domain.references import format_reference, parse_reference
from workbench.domain.status import SIGNED, Status
from workbench.forms.reports import PublishForm
from workbench.models import Claim
from workbench.queries.claims import ClaimRow, find_claims
from workbench.queries.report_records import is_reportable
from workbench.web.current import db


def read_chosen(form: PublishForm, rows: Sequence[ClaimRow]) -> list[Claim]:
    """The claims that were ticked among `rows`, in their order, then those that were typed as further ones.
    Raises RuleBroken where one of them can't be in the report, as when it was withdrawn while the form was
    open, or is not as it was shown there any more."""
    ticked = {parse_reference("C", text) for text in form.claims.data or []}
    named = form.list_further()
    offered = {row.number: row.claim for row in rows}
    typed = {claim.number: claim for claim in find_claims(db(), named) if is_reportable(claim)}
    for field, missing in (("claims", ticked - offered.keys()), ("further", named - typed.keys())):
        if missing:
            raise RuleBroken(describe_missing(missing), field=field)
    _refuse_changed(form.seen.data or [], [offered[number] for number in sorted(ticked)])
    return [claim for number, claim in (offered | typed).items() if number in ticked | named]


def _refuse_changed(seen: Collection[str], claims: Sequence[Claim]) -> None:
    """Raises RuleBroken where the form showed another version of one of these claims."""
    shown = dict(text.split() for text in seen)
    names = [(format_reference("C", claim.number), str(claim.version)) for claim in claims]
    changed = [name for name, version in names if shown.get(name, version) != version]
    if changed:
        words = _(
            "Changed since you opened this form: %(claims)s. Look again, then publish.",
            claims=", ".join(changed),
        )
        raise RuleBroken(str(words), field="claims")


def describe_missing(numbers: Collection[int]) -> str:
    """Which claims of these numbers cannot be in the report, each with the reason; empty for none."""
    if not numbers:
        return ""
    found = {claim.number: claim for claim in find_claims(db(), numbers)}
    named = (
        f"{format_reference('C', number)} ({_tell_why(found.get(number))})" for number in sorted(numbers)
    )
    return str(_("These cannot be in the report: %(claims)s.", claims=", ".join(named)))


def _tell_why(claim: Claim | None) -> str:
    if claim is None:
        why = _("there is no such claim")
    elif claim.merged_into_id is not None:
        why = _("merged into another one")
    elif claim.status is Status.WITHDRAWN:
        why = _("withdrawn")
    elif claim.accepted_at is None:
        why = _("not accepted")
    else:
        why = _("not signed") if claim.status not in SIGNED else _("not said in this article any more")
    return str(why)
