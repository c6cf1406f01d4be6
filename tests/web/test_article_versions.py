"""Versions on the page: the timeline, what changed, a text that is there already, where words went."""

import re
import uuid
from io import BytesIO

import pytest
from sqlmodel import col, select

from tests import factories
from tests.web.desk import RunningDesk
from tests.web.forms import HTMX, read_hidden
from workbench import database
from workbench.domain.captures import FileRole
from workbench.models import Anchor, Appearance, Article, ArticleVersion, Claim, Job, JobState
from workbench.queries.history_check import check_history
from workbench.web import changed_words

OLD = """The lock at {0} was shut on Monday after a storm.

The keeper said that 30 barges were waiting at {0}.

Three gates fell into the {0} water near the northern wall.
"""
NEW = """The lock at {0} was shut on Monday after a storm.

The keeper said that 40 barges were waiting at {0}.

The council of {0} promised twelve million crowns for repairs.
"""


def add(desk: RunningDesk, name: str, **fields: str) -> str:
    """An article with words of its own; answers its address."""
    to = desk.checker.save(
        "/articles", text=OLD.format(name), title=f"The lock at {name}", choice="own", **fields
    )
    return to.split("?")[0]


def renew(desk: RunningDesk, url: str, name: str) -> str:
    return desk.checker.save(f"{url}/versions/new", text=NEW.format(name))


def anchors_of(desk: RunningDesk, url: str) -> list[Anchor]:
    """Those of the article that wait for an answer, what was found first."""
    with desk.open() as session:
        query = (
            select(Anchor)
            .join(ArticleVersion, col(ArticleVersion.id) == col(Anchor.article_version_id))
            .join(Article, col(Article.id) == col(ArticleVersion.article_id))
            .where(col(Article.number) == int(url.rpartition("-")[2]), col(Anchor.decided_at).is_(None))
        )
        return sorted(session.exec(query), key=lambda anchor: not anchor.slices)


def test_a_new_version_leads_to_what_it_asks(desk: RunningDesk) -> None:
    url = add(desk, "Ostrel")
    assert renew(desk, url, "Ostrel") == f"{url}/decide"
    page = desk.checker.read(f"{url}/decide")
    assert "Version 2 is added." in page
    assert '<del><span class="visually-hidden">taken out: </span>30</del>' in page
    assert '<ins><span class="visually-hidden">put in: </span>40</ins>' in page
    article = desk.checker.read(url)
    assert "This is version 2 of the text." in article
    assert "where is it now?" in article
    assert "40 barges were waiting" in article
    assert desk.viewer.read(f"{url}/decide").count("It stands here") == 0


def test_answers_are_given_and_undone_without_a_script(desk: RunningDesk) -> None:
    url = add(desk, "Velm")
    renew(desk, url, "Velm")
    first, *rest = anchors_of(desk, url)
    desk.checker.save(f"{url}/anchors/{first.id}/take", version="1")
    page = desk.checker.read(f"{url}/decide")
    assert "stands on the new words." in page
    assert len(anchors_of(desk, url)) == len(rest)
    assert re.search(r'<mark class="claim[^>]*>[^<]*40 barges', desk.checker.read(url))
    undo = re.search(r'action="(/acts/\d+/undo)"', page)
    assert undo
    desk.checker.save(undo[1], back=f"{url}/decide")
    assert len(anchors_of(desk, url)) == len(rest) + 1
    lost = rest[-1]
    assert not lost.slices
    desk.checker.save(f"{url}/anchors/{lost.id}/gone", version="1")
    assert "gone from the text" in desk.checker.read(url)
    assert desk.checker.post(f"{url}/anchors/{lost.id}/gone", version="1").status_code == 409
    desk.checker.save(f"{url}/anchors/{lost.id}/again", version="2")
    with desk.open() as session:
        assert check_history(session) == []


def test_with_htmx_a_claims_own_part_comes_back_and_what_is_left(desk: RunningDesk) -> None:
    url = add(desk, "Harn")
    renew(desk, url, "Harn")
    first, *rest = anchors_of(desk, url)
    answer = desk.checker.post(f"{url}/anchors/{first.id}/take", HTMX, version="1")
    assert answer.status_code == 200
    assert f'id="asked-{first.id}"' in answer.text
    assert "Decide again" in answer.text
    assert 'id="asked-left" class="muted" hx-swap-oob="true"' in answer.text
    assert f"{len(rest)} claim" in answer.text


def test_other_words_are_chosen_by_copying_them(desk: RunningDesk) -> None:
    url = add(desk, "Corra")
    renew(desk, url, "Corra")
    anchor = anchors_of(desk, url)[-1]
    page = desk.checker.read(f"{url}/anchors/{anchor.id}/words")
    assert "Choose other words" in page
    wrong = desk.checker.post(f"{url}/anchors/{anchor.id}/words", quote="no such words", version="1")
    assert wrong.status_code == 422
    desk.checker.save(f"{url}/anchors/{anchor.id}/words", quote="twelve million crowns", version="1")
    with desk.open() as session:
        assert session.get_one(Anchor, anchor.id).quote == "twelve million crowns"


def test_everything_not_found_is_said_to_be_gone_at_once(desk: RunningDesk) -> None:
    url = add(desk, "Tessel")
    desk.checker.save(
        f"{url}/versions/new", text="Quite another story of a football match that ended in rain."
    )
    assert len(anchors_of(desk, url)) > 1
    desk.checker.save(f"{url}/anchors/gone")
    assert anchors_of(desk, url) == []
    assert "Every claim has its place" in desk.checker.read(f"{url}/decide")
    assert desk.checker.post(f"{url}/anchors/gone").status_code == 422


def test_the_timeline_tells_how_each_version_came_and_what_changed(desk: RunningDesk) -> None:
    url = add(desk, "Brunn")
    renew(desk, url, "Brunn")
    page = desk.viewer.read(f"{url}/versions")
    assert page.index("Version 2") < page.index("Version 1</a>")
    assert "words taken out" in page
    assert "Checker" in page
    assert "Fetch again" not in page
    changes = desk.viewer.read(f"{url}/versions/2/changes")
    assert "Three gates fell" in changes
    assert "to be decided" in changes
    older = desk.viewer.read(f"{url}/versions/1")
    assert "This is an older version" in older
    assert "30 barges" in older
    assert desk.viewer.get(f"{url}/versions/2").location == url
    assert desk.viewer.get(f"{url}/versions/1/changes").status_code == 404
    assert desk.viewer.get(f"{url}/versions/9").status_code == 404


def test_the_same_words_again_are_told_and_not_added(desk: RunningDesk) -> None:
    url = add(desk, "Lisse")
    assert desk.checker.save(f"{url}/versions/new", text=OLD.format("Lisse")) == f"{url}/versions"
    assert "Nothing changed: the words are those of version 1." in desk.checker.read(f"{url}/versions")
    assert desk.checker.post(f"{url}/versions/new", text="  ").status_code == 422


def test_a_text_that_is_there_already_is_offered_three_ways(desk: RunningDesk) -> None:
    url = add(desk, "Marn", url="https://news.example.org/marn")
    ref = url.rpartition("/")[2]
    offer = desk.checker.post(
        "/articles", text=NEW.format("Marn"), url="http://news.example.org/marn/?utm_id=1"
    )
    assert offer.status_code == 200
    assert "Nothing was added yet" in offer.text
    assert "the same address" in offer.text
    hidden = read_hidden(offer.text, "duplicate-form")
    assert hidden["text"] == NEW.format("Marn")
    copy = desk.checker.save("/articles", **hidden, choice=f"copy:{ref}")
    assert "A copy of" in desk.checker.read(f"{copy}/versions")
    with desk.open() as session:
        numbers = [int(one.rpartition("-")[2]) for one in (url, copy)]
        first, second = (session.exec(select(Article).where(Article.number == n)).one() for n in numbers)
        assert second.copy_of_id == first.id
    desk.checker.save(f"{copy}/copy", of="", version=str(second.version))
    assert "A copy of <a" not in desk.checker.read(f"{copy}/versions")


def test_a_file_that_is_there_already_becomes_the_next_version(desk: RunningDesk) -> None:
    url = add(desk, "Onder")
    ref = url.rpartition("/")[2]
    page = "<html><title>The lock</title><body><article>%s</article></body></html>"
    words = "".join(f"<p>{line}</p>" for line in OLD.format("Onder").splitlines() if line)
    data = (page % (words + "<p>More will follow at Onder, the keeper said.</p>")).encode()
    offer = desk.checker.post("/articles", file=(BytesIO(data), "lock.html"))
    assert "of the words are the same" in offer.text
    hidden = read_hidden(offer.text, "duplicate-form")
    assert "text" not in hidden
    to = desk.checker.save("/articles", **hidden, choice=f"version:{ref}")
    assert to.startswith(url)
    with desk.open() as session:
        query = select(ArticleVersion).order_by(col(ArticleVersion.number).desc())
        newest = session.exec(query).first()
        assert newest is not None
        assert (newest.ordinal, newest.received_name) == (2, "lock.html")
        assert desk.files.read(newest.received_sha256) == data
    # Taken in, it waits no longer; whoever comes back to the choice is told so.
    waiting = desk.app.extensions["workbench"].tools.arriving
    assert newest.received_sha256 not in set(waiting.list_hashes())
    late = desk.checker.post("/articles", **hidden, choice="own")
    assert (late.status_code, "was not kept" in late.text) == (422, True)
    forged = desk.checker.post("/articles", **{**hidden, "kept": hidden["kept"][:-3] + "abc"}, choice="own")
    assert (forged.status_code, "was not kept" in forged.text) == (422, True)


def test_an_article_of_its_own_may_carry_the_same_words(desk: RunningDesk) -> None:
    url = add(desk, "Pell")
    offer = desk.checker.post("/articles", text=OLD.format("Pell"))
    assert "the same words" in offer.text
    assert f'id="version-{url.rpartition("/")[2]}"' not in offer.text
    hidden = read_hidden(offer.text, "duplicate-form")
    own = desk.checker.save("/articles", **hidden, choice="own")
    assert own != url
    assert desk.checker.post("/articles", **hidden, choice="steal").status_code == 422


def test_a_claim_carried_over_can_take_in_more_of_the_new_words(desk: RunningDesk) -> None:
    url = add(desk, "Quoy")
    renew(desk, url, "Quoy")
    with desk.open() as session:
        number = int(url.rpartition("-")[2])
        query = (
            select(Claim, Anchor)
            .join(Appearance, col(Appearance.claim_id) == col(Claim.id))
            .join(Anchor, col(Anchor.appearance_id) == col(Appearance.id))
            .join(ArticleVersion, col(ArticleVersion.id) == col(Anchor.article_version_id))
            .join(Article, col(Article.id) == col(ArticleVersion.article_id))
            .where(col(Article.number) == number, col(Anchor.outcome) == "kept")
        )
        claim, anchor = session.exec(query).first() or (None, None)
        assert claim is not None
        assert anchor is not None
    desk.checker.save(f"/claims/C-{claim.number}/accept", version=str(claim.version))
    text = NEW.format("Quoy")
    end = anchor.slices[-1][1]
    fields = {"start": str(end), "end": str(end + 1), "quote": text[end], "prefix": "", "suffix": ""}
    desk.checker.save(f"{url}/words/extend", claim=f"C-{claim.number}", **fields)
    with desk.open() as session:
        changed = session.get_one(Anchor, anchor.id)
        assert changed.slices == [[anchor.slices[0][0], end + 1]]
        assert session.get_one(Appearance, anchor.appearance_id).version == 1


def test_a_reader_may_look_and_not_decide(desk: RunningDesk) -> None:
    url = add(desk, "Rhade")
    renew(desk, url, "Rhade")
    anchor = anchors_of(desk, url)[0]
    assert desk.viewer.post(f"{url}/anchors/{anchor.id}/gone", version="1").status_code == 403


def test_a_claim_of_a_document_says_its_page_wherever_it_is_shown(desk: RunningDesk) -> None:
    text = f"Nothing of note.\n\n{factories.TEXT}"
    with desk.open() as session:
        version = factories.make_article(session, text, pages=(0, 18))
        claim = factories.make_claim(session, version)
        article = factories.find_article(session, version).number
    ref = f"C-{claim.number}"
    assert "p. 2" in desk.viewer.read(f"/articles/A-{article}?claim={ref}")
    assert "p. 2" in desk.viewer.read(f"/claims?article={article}&columns=article")
    assert "p. 2" in desk.viewer.read(f"/claims/{ref}")


def test_fetching_again_is_a_job_that_leads_back_to_the_versions(desk: RunningDesk) -> None:
    url = add(desk, "Fell", url="https://fell.example/lock")
    job = desk.checker.save(f"{url}/fetch")
    assert job.startswith("/jobs/")
    assert desk.checker.save(f"{url}/fetch") == job, "it waits already"
    page = desk.checker.read(job)
    assert "Looking at the article&#39;s address" in page
    with database.scratch(desk.engine) as session:
        row = session.get_one(Job, uuid.UUID(job.rpartition("/")[2]))
        row.state, row.finished_at = JobState.DONE, factories.NOON
    assert f'href="{url}/versions"' in desk.checker.read(job)
    refused = desk.checker.post(f"{add(desk, 'Garth')}/fetch")
    assert "no address" in refused.text


def test_what_a_visit_kept_is_shown_and_handed_out(desk: RunningDesk) -> None:
    with desk.open() as session:
        article = factories.find_article(session, factories.make_article(session))
        other = factories.find_article(session, factories.make_article(session))
        visit = factories.make_capture(session, article_id=article.id)
        page = b"<p>The lock <script>alert(1)</script>was shut.</p>"
        desk.files.put(page)
        media = {"media_type": "text/html", "role": FileRole.FILE, "original_name": "page.html"}
        file = factories.make_snapshot(session, page, capture_id=visit.id, **media)
        ref, wrong = f"A-{article.number}", f"A-{other.number}"
    assert f'href="/articles/{ref}/visits/{visit.id}"' in desk.viewer.read(f"/articles/{ref}/versions")
    shown = desk.viewer.get(f"/articles/{ref}/visits/{visit.id}")
    assert file.sha256 in shown.text
    assert "frame-src 'self'" in shown.headers["Content-Security-Policy"]
    frame = desk.viewer.get(f"/articles/{ref}/visits/files/{file.id}/frame")
    assert "<script" not in frame.text
    assert frame.headers["Content-Security-Policy"].startswith("sandbox;")
    taken = desk.viewer.post(f"/articles/{ref}/visits/files/{file.id}/download")
    assert taken.data == page
    assert taken.headers["Content-Disposition"].startswith("attachment")
    taken.close()
    assert "Downloaded by" in desk.viewer.read(f"/articles/{ref}/visits/{visit.id}")
    assert desk.viewer.get(f"/articles/{wrong}/visits/{visit.id}").status_code == 404
    assert desk.viewer.get(f"/articles/{wrong}/visits/files/{file.id}/frame").status_code == 404


def test_a_timeline_compares_two_texts_once(desk: RunningDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    url = add(desk, "Gent")
    renew(desk, url, "Gent")
    first = desk.viewer.read(f"{url}/versions")

    def refuse(_old: str, _new: str) -> None:
        raise AssertionError

    monkeypatch.setattr(changed_words, "compare", refuse)
    again = desk.viewer.read(f"{url}/versions")
    assert again.count("words taken out") == first.count("words taken out") > 0
