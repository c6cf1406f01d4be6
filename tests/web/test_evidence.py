"""Evidence on the web: added with its file, mended, withdrawn, and sent back as an attachment."""

import hashlib
from datetime import UTC, datetime
from io import BytesIO

import pytest
from sqlmodel import select

from tests import factories
from tests.web.desk import RunningDesk
from tests.web.forms import read_hidden
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
    desk.checker.save(f"/claims/C-{claim.number}/evidence/new", **FIELDS, **fields)
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
    answer = desk.viewer.get(f"{url}/file")
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
    sent = desk.viewer.get(f"{url}/file").headers["Content-Disposition"]
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
    assert desk.viewer.get(f"{url}/file").status_code == 404


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
