"""The register of sources."""

from tests import factories
from tests.web.desk import RunningDesk
from tests.web.forms import read_hidden
from workbench.queries.paging import PAGE_SIZE
from workbench.queries.sources import get_source

FIELDS = {
    "kind": "person",
    "reliability": "B",
    "reliability_reason": "Right before",
    "url": "https://example.org/",
}


def test_a_source_is_added_graded_and_shown_with_what_it_said_and_gave(desk: RunningDesk) -> None:
    form = read_hidden(desk.checker.read("/sources/new"), "source-form") | FIELDS
    form |= {"name": "Anna Holt", "description": "Harbour master."}
    url = desk.checker.save("/sources/new", **form)
    assert desk.checker.save("/sources/new", **form) == url  # sent twice
    with desk.open() as session:
        source = get_source(session, int(url.rsplit("-", 1)[1]), sight=True)
        said = factories.make_claim(session, claimant=source, title="Said by her")
        factories.make_claim(session, claimant=source, title="Only proposed", accepted_at=None)
        factories.make_evidence(session, said, source, excerpt="Seen from the pier.", credibility=1)
        factories.make_article(session, title="Written by her", outlet_id=source.id)
    page = desk.viewer.read(url)
    for shown in ("Anna Holt", "Harbour master.", "Right before", "Usually reliable", "Said by her"):
        assert shown in page
    for shown in ("Seen from the pier.", "B1", "Written by her", 'href="https://example.org/"', "added this"):
        assert shown in page
    assert "Only proposed" not in page


def test_a_taken_name_is_refused_and_what_was_typed_kept(desk: RunningDesk) -> None:
    desk.checker.save("/sources/new", **FIELDS, name="Port Authority")
    answer = desk.checker.post("/sources/new", **FIELDS, name="the PORT  authority")
    assert answer.status_code == 422
    assert "There is a source of that name already." in answer.text
    assert 'value="the PORT  authority"' in answer.text
    assert "Right before" in answer.text


def test_a_grade_is_changed_with_its_reason_in_the_history(desk: RunningDesk) -> None:
    url = desk.checker.save("/sources/new", **FIELDS, name="River Gauge")
    form = read_hidden(desk.checker.read(f"{url}/edit"), "source-form")
    changed = FIELDS | {"reliability": "E", "reliability_reason": "Wrong twice"}
    desk.checker.save(f"{url}/edit", **form, **changed, name="River Gauge", reason="Two false readings")
    page = desk.viewer.read(url)
    for told in ("Unreliable", "Wrong twice", "Two false readings", "edited this", "Checker"):
        assert told in page
    form["once"] = ""
    stale = desk.checker.post(f"{url}/edit", **form, **changed, name="Lake Gauge")
    assert stale.status_code == 409
    assert "Lake Gauge" in stale.text
    assert "River Gauge" in stale.text


def test_names_are_offered_while_one_types(desk: RunningDesk) -> None:
    with desk.open() as session:
        factories.make_source(session, 'Quoted "Name" <b>')
        number = factories.make_claim(session).number
    assert '<option value="Quoted &#34;Name&#34; &lt;b&gt;">' in desk.checker.read(f"/claims/C-{number}/edit")


def test_the_page_tells_the_track_record_and_every_grade(desk: RunningDesk) -> None:
    with desk.open() as session:
        source = factories.make_source(session, "Tide Board")
        claim = factories.make_claim(session, claimant=source, title="High water at noon")
        factories.make_verdict(session, claim, rating="false")
        factories.edit(session, source, reliability="D", reliability_reason="Wrong at noon")
    page = desk.viewer.read(f"/sources/S-{source.number}")
    for told in ("1 claim of its own", "1 with a verdict", "0 of them signed", "May 2026", "Wrong at noon"):
        assert told in page
    assert 'aria-label="False: 1"' in page


def test_evidence_goes_over_pages(desk: RunningDesk) -> None:
    with desk.open() as session:
        source = factories.make_source(session, "Busy Camera")
        claim = factories.make_claim(session)
        for number in range(PAGE_SIZE + 1):
            factories.make_evidence(session, claim, source, excerpt=f"Frame {number:03}.")
    url = f"/sources/S-{source.number}"
    first, second = desk.viewer.read(url), desk.viewer.read(f"{url}?given={PAGE_SIZE}")
    assert f'<span class="muted">{PAGE_SIZE + 1}</span>' in first
    assert f"{url}?given={PAGE_SIZE}#given" in first
    assert (first.count("Frame "), second.count("Frame ")) == (PAGE_SIZE, 1)
    assert f"{url}?given=0#given" in second
    assert "None yet. Evidence is added" in desk.viewer.read(f"{url}?given=99999")


def test_who_a_source_is(desk: RunningDesk) -> None:
    more = {"aliases": "Tide Office\nЖиття", "wikidata_id": "https://www.wikidata.org/wiki/Q7187"}
    more |= {"languages": "en, PT-br", "conflicts": "Paid by the harbour.", "reliability_on": "2026-02-03"}
    url = desk.checker.save("/sources/new", **FIELDS, **more, name="Harbour Gazette")
    page = desk.viewer.read(url)
    for told in ("Tide Office", "Життя", "https://www.wikidata.org/wiki/Q7187", "Portuguese (Brazil)"):
        assert told in page
    for told in ("Paid by the harbour.", "since 3 Feb 2026"):
        assert told in page
    for words in ("Tide", "життя", "gazette"):  # search and palette read other names, too
        assert "Harbour Gazette" in desk.viewer.read(f"/sources?q={words}")
        assert "Harbour Gazette" in desk.viewer.read(f"/palette?q={words}")
    with desk.open() as session:
        claim = factories.make_claim(session, title="Said under another name")
    ref = f"/claims/C-{claim.number}"
    form = read_hidden(desk.checker.read(f"{ref}/edit"), "claim-form")
    form |= {"title": "Said so", "statement": "It is so.", "kind": "event", "claimant": "tide office"}
    desk.checker.save(f"{ref}/edit", **form, claimant_kind="organisation")
    assert "Said so" in desk.viewer.read(url)
    assert "Said so" in desk.viewer.read("/claims?claimant=Tide+Office")
    edit = desk.checker.read(f"{url}/edit")
    assert "Tide Office\nЖиття</textarea>" in edit
    assert 'value="en, pt-BR"' in edit
