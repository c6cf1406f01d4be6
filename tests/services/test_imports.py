"""Many things taken in: what came of each is counted, and doing it again changes nothing."""

import json
import threading
import time
import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, func, update
from sqlmodel import Session, col, select

from tests import factories
from tests.intake.documents import make_docx, make_pdf, make_rss, make_warc
from tests.local_site import LocalSite, redirect, respond
from workbench import database
from workbench.domain.anchors import AnchorOutcome
from workbench.domain.errors import RuleBroken
from workbench.domain.fetched import Answer
from workbench.domain.outcomes import Counted, Item, Outcome
from workbench.domain.records import ArticleDraft
from workbench.domain.status import Status
from workbench.fetching import FetchRules
from workbench.jobs.running import run_job
from workbench.models import (
    Anchor,
    Appearance,
    Article,
    ArticleVersion,
    Claim,
    ForeignVerdict,
    Job,
    JobState,
    Revision,
    Source,
)
from workbench.queries.articles import get_article, get_version
from workbench.queries.history_check import check_history
from workbench.services import claim_imports
from workbench.services.arrivals import Terms
from workbench.services.claim_documents import Named
from workbench.services.imports import Order, ask_to_import, import_now
from workbench.services.job_work import PROGRESS_EVERY, Tools
from workbench.services.jobs import cancel_job
from workbench.settings import Settings
from workbench.workshop import make_tools

TERMS = Terms(by="tests")
ADDED, UPDATED, SKIPPED, REFUSED = Outcome
PAGE = "<html><head><title>{title}</title></head><body><article><p>{words}</p></article></body></html>"


@pytest.fixture
def site() -> Iterator[LocalSite]:
    with LocalSite() as site:
        yield site


@pytest.fixture
def tools(shared: Settings, store: Engine, site: LocalSite) -> Tools:
    return make_tools(shared, store, site.rules())


def take(tools: Tools, order: Order) -> list[Item]:
    return [taken.item for taken in import_now(tools, order, TERMS, lambda _done, _total: None)]


def bring(tools: Tools, name: str, data: bytes, **order: object) -> list[Item]:
    return take(tools, Order(files=((name, tools.arriving.put(data)),), **order))  # type: ignore[arg-type]


def list_outcomes(items: list[Item]) -> list[Outcome]:
    return [item.outcome for item in items]


def count_changes(session: Session) -> int:
    return session.exec(select(func.count()).select_from(Revision)).one()


def get(session: Session, item: Item) -> Article:
    return get_article(session, int(item.reference.removeprefix("A-")))


def show(site: LocalSite, path: str, words: str, title: str = "Title") -> str:
    site.pages[path] = respond(PAGE.format(title=title, words=words))
    return site.url(path)


def review(url: str, statement: str, rating: str) -> dict[str, object]:
    return {
        "@type": "ClaimReview",
        "url": url,
        "claimReviewed": statement,
        "author": {"name": "Facts Desk"},
        "reviewRating": {"alternateName": rating, "ratingValue": 1, "bestRating": 5, "worstRating": 1},
        "itemReviewed": {"author": {"@type": "Person", "name": "A. Holt"}, "datePublished": "2025-05-01"},
        "datePublished": "2025-05-14",
    }


WAYS = {
    "text.txt": "Trois ponts ont été détruits.".encode(),
    "mark.md": "# Pont\n\nDeux ponts ont été détruits dans la nuit.".encode(),
    "page.html": PAGE.format(title="Quatre", words="Quatre ponts ont été détruits hier.").encode(),
    "paper.pdf": make_pdf("Cinq ponts ont ete detruits.", "Six de plus."),
    "paper.docx": make_docx("Sept ponts ont été détruits."),
    "feed.rss": make_rss(
        ("Huit", "", "Huit ponts ont été détruits."), ("Neuf", "", "Neuf bateaux attendent.")
    ),
    "web.warc.gz": make_warc(
        (
            "https://warc.example/1",
            "text/html",
            PAGE.format(title="Dix", words="Dix ponts détruits.").encode(),
        )
    ),
    "claims.csv": b"claim,speaker,link\nEleven fell.,The mayor,https://posts.example/11\nTwelve fell.,,\n",
    "reviews.json": json.dumps(
        [review("https://facts.example/13", "Thirteen bridges fell.", "False")]
    ).encode(),
}


@pytest.mark.parametrize("name", WAYS)
def test_each_file_comes_in_and_the_second_time_nothing_changes(
    tools: Tools, rows: Session, name: str
) -> None:
    first = bring(tools, name, WAYS[name])
    before = count_changes(rows)
    rows.rollback()
    second = bring(tools, name, WAYS[name])

    assert set(list_outcomes(first)) == {ADDED}, first
    assert list_outcomes(second) == [SKIPPED] * len(first), second
    assert [item.reference for item in second] == [item.reference for item in first]
    assert count_changes(rows) == before
    assert not check_history(rows)


def test_addresses_are_fetched_and_again_only_what_changed(
    tools: Tools, rows: Session, site: LocalSite
) -> None:
    one = show(site, "/one?utm_source=x", "Le port est fermé.", "Port")
    two = show(site, "/two", "Le pont est ouvert.", "Pont")
    site.pages["/moved"] = redirect("/one")
    site.pages["/one"] = site.pages["/one?utm_source=x"]
    site.pages["/feed"] = respond(make_rss(), media_type="application/rss+xml")
    site.pages["/film"] = respond(b"\0", media_type="video/mp4")
    addresses = "\n".join(
        [one, two, site.url("/moved"), site.url("/none"), site.url("/feed"), site.url("/film")]
    )

    items = take(tools, Order(addresses=addresses))

    assert list_outcomes(items) == [ADDED, ADDED, SKIPPED, REFUSED, REFUSED, REFUSED]
    assert [item.why for item in items[3:]] == [
        "site.example answers 404: there is no such page.",
        f"{site.url('/feed')} is a feed, not a page: choose “Feed” for it.",
        "The site answers with video/mp4, which is not read as an article.",
    ]
    article = get(rows, items[0])
    assert (article.title, article.url) == ("Port", one)
    assert tools.files.read(get_version(rows, article).received_sha256).startswith(b"<html>")
    rows.rollback()

    show(site, "/two", "Le pont est de nouveau fermé.", "Pont")
    again = take(tools, Order(addresses=f"{one}\n{two}"))

    assert list_outcomes(again) == [SKIPPED, UPDATED]
    assert "version 2" in again[1].why
    article = get(rows, items[1])
    count = select(func.count()).where(col(ArticleVersion.article_id) == article.id)
    assert rows.exec(count).one() == 2


def test_a_page_may_name_only_its_own_site_as_its_address(
    tools: Tools, rows: Session, site: LocalSite
) -> None:
    head = "<link rel=canonical href='{}'><p>{}</p>"
    site.pages["/a"] = respond(
        head.format("http://www.site.example/canonical", "Les bateaux attendent au port.")
    )
    site.pages["/b"] = respond(head.format("https://elsewhere.example/x", "La grue est tombée dans l’eau."))

    own, foreign = take(tools, Order(addresses=f"{site.url('/a')}\n{site.url('/b')}"))

    assert get(rows, own).url == "http://www.site.example/canonical"
    assert get(rows, foreign).url == site.url("/b")


def test_entries_of_a_feed_are_fetched_or_taken_from_the_feed(
    tools: Tools, rows: Session, site: LocalSite
) -> None:
    whole = show(site, "/whole", "Toute la vérité sur le barrage du nord.")
    feed = make_rss(
        ("Whole", whole, "Le début seulement."), ("Lost", site.url("/lost"), "Le navire a coulé au sud.")
    )

    fetched = bring(tools, "feed.xml", feed)
    assert list_outcomes(fetched) == [ADDED, REFUSED]

    beside = bring(tools, "feed.xml", feed, fetch=False, chosen=(1,))
    assert list_outcomes(beside) == [ADDED]
    assert "these are the feed's words" in beside[0].why
    assert get_version(rows, get(rows, fetched[0])).text == "Toute la vérité sur le barrage du nord."


def test_where_there_is_no_network_the_feeds_own_words_come_in(shared: Settings, store: Engine) -> None:
    tools = make_tools(shared, store, FetchRules(offline=True))
    (item,) = bring(tools, "f.rss", make_rss(("T", "https://off.example/1", "Les mots du flux hors ligne.")))

    assert item.outcome is ADDED
    assert "The page was not reached" in item.why


def test_a_site_that_is_down_makes_no_version_of_the_feeds_words(
    tools: Tools, shared: Settings, store: Engine, rows: Session, site: LocalSite
) -> None:
    url = show(
        site, "/bridge", "Le pont du nord est tombé dans la nuit, dit le ministère, et dix camions avec."
    )
    feed = make_rss(("Pont", url, "Le pont est tombé."))
    (first,) = bring(tools, "f.rss", feed)
    down = make_tools(shared, store, FetchRules(offline=True))

    (unreached,) = bring(down, "f.rss", feed)
    (unasked,) = bring(tools, "f.rss", feed, fetch=False)

    assert (unreached.outcome, unasked.outcome) == (SKIPPED, SKIPPED)
    assert unreached.reference == unasked.reference == first.reference
    assert "The page was not reached" in unreached.why
    assert "no newer text" in unreached.why
    assert "no newer text" in unasked.why
    assert get_version(rows, get(rows, first)).ordinal == 1


def make_texts(url: str, *texts: str) -> list[bytes]:
    """Pages with one canonical address."""
    head = f"<head><link rel=canonical href='{url}'></head>"
    return [f"{head}<body><p>{words}</p>".encode() for words in texts]


def test_two_texts_of_one_address_in_an_archive_come_in_once(tools: Tools, rows: Session) -> None:
    url = "https://archived.example/twice"
    texts = make_texts(url, "Onze wagons ont brûlé lundi.", "Douze wagons et une gare ont brûlé mardi matin.")
    data = make_warc(*((url, "text/html", page) for page in texts))

    assert list_outcomes(bring(tools, "w.warc.gz", data)) == [ADDED, UPDATED]
    before = count_changes(rows)
    rows.rollback()
    again = bring(tools, "w.warc.gz", data)

    assert [(item.outcome, item.why) for item in again] == [(SKIPPED, "It is here already.")] * 2
    assert count_changes(rows) == before


def test_two_saved_copies_of_one_page_come_in_once(tools: Tools, rows: Session) -> None:
    texts = make_texts(
        "https://saved.example/twice",
        "Le maire nie tout depuis lundi.",
        "Son adjoint avoue mardi avoir vu le maire.",
    )
    files = tuple((f"{at}.html", tools.arriving.put(page)) for at, page in enumerate(texts))

    assert list_outcomes(take(tools, Order(files=files))) == [ADDED, UPDATED]
    before = count_changes(rows)
    rows.rollback()

    assert list_outcomes(take(tools, Order(files=files))) == [SKIPPED, SKIPPED]
    assert count_changes(rows) == before


def test_a_page_that_goes_back_to_its_older_text_at_its_address_has_a_new_version(
    tools: Tools, site: LocalSite
) -> None:
    first, second = "La grue est tombée lundi au port.", "Une autre grue gît depuis mardi sous le pont."
    outcomes = []
    for words in (first, second, first):
        url = show(site, "/back", words)
        outcomes += list_outcomes(take(tools, Order(addresses=url)))

    assert outcomes == [ADDED, UPDATED, UPDATED]


def test_a_row_stands_in_the_article_of_its_address_or_in_one_made_of_the_quotes(
    tools: Tools, rows: Session, site: LocalSite
) -> None:
    here = show(site, "/here", "Le ministre a dit que trente navires attendent.", "Navires")
    (article,) = take(tools, Order(addresses=here))
    table = (
        "statement,quote,claimant,said on,url,article,outlet,tags,title\n"
        f'Thirty ships wait.,trente navires attendent,Le ministre,2025-05-14,{here},,,"sea, Port",Ships\n'
        f"Forty ships wait.,quarante navires,Le ministre,,{here},,,,\n"
        "The crane fell.,,,,https://posts.example/crane,A post,Coast Courier,,\n"
        "The crane is new.,,,,https://posts.example/crane,A post,Coast Courier,,\n"
        "The quay is old.,,,,,A speech,,,\n"
        "Bad date.,,,14.5.,,,,,\n"
    )

    items = bring(tools, "table.csv", table.encode())

    by_name = {item.name: item for item in items}
    assert Counter(list_outcomes(items)) == {ADDED: 5, REFUSED: 1}
    assert by_name["row 3"].why == f"{article.reference} is of this address, and these words are not in it."
    assert "is not a day like" in by_name["row 7"].why
    said = {name: _find_place(rows, item) for name, item in by_name.items() if item.reference}
    claim, appearance, _version, where = said["row 2"]
    assert (claim.title, claim.statement, where.number) == (
        "Ships",
        "Thirty ships wait.",
        get(rows, article).number,
    )
    assert (appearance.quote, appearance.said_on) == ("trente navires attendent", date(2025, 5, 14))
    assert said["row 4"][3].id == said["row 5"][3].id
    crane = said["row 4"][3]
    assert (crane.title, crane.url) == ("A post", "https://posts.example/crane")
    assert said["row 4"][2].text == "The crane fell.\n\nThe crane is new."
    assert said["row 6"][3].title == "A speech"
    assert said["row 3"][3].title == "table.csv"
    for _claim, place, version, _article in said.values():
        ((start, end),) = place.slices
        assert version.text[start:end] == place.quote
    assert list_outcomes(bring(tools, "table.csv", table.encode())).count(SKIPPED) == 5


def test_more_quotes_of_one_address_are_its_next_version(tools: Tools, rows: Session) -> None:
    """Another table with other claims of an address of which only quotes are here keeps the address."""
    post = "https://posts.example/ferry"
    first = bring(tools, "a.csv", f"claim,link\nThe ferry sank.,{post}\n".encode())
    said = ("The ferry was old.", "The ferry sank.", "The ferry was full.")
    table = "".join(["claim,link\n", *(f"{words},{post}\n" for words in said)]).encode()
    second = bring(tools, "b.csv", table)

    assert list_outcomes(second) == [SKIPPED, ADDED, ADDED]
    places = [_find_place(rows, item) for item in (*first, *second)]
    assert len({article.id for *_rest, article in places}) == 1
    article = places[0][3]
    assert article.url == post
    newest = get_version(rows, article)
    assert (newest.ordinal, newest.text) == (2, "\n\n".join((said[1], said[0], said[2])))
    anchors = rows.exec(select(Anchor).where(Anchor.article_version_id == newest.id)).all()
    assert [(anchor.outcome, anchor.taken) for anchor in anchors] == [(AnchorOutcome.KEPT, True)]
    assert list_outcomes(bring(tools, "b.csv", table)) == [SKIPPED] * 3
    assert not check_history(rows)


def test_a_claim_that_is_here_is_said_in_one_more_place(tools: Tools, rows: Session) -> None:
    first = bring(tools, "a.csv", b"claim,link\nThe tower leans.,https://one.example/1\n")
    second = bring(tools, "b.csv", b"claim,link\nThe tower leans.,https://two.example/2\nThe tower leans.,\n")

    assert [item.reference for item in second] == [first[0].reference] * 2
    assert list_outcomes(second) == [SKIPPED, UPDATED]
    claim = rows.exec(select(Claim).where(col(Claim.statement) == "The tower leans.")).one()
    assert rows.exec(select(func.count()).where(col(Appearance.claim_id) == claim.id)).one() == 2


@pytest.mark.parametrize("judged", ["signed", "published", "sealed"])
def test_a_claim_that_was_judged_gets_no_further_place_and_its_row_alone_is_refused(
    tools: Tools, rows: Session, judged: str
) -> None:
    statement = f"The dam {judged} broke."
    [first] = bring(tools, "one.csv", f"statement\n{statement}\n".encode())
    claim = rows.exec(select(Claim).where(Claim.number == int(first.reference.removeprefix("C-")))).one()
    if judged == "sealed":
        half = factories.make_blind_verdict(rows, claim)
        factories.make_blind_request(rows, claim, first_id=half.id)
    else:
        factories.edit(rows, claim, status=Status.CHECKED if judged == "signed" else Status.PUBLISHED)
    version = claim.version
    table = f"statement,article\n{statement},Elsewhere {judged}\nA tower {judged} fell.,Elsewhere {judged}\n"
    refused, added = bring(tools, "two.csv", table.encode())
    assert (refused.outcome, added.outcome, refused.reference) == (REFUSED, ADDED, first.reference)
    assert refused.why.startswith("It is said here, too, which was not added.")
    assert ("sealed" if judged == "sealed" else "Re-open it first") in refused.why
    rows.expire_all()
    assert claim.version == version
    assert len(rows.exec(select(Appearance).where(Appearance.claim_id == claim.id)).all()) == 1


def test_a_claim_that_is_signed_while_its_row_comes_in_is_refused_all_the_same(
    tools: Tools, rows: Session, store: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    [first] = bring(tools, "one.csv", b"statement\nThe weir broke at noon.\n")
    number = int(first.reference.removeprefix("C-"))
    sort = claim_imports._sort

    def sort_then_sign(session: Session, *looked: Any) -> Any:
        found = sort(session, *looked)
        with database.open_session(store) as other:
            claim = other.exec(select(Claim).where(Claim.number == number)).one()
            if claim.status is Status.NEW:
                session.commit()
                factories.edit(other, claim, status=Status.CHECKED)
        return found

    monkeypatch.setattr(claim_imports, "_sort", sort_then_sign)
    [refused] = bring(tools, "two.csv", b"statement,article\nThe weir broke at noon.,Elsewhere at noon\n")
    assert (refused.outcome, refused.reference) == (REFUSED, first.reference)
    claim = rows.exec(select(Claim).where(Claim.number == number)).one()
    assert len(rows.exec(select(Appearance).where(Appearance.claim_id == claim.id)).all()) == 1


def test_another_desks_verdict_stands_beside_the_claim_and_a_changed_one_takes_its_place(
    tools: Tools, rows: Session
) -> None:
    def bring_rated(rating: str) -> Item:
        data = json.dumps(review("https://facts.example/boat", "The boat sank twice.", rating))
        (item,) = bring(tools, "r.json", data.encode())
        return item

    first, second, same = bring_rated("False"), bring_rated("Mostly false"), bring_rated("Mostly false")

    assert [first.outcome, second.outcome, same.outcome] == [ADDED, UPDATED, SKIPPED]
    assert second.why == "Their verdict is another one now."
    claim, appearance, version, article = _find_place(rows, first)
    verdicts = rows.exec(select(ForeignVerdict).where(col(ForeignVerdict.claim_id) == claim.id)).all()
    assert [(row.rating, row.withdrawn_at is None) for row in verdicts] == [
        ("False", False),
        ("Mostly false", True),
    ]
    assert rows.get_one(Source, verdicts[0].publisher_id).name == "Facts Desk"
    assert claim.verdict_id is None
    assert (article.url, appearance.said_on) == ("https://facts.example/boat", date(2025, 5, 1))
    assert "Rating: False, 1 of 1 to 5" in version.text


def test_a_job_takes_up_where_a_dead_worker_left_it(tools: Tools, store: Engine, site: LocalSite) -> None:
    urls = [show(site, f"/job{number}", f"Le train numéro {number} est en retard.") for number in range(3)]
    job = ask_to_import(store, Order(addresses="\n".join(urls)), by="tests")

    dead = {"counts": {"added": 1}, "items": [[urls[0], "added", "", "A-1"]]}
    values = {"state": JobState.RUNNING, "worker": "dead", "attempts": 1, "result": dead}
    with database.scratch(store) as session:
        lease = datetime.now(UTC) - timedelta(hours=1)
        session.execute(update(Job).where(col(Job.id) == job.id).values(lease_until=lease, **values))

    assert run_job(tools, job.id)

    with Session(store) as session:
        done = session.get_one(type(job), job.id)
        assert done.result["counts"] == {"added": 3}
        assert [item[0] for item in done.result["items"]] == urls
    assert site.paths == ["/job1", "/job2"]


def test_what_nobody_thought_of_refuses_one_thing_and_not_what_comes_behind_it(
    tools: Tools, store: Engine, site: LocalSite
) -> None:
    show(site, "/broken", "The first page breaks the one who reads it.")
    show(site, "/whole", "The second page is read as ever.")

    def read(answer: Answer) -> ArticleDraft:
        if answer.url.endswith("/broken"):
            raise LookupError("no such thing")
        return tools.readers.read_answer(answer)

    broken = replace(tools, readers=replace(tools.readers, read_answer=read))
    order = Order(addresses=f"{site.url('/broken')}\n{site.url('/whole')}")
    job = ask_to_import(store, order, by="tests")
    assert run_job(broken, job.id)
    with database.open_session(store) as session:
        done = session.get_one(Job, job.id)
    assert done.state is JobState.DONE
    items = Counted.from_plain(done.result).items
    assert [item.outcome for item in items] == [Outcome.REFUSED, Outcome.ADDED]
    assert "LookupError" in items[0].why


def _find_place(session: Session, item: Item) -> tuple[Claim, Appearance, ArticleVersion, Article]:
    number = int(item.reference.removeprefix("C-"))
    query = (
        select(Claim, Appearance, ArticleVersion, Article)
        .join(Appearance, col(Appearance.claim_id) == col(Claim.id))
        .join(ArticleVersion, col(ArticleVersion.id) == col(Appearance.article_version_id))
        .join(Article, col(Article.id) == col(ArticleVersion.article_id))
        .where(col(Claim.number) == number)
    )
    return session.exec(query).one()


def make_table(rows: int, places: int) -> bytes:
    """A table of claims that stand in as many articles as `places`."""
    mark = uuid.uuid4()
    lines = [f"{mark} counts {n} ships,https://{mark}.example/{n % places}" for n in range(rows)]
    return "\n".join(["claim,link", *lines, ",https://x.example", ""]).encode()


def ask_for_table(tools: Tools, data: bytes) -> Job:
    return ask_to_import(
        tools.engine,
        Order(files=(("t.csv", tools.arriving.put(data)),), columns={"statement": "claim", "url": "link"}),
        by="tests",
    )


def read_job(rows: Session, job: Job) -> Job:
    rows.rollback()
    return rows.get_one(Job, job.id, populate_existing=True)


def test_a_job_with_a_table_that_is_stopped_tells_what_it_did_and_goes_on_from_there(
    tools: Tools, rows: Session
) -> None:
    job = ask_for_table(tools, make_table(6, 3))
    stopping = threading.Event()

    def stop_later(done: int, _total: int) -> None:
        if done >= 3:
            stopping.set()

    assert run_job(tools, job.id, stop_later, stopping=stopping)
    half = Counted.from_plain(read_job(rows, job).result)
    assert (half.counts[REFUSED], half.counts[ADDED]) == (1, 2)
    assert read_job(rows, job).state is JobState.QUEUED
    assert run_job(tools, job.id)
    whole = Counted.from_plain(read_job(rows, job).result)
    assert whole.counts == Counter({ADDED: 6, REFUSED: 1})
    assert sorted(item.name for item in whole.items) == [f"row {n}" for n in range(2, 9)]
    assert whole.items[: len(half.items)] == half.items


def test_a_cancelled_table_tells_what_came_in(tools: Tools, rows: Session) -> None:
    job = ask_for_table(tools, make_table(4, 2))

    def cancel(done: int, _total: int) -> None:
        if done == 3:
            cancel_job(tools.engine, job)
            time.sleep(PROGRESS_EVERY)  # a job asks no more often whether it goes on

    assert run_job(tools, job.id, cancel)
    told = read_job(rows, job)
    assert told.state is JobState.CANCELLED
    counted = Counted.from_plain(told.result)
    assert counted.counts[ADDED] == len([item for item in counted.items if item.reference]) > 0


def test_a_document_that_can_t_be_written_is_refused_by_name_and_the_others_come_in(
    tools: Tools, rows: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = claim_imports.write_row

    def break_one(session: Session, row: Named, *more: Any) -> Item:
        if row.name == "row 3":
            raise RuleBroken("Nobody wants it.")
        if row.name == "row 4":
            raise LookupError("nobody thought of it")
        return write(session, row, *more)

    monkeypatch.setattr(claim_imports, "write_row", break_one)
    table = make_table(4, 4)
    job = ask_for_table(tools, table)
    assert run_job(tools, job.id)
    counted = Counted.from_plain(read_job(rows, job).result)
    assert read_job(rows, job).state is JobState.DONE
    why = {item.name: item.why for item in counted.items if item.outcome is REFUSED}
    assert why["row 3"] == "row 3: Nobody wants it."
    assert "LookupError" in why["row 4"]
    assert counted.counts == Counter({ADDED: 2, REFUSED: 3})
    monkeypatch.undo()
    again = ask_for_table(tools, table)
    assert run_job(tools, again.id)
    assert Counted.from_plain(read_job(rows, again).result).counts == Counter(
        {ADDED: 2, SKIPPED: 2, REFUSED: 1}
    )
