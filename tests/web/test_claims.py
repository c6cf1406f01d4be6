"""Claims on the web."""

from tests import factories
from tests.web.desk import RunningDesk


def test_probe(desk: RunningDesk) -> None:
    with desk.open() as session:
        claim = factories.make_claim(session)
    page = desk.viewer.read(f"/claims/C-{claim.number}")
    assert claim.title in page
