"""Evidence on the web: added with its file, mended, withdrawn, and sent back as an attachment."""

import hashlib
from datetime import UTC, date, datetime
from io import BytesIO
from uuid import uuid4

import pytest
from sqlmodel import select
from werkzeug.test import TestResponse

from tests import factories
from tests.web.desk import RunningDesk
from tests.web.forms import read_hidden
from workbench.domain.status import Status
from workbench.models import Claim, Desk, Evidence
from workbench.queries.history_check import check_history

FIELDS = {"kind": "interview", "stance": "refutes", "source": "Harbour Office", "source_kind": "organisation"}
FIELDS |= {"credibility": "2", "excerpt": "It was open.", "note": "By telephone"}


@pytest.fixture
def claim(desk: RunningDesk) -> Claim:
    with desk.open() as session:
        return factories.make_claim(session)


def list_evidence(desk: RunningDesk, claim: Claim) -> list[Evidence]:
    with desk.open() as session:
        return list(session.exec(select(Evidence).where(Evidence.claim_id == claim.id)))


def add(desk: RunningDesk, claim: Claim, **fields: object) -> str:
    """Adds evidence; answers its address."""
    desk.checker.save(f"/claims/C-{claim.number}/evidence/new", **{**FIELDS, **fields})
    return f"/claims/C-{claim.number}/evidence/{list_evidence(desk, claim)[-1].id}"


def test_all_of_it_is_shown_in_its_column(desk: RunningDesk, claim: Claim) -> None:
    url = f"/claims/C-{claim.number}"
    fields = read_hidden(desk.checker.read(f"{url}/evidence/new?stance=refutes"), "evidence-form")
    more = {"url": "https://example.org/log?a=1&b=2", "locator": "Page 3", "published_on": "2026-05-01"}
    more |= {"accessed_at": "2026-05-02T10:30", "latitude": "51.5", "longitude": "-0.12", "precision_m": "50"}
    to = desk.checker.save(f"{url}/evidence/new", **fields, **FIELDS, **more, method="By the spire")
    assert to == f"{url}#evidence"
    column = desk.viewer.read(url).split('data-stance="refutes" aria')[1].split("</section>")[0]
    for shown in (
        "Harbour Office",
        "It was open.",
        "By telephone",
        "Page 3",
        "1 May 2026",
        "2 May 2026, 10:30",
    ):
        assert shown in column
    for shown in (
        "51.5, -0.12",
        "± 50 m",
        "By the spire",
        'href="https://example.org/log?a=1&amp;b=2"',
        "F2",
    ):
        assert shown in column


def test_a_form_sent_twice_adds_one_piece(desk: RunningDesk, claim: Claim) -> None:
    url = f"/claims/C-{claim.number}/evidence/new"
    fields = read_hidden(desk.checker.read(url), "evidence-form") | FIELDS
    desk.checker.save(url, **fields)
    desk.checker.save(url, **fields)
    assert len(list_evidence(desk, claim)) == 1


def download(desk: RunningDesk, url: str) -> TestResponse:
    """Take the one file of this evidence out of the desk, as the page of the file offers it."""
    answer = desk.viewer.post(desk.viewer.get(f"{url}/file").location + "/download")
    answer.get_data()
    answer.close()
    return answer


@pytest.mark.parametrize(
    ("name", "kind", "data"),
    [
        ("page.html", "text/html", b"<script>alert(document.cookie)</script>"),
        ("drawing.svg", "image/svg+xml", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        ("paper.pdf", "application/pdf", b"%PDF-1.7"),
        ("a.xml", "text/xml", b"<?xml version='1.0'?><x/>"),
    ],
)
def test_a_file_comes_back_as_an_attachment_that_no_browser_runs(
    desk: RunningDesk, claim: Claim, name: str, kind: str, data: bytes
) -> None:
    url = add(desk, claim, file=(BytesIO(data), name, kind))
    answer = download(desk, url)
    assert answer.data == data
    assert answer.mimetype == "application/octet-stream"
    assert answer.headers["Content-Disposition"] == f"attachment; filename={name}"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert desk.files.read(hashlib.sha256(data).hexdigest()) == data
    assert hashlib.sha256(data).hexdigest() in desk.viewer.read(f"/claims/C-{claim.number}")


@pytest.mark.parametrize(
    "name", ["../../x.txt", "..\\x.txt", "x\u202e.txt", "/etc/x.txt", 'x".txt', "фото.txt"]
)
def test_a_name_from_outside_is_only_a_name(desk: RunningDesk, claim: Claim, name: str) -> None:
    url = add(desk, claim, file=(BytesIO(b"words"), name))
    sent = download(desk, url).headers["Content-Disposition"]
    assert sent.startswith("attachment; filename")
    for bad in ("/", "\\\\", "../", "\u202e", "%2F", "%E2%80%AE"):
        assert bad not in sent
    assert "\u202e" not in desk.viewer.read(f"/claims/C-{claim.number}")


def test_evidence_without_a_file_has_none_to_send(desk: RunningDesk, claim: Claim) -> None:
    assert desk.viewer.get(f"{add(desk, claim)}/file").status_code == 404


def test_a_file_that_is_missing_or_altered_is_not_sent(desk: RunningDesk, claim: Claim) -> None:
    url = add(desk, claim, file=(BytesIO(b"to be lost"), "lost.txt"))
    digest = hashlib.sha256(b"to be lost").hexdigest()
    (desk.files.root / digest[:2] / digest[2:]).unlink()
    assert download(desk, url).status_code == 404


def test_the_evidence_of_another_claim_is_not_found_on_this_one(desk: RunningDesk, claim: Claim) -> None:
    url = add(desk, claim, file=(BytesIO(b"words"), "a.txt"))
    with desk.open() as session:
        other = factories.make_claim(session).number
    foreign = f"/claims/C-{other}/evidence/{url.rsplit('/', 1)[1]}"
    for path in ("/edit", "/withdraw", "/file"):
        assert desk.owner.get(foreign + path).status_code == 404
    for path in ("/edit", "/withdraw", "/reinstate"):
        assert desk.owner.post(foreign + path, version=1, reason="r", **FIELDS).status_code == 404
    assert list_evidence(desk, claim)[0].version == 1


def test_evidence_is_mended_withdrawn_and_reinstated(desk: RunningDesk, claim: Claim) -> None:
    url = add(desk, claim, file=(BytesIO(b"a"), "a.txt"), accessed_at="2026-05-02T10:30")
    page = desk.checker.read(f"{url}/edit")
    assert 'value="2026-05-02T10:30"' in page
    assert 'value="Harbour Office"' in page
    fields = read_hidden(page, "evidence-form")
    desk.checker.save(f"{url}/edit", **fields, **FIELDS | {"stance": "context"}, reason="Misread")
    fields = read_hidden(desk.checker.read(f"{url}/withdraw"), "evidence-withdraw-form")
    assert desk.checker.post(f"{url}/withdraw", **fields, reason="").status_code == 422
    desk.checker.save(f"{url}/withdraw", **fields, reason="Wrong harbour")
    page = desk.viewer.read(f"/claims/C-{claim.number}")
    for told in ("Misread", "Withdrawn: Wrong harbour", "edited evidence", "withdrew evidence"):
        assert told in page
    assert "It was open." not in desk.viewer.read(f"/claims/report.json?claim=C-{claim.number}")
    desk.checker.save(f"{url}/reinstate", version=3)
    assert "It was open." in desk.viewer.read(f"/claims/report.json?claim=C-{claim.number}")


def test_the_history_of_all_this_is_whole(desk: RunningDesk) -> None:
    with desk.open() as session:
        assert check_history(session) == []


def test_the_time_of_access_is_shown_as_it_is_read_in_the_desks_time_zone(
    desk: RunningDesk, claim: Claim
) -> None:
    with desk.open() as session:
        row = session.exec(select(Desk)).one()
        before = row.time_zone
        factories.edit(session, row, time_zone="Europe/Athens")
    url = add(desk, claim, accessed_at="2026-05-02T10:30")
    form = desk.checker.read(f"{url}/edit")
    assert 'value="2026-05-02T10:30"' in form
    hidden = read_hidden(form, "evidence-form")
    desk.checker.save(f"{url}/edit", **hidden, **FIELDS, accessed_at="2026-05-02T10:30")
    assert list_evidence(desk, claim)[-1].accessed_at == datetime(2026, 5, 2, 7, 30, tzinfo=UTC)
    with desk.open() as session:
        factories.edit(session, session.exec(select(Desk)).one(), time_zone=before)


def test_pieces_of_one_story_are_shown_and_counted_as_one(desk: RunningDesk, claim: Claim) -> None:
    url = f"/claims/C-{claim.number}"
    add(desk, claim, source="Coast Wire")
    wire = list_evidence(desk, claim)[0]
    form = desk.checker.read(f"{url}/evidence/new")
    assert f'<option value="{wire.id}">' in form
    assert "1 against" in form
    edit = add(desk, claim, source="Coast Paper", origin=str(wire.id), origin_note="The story of 3 May")
    page = desk.viewer.read(url)
    assert "2 links, 1 origin" in page
    assert f'href="#evidence-{wire.id}">Coast Wire</a> (The story of 3 May)' in page.replace(
        ' <span dir="auto">', " "
    )
    assert f'<option selected value="{wire.id}">' in desk.checker.read(f"{edit}/edit")
    listed = desk.viewer.read(f"/claims?q=C-{claim.number}&columns=evidence")
    assert '<td class="number" title="2 links">1</td>' in listed
    answer = desk.checker.post(f"{url}/evidence/new", **FIELDS, origin=str(uuid4()))
    assert answer.status_code == 422


def test_late_evidence_and_a_lonely_confirmation_are_marked(desk: RunningDesk) -> None:
    with desk.open() as session:
        version = factories.make_article(session, published_on=date(2026, 4, 30))
        claim, article = factories.make_claim(session, version), factories.find_article(session, version)
    add(desk, claim, published_on="2026-05-03")
    add(desk, claim, published_on="2026-04-30")
    page = desk.viewer.read(f"/claims/C-{claim.number}")
    assert page.count("3 days after it was said") == 1
    assert "no second, independent source" not in page
    add(desk, claim, credibility="1")
    assert "no second, independent source" in desk.viewer.read(f"/claims/C-{claim.number}")
    article_page = desk.viewer.read(f"/articles/A-{article.number}")
    assert "without a second, independent source" in article_page


def test_evidence_comes_back_on_its_day(desk: RunningDesk, claim: Claim) -> None:
    evidence = add(desk, claim, recheck_on="2026-01-05")
    url = f"/claims/C-{claim.number}"
    home = desk.checker.read("/").split("Evidence to look at again")[1].split("</section>")[0]
    assert f"C-{claim.number}" in home
    assert f'href="{url}"' in desk.viewer.read("/claims?recheck=due")
    with desk.open() as session:
        factories.edit(session, session.get_one(Claim, claim.id), status=Status.CHECKED)
    form = read_hidden(desk.checker.read(f"{evidence}/recheck"), "evidence-recheck-form")
    assert "Look again on 5 Jan 2026" in desk.viewer.read(url)
    desk.checker.save(f"{evidence}/recheck", **form, recheck_on="")
    assert "Look again on 5 Jan" not in desk.viewer.read(url)
    assert f'href="{url}"' not in desk.viewer.read("/claims?recheck=due")
    form["once"] = ""
    assert desk.checker.post(f"{evidence}/recheck", **form, recheck_on="2027-01-05").status_code == 409


def test_the_checked_article_is_refused_with_its_reason(desk: RunningDesk) -> None:
    with desk.open() as session:
        claim = factories.make_claim(session, factories.make_article(session, url="https://news.example/a1"))
    fields = FIELDS | {"stance": "supports", "kind": "link", "url": "https://news.example/a1?utm_medium=x"}
    answer = desk.checker.post(f"/claims/C-{claim.number}/evidence/new", **fields)
    assert answer.status_code == 422
    assert "This is the checked article itself" in answer.text
    desk.checker.save(f"/claims/C-{claim.number}/evidence/new", **fields | {"stance": "context"})
