"""Two sources that are one: read as one, with both histories, and taken apart as they were."""

from datetime import date

import pytest
from sqlmodel import Session

from tests import factories
from workbench import history
from workbench.domain.errors import RuleBroken, StaleEdit
from workbench.domain.evidence import EvidenceKind, SourceKind, Stance
from workbench.domain.statements import Manner
from workbench.files import FileStore
from workbench.models import Attribution, Source
from workbench.queries.claim_filter import ClaimFilter
from workbench.queries.claims import list_claims, load_rows
from workbench.queries.evidence import count_origins, list_evidence
from workbench.queries.foreign_verdicts import list_foreign_verdicts
from workbench.queries.history import read_row_history
from workbench.queries.history_check import check_history
from workbench.queries.paging import Place
from workbench.queries.palette import find_hits
from workbench.queries.source_merging import count_moving, list_likely
from workbench.queries.source_names import find_source
from workbench.queries.source_record import read_grades, read_record
from workbench.queries.sources import SourceFilter, list_given_evidence, list_published_articles, list_sources
from workbench.services import evidence as evidence_services
from workbench.services import sources as source_services
from workbench.services.evidence import EvidenceValues
from workbench.services.press import Press
from workbench.services.source_merging import merge_sources, unmerge_source
from workbench.services.sources import SourceValues


def make(session: Session, name: str, **values: object) -> Source:
    return source_services.add_source(
        session,
        SourceValues(name, SourceKind.ORGANISATION, **values),  # type: ignore[arg-type]
        by="tests",
    )


def test_what_is_kept_under_both_is_read_as_one_and_taken_apart_again(rows: Session) -> None:
    kept = make(rows, "River Ministry", reliability="B", reliability_reason="Right before")
    gone = make(
        rows, "Ministry for Rivers", aliases=("MfR",), reliability="D", reliability_reason="Wrong once"
    )
    version = factories.make_article(rows, outlet_id=gone.id)
    said = factories.make_claim(rows, version, claimant=gone)
    factories.make_verdict(rows, said, rating="false")
    claim = factories.make_claim(rows)
    for source in (kept, gone):
        factories.make_evidence(rows, claim, source)
    assert count_moving(rows, gone).claims == 1

    merge_sources(rows, gone, kept, seen=1, by="tests", reason="One house")

    assert kept.aliases == ["Ministry for Rivers", "MfR"]
    for name in ("ministry for rivers", "mfr", "River Ministry"):
        assert find_source(rows, name) == kept
    found = list_evidence(rows, [claim.id], sight=True)
    assert ([row.grade for row in found], count_origins(found)) == (["B6", "B6"], 1)
    assert load_rows(rows, [said], sight=True)[0].claimants[-1].source_number == kept.number
    listed = list_claims(rows, ClaimFilter(claimant=kept.number), Place(), sight=True)
    assert [row.claim.id for row in listed.rows] == [said.id]
    assert read_record(rows, kept).decided == 1
    assert list_given_evidence(rows, kept).count == 2
    assert [article.id for article in list_published_articles(rows, kept)] == [version.article_id]
    assert {(change.after, change.of) for change in read_grades(rows, kept)} == {
        ("B", ""),
        ("D", "Ministry for Rivers"),
    }
    register = list_sources(rows, SourceFilter(words="MfR"), Place(), sight=True)
    assert [(row.source.id, row.claims, row.evidence) for row in register.rows] == [(kept.id, 1, 2)]
    assert [hit.number for hit in find_hits(rows, "mfr", sight=True)] == [kept.number]
    for source in (kept, gone):
        acts = read_row_history(rows, source.id, sight=True)
        assert [act.first.action for act in acts] == ["source.merged", "source.added"]
    assert acts[0].first.reason == f"S-{gone.number} merged into S-{kept.number}: One house"

    unmerge_source(rows, gone, seen=2, by="tests")

    assert (kept.aliases, gone.merged_into_id) == ([], None)
    assert find_source(rows, "MfR") == gone
    assert [row.grade for row in list_evidence(rows, [claim.id], sight=True)] == ["B6", "D6"]
    assert check_history(rows) == []


def test_mending_what_a_merged_source_gave_leaves_it_under_its_own_row(
    rows: Session, files: FileStore
) -> None:
    kept, gone = make(rows, "Coast Guard"), make(rows, "Guard of the Coast")
    evidence = factories.make_evidence(rows, None, gone, kind=EvidenceKind.INTERVIEW, url="")
    merge_sources(rows, gone, kept, seen=1, by="tests")
    values = EvidenceValues("coast guard", EvidenceKind.INTERVIEW, Stance.REFUTES, excerpt="It was dark.")
    evidence_services.edit_evidence(rows, files, evidence, values, seen=1, by="tests")
    assert (evidence.source_id, evidence.stance) == (gone.id, Stance.REFUTES)


def test_only_what_fits_is_merged(rows: Session, press: Press) -> None:
    first, second, third = (make(rows, f"Of one kind {letter}") for letter in "abc")
    hidden = factories.make_source(rows, "Of one kind hidden", withheld=True, withheld_reason="In danger")
    merge_sources(rows, first, second, seen=1, by="tests")
    for gone, kept in ((third, third), (second, third), (first, third), (third, first), (third, hidden)):
        with pytest.raises(RuleBroken) as refused:
            merge_sources(rows, gone, kept, seen=gone.version, by="tests")
        assert refused.value.field == "into"
    with pytest.raises(StaleEdit):
        merge_sources(rows, third, second, seen=third.version + 1, by="tests")
    merge_sources(rows, third, second, seen=third.version, by="tests")
    with pytest.raises(RuleBroken):
        unmerge_source(rows, second, seen=second.version, by="tests")
    with pytest.raises(RuleBroken, match="merged into another"):
        source_services.edit_source(
            rows, press, third, SourceValues("x", SourceKind.PERSON), seen=third.version, by="tests"
        )


def test_withholding_the_one_that_stands_for_both_withholds_both(rows: Session, press: Press) -> None:
    kept, gone = make(rows, "Night Watch"), make(rows, "Watch by Night")
    claim = factories.make_claim(rows, claimant=gone)
    merge_sources(rows, gone, kept, seen=1, by="tests")
    values = SourceValues(
        kept.name,
        SourceKind.PERSON,
        withheld=True,
        withheld_reason="In danger",
        aliases=tuple(kept.aliases),
    )
    source_services.edit_source(rows, press, kept, values, seen=kept.version, by="tests")
    assert gone.withheld
    assert load_rows(rows, [claim], sight=False)[0].claimant == "Withheld source"
    unmerge_source(rows, gone, seen=gone.version, by="tests")
    assert (gone.withheld, gone.withheld_reason) == (True, "In danger")


def test_likely_duplicates_are_offered(rows: Session) -> None:
    one = make(rows, "World Weather Bureau", url="https://weather.example/", wikidata_id="Q777001")
    others = {
        make(rows, "Weltwetteramt", wikidata_id="Q777001").number: "the same Wikidata id",
        make(rows, "Weather Page", url="http://www.weather.example").number: "the same address",
        make(rows, "WWB").number: "one name abbreviates the other",
        make(rows, "Bureau World Weather").number: "nearly the same name",
    }
    make(rows, "World Wildlife Bureau of Tides")
    found = list_likely(rows, one, sight=True)
    assert {likeness.other.number: likeness.reason for likeness in found} == others
    secret = factories.make_source(rows, "World Weather Bureau Ltd", withheld=True, wikidata_id="Q777001")
    assert secret.number not in {found.other.number for found in list_likely(rows, one, sight=False)}


def test_a_name_before_its_source_is_hidden_with_it(rows: Session) -> None:
    hidden = factories.make_source(
        rows, "Silent Witness", name_key="silent witness", withheld=True, aliases=["SW Nine"]
    )
    claim = factories.make_claim(rows, claimant=hidden, accepted_at=None)
    attribution = next(iter(load_rows(rows, [claim], sight=True))).claimants[-1]
    assert attribution.name == "Silent Witness"
    with history.change(rows, by="tests", action="tests.proposed"):
        place = factories.find_appearance(rows, claim)
        rows.add(Attribution(appearance_id=place.id, position=2, name="the SW nine", manner=Manner.INDIRECT))
    shown = load_rows(rows, [claim], sight=False)[0]
    assert [one.name for one in shown.claimants] == ["Withheld source", "Withheld source"]


def test_others_verdicts_are_told_under_the_source_that_stayed_and_those_without_a_day_last(
    rows: Session,
) -> None:
    claim = factories.make_claim(rows)
    gone, kept = factories.make_source(rows, "Checkers"), factories.make_source(rows, "The Checkers")
    factories.make_foreign_verdict(rows, claim, gone, reviewed_on=None, url="https://c.example/undated")
    factories.make_foreign_verdict(
        rows, claim, gone, reviewed_on=date(2026, 5, 1), url="https://c.example/may"
    )
    merge_sources(rows, gone, kept, seen=gone.version, by="tests")
    found = list_foreign_verdicts(rows, [claim.id], sight=True)[claim.id]
    assert [row.publisher.name for row in found] == ["The Checkers", "The Checkers"]
    assert [row.verdict.reviewed_on for row in found] == [date(2026, 5, 1), None]
