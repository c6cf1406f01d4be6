"""Evidence that would count twice or for itself, and what may be changed under a signature."""

import uuid
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlmodel import Session

from tests import factories
from workbench.app import make_press
from workbench.domain.captures import CaptureOutcome, FileRole
from workbench.domain.errors import RuleBroken, StaleEdit
from workbench.domain.evidence import EvidenceKind, Stance
from workbench.domain.roles import Role
from workbench.domain.status import Status
from workbench.domain.web_addresses import fold_address
from workbench.exports.wording import list_marks
from workbench.files import FileStore
from workbench.login.accounts import SignedIn
from workbench.models import Claim, Evidence, Report
from workbench.queries.articles import get_article_of, get_version
from workbench.queries.evidence import count_origins, list_evidence
from workbench.queries.evidence_weight import count_by_claim, weigh_claims
from workbench.queries.report_records import build_claim
from workbench.services import evidence as services
from workbench.services import verdicts
from workbench.services.evidence import EvidenceValues, Upload
from workbench.services.evidence_rules import refuse_circular
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
    assert weigh_claims(rows, [claim.id], sight=False, read=None)[claim.id].origins == 1
    assert count_by_claim(rows, [claim.id], sight=False, read=None) == {claim.id: (3, 1)}
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
    assert weigh_claims(rows, [claim.id], sight=False, read=None)[claim.id].origins == 1


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
    assert weigh_claims(rows, [claim.id], sight=True, read=None)[claim.id].unconfirmed
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
    first, second = list_evidence(rows, [claim.id], sight=True, read=files.read)
    assert first.circle is not None
    assert second.circle is None
    assert "hardly more than the checked article" in first.circle.reason
    assert count_origins([first, second]) == 1
    assert weigh_claims(rows, [claim.id], sight=True, read=files.read)[claim.id].origins == 1
    assert count_by_claim(rows, [claim.id], sight=True, read=files.read) == {claim.id: (2, 1)}
    [told, _] = build_claim(rows, claim, files.read).evidence
    assert told.circular
    factories.edit(rows, first.evidence, url="https://another.example")
    again = list_evidence(rows, [claim.id], sight=True, read=files.read)
    assert [row.circle for row in again] == [None, None], "what was captured was the page before"


def capture_copy(session: Session, files: FileStore, claim: Claim, **values: Any) -> Evidence:
    """Evidence whose captured page turned out to be the checked article, word for word."""
    source = factories.make_source(session, f"Copying page {uuid.uuid4()}")
    evidence = factories.make_evidence(session, claim, source, excerpt="", **values)
    words = get_version(session, get_article_of(session, claim)).text.encode()
    capture = factories.make_capture(session, evidence)
    factories.make_snapshot(session, words, capture_id=capture.id, role=FileRole.TEXT)
    files.put(words)
    return evidence


def make_long_claim(session: Session) -> Claim:
    text = " ".join(f"Reading {number} of {uuid.uuid4()} was its own." for number in range(12))
    return factories.make_claim(session, factories.make_article(session, text=f"{factories.TEXT}{text}"))


def test_what_captured_words_show_to_be_the_article_is_not_signed(
    rows: Session, files: FileStore, staff: dict[Role, SignedIn]
) -> None:
    claim = make_long_claim(rows)
    factories.make_ready(rows, claim)
    factories.make_verdict(rows, claim)
    evidence = capture_copy(rows, files, claim)
    factories.edit(rows, claim, status=Status.IN_REVIEW)

    def sign() -> None:
        seen, person = claim.version, staff[Role.REVIEWER]
        verdicts.sign_verdict(rows, files, claim, alone=True, comment="", seen=seen, person=person)

    with pytest.raises(RuleBroken, match="cannot be signed"):
        sign()
    factories.edit(rows, evidence, stance=Stance.CONTEXT)
    sign()
    assert claim.status is Status.CHECKED


def test_what_captured_words_show_to_be_the_article_never_turns_into_support(
    rows: Session, files: FileStore
) -> None:
    claim = make_long_claim(rows)
    evidence = capture_copy(rows, files, claim, stance=Stance.CONTEXT)
    values = replace(LINK, url=evidence.url)
    with pytest.raises(RuleBroken, match="hardly more than the checked article"):
        services.edit_evidence(rows, files, evidence, values, seen=1, by="tests")
    other = replace(values, url="https://elsewhere.example/a")
    services.edit_evidence(rows, files, evidence, other, seen=1, by="tests")
    with pytest.raises(RuleBroken, match="hardly more"):  # the address that was captured is back
        services.edit_evidence(rows, files, evidence, values, seen=2, by="tests")


def test_what_became_a_circle_is_not_reinstated_as_support(rows: Session, files: FileStore) -> None:
    claim = make_long_claim(rows)
    evidence = capture_copy(rows, files, claim)
    services.withdraw_evidence(rows, evidence, reason="A copy", seen=1, by="tests")
    with pytest.raises(RuleBroken, match="hardly more than the checked article"):
        services.reinstate_evidence(rows, files, evidence, seen=2, by="tests")
    assert evidence.withdrawn_at is not None


def test_what_repeats_the_checked_article_cannot_support_it(rows: Session, files: FileStore) -> None:
    address = f"https://news.example/{uuid.uuid4()}"
    claim = factories.make_claim(rows, factories.make_article(rows, url=address))
    same = {"kind": EvidenceKind.LINK, "url": address}
    article = add(rows, files, claim, source="The Outlet", **same, stance=Stance.CONTEXT)
    between = add(
        rows,
        files,
        claim,
        source="Radio Between",
        stance=Stance.CONTEXT,
        origin_id=article.id,
        url="https://b.example/b",
    )
    for origin in (article, between):
        with pytest.raises(RuleBroken, match="repeats is the checked article") as refused:
            add(rows, files, claim, source="Paper X", origin_id=origin.id)
        assert refused.value.field == "origin"
    paper = add(rows, files, claim, source="Paper X")
    values = replace(NOTE, source="Paper X", origin_id=article.id)
    with pytest.raises(RuleBroken, match="repeats is the checked article"):
        services.edit_evidence(rows, files, paper, values, seen=paper.version, by="tests")
    rows.refresh(paper)
    add(rows, files, claim, source="The Outlet", note="What its reporter said herself.")
    assert [row.circle for row in list_evidence(rows, [claim.id], sight=True)] == [None] * 4, (
        "one source ties nothing"
    )


def test_what_came_to_repeat_the_checked_article_neither_counts_nor_confirms(
    rows: Session, files: FileStore
) -> None:
    address = f"https://news.example/{uuid.uuid4()}"
    claim = factories.make_claim(rows, factories.make_article(rows, url=address))
    article = add(rows, files, claim, source="The Outlet", url=address, stance=Stance.CONTEXT)
    paper = add(rows, files, claim, source="Paper X")
    add(rows, files, claim, source="Paper Z", credibility=1)
    assert weigh_claims(rows, [claim.id], sight=True, read=None)[claim.id].origins == 2
    factories.edit(rows, paper, origin_id=article.id)  # as it was kept before that was refused
    weight = weigh_claims(rows, [claim.id], sight=True, read=None)[claim.id]
    assert (weight.links, weight.origins, weight.unconfirmed) == (2, 1, True)
    services.withdraw_evidence(rows, article, reason="Not needed", seen=article.version, by="tests")
    assert weigh_claims(rows, [claim.id], sight=True, read=None)[claim.id].origins == 1, "it repeats it still"
    with pytest.raises(RuleBroken, match="cannot be signed"):
        refuse_circular(rows, files, [claim], "signed")


def test_the_file_that_the_article_came_in_as_cannot_support_it(rows: Session, files: FileStore) -> None:
    version = factories.make_article(rows, text=f"{uuid.uuid4()} {factories.TEXT}")
    copy = factories.make_article(rows, text=f"{uuid.uuid4()} {factories.TEXT}")
    factories.edit(rows, factories.find_article(rows, copy), copy_of_id=version.article_id)
    capture = factories.make_capture(rows, article_id=version.article_id)
    page = f"<p>{uuid.uuid4()}".encode()
    factories.make_snapshot(rows, page, capture_id=capture.id)
    claim = factories.make_claim(rows, version)
    document = replace(NOTE, source="A Reader", kind=EvidenceKind.DOCUMENT)
    for data in (version.text.encode(), copy.text.encode(), page):
        upload = Upload("copy.txt", "text/plain", data)
        with pytest.raises(RuleBroken, match="This file is the checked article itself") as refused:
            services.add_evidence(rows, files, claim, document, upload, by="tests")
        assert refused.value.field == "file"
        context = replace(document, stance=Stance.CONTEXT)
        kept = services.add_evidence(rows, files, claim, context, upload, by="tests")
        factories.edit(rows, kept, stance=Stance.SUPPORTS)
    weight = weigh_claims(rows, [claim.id], sight=True, read=None)[claim.id]
    assert (weight.links, weight.origins) == (3, 0)
    other = Upload("gauge.txt", "text/plain", b"The gauge read 4 m.")
    services.add_evidence(rows, files, claim, document, other, by="tests")
    assert weigh_claims(rows, [claim.id], sight=True, read=None)[claim.id].origins == 1


def test_one_page_or_file_under_two_names_is_one_origin(rows: Session, files: FileStore) -> None:
    page = {"kind": EvidenceKind.LINK, "url": "https://news.example/river"}
    again = {"kind": EvidenceKind.LINK, "url": "http://m.news.example/river/amp?utm_source=feed"}
    file = Upload("gauge.pdf", "application/pdf", b"%PDF-1.4 the gauge")
    for first, second, upload in ((page, page, None), (page, again, None), ({}, {}, file)):
        claim = factories.make_claim(rows)
        for name, values in (("Name One", first), ("Name Two", second)):
            offered = replace(NOTE, source=name, credibility=1, **values)
            services.add_evidence(rows, files, claim, offered, upload, by="tests")
        found = list_evidence(rows, [claim.id], sight=True)
        assert count_origins(found) == 1
        assert [row.unconfirmed for row in found] == [True, True]
        assert [row.same_page is not None for row in found] == [False, True]
        assert count_by_claim(rows, [claim.id], sight=True, read=None) == {claim.id: (2, 1)}


def test_pages_that_visits_show_to_be_one_are_one_origin(rows: Session, files: FileStore) -> None:
    claim = factories.make_claim(rows)
    for name, url, outcome in (
        ("One", "https://short.example/1", CaptureOutcome.CAPTURED),
        ("Two", "https://short.example/2", CaptureOutcome.CAPTURED),
        ("Three", "https://short.example/3", CaptureOutcome.FAILED),
    ):
        evidence = add(rows, files, claim, source=name, url=url)
        end = "https://www.news.example/story"
        factories.make_capture(rows, evidence, url=url, final_url=end, outcome=outcome)
    assert count_origins(list_evidence(rows, [claim.id], sight=True)) == 2, "a failed visit shows no page"
    for evidence in [row.evidence for row in list_evidence(rows, [claim.id], sight=True)][:2]:
        factories.edit(rows, evidence, url=f"{evidence.url}/moved")
    assert count_origins(list_evidence(rows, [claim.id], sight=True)) == 3


def test_pages_that_name_one_address_as_their_own_are_one_origin(rows: Session, files: FileStore) -> None:
    claim = factories.make_claim(rows, factories.make_article(rows, url="https://news.example/story"))
    for number, own in enumerate(
        ("https://wire.example/story", "https://www.wire.example/story?utm_source=x")
    ):
        url = f"https://wire.example/{number}"
        evidence = add(rows, files, claim, source=f"Wire name {number}", url=url)
        factories.make_capture(rows, evidence, url=url, final_url=url, canonical_url=own)
    found = list_evidence(rows, [claim.id], sight=True)
    assert count_origins(found) == 1
    factories.make_capture(rows, found[0].evidence, canonical_url="https://m.news.example/story")
    [first, _] = list_evidence(rows, [claim.id], sight=True)
    assert first.circle is not None, "it is the checked article by its own word"


def test_the_same_captured_bytes_are_one_origin_and_front_pages_say_nothing(
    rows: Session, files: FileStore
) -> None:
    claim = factories.make_claim(rows)
    for number in range(2):
        evidence = add(rows, files, claim, source=f"Site {number}", url=f"https://site{number}.example/a")
        home = "https://gone.example/"
        capture = factories.make_capture(rows, evidence, url=evidence.url, final_url=home)
        factories.make_snapshot(rows, f"{number}".encode(), capture_id=capture.id)
    assert count_origins(list_evidence(rows, [claim.id], sight=True)) == 2
    for row in list_evidence(rows, [claim.id], sight=True):
        capture = factories.make_capture(rows, row.evidence, url=row.evidence.url)
        factories.make_snapshot(rows, b"the same page", capture_id=capture.id)
    assert count_origins(list_evidence(rows, [claim.id], sight=True)) == 1


def test_what_was_withdrawn_ties_nothing_together(rows: Session, files: FileStore) -> None:
    claim = factories.make_claim(rows)
    page = {"kind": EvidenceKind.LINK, "url": "https://news.example/mistaken"}
    add(rows, files, claim, source="Paper Three", **page)
    mistaken = add(rows, files, claim, source="Radio Three", **page)
    add(rows, files, claim, source="Radio Three")
    assert count_origins(list_evidence(rows, [claim.id], sight=True)) == 1
    services.withdraw_evidence(rows, mistaken, reason="Another page", seen=1, by="tests")
    assert count_origins(list_evidence(rows, [claim.id], sight=True)) == 2


def test_an_archived_or_mobile_copy_of_the_article_cannot_support_it(rows: Session, files: FileStore) -> None:
    claim = factories.make_claim(
        rows, factories.make_article(rows, url="https://www.news.example/troops?id=3")
    )
    for url in (
        "https://news.example/troops?id=3",
        "https://m.news.example/troops/amp?id=3",
        "https://web.archive.org/web/20260501120000/https://www.news.example/troops?id=3",
        "https://archive.ph/2026.05.01-120000/https://news.example/troops?id=3",
    ):
        with pytest.raises(RuleBroken, match="checked article itself"):
            add(rows, files, claim, kind=EvidenceKind.LINK, url=url)


def test_a_page_that_leads_to_the_checked_article_cannot_support_it(rows: Session, files: FileStore) -> None:
    mark = uuid.uuid4()
    version = factories.make_article(rows, canonical_url=fold_address(f"https://news.example/{mark}"))
    claim = factories.make_claim(rows, version)
    short = f"https://short.example/{mark}"
    evidence = add(rows, files, claim, url=short, excerpt="")
    factories.make_capture(rows, evidence, url=short, final_url=f"https://news.example/{mark}?utm_source=x")
    [found] = list_evidence(rows, [claim.id], sight=True)
    assert found.circle is not None
    assert "the checked article itself" in found.circle.reason
    values = replace(NOTE, url=short, excerpt="")
    with pytest.raises(RuleBroken, match="the checked article itself"):
        services.edit_evidence(rows, files, evidence, values, seen=evidence.version, by="tests")
    as_context = replace(values, stance=Stance.CONTEXT)
    services.edit_evidence(rows, files, evidence, as_context, seen=evidence.version, by="tests")
    assert [row.circle for row in list_evidence(rows, [claim.id], sight=True)] == [None]


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
        verdicts.sign_verdict(rows, files, claim, alone=True, comment="", seen=claim.version, person=person)

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
