"""What each route can be asked for, so that records that a reader may not see are asked for everywhere.

`ASKS` has a row for every address of a route: the nouns that it names, in their order there. A new route
fails test_sealed.py until it stands here. `ask_everywhere` asks every route that names one of a case's
records, as a page or as a part, for the record and for one that never was: both have to be answered alike,
with 404 wherever the reader's role lets them in at all.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import re2
from flask import Flask
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from tests.web.forms import HTMX, SAME_ORIGIN
from workbench.domain.roles import Permission, Role, may
from workbench.web.access import find_permission

NOBODY = "0190b1a5-0000-7000-8000-00000000dead"

ASKS: dict[str, str] = {
    "/": "",
    "/account": "",
    "/account/logins/end": "",
    "/account/password": "",
    "/account/second-factor": "",
    "/account/second-factor/begin": "",
    "/account/second-factor/codes": "",
    "/account/second-factor/confirm": "",
    "/account/second-factor/off": "",
    "/acts/<int:seq>/undo": "entry",
    "/agreement": "",
    "/articles": "",
    "/articles/<ref>": "article",
    "/articles/<ref>/accept-all": "article",
    "/articles/<ref>/anchors/<uuid:anchor_id>/<any(take, gone, again):act>": "article anchor act",
    "/articles/<ref>/anchors/<uuid:anchor_id>/words": "article anchor",
    "/articles/<ref>/anchors/gone": "article",
    "/articles/<ref>/cards/<numbers>": "article stretch",
    "/articles/<ref>/claims": "article",
    "/articles/<ref>/claims/<claim_ref>/<any(up, down):way>": "article claim way",
    "/articles/<ref>/claims/new": "article",
    "/articles/<ref>/copy": "article",
    "/articles/<ref>/decide": "article",
    "/articles/<ref>/edit": "article",
    "/articles/<ref>/fetch": "article",
    "/articles/<ref>/furniture/<uuid:furniture_id>": "article furniture",
    "/articles/<ref>/glance": "article",
    "/articles/<ref>/history": "article",
    "/articles/<ref>/original": "article",
    "/articles/<ref>/publish": "article",
    "/articles/<ref>/reinstate": "article",
    "/articles/<ref>/report": "article",
    "/articles/<ref>/report.<code>": "article format",
    "/articles/<ref>/sort": "article",
    "/articles/<ref>/versions": "article",
    "/articles/<ref>/versions/<int:ordinal>": "article version",
    "/articles/<ref>/versions/<int:ordinal>/changes": "article version",
    "/articles/<ref>/versions/new": "article",
    "/articles/<ref>/visits/<uuid:capture_id>": "article visit",
    "/articles/<ref>/visits/files/<uuid:snapshot_id>/download": "article page",
    "/articles/<ref>/visits/files/<uuid:snapshot_id>/frame": "article page",
    "/articles/<ref>/visits/files/<uuid:snapshot_id>/image": "article page",
    "/articles/<ref>/withdraw": "article",
    "/articles/<ref>/words/<any(add, extend, trim):act>": "article act",
    "/articles/new": "",
    "/claims": "",
    "/claims/<ref>": "claim",
    "/claims/<ref>/accept": "claim",
    "/claims/<ref>/assign": "claim",
    "/claims/<ref>/card": "claim",
    "/claims/<ref>/comments": "claim",
    "/claims/<ref>/comments/<uuid:comment_id>/reopen": "claim comment",
    "/claims/<ref>/comments/<uuid:comment_id>/resolve": "claim comment",
    "/claims/<ref>/comments/<uuid:comment_id>/withdraw": "claim comment",
    "/claims/<ref>/dismiss": "claim",
    "/claims/<ref>/due": "claim",
    "/claims/<ref>/edit": "claim",
    "/claims/<ref>/evidence/<uuid:evidence_id>/edit": "claim evidence",
    "/claims/<ref>/evidence/<uuid:evidence_id>/file": "claim evidence",
    "/claims/<ref>/evidence/<uuid:evidence_id>/kept": "claim evidence",
    "/claims/<ref>/evidence/<uuid:evidence_id>/kept/<uuid:capture_id>": "claim evidence capture",
    "/claims/<ref>/evidence/<uuid:evidence_id>/kept/again": "claim evidence",
    "/claims/<ref>/evidence/<uuid:evidence_id>/kept/files/<uuid:snapshot_id>": "claim evidence file",
    "/claims/<ref>/evidence/<uuid:evidence_id>/kept/files/<uuid:snapshot_id>/download": "claim evidence file",
    "/claims/<ref>/evidence/<uuid:evidence_id>/kept/files/<uuid:snapshot_id>/frame": "claim evidence file",
    "/claims/<ref>/evidence/<uuid:evidence_id>/kept/files/<uuid:snapshot_id>/image": "claim evidence file",
    "/claims/<ref>/evidence/<uuid:evidence_id>/kept/standing": "claim evidence",
    "/claims/<ref>/evidence/<uuid:evidence_id>/recheck": "claim evidence",
    "/claims/<ref>/evidence/<uuid:evidence_id>/references/<uuid:snapshot_id>": "claim evidence file",
    "/claims/<ref>/evidence/<uuid:evidence_id>/reinstate": "claim evidence",
    "/claims/<ref>/evidence/<uuid:evidence_id>/withdraw": "claim evidence",
    "/claims/<ref>/evidence/new": "claim",
    "/claims/<ref>/links": "claim",
    "/claims/<ref>/links/<uuid:link_id>/withdraw": "claim link",
    "/claims/<ref>/looked-again": "claim",
    "/claims/<ref>/merge": "claim",
    "/claims/<ref>/others/<uuid:verdict_id>/reinstate": "claim other",
    "/claims/<ref>/others/<uuid:verdict_id>/withdraw": "claim other",
    "/claims/<ref>/reinstate": "claim",
    "/claims/<ref>/related": "claim",
    "/claims/<ref>/replies/<uuid:reply_id>": "claim reply",
    "/claims/<ref>/replies/<uuid:reply_id>/reinstate": "claim reply",
    "/claims/<ref>/replies/<uuid:reply_id>/withdraw": "claim reply",
    "/claims/<ref>/replies/new": "claim",
    "/claims/<ref>/return": "claim",
    "/claims/<ref>/second-verdict": "claim",
    "/claims/<ref>/second-verdict/withdraw": "claim",
    "/claims/<ref>/settle": "claim",
    "/claims/<ref>/sign": "claim",
    "/claims/<ref>/split": "claim",
    "/claims/<ref>/status": "claim",
    "/claims/<ref>/tags": "claim",
    "/claims/<ref>/text": "claim",
    "/claims/<ref>/verdict": "claim",
    "/claims/<ref>/withdraw": "claim",
    "/claims/all.<code>": "format",
    "/claims/earlier": "",
    "/claims/hints": "",
    "/claims/publish": "",
    "/claims/publish/chosen": "",
    "/claims/report": "",
    "/claims/report.<code>": "format",
    "/claims/work": "",
    "/drafts": "",
    "/drafts/discard": "",
    "/healthz": "",
    "/history/<int:seq>/redact": "entry",
    "/import/<any(addresses, files, feed, table, 'fact-checks'):way>": "way",
    "/import/arriving/<uuid:job_id>": "job",
    "/import/offer/<sha256>": "upload",
    "/jobs": "",
    "/jobs/<uuid:job_id>": "job",
    "/jobs/<uuid:job_id>/cancel": "job",
    "/jobs/<uuid:job_id>/retry": "job",
    "/keyboard": "",
    "/login": "",
    "/login/code": "",
    "/logout": "",
    "/news": "",
    "/news/<token>.atom": "feed",
    "/news/<uuid:news_id>/read": "news",
    "/news/feed": "",
    "/news/feed/off": "",
    "/news/read": "",
    "/palette": "",
    "/people": "",
    "/people/<uuid:person_id>": "person",
    "/people/<uuid:person_id>/deactivate": "person",
    "/people/<uuid:person_id>/log-out": "person",
    "/people/<uuid:person_id>/password": "person",
    "/people/<uuid:person_id>/reactivate": "person",
    "/people/<uuid:person_id>/role": "person",
    "/people/<uuid:person_id>/second-factor/off": "person",
    "/people/add": "",
    "/published": "",
    "/published/<ref>": "report",
    "/published/<ref>.<code>": "report format",
    "/published/claims/<ref>": "claim",
    "/published/style.css": "",
    "/reports": "",
    "/reports/<ref>": "report",
    "/reports/<ref>.<code>": "report format",
    "/reports/<ref>/change": "report",
    "/reports/<ref>/page/close": "report",
    "/reports/<ref>/page/open": "report",
    "/reports/<ref>/retract": "report",
    "/settings": "",
    "/sources": "",
    "/sources/<ref>": "source",
    "/sources/<ref>/edit": "source",
    "/sources/<ref>/merge": "source",
    "/sources/<ref>/unmerge": "source",
    "/sources/new": "",
    "/static/<path:filename>": "name",
    "/views": "",
    "/views/<uuid:view_id>/forget": "view",
}
# Records that are asked for behind a question mark: whatever is answered, it is what one that never was gets.
QUESTIONS = (
    "/claims/publish?claim={claim}",
    "/claims/report.json?claim={claim}",
    "/claims?claimant={number}",
    "/articles?outlet={number}",
    "/palette?q={source}",
    "/claims/{claim}/comments?about={evidence}",
)
# What never was, by noun; other nouns are named by a UUID.
NOWHERE = {
    "article": "A-999999",
    "claim": "C-999999",
    "source": "S-999999",
    "number": "999999",
    "report": "R-999999",
    "entry": "999999",
    "version": "999",
    "feed": "no-such-token",
    "upload": "0" * 64,
}
# What stands in an address besides records.
PLAIN = {"format": "json", "stretch": "1-20", "act": "take", "way": "up", "name": "workbench.css"}
_PART = re2.compile(r"<[^>]+>")
# What a form sends along unseen is another one each time.
_ONCE = re2.compile(r'name="(?:once|csrf[-_]token)"[^>]*')
_WAYS = {"act": ("take", "add"), "way": ("up", "feed")}  # which of them a route takes, it says itself


@dataclass(frozen=True, slots=True)
class Sealed:
    """Records that somebody may not see, by noun, and the open ones that they belong to. `listed` are nouns
    whose records stand in a list all the same, so that a refusal may say why."""

    records: Mapping[str, str]
    around: Mapping[str, str] = field(default_factory=dict)
    listed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Ask:
    """`endpoint` is empty for a question, which may be answered as it likes; `listed`: see Sealed."""

    endpoint: str
    method: str
    here: str
    nowhere: str
    listed: bool = False


def list_asks(app: Flask, sealed: Sealed) -> Iterator[Ask]:
    """Every address at which one of the records can be asked for, and the same one of what never was."""
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule):
        nouns = ASKS.get(rule.rule, "").split()  # what is missing there is told by its own test
        if sealed.records.keys() & set(nouns) and _can_be_named(nouns, sealed):
            here, nowhere = _fill(rule, nouns, sealed), _fill(rule, nouns, sealed, nowhere=True)
            for method in sorted((rule.methods or set()) & {"GET", "POST"}):
                yield Ask(rule.endpoint, method, here, nowhere, bool(sealed.listed & set(nouns)))
    for question in QUESTIONS:
        nouns = [part[1:-1] for part in re2.findall(r"\{[a-z]+\}", question)]
        if sealed.records.keys() & set(nouns) and _can_be_named(nouns, sealed):
            values = {noun: _name(noun, sealed) for noun in nouns}
            gone = {noun: _name(noun, sealed, nowhere=True) for noun in nouns}
            yield Ask("", "GET", question.format(**values), question.format(**gone))


def ask_everywhere(
    app: Flask, client: object, sealed: Sealed, role: Role | None, token: str = "", *, part: bool = False
) -> dict[str, str]:
    """What is wrong, by address: another answer than for what never was, or one that is not 404. `client` is
    the reader's, `role` None for a guest."""
    wrong = {}
    for ask in list_asks(app, sealed):
        told, gone = (_send(client, ask.method, url, token, part=part) for url in (ask.here, ask.nowhere))
        due = find_due(app, ask, role, part=part) if ask.endpoint else gone.status_code
        if told.status_code != due:
            wrong[f"{ask.method} {ask.here}"] = f"{told.status_code} instead of {due}"
        elif not ask.listed and _plain(told, ask) != _plain(gone, ask):
            wrong[f"{ask.method} {ask.here}"] = "answered otherwise than what never was"
    return wrong


def find_due(app: Flask, ask: Ask, role: Role | None, *, part: bool) -> int:
    """404, but for whom a route is closed whatever it is asked for: they are told that, and no more."""
    permission = find_permission(app, ask.endpoint)
    if permission is None or permission is Permission.PUBLIC or (role and may(role, permission)):
        return 404
    if role is not None:
        return 403
    return 303 if ask.method == "GET" and not part else 401


def _send(client: object, method: str, url: str, token: str, *, part: bool) -> TestResponse:
    data = {"csrf_token": token, "version": "1"} if method == "POST" else None
    headers = SAME_ORIGIN | (HTMX if part else {})
    answer: TestResponse = client.open(url, method=method, data=data, headers=headers)  # type: ignore[attr-defined]
    return answer


def _plain(answer: TestResponse, ask: Ask) -> tuple[int, str, str]:
    """An answer without what differs by the record's own name and from second to second."""
    body = answer.get_data(as_text=True)
    location = answer.headers.get("Location", "") + answer.headers.get("HX-Redirect", "")
    for here, nowhere in _differences(ask):
        body, location = body.replace(here, nowhere), location.replace(here, nowhere)
    answer.close()
    return answer.status_code, _ONCE.sub('""', body), location


def _differences(ask: Ask) -> list[tuple[str, str]]:
    parts = zip(re2.split(r"[/?=&]", ask.here), re2.split(r"[/?=&]", ask.nowhere), strict=True)
    return [(here.split(".")[0], nowhere.split(".")[0]) for here, nowhere in parts if here != nowhere]


def _can_be_named(nouns: list[str], sealed: Sealed) -> bool:
    return all(noun in sealed.records or noun in sealed.around or noun in PLAIN for noun in nouns)


def _name(noun: str, sealed: Sealed, *, nowhere: bool = False) -> str:
    if noun in sealed.records:
        return NOWHERE.get(noun, NOBODY) if nowhere else sealed.records[noun]
    return sealed.around.get(noun) or PLAIN[noun]


def _fill(rule: Rule, nouns: list[str], sealed: Sealed, *, nowhere: bool = False) -> str:
    url = rule.rule
    for noun in nouns:
        value = _name(noun, sealed, nowhere=nowhere)
        part = _PART.search(url)[0]
        value = next((way for way in _WAYS.get(noun, ()) if way in part), value)
        url = url.replace(part, value, 1)
    return url
