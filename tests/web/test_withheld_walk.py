"""A walk over every address of the desk: a withheld source's name is nowhere for who may not see it, and in
nobody's export. A new route with a new kind of part in its address needs a row in `make_parts`."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from werkzeug.test import TestResponse

from tests import factories
from tests.exports.reading import read_words
from tests.web.desk import Browser, RunningDesk
from tests.web.forms import HTMX
from tests.web.walking import Parts, fill_rule
from workbench import database
from workbench.app import make_press
from workbench.domain import roles
from workbench.domain.captures import FileRole
from workbench.domain.outcomes import Counted, Item, Outcome
from workbench.domain.roles import Permission, Role, may
from workbench.domain.statements import Manner
from workbench.domain.status import Status
from workbench.exports import list_formats, render
from workbench.history import change
from workbench.models import Attribution, Evidence, Job, JobState, Source
from workbench.queries.claims import find_claims
from workbench.queries.desk import get_desk
from workbench.queries.report_records import build_record
from workbench.services import sources as services
from workbench.services.arriving import put_arriving
from workbench.services.captures import CAPTURE_JOB
from workbench.services.imports import IMPORT_JOB
from workbench.services.job_work import Tools
from workbench.services.reports import ReportValues, publish_report
from workbench.services.source_merging import merge_sources, unmerge_source
from workbench.services.sources import SourceValues
from workbench.web.current import Installation

CANARY = "zyqathorne"
NAME = "Zyqathorne Quill"
EXPORTS = {
    "reports.draft",
    "reports.draft_of_claims",
    "claim_export.download",
    "reports.download",
    "claims.text",
}
BLIND = [role for role in Role if not may(role, Permission.READ_WITHHELD)]


@pytest.fixture(scope="module")
def parts(desk: RunningDesk) -> Parts:
    """A desk on which everything that can tell of a source tells of the canary, which is then withheld; and
    what stands in addresses: by the noun that a route begins with and the name of the part."""
    with desk.open() as session:
        secret = factories.make_source(
            session,
            NAME,
            description=f"{CANARY} tells",
            url=f"https://{CANARY}.example/",
            aliases=[f"{CANARY} the second"],
            conflicts=f"Cousin of {CANARY}",
            reliability_reason=f"{CANARY} was right",
        )
        twin = factories.make_source(session, f"Twin of {CANARY}")
        open_one = factories.make_source(session, "Open Registry")
        version = factories.make_article(session, outlet_id=twin.id, title="Troops near the river")
        article = factories.find_article(session, version)
        claim = factories.make_claim(session, version, claimant=secret)
        proposal = factories.make_claim(session, version, accepted_at=None, title="Proposed")
        with change(session, by="tests", action="tests.proposed"):
            place = factories.find_appearance(session, proposal)
            named = Attribution(appearance_id=place.id, position=1, name=NAME.upper(), manner=Manner.INDIRECT)
            session.add(named)  # as the splitter leaves it: a name without a source
        file = desk.files.put(CANARY.encode())
        snapshot = factories.make_snapshot(session, CANARY.encode(), original_name=f"{CANARY}.txt")
        assert snapshot.sha256 == file
        told = factories.make_evidence(
            session,
            claim,
            secret,
            snapshot_id=snapshot.id,
            excerpt=f"{CANARY} saw it",
            note=f"{CANARY} by telephone",
            locator=f"{CANARY} page 3",
            url=f"https://{CANARY}.example/told",
            method=f"{CANARY} method",
        )
        factories.edit(session, told, note=f"Mended by {CANARY}")
        image = factories.make_snapshot(
            session, b"x", original_name=f"{CANARY}.png", evidence_id=told.id, role=FileRole.REFERENCE
        )
        echo = factories.make_evidence(
            session, claim, open_one, origin_id=told.id, origin_note=f"What {CANARY} told"
        )
        capture = factories.make_capture(session, told, message=f"{CANARY} answered")
        comment = factories.make_comment(session, claim, words=f"Is {CANARY} safe?", evidence_id=told.id)
        reply = factories.make_reply(session, claim, source_id=secret.id, asked=NAME, answer=f"{CANARY}: yes")
        factories.make_reply(session, claim, asked=f"the {CANARY} quill")
        others = factories.make_foreign_verdict(session, claim, secret, rating=f"{CANARY} rates")
        factories.make_verdict(
            session,
            claim,
            grades=[{"evidence": str(one.id), "version": 1, "grade": "B2"} for one in (told, echo)],
        )
        factories.edit(session, claim, status=Status.CHECKED)
        report = factories.make_report(session, claim)
        merge_sources(session, twin, secret, seen=1, by="tests", reason=f"{CANARY} is one")
        other = factories.make_source(session, "Once Together")
        merge_sources(session, other, open_one, seen=1, by="tests")
        unmerge_source(session, other, seen=2, by="tests")
        factories.edit(session, open_one, aliases=[f"Near {CANARY}"])
        factories.edit(session, open_one, aliases=[])
        values = SourceValues(
            NAME,
            secret.kind,
            description=secret.description,
            withheld=True,
            withheld_reason=f"{CANARY} is in danger",
            aliases=tuple(secret.aliases),
        )
        services.edit_source(
            session,
            make_press(desk.files),
            secret,
            values,
            seen=secret.version,
            by="tests",
            reason=f"{CANARY} asked",
        )
        assert session.get_one(Source, twin.id, populate_existing=True).withheld
    with desk.open() as session:
        gazette = factories.make_source(session, f"{CANARY} Gazette")
        printed = factories.make_claim(session, factories.make_article(session, outlet_id=gazette.id))
        factories.make_review(session, factories.make_verdict(session, printed))
        factories.edit(session, printed, status=Status.CHECKED)
        frozen = publish_report(
            session,
            make_press(desk.files),
            [printed],
            ReportValues("Printed", public=True),
            person=desk.people[Role.REVIEWER],
        )
        renamed = SourceValues("Plain Gazette", gazette.kind, withheld=True, withheld_reason="In danger")
        services.edit_source(
            session, make_press(desk.files), gazette, renamed, seen=gazette.version, by="tests"
        )
    jobs = add_jobs(desk, told, secret)
    table = put_arriving(tools_of(desk).arriving, b"claim,speaker\nThe bridge is closed.,The mayor\n")
    claims = [f"C-{one.number}" for one in (claim, proposal, printed)]
    reports = [f"R-{report.number}", f"R-{frozen.number}"]
    return {
        ("articles", "ref"): [f"A-{article.number}"],
        ("claims", "ref"): claims,
        ("sources", "ref"): [f"S-{one.number}" for one in (secret, twin, open_one, other, gazette)],
        ("reports", "ref"): reports,
        ("published", "ref"): [*reports, *claims],
        ("", "code"): sorted(list_formats()),
        ("", "numbers"): ["1-20"],
        ("", "evidence_id"): [str(told.id), str(echo.id)],
        ("", "snapshot_id"): [str(image.id), str(snapshot.id)],
        ("", "capture_id"): [str(capture.id)],
        ("", "reply_id"): [str(reply.id)],
        ("", "comment_id"): [str(comment.id)],
        ("", "verdict_id"): [str(others.id)],
        ("", "job_id"): jobs,
        ("", "sha256"): [table],
        ("", "way"): ["addresses", "files", "feed", "table", "fact-checks"],
        ("", "person_id"): [str(desk.people[Role.OWNER].id)],
        ("", "seq"): ["1", "2"],
        ("", "filename"): ["workbench.css"],
        ("", "*"): ["1"],
    }


def tools_of(desk: RunningDesk) -> Tools:
    made: Installation = desk.app.extensions["workbench"]
    return made.tools


def add_jobs(desk: RunningDesk, told: Evidence, secret: Source) -> list[str]:
    """Work about the canary, what may be said of it on its way, and imports that name it item by item."""
    counted = Counted()
    counted.add(Item(f"https://{CANARY}.example/checks/1", Outcome.ADDED, reference="C-1"))
    counted.add(Item("row 2", Outcome.REFUSED, f"{CANARY}.example did not answer"))
    with database.scratch(desk.engine) as session:
        values = {"state": JobState.FAILED, "message": f"{CANARY} did not answer"}
        about = [
            Job(
                kind=CAPTURE_JOB,
                args={},
                subject_id=one.id,
                actor="tests",
                created_at=factories.NOON,
                **values,
            )
            for one in (told, secret)
        ]
        done = Job(
            kind=IMPORT_JOB,
            args={"files": [["t.csv", "0" * 64]]},
            subject_id=get_desk(session).id,
            actor="tests",
            created_at=factories.NOON,
            state=JobState.DONE,
            result=counted.to_plain(),
        )
        failed = Job(
            kind=IMPORT_JOB,
            args={"addresses": f"https://{CANARY}.example/checks/2"},
            subject_id=get_desk(session).id,
            actor="tests",
            created_at=factories.NOON,
            **values,
        )
        session.add_all([*about, done, failed])
        return [str(job.id) for job in (*about, done, failed)]


def list_addresses(desk: RunningDesk, parts: Parts) -> Iterator[tuple[str, str]]:
    """Every GET address with every value of its parts, and what a reader may add to some of them."""
    for rule in desk.app.url_map.iter_rules():
        if "GET" in (rule.methods or set()):
            for url in fill_rule(rule, parts):
                yield rule.endpoint, url
    claim, secret = parts["claims", "ref"][0], parts["sources", "ref"][0].removeprefix("S-")
    told = parts["", "evidence_id"][0]
    every = "&".join(f"columns={name}" for name in ("evidence", "article", "tags"))
    for url in (
        f"/claims?{every}",
        f"/claims?stage=proposed&{every}",
        f"/claims?claimant={secret}",
        f"/claims?outlet={secret}",
        "/claims?evidence=yes",
        "/claims?recheck=due",
        f"/articles?outlet={secret}",
        f"/claims/{claim}?history=all",
        f"/claims/{claim}/comments?about={told}",
        f"/palette?q=S-{secret}",
        "/palette?q=quill",
        "/palette?q=tells",
        "/sources?q=quill",
        "/sources?q=tells",
        "/articles?q=quill",
        "/claims?q=quill",
        "/claims/earlier?statement=Troops+are+30+km+from+the+border",
    ):
        yield "", url
    for code in parts["", "code"]:
        yield "reports.draft_of_claims", f"/claims/report.{code}?claim={claim}"


def tells(browser: Browser, url: str) -> str:
    """What of the answer tells of the canary; empty when nothing does."""
    answer = browser.get(url)
    assert answer.status_code < 500, url
    return find_canary(answer)


def find_canary(answer: TestResponse) -> str:
    """The part of an answer's heads or body that tells of the canary; it is closed then."""
    heads = "\n".join(f"{name}: {value}" for name, value in answer.headers)
    body = read_words(answer.get_data())
    answer.close()
    places = [(part, part.casefold().find(CANARY)) for part in (heads, body)]
    return next((part[max(0, at - 120) : at + 40] for part, at in places if at >= 0), "")


@pytest.mark.parametrize("role", BLIND)
def test_who_may_not_see_it_meets_it_at_no_address(desk: RunningDesk, parts: Parts, role: Role) -> None:
    browser = desk.browser(role)
    found = {url: told for _, url in list_addresses(desk, parts) if (told := tells(browser, url))}
    assert found == {}


def test_the_walk_does_see_what_it_looks_for(desk: RunningDesk, parts: Parts) -> None:
    """Whoever may see it meets it in many places: the walk goes where it would be."""
    claim, secret = parts["claims", "ref"][0], parts["sources", "ref"][0]
    for url in (f"/claims/{claim}", f"/sources/{secret}", "/sources?q=tells", "/palette?q=tells", "/claims"):
        assert tells(desk.checker, url), url


@pytest.mark.parametrize("role", Role)
def test_nobodys_export_names_it(desk: RunningDesk, parts: Parts, role: Role) -> None:
    """What was frozen before stays as it was, for those who may see it: publications do not change."""
    browser = desk.browser(role)
    made = EXPORTS if role in BLIND else EXPORTS - {"reports.download"}
    addresses = [url for endpoint, url in list_addresses(desk, parts) if endpoint in made]
    assert len(addresses) > 2 * len(list_formats())
    assert {url: told for url in addresses if (told := tells(browser, url))} == {}


def test_no_format_names_it_from_the_command_line_either(desk: RunningDesk, parts: Parts) -> None:
    with desk.open() as session:
        numbers = [int(ref.removeprefix("C-")) for ref in parts["claims", "ref"]]
        claims = find_claims(session, numbers)
        record = build_record(session, claims, title="t", made_by="m", made_at=factories.NOON)
        for code in list_formats():
            made = read_words(render(code, replace(record, title="Chosen")))
            assert CANARY not in made.casefold(), code


def test_a_withheld_source_is_not_there_like_one_that_never_was(desk: RunningDesk, parts: Parts) -> None:
    """404 in the same words, never 403: nothing says that there is something to be seen."""
    secret, claim = parts["sources", "ref"][0], parts["claims", "ref"][0]
    told = parts["", "evidence_id"][0]
    nobody = "0190b1a5-0000-7000-8000-00000000dead"
    for here, nowhere in (
        (f"/sources/{secret}", "/sources/S-999999"),
        (f"/claims/{claim}/evidence/{told}/file", f"/claims/{claim}/evidence/{nobody}/file"),
    ):
        answers = [desk.viewer.get(url) for url in (here, nowhere)]
        assert [answer.status_code for answer in answers] == [404, 404]
        bodies = [answer.text.replace(secret, "S-999999").replace(told, nobody) for answer in answers]
        assert bodies[0] == bodies[1]


def test_counts_say_nothing_of_it(desk: RunningDesk, parts: Parts) -> None:
    claim = parts["claims", "ref"][0]
    page = desk.viewer.read(f"/claims/{claim}")
    assert "Same story as" not in page
    column = page.split('data-stance="supports" aria')[1].split("</section>")[0]
    assert '<span class="muted">1</span>' in column
    assert "Given on" in page  # the evidence that may be seen is told, the other is not


# What would end the walk itself: the login, and the accounts that it walks as.
LEFT_ALONE = ("login.", "account.", "people.")
# What a form may hold. Most of it is refused, and the page that says so is what is read here; what a reader
# types they know, so nothing here names the canary.
TYPED = {
    "title": "",
    "name": "Open Registry",
    "source": "Open Registry",
    "asked": "Somebody",
    "asked_on": "",
    "reason": "",
    "version": "1",
    "words": "not there",
    "other": "C-999999",
    "rating": "",
    "addresses": "nonsense",
    "url": "",
    "text": "",
    "q": "quill",
}


def list_posts(desk: RunningDesk, parts: Parts) -> Iterator[str]:
    for rule in desk.app.url_map.iter_rules():
        if "POST" in (rule.methods or set()) and not rule.endpoint.startswith(LEFT_ALONE):
            yield from fill_rule(rule, parts)


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "part"])
@pytest.mark.parametrize("role", [Role.VIEWER, Role.CHECKER])
def test_no_answer_to_a_form_tells_of_it(
    desk: RunningDesk, parts: Parts, role: Role, headers: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Refused forms with their page again, conflicts, previews, choices. Today whoever writes may see
    withheld sources; so that this hangs on no role, a checker who may not is made here. It comes last: forms
    that are taken change the desk."""
    told = f"/claims/{parts['claims', 'ref'][0]}/evidence/{parts['', 'evidence_id'][1]}/edit"
    assert find_canary(desk.checker.post(told, **TYPED)), "who may see it meets it in a form that is refused"
    held = roles._HELD | {Permission.READ_WITHHELD: frozenset({Role.OWNER})}
    monkeypatch.setattr(roles, "_HELD", held)
    browser = desk.browser(role)
    found = {}
    for url in list_posts(desk, parts):
        answer = browser.post(url, headers, **TYPED)
        assert answer.status_code < 500, (url, answer.status_code)
        if told := find_canary(answer):
            found[url] = told
    assert found == {}
