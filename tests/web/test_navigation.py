"""Wherever somebody is, the menu says where that belongs."""

import re

from tests import factories
from tests.web.desk import RunningDesk


def test_a_page_stands_under_its_place_in_the_menu(desk: RunningDesk) -> None:
    with desk.open() as session:
        version = factories.make_article(session)
        article = f"/articles/A-{factories.find_article(session, version).number}"
        claim = f"/claims/C-{factories.make_claim(session, version).number}"
        source = f"/sources/S-{factories.make_source(session).number}"
    pages = {
        "My work": ["/", "/news", "/jobs", "/agreement"],
        "Articles": ["/articles", article, f"{article}/versions", f"{article}/decide", "/import/table"],
        "Claims": ["/claims", claim, f"{claim}/evidence/new", f"{claim}/split", f"{claim}/replies/new"],
        "Sources": ["/sources", source, f"{source}/merge"],
        "Reports": ["/reports", f"{article}/report", f"{article}/publish", "/claims/publish"],
        "Settings": ["/settings"],
        "People": ["/people", "/people/add"],
    }
    for name, addresses in pages.items():
        for address in addresses:
            menu = desk.owner.read(address).split('aria-label="Main"')[1].split("</nav>")[0]
            marked = re.findall(r'aria-current="page">([^<]*)<', menu)
            assert marked == [name], address
