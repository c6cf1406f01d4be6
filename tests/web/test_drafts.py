"""What is typed is kept while it is typed: per person, until it is saved or discarded."""

import re
from html import unescape

from tests import factories
from tests.web.desk import Browser, RunningDesk
from tests.web.forms import read_hidden
from workbench.domain.roles import Role
from workbench.queries.drafts import list_drafts
from workbench.services.drafts import MOST_CHARACTERS, MOST_DRAFTS, keep_draft

FIELDS = {"title": "Typed title", "statement": "Typed and not saved.", "kind": "event"}


def make_claim(desk: RunningDesk) -> str:
    with desk.open() as session:
        return f"C-{factories.make_claim(session).number}"


def open_edit(browser: Browser, ref: str) -> dict[str, str]:
    return read_hidden(browser.read(f"/claims/{ref}/edit"), "claim-form")


def type_into(browser: Browser, ref: str, **fields: str) -> None:
    hidden = open_edit(browser, ref)
    hidden.pop("csrf_token")
    answer = browser.post("/drafts", **{**hidden, **FIELDS, **fields})
    assert answer.status_code == 200
    assert len(answer.text) == len("14:32")


def test_what_was_typed_stands_in_the_form_when_it_is_opened_again(desk: RunningDesk) -> None:
    ref = make_claim(desk)
    type_into(desk.checker, ref)

    page = desk.checker.read(f"/claims/{ref}/edit")

    assert 'value="Typed title"' in page
    assert "Typed and not saved." in page
    assert "This is your draft of" in page
    assert "Typed title" not in desk.reviewer.read(f"/claims/{ref}/edit")
    assert "Typed title" not in desk.checker.read(f"/claims/{ref}")


def test_a_saved_form_has_no_draft_any_more(desk: RunningDesk) -> None:
    ref = make_claim(desk)
    type_into(desk.checker, ref)

    hidden = open_edit(desk.checker, ref)
    desk.checker.save(f"/claims/{ref}/edit", **{**hidden, **FIELDS, "title": "Saved title"})

    page = desk.checker.read(f"/claims/{ref}/edit")
    assert "This is your draft" not in page
    assert 'value="Saved title"' in page


def test_a_refused_form_keeps_its_draft(desk: RunningDesk) -> None:
    ref = make_claim(desk)
    type_into(desk.checker, ref)

    hidden = open_edit(desk.checker, ref)
    refused = desk.checker.post(f"/claims/{ref}/edit", **{**hidden, **FIELDS, "title": ""})

    assert refused.status_code == 422
    assert "This is your draft of" in desk.checker.read(f"/claims/{ref}/edit")


def test_a_draft_over_which_somebody_saved_says_so_and_ends_in_both_texts(desk: RunningDesk) -> None:
    ref = make_claim(desk)
    type_into(desk.checker, ref)
    hers = open_edit(desk.reviewer, ref)
    desk.reviewer.save(f"/claims/{ref}/edit", **{**hers, **FIELDS, "title": "Her title"})

    page = desk.checker.read(f"/claims/{ref}/edit")
    assert "changed by somebody since" in page
    mine = read_hidden(page, "claim-form")
    conflict = desk.checker.post(f"/claims/{ref}/edit", **{**mine, **FIELDS})

    assert conflict.status_code == 409
    assert "Her title" in conflict.text
    assert "Typed title" in conflict.text


def test_who_has_a_claim_and_by_when_it_is_due_overtakes_no_draft(desk: RunningDesk) -> None:
    ref = make_claim(desk)
    hidden = read_hidden(desk.checker.read(f"/claims/{ref}"), "verdict-form")
    hidden.pop("csrf_token")
    desk.checker.post("/drafts", **{**hidden, "rating": "half-true", "reasoning": "One map shows it."})
    for form, values in (("assign", {"to": "checker"}), ("due", {"due_on": "2026-05-04"})):
        theirs = read_hidden(desk.owner.read(f"/claims/{ref}"), f"{form}-form")
        desk.owner.save(f"/claims/{ref}/{form}", **{**theirs, **values})

    page = desk.checker.read(f"/claims/{ref}")

    assert "One map shows it." in page
    assert "changed by somebody since" not in page
    mine = read_hidden(page, "verdict-form")
    desk.checker.save(
        f"/claims/{ref}/verdict",
        **{**mine, "rating": "half-true", "confidence": "low", "reasoning": "One map shows it."},
    )


def test_a_discarded_draft_is_gone(desk: RunningDesk) -> None:
    ref = make_claim(desk)
    type_into(desk.checker, ref)

    desk.checker.save("/drafts/discard", **open_edit(desk.checker, ref))

    assert "Typed title" not in desk.checker.read(f"/claims/{ref}/edit")


def test_enter_in_a_field_saves_and_does_not_discard(desk: RunningDesk) -> None:
    """It presses the first button of the form, which the one that discards must not be."""
    ref = make_claim(desk)
    type_into(desk.checker, ref)

    page = desk.checker.read(f"/claims/{ref}/edit")

    form = page[page.index('id="claim-form"') :]
    first, second, *_ = re.findall(r"<button[^>]*>", form[: form.index("</form>")])
    assert "formaction" not in first
    assert "/drafts/discard" in second


def test_two_selections_of_one_article_have_drafts_of_their_own(desk: RunningDesk) -> None:
    with desk.open() as session:
        factories.make_article(session)
    first = "/articles/A-1/claims/new?quote=30+km+from+the+border"
    hidden = read_hidden(desk.checker.read(first), "claim-form")
    hidden.pop("csrf_token")
    desk.checker.post("/drafts", **{**hidden, **FIELDS})

    assert "Typed title" in desk.checker.read(first)
    assert "Typed title" not in desk.checker.read("/articles/A-1/claims/new?quote=sabotage+unit")


def test_a_verdict_that_is_being_written_is_kept(desk: RunningDesk) -> None:
    ref = make_claim(desk)
    hidden = read_hidden(desk.checker.read(f"/claims/{ref}"), "verdict-form")
    hidden.pop("csrf_token")
    desk.checker.post("/drafts", **{**hidden, "rating": "half-true", "reasoning": "One map shows it."})

    page = desk.checker.read(f"/claims/{ref}")

    assert "One map shows it." in page
    assert 'value="half-true" checked' in page


def test_a_pasted_article_is_kept_until_it_is_added(desk: RunningDesk) -> None:
    """Not even a question in between, whether the desk has it already, loses it."""
    text = "A bridge was hit on Monday.\n\nTwo people were hurt. " + "It was said again. " * 20_000
    hidden = read_hidden(desk.checker.read("/articles/new"), "article-form")
    typed = {name: value for name, value in hidden.items() if name != "csrf_token"}
    assert desk.checker.post("/drafts", **{**typed, "text": text, "title": "A bridge"}).status_code == 200

    page = desk.checker.read("/articles/new")
    assert text in unescape(page)
    assert 'value="A bridge"' in page
    assert 'href="/articles/new"' in desk.checker.read("/")
    short = {**typed, "text": "A bridge was hit on Monday.", "granularity": "clause"}
    desk.checker.save("/articles", **short)
    assert "This is your draft" not in desk.checker.read("/articles/new")

    hidden = read_hidden(desk.checker.read("/articles/new"), "article-form")
    again = {**{name: value for name, value in hidden.items() if name != "csrf_token"}, **short}
    again["once"] = hidden["once"]
    desk.checker.post("/drafts", **again)
    assert "Is this an article you have?" in desk.checker.post("/articles", **again).text
    assert "This is your draft" in desk.checker.read("/articles/new")


def test_what_is_no_form_or_too_long_is_refused(desk: RunningDesk) -> None:
    for draft, words in (("https://example.org/", "x"), ("/claims/C-1/edit", "x" * (MOST_CHARACTERS + 1))):
        assert desk.checker.post("/drafts", draft=draft, statement=words).status_code == 422


def test_the_oldest_draft_makes_room(desk: RunningDesk) -> None:

    person = desk.people[Role.OWNER].id
    for number in range(MOST_DRAFTS + 2):
        keep_draft(desk.engine, person, f"/claims/C-{number}/edit", {"title": "x"}, 1)

    with desk.open() as session:
        forms = [draft.form for draft in list_drafts(session, person)]
    assert len(forms) == MOST_DRAFTS
    assert "/claims/C-1/edit" not in forms
    assert f"/claims/C-{MOST_DRAFTS + 1}/edit" in forms
