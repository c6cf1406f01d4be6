"""What a guest reads: published reports whose page is open, what became of them, and nothing else."""

import json
import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from tests import factories
from tests.web.desk import RunningDesk
from tests.web.forms import read_hidden
from tests.web.test_reports import make_article
from workbench.app import make_press
from workbench.domain.evidence import SourceKind
from workbench.domain.report_kinds import ReportKind
from workbench.domain.roles import Role
from workbench.domain.status import Status
from workbench.exports import list_formats
from workbench.models import Claim, Report
from workbench.queries.claims import find_claims
from workbench.queries.reports import get_report
from workbench.queries.sources import get_source
from workbench.services.report_pages import close_page
from workbench.services.reports import ReportValues, publish_report, retract_report
from workbench.services.sources import SourceValues, add_source, edit_source

NOTE = "The map was misread."


def publish(desk: RunningDesk, *claims: Claim, public: bool = True) -> str:
    """The reference of a new report with these claims."""
    with desk.open() as session:
        rows = find_claims(session, [claim.number for claim in claims])
        values = ReportValues("Port in flames", public=public)
        person = desk.people[Role.REVIEWER]
        return name(publish_report(session, make_press(desk.files), rows, values, person=person))


def judge_anew(desk: RunningDesk, claim: Claim, rating: str = "false") -> None:
    with desk.open() as session:
        [row] = find_claims(session, [claim.number])
        factories.edit(session, row, status=Status.CHECKING)
        verdict = factories.make_verdict(session, row, rating=rating)
        factories.make_review(session, verdict)
        factories.edit(session, row, status=Status.CHECKED)


def correct(desk: RunningDesk, ref: str, *claims: Claim) -> str:
    with desk.open() as session:
        rows = find_claims(session, [claim.number for claim in claims])
        values = ReportValues("Port in flames", kind=ReportKind.CORRECTION, note=NOTE)
        made = publish_report(
            session,
            make_press(desk.files),
            rows,
            values,
            person=desk.people[Role.REVIEWER],
            replaces=get_report(session, int(ref[2:])),
        )
        return name(made)


def retract(desk: RunningDesk, ref: str, title: str | None = None) -> str:
    with desk.open() as session:
        report, person = get_report(session, int(ref[2:])), desk.people[Role.REVIEWER]
        press = make_press(desk.files)
        return name(retract_report(session, press, report, note=NOTE, person=person, title=title))


def close(desk: RunningDesk, ref: str) -> None:
    with desk.open() as session:
        report, person = get_report(session, int(ref[2:])), desk.people[Role.REVIEWER]
        close_page(session, report, reason="Asked by a lawyer.", person=person)


def name(report: Report) -> str:
    return f"R-{report.number}"


@pytest.fixture
def guest(desk: RunningDesk) -> FlaskClient:
    return desk.app.test_client()


def test_anybody_reads_a_published_report_and_its_files(desk: RunningDesk, guest: FlaskClient) -> None:
    _, (claim,) = make_article(desk, "Port was hit")
    ref = publish(desk, claim)
    page = guest.get(f"/published/{ref}")
    assert page.status_code == 200
    for words in ("Port in flames", "Port was hit", "Half true", "Troops are 30 km from the border"):
        assert words in page.text
    assert "script-src 'self'" in page.headers["Content-Security-Policy"]
    assert "style=" not in page.text
    assert "<style" not in page.text
    for code in list_formats():
        answer = guest.get(f"/published/{ref}.{code}")
        assert answer.data == desk.viewer.get(f"/reports/{ref}.{code}").data
        assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert f"/published/{ref}" in guest.get("/published").text
    assert guest.get("/published/style.css").mimetype == "text/css"


def test_a_report_that_is_not_public_is_not_there(desk: RunningDesk, guest: FlaskClient) -> None:
    article, (claim,) = make_article(desk, "Port was missed")
    ref = publish(desk, claim, public=False)
    addresses = [f"/published/{ref}", f"/published/claims/C-{claim.number}"]
    addresses += [f"/published/{ref}.{code}" for code in list_formats()]
    nowhere = guest.get("/published/R-99999").text.replace("R-99999", ref)
    for client in (guest, desk.viewer.client):
        assert {url: client.get(url).status_code for url in addresses} == dict.fromkeys(addresses, 404)
    assert guest.get(addresses[0]).text.replace("csrf", "") == nowhere.replace("csrf", "")
    assert ref not in guest.get("/published").text
    assert guest.get("/published/nonsense").status_code == 404
    assert guest.get("/published/claims/C-99999").status_code == 404
    # All the rest of the desk is closed to a guest.
    for url in (f"/reports/{ref}", f"/claims/C-{claim.number}", f"/articles/A-{article.number}", "/reports"):
        assert guest.get(url).status_code == 303, url


def test_a_page_is_opened_and_closed(desk: RunningDesk, guest: FlaskClient) -> None:
    _, (claim,) = make_article(desk, "Port was closed")
    ref = publish(desk, claim, public=False)
    desk.reviewer.save(f"/reports/{ref}/page/open")
    assert guest.get(f"/published/{ref}").status_code == 200
    page = desk.reviewer.read(f"/reports/{ref}/page/close")
    fields = read_hidden(page, "close-form")
    assert desk.reviewer.post(f"/reports/{ref}/page/close", **fields, reason="").status_code == 422
    desk.reviewer.save(f"/reports/{ref}/page/close", **fields, reason="Asked by a lawyer")
    assert guest.get(f"/published/{ref}").status_code == 404
    assert guest.get(f"/published/{ref}.json").status_code == 404
    assert "Asked by a lawyer" in desk.viewer.read(f"/reports/{ref}")


def test_a_claim_with_another_title_counts_as_published_otherwise_not_as_judged_otherwise(
    desk: RunningDesk,
) -> None:
    article, (claim,) = make_article(desk, "Bridge fell early")
    ref = publish(desk, claim)
    url = f"/articles/A-{article.number}/publish"
    assert "Published otherwise before." not in desk.reviewer.read(url)
    with desk.open() as session:
        [row] = find_claims(session, [claim.number])
        factories.edit(session, row, title="Bridge fell late")
    page = desk.reviewer.read(url)
    assert "Published otherwise before. Correct it there instead, so that its readers are told:" in page
    assert f'href="/reports/{ref}/change"' in page
    assert "another verdict" not in page


def test_a_correction_goes_through_the_form_and_readers_of_the_old_page_are_told(
    desk: RunningDesk, guest: FlaskClient
) -> None:
    article, (claim, other) = make_article(desk, "Bridge fell", "Bridge stands")
    first = publish(desk, claim, other)
    judge_anew(desk, claim)
    # Publishing again leads to the correction.
    page = desk.reviewer.read(f"/articles/A-{article.number}/publish?claim=C-{claim.number}")
    assert f'href="/reports/{first}/change"' in page
    refused = desk.reviewer.post(
        f"/articles/A-{article.number}/publish", title="Again", claims=f"C-{claim.number}"
    )
    assert (refused.status_code, f"Correct {first} instead" in refused.text) == (422, True)
    url = f"/reports/{first}/change"
    page = desk.reviewer.read(url)
    fields = read_hidden(page, "change-form") | {
        "title": "Bridge, corrected",
        "claims": [f"C-{claim.number}", f"C-{other.number}"],
        "kind": "correction",
    }
    refused = desk.reviewer.post(url, **fields, note="")
    assert (refused.status_code, "Bridge, corrected" in refused.text) == (422, True)
    second = desk.reviewer.save(url, **fields, note=NOTE).rsplit("/", 1)[1]
    old = guest.get(f"/published/{first}")
    assert old.status_code == 200
    for words in ("This is not what holds now", "Correction", NOTE, f"/published/{second}", "Half true"):
        assert words in old.text
    new = guest.get(f"/published/{second}").text
    for words in (f"Correction of {first}", NOTE, "was “Half true”, is “False” now", f"/published/{first}"):
        assert words in new
    listed = guest.get("/published").text
    assert f"Corrected by {second}" in listed
    assert f"Correction of {first}" in listed
    assert json.loads(guest.get(f"/published/{second}.json").data)["notice"]["replaces"] == first
    assert second in desk.viewer.read(f"/reports/{first}")


def test_the_desks_page_of_a_change_says_what_changed_besides_the_rating(desk: RunningDesk) -> None:
    _, (claim,) = make_article(desk, "Ferry sails")
    ref = publish(desk, claim)
    with desk.open() as session:
        [row] = find_claims(session, [claim.number])
        factories.edit(session, row, title="Ferry sails daily")
    page = desk.viewer.read(f"/reports/{correct(desk, ref, claim)}")
    assert "changed: the words of the claim" in page


def test_a_claims_page_tells_what_holds_and_what_was_said_before(
    desk: RunningDesk, guest: FlaskClient
) -> None:
    _, (claim,) = make_article(desk, "Dam holds")
    first = publish(desk, claim)
    url = f"/published/claims/C-{claim.number}"
    assert "Half true" in guest.get(url).text
    judge_anew(desk, claim)
    assert "is “False”" not in guest.get(url).text  # not published yet
    assert "False" not in guest.get(url).text.split("What the ratings mean")[0]
    second = correct(desk, first, claim)
    page = guest.get(url).text.split("What the ratings mean")[0]
    for words in ("False", "Half true", second, first, NOTE, '<svg class="picture"'):
        assert words in page


def test_a_retracted_report_shows_its_notice_and_no_verdict(desk: RunningDesk, guest: FlaskClient) -> None:
    _, (claim,) = make_article(desk, "Never checked enough")
    first = publish(desk, claim)
    second = correct(desk, first, claim)
    last = retract(desk, second)
    for url in (f"/published/{first}", f"/published/{second}", f"/published/claims/C-{claim.number}"):
        page = guest.get(url)
        assert page.status_code == 200
        assert NOTE in page.text
        assert f"Retraction of {second}" in page.text
        assert "The evidence" not in page.text
    for ref in (first, second):
        assert guest.get(f"/published/{ref}.pdf").status_code == 404
        assert desk.viewer.get(f"/reports/{ref}.json").status_code == 200
    assert guest.get(f"/published/{last}.pdf").status_code == 200
    assert f"Retracted by {last}" in guest.get("/published").text


def test_a_claims_page_names_the_report_that_stands(desk: RunningDesk, guest: FlaskClient) -> None:
    """Another report that left the claim out since takes nothing back."""
    _, (claim, other) = make_article(desk, "Dyke holds", "Dyke leaks")
    first, second = publish(desk, claim), publish(desk, claim, other)
    third = correct(desk, second, other)
    page = guest.get(f"/published/claims/C-{claim.number}").text
    head = page.split("</header>")[0]
    assert f'href="/published/{first}"' in head
    assert third not in head
    assert "taken back" not in page
    assert third in page  # what became of it is told below


def test_a_claims_course_tells_when_nothing_stood_behind_it(desk: RunningDesk, guest: FlaskClient) -> None:
    _, (claim, other) = make_article(desk, "Dyke held", "Dyke leaked")
    correct(desk, publish(desk, claim, other), other)
    judge_anew(desk, claim)
    publish(desk, claim)
    assert "taken back" in guest.get(f"/published/claims/C-{claim.number}").text


@pytest.mark.parametrize("how", ["left out", "retracted"])
def test_a_claims_page_tells_of_a_change_that_was_taken_back_since(
    desk: RunningDesk, guest: FlaskClient, how: str
) -> None:
    """The report that stands tells what another one disowned: that is not left unsaid."""
    _, (claim, other) = make_article(desk, "Weir is shut", "Weir is open")
    first, second = publish(desk, claim), publish(desk, claim, other)
    judge_anew(desk, claim)
    third = correct(desk, second, claim, other)
    last = correct(desk, third, other) if how == "left out" else retract(desk, third)
    claim_page = f"/published/claims/C-{claim.number}"
    for url in (f"/published/{first}", claim_page):
        notice = guest.get(url).text.split("Changed since in another report")[1].split("</section>")[0]
        assert f'href="/published/{third}#C-{claim.number}"' in notice
        assert f'href="/published/{last}"' in notice
        assert "not told any more" in notice
    assert "taken back" in guest.get(claim_page).text
    page = desk.viewer.read(f"/reports/{first}")
    assert f"C-{claim.number} was changed since" in page
    assert f"C-{claim.number} is not told there any more since" in page


def test_a_claims_page_says_that_another_report_changed_it(desk: RunningDesk, guest: FlaskClient) -> None:
    """Also where the other report is for the desk alone: its number and its note are not for guests."""
    _, (claim,) = make_article(desk, "Lock is open")
    ref, inside = publish(desk, claim), publish(desk, claim, public=False)
    judge_anew(desk, claim)
    last = correct(desk, inside, claim)
    for url in (f"/published/claims/C-{claim.number}", f"/published/{ref}"):
        page = guest.get(url).text
        assert "Changed since in another report" in page, url
        assert f"C-{claim.number}: correction" in page, url
        for words in (NOTE, f">{last}<", f"{last},", f">{inside}<"):
            assert words not in page, (url, words)


def test_a_report_that_was_closed_reaches_nobody_by_the_one_before(
    desk: RunningDesk, guest: FlaskClient
) -> None:
    """Its note may name the source for which it was closed."""
    _, (claim,) = make_article(desk, "Closed since")
    first = publish(desk, claim)
    judge_anew(desk, claim)
    second = correct(desk, first, claim)
    third = correct(desk, second, claim)
    assert NOTE in guest.get(f"/published/{first}").text
    close(desk, second)
    assert f"/published/{third}" in guest.get(f"/published/{first}").text
    assert f">{second}<" not in guest.get(f"/published/{third}").text.split("Earlier reports")[-1]
    close(desk, third)
    for url in (f"/published/{first}", f"/published/claims/C-{claim.number}"):
        page = guest.get(url).text
        assert "This is not what holds now" in page
        assert "Correction" in page
        for words in (NOTE, second, third):
            assert words not in page, (url, words)
    listed = guest.get("/published").text
    assert "<strong" in listed.split(f">{first}<")[1].split("</tr>")[0]
    assert f"{second}<" not in listed


def test_a_retraction_that_was_closed_is_told_without_its_words(
    desk: RunningDesk, guest: FlaskClient
) -> None:
    _, (claim,) = make_article(desk, "Taken back inside")
    first = publish(desk, claim)
    last = retract(desk, first)
    assert NOTE in guest.get(f"/published/{first}").text
    close(desk, last)
    for url in (f"/published/{first}", f"/published/claims/C-{claim.number}"):
        answer = guest.get(url)
        assert answer.status_code == 200
        assert f"{first} was retracted" in answer.text
        for words in (NOTE, last, "Taken back inside", "Half true"):
            assert words not in answer.text, (url, words)
    assert guest.get(f"/published/{first}.json").status_code == 404


def list_title(guest: FlaskClient, ref: str) -> str:
    """By which title a report goes in the list for everybody."""
    [found] = re.findall(rf'/published/{ref}" dir="auto">([^<]+)<', guest.get("/published").text)
    return str(found)


def test_a_retraction_goes_through_its_form(desk: RunningDesk, guest: FlaskClient) -> None:
    _, (claim,) = make_article(desk, "To be taken back")
    ref = publish(desk, claim)
    url = f"/reports/{ref}/retract"
    page = desk.reviewer.read(url)
    fields = {**read_hidden(page, "retract-form"), "title": "A report that is taken back"}
    title = desk.viewer.get(f"/published/{ref}.json").get_json()["title"]
    assert f'value="{title}"' in page
    for wrong in ({"note": " "}, {"note": NOTE, "title": " "}):
        assert desk.reviewer.post(url, **{**fields, **wrong}).status_code == 422
    made = desk.reviewer.save(url, **fields, note=NOTE)
    for path in (f"/published/{ref}", made.replace("/reports/", "/published/")):
        told = guest.get(path).text
        assert fields["title"] in told, path
        assert title not in told, path
    assert list_title(guest, ref) == fields["title"]
    close(desk, made.removeprefix("/reports/"))
    assert list_title(guest, ref) == "Retracted report"
    assert desk.reviewer.post(url, **{**fields, "once": ""}, note=NOTE).status_code == 422


def test_the_list_repeats_no_title_of_a_line_that_was_retracted(
    desk: RunningDesk, guest: FlaskClient
) -> None:
    _, (claim,) = make_article(desk, "Corrected, then taken back")
    first = publish(desk, claim)
    second = correct(desk, first, claim)
    last = retract(desk, second, title="Taken back in the end")
    assert {list_title(guest, ref) for ref in (first, second, last)} == {"Taken back in the end"}
    close(desk, last)
    assert {list_title(guest, ref) for ref in (first, second)} == {"Retracted report"}


@pytest.mark.parametrize("role", [Role.VIEWER, Role.CHECKER])
def test_only_a_reviewer_finds_the_ways_to_change_it(desk: RunningDesk, role: Role) -> None:
    _, (claim,) = make_article(desk, "Not theirs to change")
    ref = publish(desk, claim)
    page = desk.browser(role).read(f"/reports/{ref}")
    assert "/change" not in page
    assert "/retract" not in page
    for path in ("change", "retract", "page/open", "page/close"):
        assert desk.browser(role).post(f"/reports/{ref}/{path}").status_code == 403


@pytest.mark.parametrize(
    ("role_of_source", "renamed"),
    [
        ("claimant", False),
        ("claimant", True),
        ("evidence", True),
        ("outlet", False),
        ("outlet", True),
        ("asked", False),
    ],
)
def test_a_source_withheld_after_publication_closes_what_names_it(
    desk: RunningDesk, guest: FlaskClient, role_of_source: str, renamed: bool
) -> None:
    """Nothing frozen is changed; who may not see the source cannot open it, and guests find nothing."""
    with desk.open() as session:
        source = factories.make_source(session, name=f"Canary {role_of_source} {renamed}")
        version = factories.make_article(session, outlet_id=source.id if role_of_source == "outlet" else None)
        claimant = source if role_of_source == "claimant" else None
        claim = factories.make_claim(session, version, title="Port was hit", claimant=claimant)
        if role_of_source == "evidence":
            factories.make_evidence(session, claim, source)
        if role_of_source == "asked":
            factories.make_reply(session, claim, source_id=source.id, asked=source.name)
        factories.make_review(session, factories.make_verdict(session, claim))
        factories.edit(session, claim, status=Status.CHECKED)
        number = source.number
    ref, claim_page = publish(desk, claim), f"/published/claims/C-{claim.number}"
    assert f"Canary {role_of_source}" in guest.get(f"/published/{ref}.json").text
    with desk.open() as session:
        row = get_source(session, number, sight=True)
        name_now = f"Another name {role_of_source}" if renamed else row.name
        values = SourceValues(name_now, row.kind, withheld=True, withheld_reason="Threatened")
        edit_source(
            session, make_press(desk.files), row, values, seen=row.version, by=desk.people[Role.OWNER].actor
        )

    assert [guest.get(f"/published/{ref}{end}").status_code for end in ("", ".json", ".pdf", ".html")] == [
        404
    ] * 4
    assert guest.get(claim_page).status_code == 404
    assert f"/published/{ref}" not in guest.get("/published").text
    for end in ("", ".json", ".csv"):
        assert desk.viewer.get(f"/reports/{ref}{end}").status_code == 404
        assert desk.owner.get(f"/reports/{ref}{end}").status_code == 200
    refused = desk.owner.post(f"/reports/{ref}/page/open")
    assert "names a source that is withheld" in desk.owner.read(refused.location)
    assert guest.get(f"/published/{ref}").status_code == 404
    second = correct(desk, ref, claim)
    assert f"Canary {role_of_source}" not in desk.viewer.read(f"/reports/{second}")
    assert f"Canary {role_of_source}" not in desk.viewer.get(f"/reports/{second}.json").text


def test_a_correction_that_takes_a_protected_name_away_does_not_print_it(
    desk: RunningDesk, guest: FlaskClient
) -> None:
    """The name stood in words that people wrote: summary and title of the report, titles of its claims."""
    protected = "Ivan Petrenko"
    with desk.open() as session:
        source, version = factories.make_source(session, name=protected), factories.make_article(session)
        claims = []
        for title in (f"{protected} saw it", f"{protected} was there"):
            claim = factories.make_claim(session, version, title=title)
            factories.make_review(session, factories.make_verdict(session, claim))
            factories.edit(session, claim, status=Status.CHECKED)
            claims.append(claim)
        first = publish_report(
            session,
            make_press(desk.files),
            claims,
            ReportValues(f"What {protected} saw", summary=f"{protected} saw it.", public=True),
            person=desk.people[Role.REVIEWER],
        )
        values = SourceValues(protected, source.kind, withheld=True, withheld_reason="Threatened")
        edit_source(
            session,
            make_press(desk.files),
            source,
            values,
            seen=source.version,
            by=desk.people[Role.OWNER].actor,
        )
        factories.edit(session, claims[0], title="A witness saw it")
        values = ReportValues(
            "What was seen", summary="A witness saw it.", kind=ReportKind.CORRECTION, note=NOTE, public=True
        )
        second = publish_report(
            session,
            make_press(desk.files),
            claims[:1],
            values,
            person=desk.people[Role.REVIEWER],
            replaces=first,
        )
        ref = name(second)
        gone = f"C-{claims[1].number}"
    page = guest.get(f"/published/{ref}").text
    notice = unescape(page.split("Correction of")[1].split("</section>")[0])
    assert "The title reads otherwise" in notice
    assert "The summary reads otherwise" in notice
    assert f"{gone}</strong>: not in this report any more" in notice
    read = [page, guest.get(f"/published/{ref}.json").text, desk.viewer.read(f"/reports/{ref}")]
    assert [protected in one for one in read] == [False] * len(read)


def test_a_report_whose_record_is_damaged_is_closed_and_hides_no_other(
    desk: RunningDesk, guest: FlaskClient
) -> None:
    _, (claim,) = make_article(desk, "Port was damaged")
    first, second = publish(desk, claim), publish(desk, claim)
    with desk.open() as session:
        sha256 = get_report(session, int(first[2:])).record_sha256
    path = desk.files.root / sha256[:2] / sha256[2:]
    path.write_bytes(path.read_bytes()[:-1])
    for end in ("", *(f".{code}" for code in list_formats())):
        assert guest.get(f"/published/{first}{end}").status_code == 404, end
    answer = desk.owner.get(f"/reports/{first}")
    assert (answer.status_code, "its record is damaged" in answer.text) == (404, True)
    assert guest.get(f"/published/{second}").status_code == 200
    page = guest.get(f"/published/claims/C-{claim.number}")
    assert (page.status_code, f'href="/published/{second}"' in page.text) == (200, True)
    assert f'href="/published/{first}"' not in page.text


def test_a_report_that_names_what_is_withheld_is_in_no_list(desk: RunningDesk, guest: FlaskClient) -> None:
    """Somebody who was asked had no row of their own before they were taken in as withheld."""
    with desk.open() as session:
        claim = factories.make_claim(session, title="Asked aside")
        factories.make_reply(session, claim, asked="Undone Gazette")
        factories.make_review(session, factories.make_verdict(session, claim))
        factories.edit(session, claim, status=Status.CHECKED)
    ref = publish(desk, claim)
    assert f"/published/{ref}" in guest.get("/published").text
    with desk.open() as session:
        values = SourceValues("Undone  gazette", SourceKind.PERSON, withheld=True, withheld_reason="Asked")
        add_source(session, values, by=desk.people[Role.OWNER].actor)
    assert f"/published/{ref}" not in guest.get("/published").text
    for url in (f"/published/{ref}", f"/published/claims/C-{claim.number}"):
        assert guest.get(url).status_code == 404, url


def test_a_claim_published_anew_after_a_retraction_stands_again(
    desk: RunningDesk, guest: FlaskClient
) -> None:
    _, (claim,) = make_article(desk, "Taken back, then right")
    taken = retract(desk, publish(desk, claim))
    url = f"/published/claims/C-{claim.number}"
    assert "Retraction of" in guest.get(url).text
    judge_anew(desk, claim, "true")
    last = publish(desk, claim)
    page = guest.get(url).text
    assert f'href="/published/{last}"' in page.split("</header>")[0]
    assert "taken back" in page
    assert taken in page


def test_a_claim_page_says_where_it_was_said(desk: RunningDesk, guest: FlaskClient) -> None:
    article, (claim,) = make_article(desk, "Port was hit")
    publish(desk, claim)
    page = guest.get(f"/published/claims/C-{claim.number}").text
    assert page.index("Where it was said") < page.index(f'<p id="A-{article.number}">')


def test_the_list_leaves_no_room_for_a_standing_that_there_is_not(
    desk: RunningDesk, guest: FlaskClient
) -> None:
    _, (claim,) = make_article(desk, "Port was hit")
    publish(desk, claim)
    assert "<td></td>" in guest.get("/published").text


def test_older_reports_stand_on_further_pages_of_the_list(
    desk: RunningDesk, guest: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.queries.paging.PAGE_SIZE", 2)
    _, (claim,) = make_article(desk, "Listed over pages")
    wanted = {publish(desk, claim) for _ in range(3)}
    hidden = publish(desk, claim, public=False)
    for client, base in ((guest, "/published"), (desk.viewer.client, "/reports")):
        found, url = set(), f"{base}?endpoint=x&_external=1"  # what somebody made up changes nothing
        while url:
            page = client.get(url)
            assert page.status_code == 200, url
            found |= set(re.findall(r'<span class="ref">(R-\d+)</span>', page.text))
            link = re.search(rf'rel="next" href="({base}\?[^"]+)"', page.text)
            url = unescape(link[1]) if link else ""
        assert wanted <= found
        assert (hidden in found) is (base == "/reports")
        beyond = client.get(f"{base}?before=1")
        assert (beyond.status_code, "No report stands here" in beyond.text) == (200, True)
    assert "in all" not in guest.get("/published").text  # it would tell how many are closed
