"""The palette and the sheet of keys, as pages and as parts."""

import pytest

from tests import factories
from tests.web.desk import RunningDesk
from tests.web.forms import HTMX
from tests.web.test_query_counts import count_queries
from workbench.web.palette import MOST_HITS


def test_a_claim_is_found_as_a_page_and_as_a_part(desk: RunningDesk) -> None:
    with desk.open() as session:
        claim = factories.make_claim(session, title="Bridge <b>gone</b>")
    for typed in (f"C-{claim.number}", "bridge go"):
        page = desk.viewer.read(f"/palette?q={typed}")
        assert f'href="/claims/C-{claim.number}"' in page
        assert "Bridge &lt;b&gt;gone" in page
        part = desk.viewer.get(f"/palette?q={typed}", HTMX).text
        assert 'role="option"' in part
        assert "<html" not in part
        assert f'href="/claims/C-{claim.number}"' in part


def test_a_viewer_never_meets_a_withheld_source(desk: RunningDesk) -> None:
    with desk.open() as session:
        source = factories.make_source(session, "Zealous Informant", withheld=True)
    for typed in ("zealous", f"S-{source.number}"):
        assert "Zealous Informant" in desk.checker.read(f"/palette?q={typed}")
        assert "Zealous Informant" not in desk.viewer.read(f"/palette?q={typed}")


def test_each_is_offered_what_they_may_do(desk: RunningDesk) -> None:
    offered = {
        role: {word for word in ("Add an article", "Add a person", "Reports") if f">{word}<" in page}
        for role, page in (
            ("viewer", desk.viewer.read("/palette")),
            ("checker", desk.checker.read("/palette")),
            ("owner", desk.owner.read("/palette")),
        )
    }
    assert offered == {
        "viewer": {"Reports"},
        "checker": {"Add an article", "Reports"},
        "owner": {"Add an article", "Add a person", "Reports"},
    }


@pytest.mark.parametrize("typed", ["add art", "upload", "ADD  a art"])
def test_actions_are_found_by_the_beginnings_of_their_words(desk: RunningDesk, typed: str) -> None:
    page = desk.checker.get(f"/palette?q={typed}", HTMX).text
    assert 'href="/articles/new"' in page
    assert 'href="/reports"' not in page


def test_every_action_leads_somewhere(desk: RunningDesk) -> None:
    part = desk.owner.get("/palette", HTMX).text
    addresses = [piece.split('"')[0].replace("&amp;", "&") for piece in part.split('href="')[1:]]
    assert len(addresses) > 10
    assert {desk.owner.get(address).status_code for address in addresses} == {200}


def test_it_shows_few_lines_and_asks_little(desk: RunningDesk) -> None:
    with desk.open() as session:
        version = factories.make_article(session, title="Claims of a claims court")
        factories.make_claim(session, version, title="Claims pile up")
    counts = []
    for _ in range(2):
        desk.viewer.get("/palette?q=claims", HTMX)
        with count_queries(desk) as asked:
            lines = desk.viewer.get("/palette?q=claims", HTMX).text.count('role="option"')
        counts.append(len(asked))
        with desk.open() as session:
            for number in range(30):
                claims = factories.make_article(session, title=f"Claims {number}")
                factories.make_claim(session, claims, title=f"Claims {number}")
                factories.make_source(session, f"Claims office {number}")
    assert counts[0] == counts[1]
    assert lines <= MOST_HITS
    part = desk.viewer.get("/palette?q=claims", HTMX).text
    assert part.count('role="option"') == MOST_HITS
    assert 'href="/claims"' in part  # rows never crowd out the actions


def test_nothing_found_says_where_else_to_look(desk: RunningDesk) -> None:
    assert 'href="/claims?q=qqqq"' in desk.viewer.read("/palette?q=qqqq")
    part = desk.viewer.get("/palette?q=qqqq", HTMX).text
    assert "Nothing is called that." in part
    assert 'role="option"' not in part


def test_the_keys_are_a_page_and_a_part(desk: RunningDesk) -> None:
    page = desk.viewer.read("/keyboard")
    for told in ("<kbd>j</kbd>", "next, previous row or card", "In the list of claims"):
        assert told in page
    assert "<html" not in desk.viewer.get("/keyboard", HTMX).text


def test_rows_lead_on_only_where_one_may(desk: RunningDesk) -> None:
    with desk.open() as session:
        claim = factories.make_claim(session, title="Row with keys")
    row = f"/claims?q=C-{claim.number}"
    assert 'data-keys="e v s"' in desk.checker.read(row)
    assert "data-keys" not in desk.viewer.read(row)
