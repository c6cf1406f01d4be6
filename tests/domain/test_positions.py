"""Positions as people write them."""

import pytest

from workbench.domain.errors import RuleBroken
from workbench.domain.positions import read_position

KHARKIV = ("50.1", "36.2")


@pytest.mark.parametrize(
    ("latitude", "longitude", "read"),
    [
        ("", "", ("", "")),
        ("50.1", "36.2", KHARKIV),
        (" \N{MINUS SIGN}90 ", "+180.000", ("-90", "180.000")),
        ("50.10", "36.20", ("50.10", "36.20")),
        ("50,1", "36,2", KHARKIV),
        ("50.1, 36.2", "", KHARKIV),
        ("50.1,36.2", "", KHARKIV),
        ("50.1 36.2", "", KHARKIV),
        ("(50.1, -36.2)", "", ("50.1", "-36.2")),
        ("50,1; 36,2", "", KHARKIV),
        ("50.1/36.2", "", KHARKIV),
        ("geo:50.1,36.2", "", KHARKIV),
        ("50, 36", "", ("50", "36")),
        ("50.1N 36.2E", "", KHARKIV),
        ("N50.1, E36.2", "", KHARKIV),
        ("E 36.2 N 50.1", "", KHARKIV),
        ("36.2° E, 50.1° N", "", KHARKIV),
        ("50.1 s", "36.2w", ("-50.1", "-36.2")),
        ("50°27'00\" N", "30°31'24\" E", ("50.45000", "30.52333")),
        ("50° 27′ 00″ N", "30° 31′ 24.5″ E", ("50.45000", "30.523472")),
        ("50 27 00 N 30 31 24 E", "", ("50.45000", "30.52333")),
        ("50:27:00", "30:31:24", ("50.45000", "30.52333")),
        ("50°27.5'N", "30°31.25'E", ("50.4583", "30.52083")),
        ("50°27'N, 30°31'E", "", ("50.450", "30.517")),
        ("0°7'39\" S", "0°7'39'' W", ("-0.12750", "-0.12750")),
        ("-0°30'", "0", ("-0.500", "0")),
    ],
)
def test_what_people_write_is_read(latitude: str, longitude: str, read: tuple[str, str]) -> None:
    assert read_position(latitude, longitude) == read


@pytest.mark.parametrize(
    ("latitude", "longitude", "field", "words"),
    [
        ("50.1", "", "longitude", "both"),
        ("", "36.2", "latitude", "both"),
        ("90.0001", "0", "latitude", "between -90 and 90"),
        ("0", "-180.5", "longitude", "between -180 and 180"),
        ("50,36", "", "latitude", "50, 1 for a pair"),
        ("51,2345", "", "longitude", "both"),
        ("36.2E", "50.1N", "latitude", "belongs to a longitude"),
        ("-50.1 N", "36.2", "latitude", "once"),
        ("N 50.1 N", "36.2", "latitude", "once"),
        ("50°60'", "0", "latitude", "from 0 to 60"),
        ("50°27.5'30\"", "0", "latitude", "from 0 to 60"),
        ("50.5°27'", "0", "latitude", "from 0 to 60"),
        ("NaN", "0", "latitude", "decimal degrees"),
        ("1e-999999999", "0", "latitude", "decimal degrees"),
        ("0", "1e-999999999", "longitude", "decimal degrees"),
        ("5_1", "0", "latitude", "decimal degrees"),
        ("\u0665\u0661", "0", "latitude", "decimal degrees"),
        ("50.1, 36.2", "36.2", "latitude", "decimal degrees"),
        ("50.1, 36.2, 4", "", "latitude", "decimal degrees"),
        ("9" * 5_000, "0", "latitude", "decimal degrees"),
    ],
)
def test_what_cannot_be_a_place_is_refused_at_its_field(
    latitude: str, longitude: str, field: str, words: str
) -> None:
    with pytest.raises(RuleBroken, match=words) as refused:
        read_position(latitude, longitude)
    assert refused.value.field == field


def test_the_fields_of_a_named_point_are_called_by_their_names() -> None:
    with pytest.raises(RuleBroken) as refused:
        read_position("91", "0", ("point_latitude", "point_longitude"))
    assert refused.value.field == "point_latitude"
