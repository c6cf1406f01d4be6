"""Bringing things in by the pages: what is found is shown, chosen, taken in and counted."""

import hashlib
import json
import re
import uuid
from collections.abc import Iterator
from io import BytesIO

import pytest
from jinja2 import FileSystemBytecodeCache
from sqlmodel import col, select

from tests.intake.documents import make_pdf, make_rss, make_warc
from tests.local_site import LocalSite, respond
from tests.web.conftest import add_people
from tests.web.desk import RunningDesk
from tests.web.forms import HTMX, read_hidden
from workbench import database
from workbench.app import create_app
from workbench.files import FileStore
from workbench.jobs.running import run_job
from workbench.models import Article, Claim, Job, JobState
from workbench.services.arriving import forget_arriving
from workbench.settings import Settings
from workbench.web.current import Installation

WAYS = ("addresses", "files", "feed", "table", "fact-checks")


@pytest.fixture(scope="module")
def site() -> Iterator[LocalSite]:
    with LocalSite() as site:
        yield site


@pytest.fixture(scope="module")
def desk(shared: Settings, compiled: FileSystemBytecodeCache, site: LocalSite) -> Iterator[RunningDesk]:
    engine = database.open_engine(shared)
    app = create_app(shared, engine, site.rules())
    app.jinja_env.bytecode_cache = compiled
    app.testing = True
    yield RunningDesk(app, engine, FileStore(shared.files_path), add_people(engine))
    engine.dispose()


def run_jobs(desk: RunningDesk) -> None:
    made: Installation = desk.app.extensions["workbench"]
    with desk.open() as session:
        waiting = session.exec(select(Job.id).where(col(Job.state) == JobState.QUEUED)).all()
    for job_id in waiting:
        run_job(made.tools, job_id)


def finish(desk: RunningDesk, to: str) -> str:
    """The page of an import's job, once it is done."""
    run_jobs(desk)
    return " ".join(re.sub(r"<[^>]+>", " ", desk.checker.read(to)).split()).replace(" ,", ",")


def file(name: str, data: bytes) -> tuple[BytesIO, str]:
    return BytesIO(data), name


@pytest.mark.parametrize("way", WAYS)
def test_each_way_says_what_it_does_and_leads_to_the_others(desk: RunningDesk, way: str) -> None:
    page = desk.checker.read(f"/import/{way}")
    assert 'class="lead"' in page
    assert page.count("/import/") >= len(WAYS)
    assert f'/import/{way}" aria-current="page"' in page
    assert desk.viewer.get(f"/import/{way}").status_code == 403


def bring_one(desk: RunningDesk, address: str) -> str:
    """Bring one address in, and answer where one who waited for it is led."""
    arriving = desk.checker.save("/import/addresses", addresses=address, granularity="clause")
    run_jobs(desk)
    return desk.checker.get(arriving).location


def test_one_address_leads_to_its_article(desk: RunningDesk, site: LocalSite) -> None:
    site.pages["/port"] = respond("<title>Le port</title><p>Le port est fermé depuis lundi.")
    to = bring_one(desk, site.url("/port"))
    assert "Le port est fermé depuis lundi." in desk.viewer.read(to)
    again = bring_one(desk, site.url("/port"))
    assert again == to
    assert "It is here already." in desk.checker.read(to)


def test_a_slow_site_holds_up_nobody_and_leads_on_when_it_has_answered(
    desk: RunningDesk, site: LocalSite
) -> None:
    """Nothing is fetched in the request: the job's page asks on, and is where one comes back to."""
    site.pages["/slow"] = respond("<title>La digue</title><p>La digue tient depuis mardi.")
    before = len(site.paths)
    arriving = desk.checker.save("/import/addresses", addresses=site.url("/slow"), granularity="clause")
    assert len(site.paths) == before
    shown = desk.checker.get(arriving).location
    assert shown.startswith("/jobs/")
    assert f'hx-get="{arriving}"' in desk.checker.read(shown)
    assert f'hx-get="{shown}"' in desk.viewer.read(shown), "a viewer sees the bar, and is led nowhere"
    assert f'hx-get="{arriving}"' in desk.checker.get(arriving, HTMX).text
    run_jobs(desk)
    led = json.loads(desk.checker.get(arriving, HTMX).headers["HX-Location"])
    assert "La digue tient" in desk.checker.read(led["path"])
    assert desk.checker.get(shown).status_code == 200, "going back shows what came of it"


def test_what_refuses_one_address_is_said_beside_it_and_it_stays_typed(
    desk: RunningDesk, site: LocalSite
) -> None:
    for typed, words in (("port.example", "Line 1 is no web address"), ("", "at least one address")):
        answer = desk.checker.post("/import/addresses", addresses=typed, granularity="clause")
        assert answer.status_code == 422
        assert words in answer.text
        assert typed in answer.text
    for typed, words in (
        (site.url("/nowhere"), "answers 404: there is no such page"),
        ("http://10.0.0.1/", "10.0.0.1"),
    ):
        again = desk.checker.read(bring_one(desk, typed))
        assert words in again
        assert f"{typed}</textarea>" in again
    assert desk.checker.get("/import/addresses?job=nonsense").status_code == 404


def test_many_addresses_are_a_job_whose_result_is_counted(desk: RunningDesk, site: LocalSite) -> None:
    site.pages["/1"] = respond("<p>Le premier pont est tombé mardi.")
    addresses = f"{site.url('/1')}\n# later\n{site.url('/2')}\nnot an address\n"
    to = desk.checker.save("/import/addresses", addresses=addresses, granularity="clause")
    assert "Take in articles or claims" in desk.checker.read(to)
    shown = finish(desk, to)
    assert "1 added, 2 refused" in shown
    assert "Line 4 is no web address." in shown
    assert "Line 4 is no web address." in desk.checker.get(to, HTMX).text
    for seen in (
        desk.viewer.read(to),
        desk.viewer.get(to, HTMX).text,
    ):  # addresses may name a withheld source
        assert "Line 4" not in seen
        assert '<span class="outcome" data-outcome="refused">2 ' in seen


def test_many_files_come_in_at_once(desk: RunningDesk) -> None:
    files = [file("a.txt", b"Le phare est allume."), file("b.pdf", make_pdf("Le phare est eteint."))]
    to = desk.checker.save("/import/files", files=files, granularity="clause")
    assert "2 added" in finish(desk, to)


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ([], "Choose at least one file."),
        ([file("a.png", b"x")], "is not a kind of file"),
        ([file("a.txt", b"")], "is empty"),
        ([file("a.txt", b"words"), file("b.csv", b"claim\nOne\n")], "Bring “b.csv” in on its own"),
        ([file("a.warc", b"words")], "no web archive"),
    ],
)
def test_files_that_cannot_come_in_are_refused_before_anything_does(
    desk: RunningDesk, files: list[tuple[BytesIO, str]], words: str
) -> None:
    sent = [(BytesIO(data.getvalue()), name) for data, name in files]
    answer = desk.checker.post("/import/files", files=sent, granularity="clause")
    assert answer.status_code == 422
    assert words in answer.text


def test_a_feed_is_fetched_and_its_entries_are_chosen(desk: RunningDesk, site: LocalSite) -> None:
    site.pages["/eins"] = respond("<p>La page entière du premier article.")
    feed = make_rss(
        ("Eins", site.url("/eins"), "Début."), ("Zwei", site.url("/zwei"), "Début."), ("Leer", "", "")
    )
    site.pages["/feed"] = respond(feed, media_type="application/rss+xml")
    offer = desk.checker.save("/import/feed", url=site.url("/feed"))
    page = desk.checker.read(offer)
    assert page.count('name="chosen"') == 2
    assert "It has no address, and no words" in page
    nothing = desk.checker.post(offer, name="site.example.xml", granularity="clause")
    assert nothing.status_code == 422
    assert "Choose at least one." in nothing.text
    to = desk.checker.save(offer, chosen="0", fetch="y", granularity="clause")
    assert "1 added" in finish(desk, to)


def test_pages_of_an_archive_are_chosen(desk: RunningDesk) -> None:
    html = b"<title>Archiv</title><p>Le train de nuit est en retard.</p>"
    offer = desk.checker.save(
        "/import/files",
        files=[file("a.warc.gz", make_warc(("https://a.example/", "text/html", html)))],
        granularity="clause",
    )
    assert "Archiv" in desk.checker.read(offer)
    to = desk.checker.save(offer, chosen="0", granularity="clause")
    assert "1 added" in finish(desk, to)


def test_a_table_is_shown_as_it_would_arrive_and_its_columns_are_chosen(desk: RunningDesk) -> None:
    table = "Behauptung,Wer,Wann\nDie Brücke fiel.,Der Bürgermeister,2025-05-14\nDer Turm steht.,,morgen\n"
    offer = desk.checker.save("/import/table", file=file("t.csv", table.encode()))
    assert "Say which column holds the statement." in desk.checker.read(offer)
    chosen = "statement=Behauptung&claimant=Wer&said_on=Wann"
    part = desk.checker.get(f"{offer}&{chosen}", HTMX).text
    assert "<html" not in part
    assert "1 claim can be taken in." in part
    assert "“Wann”: “morgen” is not a day like 2025-05-14." in part
    assert "Der Bürgermeister" in part
    refused = desk.checker.post(offer, claimant="Wer")
    assert refused.status_code == 422
    assert "Say which column holds the statement." in refused.text
    to = desk.checker.save(offer, statement="Behauptung", claimant="Wer", said_on="Wann")
    shown = finish(desk, to)
    assert "1 added, 1 refused" in shown
    with desk.open() as session:
        claim = session.exec(select(Claim).where(col(Claim.statement) == "Die Brücke fiel.")).one()
        article = session.exec(select(Article).where(col(Article.title) == "t.csv")).one()
    assert "Der Bürgermeister" in desk.checker.read(f"/claims/C-{claim.number}")
    assert "Die Brücke fiel." in desk.checker.read(f"/articles/A-{article.number}")
    original = f"/articles/A-{article.number}/original"
    assert desk.checker.get(original).data == table.encode()
    assert desk.viewer.get(original).status_code == 404  # it may name sources that are withheld since
    assert original not in desk.viewer.read(f"/articles/A-{article.number}")


def test_a_table_that_is_broken_is_refused_with_its_place(desk: RunningDesk) -> None:
    for data, name, words in (
        (b'a,b\n"x', "t.csv", "broken in row"),
        (b"a", "t.xlsx", "Save the table as CSV"),
        (b"", "", "Choose a table."),
    ):
        answer = desk.checker.post("/import/table", file=(BytesIO(data), name))
        assert answer.status_code == 422
        assert words in answer.text


def test_a_fact_check_comes_from_its_page_and_stands_beside_the_claim(
    desk: RunningDesk, site: LocalSite
) -> None:
    review = {
        "@type": "ClaimReview",
        "url": site.url("/check"),
        "claimReviewed": "The lighthouse was sold.",
        "author": {"name": "Facts Desk"},
        "reviewRating": {
            "alternateName": "Mostly false",
            "ratingValue": 2,
            "bestRating": 5,
            "worstRating": 1,
        },
        "itemReviewed": {"author": {"name": "A. Holt"}},
        "datePublished": "2025-05-14",
    }
    page = f"<script type='application/ld+json'>{json.dumps(review)}</script><p>Our check."
    site.pages["/check"] = respond(page)
    offer = desk.checker.save("/import/fact-checks", url=site.url("/check"))
    assert "Facts Desk: Mostly false" in desk.checker.read(offer)
    assert "1 added" in finish(desk, desk.checker.save(offer, chosen="0"))
    with desk.open() as session:
        claim = session.exec(select(Claim).where(col(Claim.statement) == "The lighthouse was sold.")).one()
    shown = desk.viewer.read(f"/claims/C-{claim.number}")
    assert "Other fact-checkers" in shown
    assert "Mostly false" in shown


def test_an_offer_that_is_gone_or_never_was_is_not_found(desk: RunningDesk) -> None:
    for address in (
        f"/import/offer/{'0' * 64}?name=a.xml",
        "/import/offer/x?name=a.csv",
        f"/import/offer/{'0' * 64}?name=a.txt",
        f"/import/offer/{'0' * 64}",
    ):
        assert desk.checker.get(address).status_code == 404


def count_jobs(desk: RunningDesk) -> int:
    with desk.open() as session:
        return len(session.exec(select(Job.id)).all())


def test_a_double_click_asks_for_one_job(desk: RunningDesk, site: LocalSite) -> None:
    once = read_hidden(desk.checker.read("/import/addresses"), "import-form")
    addresses = "\n".join(site.url(f"/twice/{n}") for n in range(2))
    before = count_jobs(desk)
    first, second = (desk.checker.save("/import/addresses", **once, addresses=addresses) for _ in range(2))
    assert first == second
    assert count_jobs(desk) == before + 1
    # The same form, brought up by Back and filled in otherwise, is another save.
    third = desk.checker.save("/import/addresses", **once, addresses=f"{addresses}\n{site.url('/more')}")
    assert third != first
    run_jobs(desk)


def test_a_table_that_was_mended_under_the_same_name_is_another_job(desk: RunningDesk) -> None:
    once = read_hidden(desk.checker.read("/import/files"), "import-form")
    leads = [
        desk.checker.save(
            "/import/files", **once, files=[file("a.txt", words), file("b.txt", b"Same words.")]
        )
        for words in (b"One text of a file.", b"One text of a file.", b"Another text of a file.")
    ]
    assert leads[0] == leads[1] != leads[2]
    run_jobs(desk)


def list_arriving(desk: RunningDesk) -> list[str]:
    made: Installation = desk.app.extensions["workbench"]
    return list(made.tools.arriving.list_hashes())


def test_files_that_were_taken_in_do_not_wait_any_longer(desk: RunningDesk) -> None:
    run_jobs(desk)
    before = list_arriving(desk)
    files = [file("one.txt", b"These words wait for a job."), file("two.txt", b"So do these words.")]
    to = desk.checker.save("/import/files", files=files)
    assert len(list_arriving(desk)) == len(before) + 2
    assert "2 added" in finish(desk, to)
    assert list_arriving(desk) == before


def test_a_file_that_another_job_waits_for_stays(desk: RunningDesk) -> None:
    made: Installation = desk.app.extensions["workbench"]
    leads = [
        desk.checker.save("/import/files", files=[file("x.txt", b"Words for two jobs."), file(name, data)])
        for name, data in (("y.txt", b"Only for one."), ("z.txt", b"Only for two."))
    ]
    jobs = [uuid.UUID(to.rsplit("/", 1)[1]) for to in leads]
    run_job(made.tools, jobs[0])
    run_job(made.tools, jobs[1])
    with desk.open() as session:
        results = [session.get_one(Job, job_id).result["counts"] for job_id in jobs]
    assert results == [{"added": 2}, {"added": 1, "skipped": 1}]


def test_what_is_gone_before_its_turn_is_refused_in_words(desk: RunningDesk) -> None:
    made: Installation = desk.app.extensions["workbench"]
    files = [file("gone.txt", b"These words go away."), file("stays.txt", b"These words stay here.")]
    to = desk.checker.save("/import/files", files=files)
    forget_arriving(made.tools.arriving, hashlib.sha256(b"These words go away.").hexdigest(), since=2e9)
    page = finish(desk, to)
    assert "1 added" in page
    assert "gone. Bring it again." in page
