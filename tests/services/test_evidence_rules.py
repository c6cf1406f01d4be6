"""Evidence that would count twice or for itself, and what may be changed under a signature."""

import uuid
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlmodel import Session

from tests import factories
from workbench.app import make_press
from workbench.domain.captures import FileRole
from workbench.domain.errors import RuleBroken, StaleEdit
from workbench.domain.evidence import EvidenceKind, Stance
from workbench.domain.roles import Role
from workbench.domain.status import Status
from workbench.domain.web_addresses import fold_address
from workbench.exports.wording import list_marks
from workbench.files import FileStore
from workbench.login.accounts import SignedIn
from workbench.models import Claim, Evidence, Report
from workbench.queries.articles import get_article_of
from workbench.queries.circularity import find_circles
from workbench.queries.evidence import count_origins, list_evidence
from workbench.queries.evidence_weight import count_by_claim, weigh_claims
from workbench.queries.report_records import build_claim
from workbench.services import evidence as services
from workbench.services import verdicts
from workbench.services.evidence import EvidenceValues
from workbench.services.reports import ReportValues, publish_report

NOTE = EvidenceValues("Harbour Office", EvidenceKind.INTERVIEW, Stance.SUPPORTS, note="By telephone.")
LINK = EvidenceValues("Some Page", EvidenceKind.LINK, Stance.SUPPORTS)
QUOTED = "A sabotage unit was destroyed near the river, according to the regional office."


def add(session: Session, files: FileStore, claim: Claim, **values: Any) -> Evidence:
    return services.add_evidence(session, files, claim, replace(NOTE, **values), by="tests")


def test_links_with_one_origin_count_as_one(rows: Session, files: FileStore) -> None:
    claim = factories.make_claim(rows)
    wire = add(rows, files, claim, source="Wire One")
    add(rows, files, claim, source="Paper One", origin_id=wire.id, origin_note="The story of 3 May")
    add(rows, files, claim, source="Radio One", origin_id=wire.id)
    found = list_evidence(rows, [claim.id], sight=True)
    assert (len(found), count_origins(found)) == (3, 1)
    assert [row.repeats.evidence.id if row.repeats else None for row in found] == [None, wire.id, wire.id]
    assert weigh_claims(rows, [claim.id], sight=False)[claim.id].origins == 1
    assert count_by_claim(rows, [claim.id], sight=False) == {claim.id: (3, 1)}
    services.withdraw_evidence(rows, wire, reason="A copy", seen=1, by="tests")
    left = list_evidence(rows, [claim.id], sight=True)
    assert (len(left), count_origins(left)) == (2, 1)  # the two still tell one story


def test_what_repeats_a_withheld_piece_is_one_origin_untold(rows: Session, files: FileStore) -> None:
    claim = factories.make_claim(rows)
    hidden = factories.make_source(rows, "Hidden Wire", withheld=True)
    wire = factories.make_evidence(rows, claim, hidden)
    for name in ("Paper Two", "Radio Two"):
        add(rows, files, claim, source=name, origin_id=wire.id)
    seen = list_evidence(rows, [claim.id], sight=False)
    assert [row.repeats for row in seen] == [None, None]
    assert count_origins(seen) == 1
    assert weigh_claims(rows, [claim.id], sight=False)[claim.id].origins == 1


def test_no_piece_repeats_itself_in_the_end_or_one_of_another_claim(rows: Session, files: FileStore) -> None:
    claim = factories.make_claim(rows)
    first = add(rows, files, claim, source="First")
    second = add(rows, files, claim, source="Second", origin_id=first.id)
    elsewhere = add(rows, files, factories.make_claim(rows), source="Elsewhere")
    for origin in (second, first, elsewhere):
        values = replace(NOTE, source="First", origin_id=origin.id)
        with pytest.raises(RuleBroken) as refused:
            services.edit_evidence(rows, files, first, values, seen=1, by="tests")
        assert refused.value.field == "origin"
        rows.refresh(first)
    assert first.origin_id is None


def test_confirmed_asks_for_a_second_origin(rows: Session, files: FileStore) -> None:
    claim = factories.make_claim(rows)
    sure = add(rows, files, claim, source="Sure", credibility=1)
    add(rows, files, claim, source="Echo", origin_id=sure.id)
    assert [row.unconfirmed for row in list_evidence(rows, [claim.id], sight=True)] == [True, False]
    assert weigh_claims(rows, [claim.id], sight=True)[claim.id].unconfirmed
    add(rows, files, claim, source="Somebody Else")
    assert not any(row.unconfirmed for row in list_evidence(rows, [claim.id], sight=True))


def test_the_checked_article_is_refused_as_support_and_stands_as_context(
    rows: Session, files: FileStore
) -> None:
    version = factories.make_article(rows, url="https://news.example/troops?utm_source=feed")
    claim = factories.make_claim(rows, version)
    same = {"kind": EvidenceKind.LINK, "url": "http://news.example/troops/#top"}
    with pytest.raises(RuleBroken, match="checked article itself") as refused:
        add(rows, files, claim, **same)
    assert refused.value.field == "url"
    add(rows, files, claim, **same, stance=Stance.CONTEXT)
    kept = add(rows, files, claim, **same, stance=Stance.REFUTES)
    values = replace(NOTE, **same)
    with pytest.raises(RuleBroken):
        services.edit_evidence(rows, files, kept, values, seen=1, by="tests")


def test_a_copy_on_another_page_is_refused_too(rows: Session, files: FileStore) -> None:
    version = factories.make_article(rows, url="https://news.example/first")
    copy = factories.make_article(rows, url="https://copies.example/first", text="Other words entirely.")
    factories.edit(rows, factories.find_article(rows, copy), copy_of_id=version.article_id)
    with pytest.raises(RuleBroken, match="copy of it"):
        add(
            rows,
            files,
            factories.make_claim(rows, version),
            kind=EvidenceKind.LINK,
            url="https://copies.example/first",
        )


def test_a_page_that_only_quotes_the_article_is_refused(rows: Session, files: FileStore) -> None:
    version = factories.make_article(rows, published_on=date(2026, 4, 30))
    office = factories.make_source(rows, "Regional Office of the River")
    quote = "A sabotage unit was destroyed near the river"
    claim = factories.make_claim(rows, version, quote, claimant=office)
    page = {"kind": EvidenceKind.LINK, "url": "https://blog.example/1", "excerpt": QUOTED}
    for day in (None, date(2026, 5, 1)):
        with pytest.raises(RuleBroken, match="only quotes") as refused:
            add(rows, files, claim, **page, published_on=day)
        assert refused.value.field == "excerpt"
    add(rows, files, claim, **page, published_on=date(2026, 4, 29))
    add(rows, files, claim, **page, source=office.name)
    add(rows, files, claim, **page, stance=Stance.CONTEXT)


def test_a_day_to_look_again_is_set_under_a_signature(rows: Session, files: FileStore) -> None:
    claim = factories.make_claim(rows)
    evidence = add(rows, files, claim, recheck_on=date(2026, 6, 1))
    factories.edit(rows, claim, status=Status.PUBLISHED)
    before = claim.version
    services.set_recheck(rows, evidence, date(2027, 6, 1), seen=1, by="tests")
    services.set_recheck(rows, evidence, None, seen=2, by="tests")
    assert (evidence.recheck_on, evidence.version, claim.version) == (None, 3, before)
    with pytest.raises(StaleEdit):
        services.set_recheck(rows, evidence, None, seen=2, by="tests")


def test_a_page_captured_later_that_only_copies_the_article_is_told(rows: Session, files: FileStore) -> None:
    text = " ".join(f"Reading {number} of the river gauge was its own." for number in range(12))
    version = factories.make_article(rows, text=f"{factories.TEXT}{text}")
    claim = factories.make_claim(rows, version)
    for words in (f"Home Menu {version.text}", "Something else was said here in words of its own. " * 12):
        source = factories.make_source(rows, f"Page of {len(words)}")
        evidence = factories.make_evidence(
            rows, claim, source, excerpt="", url=f"https://{len(words)}.example"
        )
        capture = factories.make_capture(rows, evidence)
        factories.make_snapshot(rows, words.encode(), capture_id=capture.id, role=FileRole.TEXT)
        files.put(words.encode())
    found = list_evidence(rows, [claim.id], sight=True)
    circles = find_circles(rows, found, files.read)
    assert list(circles) == [found[0].evidence.id]
    assert "hardly more than the checked article" in circles[found[0].evidence.id].reason
    factories.edit(rows, found[0].evidence, url="https://another.example")
    assert find_circles(rows, found, files.read) == {}, "what was captured was the page before"


def test_a_page_that_leads_to_the_checked_article_cannot_support_it(rows: Session, files: FileStore) -> None:
    mark = uuid.uuid4()
    version = factories.make_article(rows, canonical_url=fold_address(f"https://news.example/{mark}"))
    claim = factories.make_claim(rows, version)
    short = f"https://short.example/{mark}"
    evidence = add(rows, files, claim, url=short, excerpt="")
    factories.make_capture(rows, evidence, url=short, final_url=f"https://news.example/{mark}?utm_source=x")
    found = list_evidence(rows, [claim.id], sight=True)
    assert "the checked article itself" in find_circles(rows, found)[evidence.id].reason
    values = replace(NOTE, url=short, excerpt="")
    with pytest.raises(RuleBroken, match="the checked article itself"):
        services.edit_evidence(rows, files, evidence, values, seen=evidence.version, by="tests")
    as_context = replace(values, stance=Stance.CONTEXT)
    services.edit_evidence(rows, files, evidence, as_context, seen=evidence.version, by="tests")
    assert find_circles(rows, list_evidence(rows, [claim.id], sight=True)) == {}


def test_what_became_a_circle_later_is_told_and_neither_signed_nor_published(
    rows: Session, files: FileStore, staff: dict[Role, SignedIn]
) -> None:
    address = f"https://copy.example/{uuid.uuid4()}"
    claim = factories.make_claim(rows, factories.make_article(rows, text=f"{uuid.uuid4()} {factories.TEXT}"))
    factories.make_verdict(rows, claim)
    evidence = add(rows, files, claim, url=address, excerpt="")
    factories.make_claimant(rows, claim)
    factories.edit(rows, claim, status=Status.IN_REVIEW, one_sided_note="Nobody else was there.")
    article = get_article_of(rows, claim)
    factories.make_article(
        rows, text=f"{uuid.uuid4()} Other words.", canonical_url=fold_address(address), copy_of_id=article.id
    )
    person = staff[Role.REVIEWER]

    def sign() -> None:
        verdicts.sign_verdict(rows, claim, alone=True, comment="", seen=claim.version, person=person)

    def publish() -> Report:
        return publish_report(rows, make_press(files), [claim], ReportValues("T"), person=person)

    [piece] = build_claim(rows, claim).evidence
    assert piece.circular
    assert any(
        "cannot support its own claim" in words for words in list_marks(build_claim(rows, claim), piece)
    )
    with pytest.raises(RuleBroken, match=f"C-{claim.number}: evidence .* cannot be signed"):
        sign()
    assert claim.status is Status.IN_REVIEW
    factories.edit(rows, claim, status=Status.CHECKED)
    with pytest.raises(RuleBroken, match="cannot be published"):
        publish()
    factories.edit(rows, claim, status=Status.IN_REVIEW)
    factories.edit(rows, evidence, stance=Stance.CONTEXT)
    sign()
    assert publish().number
