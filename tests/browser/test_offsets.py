"""The words a person selects are the code points the server counts, however the text came in."""

import pytest
from playwright.sync_api import expect
from sqlmodel import Session, col, select

from tests.browser.article_page import ArticlePage
from tests.browser.conftest import OpenDesk
from tests.browser.site import Site
from workbench import database
from workbench.domain.references import parse_reference
from workbench.domain.roles import Role
from workbench.intake import read_file
from workbench.models import Appearance, Article, ArticleVersion, Claim
from workbench.splitting import split

pytestmark = pytest.mark.browser

EMOJI = "🚂👩‍👩‍👧🇫🇮"
ACCENTS = "Cafe\u0301 Zu\u0308rich \u1e9b\u0323"
ARABIC = "قالت \u202bالإدارة\u202c إن 30 كم \u202eهنا\u202c"  # noqa: RUF001 - Arabic on purpose
BORDER = "Northern units 🚂 are about 30 km from the border near Kessel Ford"
TEXT = (
    f"A report {EMOJI} from {ACCENTS}.\n\n"
    f"{BORDER}, the defence ministry said on Monday.\n\n"
    f"{ARABIC}\n\n"
    "Two road bridges were destroyed 🌉🌉 overnight, the regional administration said.\n"
)
SELECTIONS = {
    "emoji": f"{EMOJI} from",
    "combining characters": "e\u0301 Zu\u0308rich \u1e9b\u0323",
    "Arabic with overrides": ARABIC,
    "inside an override": ARABIC.rpartition(" ")[2],
    "across marks": "🚂 are about 30 km from the border near Kessel Ford, the defence",
    "across paragraphs": f"Monday.\n\n{ARABIC}\n\nTwo road",
}


@pytest.fixture(params=["pasted", "a file"])
def article(request: pytest.FixtureRequest, open_desk: OpenDesk) -> ArticlePage:
    """Both ways with the line ends of Windows."""
    desk = open_desk(Role.CHECKER)
    crlf = TEXT.replace("\n", "\r\n")
    if request.param == "pasted":
        return desk.paste_article(crlf, title="Trains and bridges")
    return desk.upload_article("trains.txt", crlf.encode(), title="Trains and bridges")


@pytest.mark.parametrize("article", ["pasted"], indirect=True)
def test_selected_words_are_the_servers_code_points(article: ArticlePage, site: Site) -> None:
    ref = article.ref
    assert article.text == TEXT
    for name, words in SELECTIONS.items():
        article.select(words)
        expect(article.selection_bar()).to_be_visible()
        claim = article.make_claim().save(title=name)

        check_offsets(site, claim.ref, words)
        article.page.goto(f"/articles/{ref}")
        assert article.marked_words(name) == words


@pytest.mark.parametrize("article", ["a file"], indirect=True)
def test_words_of_an_uploaded_file_are_counted_the_same(article: ArticlePage, site: Site) -> None:
    assert article.text == TEXT
    words = SELECTIONS["across marks"]
    article.select(words)

    check_offsets(site, article.make_claim().save().ref, words)


def test_proposals_carry_the_offsets_of_the_command_line(article: ArticlePage, site: Site) -> None:
    """`workbench split` reads a file with read_file() and hands its text to split()."""
    draft = read_file("trains.txt", TEXT.replace("\n", "\r\n").encode())
    found = split(draft.text)
    expected = [[list(piece) for piece in claim.slices] for claim in found.claims]

    with database.open_session(site.engine) as session:
        version = find_version(session, article.ref)
        query = select(Appearance).where(Appearance.article_version_id == version.id)
        stored = session.exec(query.order_by(col(Appearance.start))).all()

    assert draft.text == version.text == TEXT
    assert sorted(appearance.slices for appearance in stored) == sorted(expected)
    assert any("30 km from the border" in appearance.quote for appearance in stored)
    for appearance in stored:
        assert " … ".join(TEXT[start:end] for start, end in appearance.slices) == appearance.quote


def check_offsets(site: Site, ref: str, words: str) -> None:
    appearance, version = read_appearance(site, ref)
    [[start, end]] = appearance.slices
    assert (start, end) == (TEXT.index(words), TEXT.index(words) + len(words))
    assert (appearance.quote, version.text[start:end]) == (words, words)


def read_appearance(site: Site, ref: str) -> tuple[Appearance, ArticleVersion]:
    with database.open_session(site.engine) as session:
        query = (
            select(Appearance, ArticleVersion)
            .join(Claim, col(Claim.id) == col(Appearance.claim_id))
            .join(ArticleVersion, col(ArticleVersion.id) == col(Appearance.article_version_id))
            .where(Claim.number == parse_reference("C", ref))
        )
        appearance, version = session.exec(query).one()
        return appearance, version


def find_version(session: Session, ref: str) -> ArticleVersion:
    query = (
        select(ArticleVersion)
        .join(Article, col(Article.id) == col(ArticleVersion.article_id))
        .where(Article.number == parse_reference("A", ref))
    )
    return session.exec(query).one()
