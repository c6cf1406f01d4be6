"""Adding articles, their page, mending and withdrawing them."""

import re
from html.parser import HTMLParser
from io import BytesIO

import pytest
from sqlmodel import col, select

from tests import factories
from tests.web.desk import RunningDesk
from tests.web.forms import read_hidden
from tests.web.work import run_jobs
from workbench.forms.articles import GRANULARITIES as CHOICES
from workbench.forms.articles import GRANULARITY_WORDS
from workbench.models import Article, Claim, Furniture
from workbench.queries.articles import get_article
from workbench.queries.history_check import check_history
from workbench.splitting import GRANULARITIES

TEXT = "The harbour was closed on Monday.\r\nAdvertisement\r\nThe mayor said that 30 ships waited.\r\n"
LONG = "El puerto fue cerrado el lunes por la tormenta del norte. " * 300
ODD = [
    "Plain words.",
    "Two\r\nlines\r\n\r\n\r\nand a gap.",
    "  leading and trailing space  \n\n",
    "\u202eאבג turned\u202c words, e\u0301, 👩‍👩‍👧 and \ufeff inside.",
    "<p>not a tag</p> &amp; {{ 7*7 }} \x0c \u2028 \x85 end.",
    "Word " * 2_000,
]


class Pieces(HTMLParser):
    """The text of the page's [data-start] paragraphs, each checked to begin where it says."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start = dict(attrs).get("data-start")
        if tag == "p" and start is not None:
            assert int(start) == len(self.text)
            self._open = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "p":
            self._open = False

    def handle_data(self, data: str) -> None:
        if self._open:
            self.text += data


def read_text(page: str) -> str:
    parser = Pieces()
    parser.feed(page[page.index('id="article-text"') : page.index('id="selection-form"')])
    parser.close()
    return parser.text


def find(desk: RunningDesk, location: str) -> Article:
    with desk.open() as session:
        return get_article(session, int(location.rsplit("-", 1)[1]))


def test_a_pasted_article_is_split_and_shown_beside_its_claims(desk: RunningDesk) -> None:
    to = desk.checker.save(
        "/articles",
        text=TEXT,
        title="Harbour closed",
        outlet="Coast Courier",
        url="https://example.org/harbour",
        author="A. Holt",
        published_on="2026-05-01",
    )
    page = desk.viewer.read(to)
    for shown in (
        "Harbour closed",
        "Coast Courier",
        "A. Holt",
        "1 May 2026",
        'href="https://example.org/harbour"',
    ):
        assert shown in page
    page = desk.checker.read(to)
    assert read_text(page) == TEXT.replace("\r\n", "\n")
    assert "Page furniture" in page
    assert 'data-claims="C-' in page
    assert "Accept all" in page
    assert "Accept all" not in desk.viewer.read(to)


@pytest.mark.parametrize("text", ODD)
def test_every_character_is_on_the_page_exactly_once(desk: RunningDesk, text: str) -> None:
    with desk.open() as session:
        version = factories.make_article(session, text.replace("\r\n", "\n"))
        number = factories.find_article(session, version).number
    assert read_text(desk.checker.read(f"/articles/A-{number}")) == version.text


def test_a_text_of_newlines_alone_is_drawn(desk: RunningDesk) -> None:
    with desk.open() as session:
        version = factories.make_article(session, "\n" * 20)
        number = factories.find_article(session, version).number
    assert read_text(desk.checker.read(f"/articles/A-{number}")) == "\n" * 20


def test_the_title_is_taken_from_the_text_when_none_is_typed(desk: RunningDesk) -> None:
    assert find(desk, desk.checker.save("/articles", text="\n First line. \nSecond.")).title == "First line."


def test_an_uploaded_page_fills_in_what_was_not_typed(desk: RunningDesk) -> None:
    page = b"<title>From the page</title><meta name=author content='B. Reed'><p>Some words."
    file = (BytesIO(page), "../../evil\u202elmth.html")
    to = desk.checker.save("/articles", author="A. Holt", file=file)
    article = find(desk, to)
    assert (article.title, article.author) == ("From the page", "A. Holt")
    original = desk.viewer.get(f"{to}/original")
    assert original.data == page
    assert original.headers["Content-Disposition"] == "attachment; filename=evillmth.html"
    assert original.mimetype == "application/octet-stream"
    assert original.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_a_long_article_shows_a_bar_until_it_is_split(desk: RunningDesk) -> None:
    to = desk.checker.save("/articles", text=LONG)
    page = desk.viewer.read(to)
    assert "<progress" in page
    assert "every 3s" in page
    run_jobs(desk)
    page = desk.checker.read(to)
    assert "<progress" not in page
    assert 'data-claims="C-' in page


def test_a_form_sent_twice_makes_one_article(desk: RunningDesk) -> None:
    fields = read_hidden(desk.checker.read("/articles/new"), "article-form") | {"text": "Only one of me."}
    first, second = desk.checker.save("/articles", **fields), desk.checker.save("/articles", **fields)
    assert first == second
    with desk.open() as session:
        found = session.exec(select(Article).where(col(Article.title) == "Only one of me.")).all()
        assert len(found) == 1


def test_all_proposals_are_accepted_at_once_and_twice_does_no_harm(desk: RunningDesk) -> None:
    to = desk.checker.save("/articles", text=TEXT + "One more word.", choice="own")
    desk.checker.save(f"{to}/accept-all")
    page = desk.checker.read(to)
    assert "accepted." in page
    assert "Accept all" not in page
    desk.checker.save(f"{to}/accept-all")
    assert "0 claims accepted." in desk.checker.read(to)


def test_furniture_is_taken_back_and_folded_again(desk: RunningDesk) -> None:
    with desk.open() as session:
        version = factories.make_article(session, "The port was shut on Monday.\n\nMore.\n", ((0, 28),))
        to = f"/articles/A-{factories.find_article(session, version).number}"
        mark = session.exec(select(Furniture).where(Furniture.article_version_id == version.id)).one()
    url = f"{to}/furniture/{mark.id}"
    assert desk.checker.post(url).status_code == 422  # without the version it was made from
    desk.checker.save(url, version=1)
    page = desk.checker.read(to)
    assert "1 claim proposed" in page
    assert "Page furniture" not in page
    assert "Fold again: The port was shut" in page
    assert desk.checker.post(url, version=1).status_code == 409
    desk.checker.save(url, version=2)
    assert "Page furniture" in desk.checker.read(to)
    with desk.open() as session:
        stranger = factories.find_article(session, factories.make_article(session)).number
    other = f"/articles/A-{stranger}/furniture/{mark.id}"
    assert desk.checker.post(other, version=3).status_code == 404


def test_details_are_mended_and_the_history_tells(desk: RunningDesk) -> None:
    with desk.open() as session:
        number = factories.find_article(session, factories.make_article(session)).number
    to = f"/articles/A-{number}"
    fields = read_hidden(desk.checker.read(f"{to}/edit"), "article-form")
    desk.checker.save(f"{to}/edit", **fields, title="Mended", outlet="Evening Post", author="C. Dale")
    page = desk.viewer.read(f"{to}/history")
    for told in (
        "Checker",
        "mended the details",
        "Mended",
        "Troops near the border",
        "Evening Post",
        "C. Dale",
    ):
        assert told in page
    assert 'value="Evening Post"' in desk.checker.read(f"{to}/edit")


def test_a_withdrawn_article_leaves_the_list_and_comes_back(desk: RunningDesk) -> None:
    with desk.open() as session:
        number = factories.find_article(session, factories.make_article(session, title="A mistake")).number
    to = f"/articles/A-{number}"
    fields = read_hidden(desk.checker.read(f"{to}/withdraw"), "withdraw-form")
    assert desk.checker.post(f"{to}/withdraw", **fields, reason=" ").status_code == 422
    desk.checker.save(f"{to}/withdraw", **fields, reason="Twice <b>")
    assert "Withdrawn: Twice &lt;b&gt;" in desk.viewer.read(to)
    assert "A mistake" not in desk.viewer.read("/articles?q=mistake")
    assert "A mistake" in desk.viewer.read("/articles?state=withdrawn")
    desk.checker.save(f"{to}/reinstate", version=2)
    assert "A mistake" in desk.viewer.read("/articles?q=mistake")
    assert desk.checker.post(f"{to}/reinstate", version=3).status_code == 422


def test_the_history_of_all_this_is_whole(desk: RunningDesk) -> None:
    with desk.open() as session:
        assert session.exec(select(Claim)).first() is not None
        assert check_history(session) == []


def test_how_finely_an_article_is_split_is_chosen_when_it_is_added(desk: RunningDesk) -> None:
    text = "The troops led by Velin took Orlen on Monday and captured six soldiers and two drivers."
    for granularity, count in (("sentence", 1), ("clause", 3), ("item", 4)):
        fields = {"text": f"{text} ", "granularity": granularity, "choice": "own"}
        page = desk.checker.read(desk.checker.save("/articles", **fields))
        assert len(set(re.findall(r'id="accept-(C-\d+)"', page))) == count
        assert f"Claims: {GRANULARITY_WORDS[granularity]}" in page


def test_the_ways_to_split_are_the_splitter_s() -> None:
    assert {choice.value for choice in CHOICES} == set(GRANULARITIES)


@pytest.mark.parametrize("url", ["/articles", "/articles/new", "/import/feed"])
def test_the_navigation_says_that_one_is_among_the_articles(desk: RunningDesk, url: str) -> None:
    assert re.search(r'href="/articles"\s+aria-current="page"', desk.checker.read(url))
