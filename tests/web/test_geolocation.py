"""A geolocation on the web: read as people write it, drawn, measured, and told in a report."""

from io import BytesIO

import pytest

from tests import factories
from tests.web.desk import RunningDesk
from tests.web.test_evidence import FIELDS, list_evidence
from workbench.models import Claim

PLACE = FIELDS | {"kind": "geolocation", "precision_m": "50", "method": "Landmarks matched"}
PLACE |= {"latitude": "50°01'48\" N, 36°19'06.96\" E"}
PLACE |= {"point_name": "Hoptivka crossing", "point_latitude": "50.2944, 36.3186"}


@pytest.fixture
def claim(desk: RunningDesk) -> Claim:
    with desk.open() as session:
        return factories.make_claim(session)


def test_a_place_is_drawn_and_its_distance_told(desk: RunningDesk, claim: Claim) -> None:
    url = f"/claims/C-{claim.number}"
    desk.checker.save(f"{url}/evidence/new", **PLACE)
    [evidence] = list_evidence(desk, claim)
    assert (evidence.latitude, evidence.longitude) == ("50.03000", "36.3186000")
    page = desk.viewer.read(url)
    told = ("<strong>29.4 km</strong>", "to Hoptivka crossing", "± 60 m", "south of it", "Landmarks matched")
    for words in told:
        assert words in page
    assert 'aria-label="Map: the place at 50.03000, 36.3186000, 29.4 km to Hoptivka crossing"' in page
    assert " style=" not in page.split('class="place-map"')[1].split("</svg>")[0]  # no inline style: the CSP
    for code, drawn in (("html", True), ("markdown", False)):
        report = desk.viewer.get(f"/claims/report.{code}?claim=C-{claim.number}").text
        assert "29.4 km to Hoptivka crossing" in report.replace("\\", "")
        assert ("<svg" in report) is drawn


def test_a_circle_says_what_it_is_when_no_precision_was_given(desk: RunningDesk, claim: Claim) -> None:
    url = f"/claims/C-{claim.number}"
    desk.checker.save(f"{url}/evidence/new", **PLACE | {"precision_m": ""})
    assert "no precision given: the circle is half of the last digit" in desk.viewer.read(url)


def test_what_cannot_be_a_place_is_refused_and_kept_as_typed(desk: RunningDesk, claim: Claim) -> None:
    url = f"/claims/C-{claim.number}/evidence/new"
    answer = desk.checker.post(url, **{**PLACE, "latitude": "50°61' N", "longitude": "36.2"})
    assert answer.status_code == 422
    words = "Minutes and seconds run from 0 to 60"
    for kept in ("50°61&#39; N", words, "Hoptivka crossing", "50.2944, 36.3186"):
        assert kept in answer.text
    assert list_evidence(desk, claim) == []


def test_reference_images_come_back_as_they_were(desk: RunningDesk, claim: Claim) -> None:
    url = f"/claims/C-{claim.number}"
    images = [(BytesIO(b"one"), "spire.jpg"), (BytesIO(b"two"), "bridge.png")]
    desk.checker.save(f"{url}/evidence/new", **PLACE, references=images)
    page = desk.viewer.read(url)
    addresses = [part.split('"')[0] for part in page.split('href="') if "/references/" in part.split('"')[0]]
    for address, data in zip(addresses, (b"one", b"two"), strict=True):
        with desk.viewer.post(desk.viewer.get(address).location + "/download") as answer:
            assert answer.data == data
    assert "spire.jpg" in page
    with desk.open() as session:
        other = factories.make_claim(session).number
    foreign = addresses[0].replace(f"C-{claim.number}", f"C-{other}")
    assert desk.viewer.get(foreign).status_code == 404


def test_only_images_are_references(desk: RunningDesk, claim: Claim) -> None:
    url = f"/claims/C-{claim.number}/evidence/new"
    answer = desk.checker.post(url, **PLACE, references=[(BytesIO(b"<svg/>"), "a.svg")])
    assert answer.status_code == 422
    assert "Reference images are JPEG" in answer.text
