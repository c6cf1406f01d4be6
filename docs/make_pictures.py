"""The pictures of README and docs, taken of the demo desk: `python -m docs.make_pictures`.

They are of 1280 px width, in the light but for one, and come out the same on every machine but for its fonts.
"""

import tempfile
from pathlib import Path

import pypdfium2
from playwright.sync_api import Browser, Page, expect
from sqlmodel import col, select

from docs.kept_page import keep_page
from docs.published_example import publish_example
from docs.small_png import pack_pixels, shrink
from tests import factories
from tests.browser import chromium
from tests.browser.navigator import Desk
from tests.browser.site import Site, make_demo, serve
from tests.browser.test_article_versions import DEMO, edit
from workbench import database, schema
from workbench.domain.evidence import EvidenceKind
from workbench.domain.ratings import Confidence, find_scale
from workbench.domain.roles import Role
from workbench.login.accounts import describe_user
from workbench.models import Claim, User
from workbench.services.blind import ask_second
from workbench.services.verdict_values import VerdictValues
from workbench.services.verdicts import give_verdict

PICTURES = Path(__file__).parent / "pictures"
WIDTH = 1280
HEIGHTS = {
    "article": 900,
    "article-dark": 700,
    "claim": 1100,
    "claims": 520,
    "correction": 640,
    "kept": 1000,
    "palette": 560,
    "place": 560,
    "published": 900,
    "report": 1000,
    "scales": 900,
    "second-verdict": 640,
    "source": 760,
    "table": 760,
    "timeline": 620,
    "versions": 620,
    "workflow": 700,
}
LARGEST = 250_000  # bytes
TABLE = """statement,claimant,said on,url
"The ferry carried 1,200 people on Sunday",Harbour office,2025-05-11,https://harbour-post.example/ferry
"Half of the valley's wells are dry",Farmers' union,2025-05-12,https://harbour-post.example/wells
"The dam was inspected twice last year",Water ministry,2025-05-12,https://harbour-post.example/dam
"""
PLACE = {
    "kind": EvidenceKind.GEOLOCATION,
    "credibility": 2,
    "url": "",
    "excerpt": "Pylon, water tower and the bend of the road match.",
    "latitude": "50.0300",
    "longitude": "36.3186",
    "precision_m": 50,
    "method": "Landmarks matched",
    "point_name": "Border crossing",
    "point_latitude": "50.2944",
    "point_longitude": "36.3186",
}


TWICE = (
    (Role.CHECKER, "false", "The register of 14 May lists 11 shelters with 6,240 places, not 8,500."),
    (
        Role.REVIEWER,
        "half-true",
        "Schools opened later that day may make up the difference; nobody counted them.",
    ),
)


def main() -> None:
    """Take every picture anew."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, chromium.launch() as browser:
        template, data = Path(folder) / "template.db", Path(folder) / "data"
        engine = database.open_sqlite(template)
        schema.upgrade(engine)
        engine.dispose()
        make_demo(template, data)
        with serve(data) as site:
            take_pictures(browser, site, Path(folder))


def take_pictures(browser: Browser, site: Site, folder: Path) -> None:
    context = browser.new_context(base_url=site.url, color_scheme="light", reduced_motion="reduce")
    desk = Desk(context.new_page(), site.url)
    desk.log_in(Role.REVIEWER)
    article = desk.open_article("A-1")
    take(desk.page, "article")
    desk.page.emulate_media(color_scheme="dark")
    take(desk.page, "article-dark")
    desk.page.emulate_media(color_scheme="light")
    desk.open_claim("C-10").main.get_by_role("link", name="interior ministry").first.click()
    take(desk.page, "source")
    desk.open_claim("C-9")
    take(desk.page, "claim")
    take_verdict_form(desk)
    desk.go_to("Claims")
    for ref in ("C-16", "C-25"):
        desk.page.get_by_label(f"Choose {ref}", exact=True).check()
    take(desk.page, "claims")
    desk.open_article("A-1").press("Make a report")
    desk.download("Web page (one file, printable)").save_as(folder / "report.html")
    desk.open_article("A-1")
    article.accept_all()
    desk.go_to("Claims")
    desk.page.keyboard.press("Control+k")
    desk.page.keyboard.type("vell")
    expect(desk.page.get_by_role("dialog", name="Find").get_by_role("option").first).to_be_visible()
    take(desk.page, "palette")
    desk.page.goto("/articles/A-1/versions/new")
    desk.fill(text=edit(DEMO))
    desk.press("Add the version")
    expect(desk.heading).to_have_text("Where did these words go?")
    take(desk.page, "versions")
    desk.page.goto("/articles/A-1/versions")
    take(desk.page, "timeline")
    show_table(desk)
    take(desk.page, "table")
    desk.page.goto(place_claim(site))
    expect(desk.main.locator(".place-map")).to_be_visible()
    take(desk.page, "place")
    desk.page.goto((folder / "report.html").as_uri())
    take(desk.page, "report")
    desk.page.goto(judge_twice(site))
    desk.main.locator("#verdict-heading").scroll_into_view_if_needed()
    take(desk.page, "second-verdict")
    desk.page.goto(keep_page(site))
    desk.main.get_by_role("region", name="Visits").get_by_role("link").first.click()
    expect(desk.heading).to_contain_text("Visit of")
    take(desk.page, "kept")
    context.close()
    take_published(browser, site)


def take_published(browser: Browser, site: Site) -> None:
    """What readers get: a report, the old page after its correction, and the PDF."""
    made = publish_example(site)
    context = browser.new_context(base_url=site.url, color_scheme="light", reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"/published/{made.correction}")
    take(page, "published")
    page.goto(f"/published/{made.first}")
    take(page, "correction")
    context.close()
    first = pypdfium2.PdfDocument(made.pdf)[0].render(scale=1.3, rev_byteorder=True)
    keep("report-pdf", pack_pixels(first.to_numpy()[:, :, :3]))


def take_verdict_form(desk: Desk) -> None:
    """What is missing before review, and the ratings of another scale."""
    claim = desk.open_claim("C-16")
    claim.main.locator("#status-heading").scroll_into_view_if_needed()
    take(desk.page, "workflow")
    form = claim.main.locator("#verdict-form")
    form.get_by_label("Scale").select_option(label="PolitiFact Truth-O-Meter")
    expect(form.get_by_text("Pants on Fire")).to_be_visible()
    form.scroll_into_view_if_needed()
    take(desk.page, "scales")


def show_table(desk: Desk) -> None:
    """A table of claims, its columns named, before it is taken in."""
    desk.page.goto("/import/table")
    file = {"name": "claims.csv", "mimeType": "text/csv", "buffer": TABLE.encode()}
    desk.main.locator("#import-form input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    desk.press("Show what is in it")
    expect(desk.main.locator("table").first).to_be_visible()


def place_claim(site: Site) -> str:
    """Graded geolocation evidence on a claim; answers where it is shown."""
    with database.open_session(site.engine) as session:
        claim = session.exec(select(Claim).where(col(Claim.number) == 9)).one()
        source = factories.make_source(
            session, "Valley survey", reliability="B", reliability_reason="Its maps were right."
        )
        evidence = factories.make_evidence(session, claim, source, **PLACE)
    return f"/claims/C-9#evidence-{evidence.id}"


def judge_twice(site: Site) -> str:
    """A claim that two people judged apart; answers where it is shown."""
    scale = find_scale("five-steps")
    with database.open_session(site.engine) as session:
        people = {user.role: describe_user(user) for user in session.exec(select(User))}
        claim = session.exec(select(Claim).where(col(Claim.number) == 16)).one()
        ask_second(session, claim, None, seen=claim.version, person=people[Role.OWNER])
        for role, rating, why in TWICE:
            values = VerdictValues(scale, rating, Confidence.MEDIUM, why)
            give_verdict(session, claim, values, seen=claim.version, person=people[role])
    return "/claims/C-16"


def take(page: Page, name: str) -> None:
    """One picture of the page."""
    page.set_viewport_size({"width": WIDTH, "height": HEIGHTS[name]})
    page.mouse.move(0, 0)
    empty = page.context.new_page()
    data = shrink(page.screenshot(animations="disabled"), empty)
    empty.close()
    keep(name, data)


def keep(name: str, data: bytes) -> None:
    """Raises SystemExit when it is too large for a README."""
    if len(data) > LARGEST:
        raise SystemExit(f"{name}.png has {len(data):,} bytes. Make it less high.")
    (PICTURES / f"{name}.png").write_bytes(data)
    print(f"{name}.png: {len(data):,} bytes")


if __name__ == "__main__":
    main()
