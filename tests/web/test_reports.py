"""Reports on the web: drafts in every format, and what is published and frozen."""

import json

import pytest

from tests import factories
from tests.exports.reading import read_words
from tests.web.desk import RunningDesk
from tests.web.forms import HTMX, read_hidden
from workbench.domain.records import ReportRecord
from workbench.domain.roles import Role
from workbench.domain.status import Status
from workbench.exports import list_formats, render
from workbench.models import Article, Claim
from workbench.web import reports
from workbench.web.current import db


def make_article(
    desk: RunningDesk, *titles: str, status: Status = Status.CHECKED
) -> tuple[Article, list[Claim]]:
    """An article with a claim of each title, each with a signed verdict."""
    with desk.open() as session:
        version = factories.make_article(session, title="The report’s article")
        claims = []
        for title in titles:
            claim = factories.make_claim(session, version, title=title)
            verdict = factories.make_verdict(session, claim)
            factories.make_review(session, verdict)
            factories.edit(session, claim, status=status)
            claims.append(claim)
        return factories.find_article(session, version), claims


@pytest.mark.parametrize("code", list_formats())
def test_a_draft_of_an_article_or_of_chosen_claims_is_a_download(desk: RunningDesk, code: str) -> None:
    article, (first, second) = make_article(desk, "First of two", "Second of two", status=Status.NEW)
    extension, kind = list_formats()[code].extension, list_formats()[code].media_type
    whole = desk.viewer.get(f"/articles/A-{article.number}/report.{code}")
    assert (
        whole.headers["Content-Disposition"] == f"attachment; filename=A-{article.number}-draft.{extension}"
    )
    assert whole.mimetype == kind.split(";")[0]
    assert whole.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "First of two" in read_words(whole.data)
    assert "Second of two" in read_words(whole.data)
    for url in (f"/articles/A-{article.number}/report.{code}", f"/claims/report.{code}"):
        part = read_words(desk.viewer.get(f"{url}?claim=C-{second.number}").data)
        assert "First of two" not in part
        assert "Second of two" in part
    assert f"C-{first.number}" in desk.viewer.read(f"/articles/A-{article.number}/report")


@pytest.mark.parametrize("path", ["/articles/A-{article}/report.pdf", "/claims/report.docx?claim=C-{claim}"])
def test_no_transaction_is_open_while_a_draft_is_made(
    desk: RunningDesk, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    article, (claim,) = make_article(desk, "Takes long")
    seen = list[bool]()

    def watch(code: str, record: ReportRecord) -> bytes:
        seen.append(db().in_transaction())
        return render(code, record)

    monkeypatch.setattr(reports, "render", watch)
    answer = desk.viewer.get(path.format(article=article.number, claim=claim.number))
    assert answer.status_code == 200
    assert seen == [False]


def test_publishing_freezes_a_numbered_report_once(desk: RunningDesk) -> None:
    article, (first, second) = make_article(desk, "To be published", "Left out")
    url = f"/articles/A-{article.number}/publish"
    page = desk.reviewer.read(f"{url}?claim=C-{first.number}")
    assert f'value="C-{first.number}" checked' in page
    assert f'value="C-{second.number}" checked' not in page
    whole = desk.reviewer.read(url)  # come to without a choice: all that is signed
    assert all(f'value="C-{claim.number}" checked' in whole for claim in (first, second))
    fields = read_hidden(page, "publish-form") | {"title": "Frozen", "claims": f"C-{first.number}"}
    report = desk.reviewer.save(url, **fields)
    assert desk.reviewer.save(url, **fields) == report  # sent twice
    before = {code: desk.viewer.get(f"{report}.{code}").data for code in list_formats()}
    made = json.loads(before["json"])
    assert [claim["title"] for claim in made["claims"]] == ["To be published"]
    with desk.open() as session:
        claim = session.get_one(Claim, first.id)
        assert claim.status is Status.PUBLISHED
        factories.edit(session, claim, title="Changed later")
        factories.edit(session, session.get_one(Article, article.id), title="Changed later", author="New")
    assert {code: desk.viewer.get(f"{report}.{code}").data for code in list_formats()} == before
    page = desk.viewer.read(report)
    for shown in ("Frozen", "Reviewer", "This report is frozen"):
        assert shown in page
    assert report.rsplit("/", 1)[1] in desk.viewer.read(f"/claims/C-{first.number}")
    assert "Frozen" in desk.viewer.read("/reports")
    assert desk.viewer.get(f"{report}.odt").status_code == 404


def test_publishing_and_correcting_lead_on_without_a_reload_and_tell_it(desk: RunningDesk) -> None:
    article, (claim,) = make_article(desk, "Told at once")
    url = f"/articles/A-{article.number}/publish"
    fields = read_hidden(desk.reviewer.read(url), "publish-form")
    refused = desk.reviewer.post(url, HTMX, **fields, title="Mine", claims="C-99999")
    assert (refused.status_code, "Mine" in refused.text) == (422, True)
    assert (refused.headers["HX-Retarget"], refused.headers["HX-Reselect"]) == ("#main", "#main")
    ref = send_on(desk, url, {**fields, "title": "Mine", "claims": f"C-{claim.number}"})
    assert f"{ref} is published." in desk.reviewer.read(f"/reports/{ref}")
    url = f"/reports/{ref}/change"
    fields = read_hidden(desk.reviewer.read(url), "change-form")
    typed = {
        "kind": "clarification",
        "note": "Said more clearly.",
        "title": "Mine",
        "claims": f"C-{claim.number}",
    }
    later = send_on(desk, url, {**fields, **typed})
    assert f"{later} is published in place of {ref}." in desk.reviewer.read(f"/reports/{later}")


def send_on(desk: RunningDesk, url: str, fields: dict[str, str]) -> str:
    """Send a form as htmx does, which is told of a page to put in place of this one: that of a report."""
    answer = desk.reviewer.post(url, HTMX, **fields)
    assert answer.status_code == 200, answer.text
    where = json.loads(answer.headers["HX-Location"])
    assert (where["target"], where["select"]) == ("#main", "#main")
    return str(where["path"]).removeprefix("/reports/")


def test_what_is_not_signed_is_refused_and_the_title_kept(desk: RunningDesk) -> None:
    article, (claim,) = make_article(desk, "Not signed", status=Status.IN_REVIEW)
    url = f"/articles/A-{article.number}/publish"
    for claims, words in [
        ([f"C-{claim.number}"], "Not signed yet"),
        ([], "at least one"),
        (["C-99999"], "C-99999 (there is no such claim)"),
    ]:
        answer = desk.reviewer.post(url, title="My typed title", claims=claims)
        assert (answer.status_code, words in answer.text) == (422, True), words
        assert "My typed title" in answer.text
    assert desk.reviewer.post(url, title="t", claims="nonsense").status_code == 404


@pytest.mark.parametrize("role", [Role.VIEWER, Role.CHECKER])
def test_only_a_reviewer_publishes(desk: RunningDesk, role: Role) -> None:
    article, (claim,) = make_article(desk, "Signed")
    url = f"/articles/A-{article.number}/publish"
    assert desk.browser(role).get(url).status_code == 403
    assert desk.browser(role).post(url, title="t", claims=f"C-{claim.number}").status_code == 403
    assert "publish-next" not in desk.browser(role).read(f"/articles/A-{article.number}/report")


def test_an_article_without_claims_says_what_to_do(desk: RunningDesk) -> None:
    article, _ = make_article(desk)
    assert "No accepted claims yet" in desk.viewer.read(f"/articles/A-{article.number}/report")


@pytest.mark.parametrize("code", ["csv", "json"])
def test_a_whole_list_is_a_download(desk: RunningDesk, code: str) -> None:
    _, (first,) = make_article(desk, "In the whole list")
    _, (second,) = make_article(desk, "Also in it", status=Status.NEW)
    answer = desk.viewer.get(f"/claims/all.{code}")
    assert answer.headers["Content-Disposition"] == f"attachment; filename=claims.{code}"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert f'"C-{first.number}"' in answer.text
    narrowed = desk.viewer.read(f"/claims/all.{code}?status=new")
    assert f'"C-{second.number}"' in narrowed
    assert f'"C-{first.number}"' not in narrowed
    assert f"/claims/all.{code}?status=new" in desk.viewer.read("/claims?status=new")
    assert desk.viewer.get("/claims/all.html").status_code == 404
