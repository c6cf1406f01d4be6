"""The right of reply: noted, answered, withdrawn, and told in every report."""

from tests import factories
from tests.exports.reading import read_words
from tests.web.desk import RunningDesk
from tests.web.forms import read_hidden
from workbench.domain.status import Status
from workbench.exports import list_formats

FIELDS = {"asked": "The harbour's press office", "asked_on": "2026-05-02", "question": "Was it open?"}


def test_who_was_asked_is_noted_answered_and_taken_back(desk: RunningDesk) -> None:
    with desk.open() as session:
        source = factories.make_source(session, "Harbour Master", name_key="harbour master")
        claim = factories.make_claim(session, claimant=source)
        factories.edit(session, claim, status=Status.CHECKED)  # a signed claim, too
    url = f"/claims/C-{claim.number}"
    assert "Nobody was asked about this claim yet." in desk.viewer.read(url)
    form = desk.checker.read(f"{url}/replies/new")
    assert 'value="Harbour Master"' in form  # who says it is asked first
    hidden = read_hidden(form, "reply-form")
    assert desk.checker.save(f"{url}/replies/new", **hidden, **FIELDS) == f"{url}#replies"
    section = desk.viewer.read(url).split('id="replies"')[1].split("</section>")[0]
    for told in ("press office", "2 May 2026", "Was it open?", "no answer yet"):
        assert told in section
    edit = f"{url}/replies/{desk_reply(desk, claim.number)}"
    hidden = read_hidden(desk.checker.read(edit), "reply-form")
    answered = FIELDS | {"answer": "It was shut.", "answered_on": "2026-05-04", "asked": "harbour master"}
    desk.checker.save(edit, **hidden, **answered)
    page = desk.viewer.read(url)
    for told in ("It was shut.", "4 May 2026", "noted an answer", f'href="/sources/S-{source.number}"'):
        assert told in page
    hidden["once"] = ""
    stale = desk.checker.post(edit, **hidden, **answered)
    assert stale.status_code == 409
    desk.checker.save(f"{edit}/withdraw", version=2)
    assert "It was shut." not in desk.viewer.read(url).split('id="replies"')[1].split("</section>")[0]
    desk.checker.save(f"{edit}/reinstate", version=3)
    for code in list_formats():
        text = read_words(desk.viewer.get(f"/claims/report.{code}?claim=C-{claim.number}").data)
        assert "Harbour Master" in text
        assert ("It was shut." in text) is (code != "csv"), code  # a row of a table has no room for it


def desk_reply(desk: RunningDesk, number: int) -> str:
    page = desk.checker.read(f"/claims/C-{number}")
    return page.split('id="reply-open-')[1].split('"')[0]


def test_a_report_says_who_has_not_answered(desk: RunningDesk) -> None:
    with desk.open() as session:
        claim = factories.make_claim(session)
        factories.make_reply(session, claim)
    for code in ("html", "markdown"):
        text = desk.viewer.read(f"/claims/report.{code}?claim=C-{claim.number}")
        assert "asked for comment on 1 May 2026 and had not answered" in text


def test_what_cannot_be_so_is_refused(desk: RunningDesk) -> None:
    with desk.open() as session:
        claim = factories.make_claim(session)
    url = f"/claims/C-{claim.number}/replies/new"
    for fields, words in (
        ({"asked": " "}, "Say who was asked."),
        ({"asked_on": "2999-01-01"}, "lies in the future"),
        ({"asked_on": ""}, "Say on which day."),
        ({"answered_on": "2026-05-03"}, "Write what they answered."),
        ({"answer": "Yes", "answered_on": "2026-05-01"}, "before they were asked"),
    ):
        answer = desk.checker.post(url, **{**FIELDS, **fields})
        assert answer.status_code == 422
        assert words in answer.text


def test_the_checklist_advises_to_ask(desk: RunningDesk) -> None:
    with desk.open() as session:
        version = factories.make_article(session)
        article = factories.find_article(session, version)
        claim = factories.make_claim(session, version, claimant=factories.make_source(session, "Asked One"))
    assert "claimant was not asked" in desk.viewer.read(f"/articles/A-{article.number}")
    with desk.open() as session:
        factories.make_reply(session, claim)
    assert "claimant was not asked" not in desk.viewer.read(f"/articles/A-{article.number}")
