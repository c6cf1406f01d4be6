"""Rating scales on the web: chosen, told what they mean, a desk's own, and never changed afterwards."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import col, select

from tests import factories
from tests.domain.test_scale_files import HOUSE, write
from tests.web.desk import RunningDesk
from tests.web.forms import HTMX, read_hidden
from workbench.domain.status import Status
from workbench.exports import list_formats
from workbench.models import UsedScale, Verdict
from workbench.queries.claims import get_claim
from workbench.queries.desk import get_desk
from workbench.queries.history_check import check_history

TEXTS = {"text/html", "text/markdown", "text/csv", "application/json"}
VERDICT = {"confidence": "high", "reasoning": "Two maps agree."}


@pytest.fixture
def folder(desk: RunningDesk) -> Iterator[Path]:
    """The desk's own folder of scales, empty again afterwards."""
    found = desk.app.extensions["workbench"].shelf.folder
    yield found
    for path in found.glob("*"):
        path.unlink()


def make(desk: RunningDesk) -> str:
    with desk.open() as session:
        return f"/claims/C-{factories.make_claim(session).number}"


def judge(desk: RunningDesk, url: str, **fields: str) -> None:
    hidden = read_hidden(desk.checker.read(url), "verdict-form")
    desk.checker.save(f"{url}/verdict", **hidden | VERDICT | fields)


def load_verdict(desk: RunningDesk, url: str) -> Verdict:
    with desk.open() as session:
        claim = get_claim(session, int(url.rsplit("-", 1)[1]))
        return session.exec(select(Verdict).where(col(Verdict.id) == claim.verdict_id)).one()


def test_every_rating_is_offered_with_what_it_means(desk: RunningDesk) -> None:
    page = desk.checker.read(make(desk))
    assert page.count('type="radio" name="rating"') == 6
    assert "Its core does not hold; something beside the core does." in page
    assert "PolitiFact Truth-O-Meter" in page


def test_another_scale_is_chosen_for_one_verdict_and_what_was_typed_stays(desk: RunningDesk) -> None:
    url = make(desk)
    sent = read_hidden(desk.checker.read(url), "verdict-form") | {
        "scale": "politifact",
        "rating": "half-true",
        "confidence": "low",
        "reasoning": "Typed before.",
        "rescale": "yes",
    }
    part = desk.checker.post(f"{url}/verdict", HTMX, **sent)
    assert part.status_code == 422
    assert "Pants on Fire" in part.text
    assert "Typed before." in part.text
    assert "Nothing was saved" not in part.text, "this was no mistake"
    assert 'value="half-true" checked' in part.text, "the same key on both"
    whole = desk.checker.post(f"{url}/verdict", **sent)
    assert "Pants on Fire" in whole.text
    judge(desk, url, scale="politifact", rating="pants-on-fire")
    verdict = load_verdict(desk, url)
    assert (verdict.scale, verdict.rating_text, verdict.rating_colour, verdict.rollup) == (
        "politifact",
        "Pants on Fire",
        "worst",
        "false",
    )
    page = desk.viewer.read(url)
    assert verdict.rating_definition in page
    assert "PolitiFact Truth-O-Meter, version 1" in page
    assert '<option value="pants-on-fire"' in desk.viewer.read("/claims")


def test_a_rating_of_another_scale_than_the_chosen_one_is_asked_again(desk: RunningDesk) -> None:
    url = make(desk)
    hidden = read_hidden(desk.checker.read(url), "verdict-form")
    answer = desk.checker.post(
        f"{url}/verdict", **hidden | VERDICT | {"scale": "averitec", "rating": "half-true"}
    )
    assert answer.status_code == 422
    assert "Not a valid choice" in answer.text
    assert "Conflicting Evidence/Cherrypicking" in answer.text
    answer = desk.checker.post(f"{url}/verdict", **hidden | VERDICT | {"scale": "ten", "rating": "half-true"})
    assert answer.status_code in {303, 422}, "an unknown scale is the desk's own"


def test_a_conclusion_instead_of_a_rating_from_the_form_to_every_file(desk: RunningDesk) -> None:
    url = make(desk)
    hidden = read_hidden(desk.checker.read(url), "verdict-form")
    form = desk.checker.post(f"{url}/verdict", **hidden | {"scale": "conclusion", "rescale": "yes"})
    assert 'type="radio" name="rating"' not in form.text
    answer = desk.checker.post(f"{url}/verdict", **hidden | VERDICT | {"scale": "conclusion"})
    assert answer.status_code == 422
    assert "Say in a sentence what was found." in answer.text
    judge(desk, url, scale="conclusion", conclusion="No such order was ever given.")
    assert load_verdict(desk, url).conclusion == "No such order was ever given."
    assert "No such order was ever given." in desk.viewer.read(url)
    assert "No such order was ever given." in desk.viewer.get(f"{url}/text").text
    with desk.open() as session:
        claim = get_claim(session, int(url.rsplit("-", 1)[1]))
        factories.edit(session, claim, status=Status.CHECKED)
    texts = {
        code: answer.text
        for code in list_formats()
        if (answer := desk.viewer.get(f"/claims/report.{code}?claim={url.rsplit('/', 1)[1]}")).mimetype
        in TEXTS
    }
    assert {"html", "markdown", "csv", "json"} <= set(texts)
    assert [code for code, text in texts.items() if "No such order was ever given." not in text] == []


def test_a_scale_of_the_desk_is_there_without_a_restart_and_stays_as_it_was_used(
    desk: RunningDesk, folder: Path
) -> None:
    write(folder, "house.toml", HOUSE)
    url = make(desk)
    judge(desk, url, scale="house", rating="wrong")
    with desk.open() as session:
        [kept] = session.exec(select(UsedScale).where(col(UsedScale.code) == "house")).all()
        assert kept.body["labels"][1]["text"] == "Wrong"
    # The file is edited without a new version: what was judged on stays, and the settings tell.
    write(folder, "house.toml", HOUSE.replace("It is not so.", "Somebody lied.") + "\n")
    page = desk.owner.read("/settings")
    assert "for a change write “version = 2”" in page
    assert "Somebody lied." not in page
    other = make(desk)
    judge(desk, other, scale="house", rating="wrong")
    assert load_verdict(desk, other).rating_definition == "It is not so."
    # A new version is another scale to choose; the old verdict keeps its own.
    write(
        folder, "house.toml", HOUSE.replace("It is not so.", "Somebody lied.").replace("sion = 1", "sion = 2")
    )
    judge(desk, other, scale="house", rating="wrong")
    assert (load_verdict(desk, other).scale_version, load_verdict(desk, url).scale_version) == (2, 1)
    # It breaks, and then it is gone: nothing that was judged changes, and every page stands.
    for broken in ("code = ", None):
        write(folder, "house.toml", broken) if broken else (folder / "house.toml").unlink()
        assert "It is not so." in desk.viewer.read(url)
        assert desk.viewer.get("/claims").status_code == 200
        assert desk.viewer.get(f"/claims/report.json?claim={url.rsplit('/', 1)[1]}").status_code == 200
    with desk.open() as session:
        assert check_history(session) == []


def test_a_default_whose_file_breaks_goes_on_as_it_was_used(desk: RunningDesk, folder: Path) -> None:
    write(folder, "house.toml", HOUSE.replace('"house"', '"river"'))
    with desk.open() as session:
        factories.edit(session, get_desk(session), default_scale="river")
    url = make(desk)
    try:
        write(folder, "house.toml", "broken")
        assert "River" not in desk.checker.read(url)
        assert "stands in for it" in desk.owner.read("/settings")
        write(folder, "house.toml", HOUSE.replace('"house"', '"river"'))
        judge(desk, url, rating="right")
        write(folder, "house.toml", "broken again")
        page = desk.owner.read("/settings")
        assert "line 1: this is no TOML" in page
        assert "it is used as it was last" in page
        judge(desk, make(desk), rating="wrong")
    finally:
        with desk.open() as session:
            factories.edit(session, get_desk(session), default_scale="five-steps")


def test_one_word_in_two_senses_is_told_apart_in_lists(desk: RunningDesk) -> None:
    with desk.open() as session:
        source = factories.make_source(session, "Ann Anders")
        version = factories.make_article(session)
        for title, scale, rating in (
            ("Meant so", "five-steps", "mostly-true"),
            ("Meant otherwise", "snopes", "mostly-true"),
            ("One sense", "snopes", "miscaptioned"),
        ):
            claim = factories.make_claim(session, version, claimant=source, title=title)
            factories.make_verdict(session, claim, scale=scale, rating=rating)
        number, text = source.number, factories.find_article(session, version).number
    for url in (f"/claims?claimant=S-{number}", f"/sources/S-{number}", f"/articles/A-{text}/report"):
        page = desk.viewer.read(url)
        rows = {
            title: row
            for row in page.split("<tr")
            for title in ("Meant so", "Meant otherwise", "One sense")
            if f">{title}<" in row
        }
        assert "Five steps, False to True, version 2" in rows["Meant so"], url
        assert "Snopes, version 3" in rows["Meant otherwise"], url
        assert "Snopes, version" not in rows["One sense"], url
