"""More than 3,000 words are split by the queue, while a bar tells how far it is."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenDesk
from tests.browser.site import Site
from workbench.domain.roles import Role

pytestmark = pytest.mark.browser

STREETS = ("Mill", "Harbour", "Station", "Castle", "Market")
SENTENCE = "The roads office closed {number} bridges on {street} Street, the regional office said. "
PARAGRAPHS = (
    "".join(SENTENCE.format(number=number + 10 * at, street=street) for at, street in enumerate(STREETS))
    for number in range(1, 60)
)
LONG = "\n\n".join(PARAGRAPHS)


def test_bar_comes_and_then_the_claims(open_desk: OpenDesk, site: Site) -> None:
    desk = open_desk(Role.CHECKER)
    article = desk.paste_article(LONG, title="Bridges closed")
    expect(desk.main.get_by_role("progressbar")).to_be_visible()
    expect(desk.main).to_contain_text("No claims yet")
    assert article.text == LONG

    queue = site.installation.queue
    queue.start()
    try:
        desk.main.get_by_role("link", name="Show its claims").click(timeout=60_000)
    finally:
        queue.stop()

    expect(article.card("Roads office closed 1 bridges on Mill Street")).to_be_visible()
    expect(desk.main).to_contain_text(f"{LONG.count('.')} proposed")
