"""Posts of offices that a live blog sets between its own paragraphs."""

from __future__ import annotations

import pytest

from workbench.splitting import split


@pytest.mark.parametrize(
    "post",
    [
        "Harbour Ministry of Tarn @TarnHarbour · 3h\n{}",
        "Harbour Ministry of Tarn (@TarnHarbour)\n\n{}",
        "Harbour Ministry of Tarn\n@TarnHarbour\n{}",
        "Harbour Ministry of Tarn (official)\n@TarnHarbour · 3h\n\n{}",
        "“{}” — Harbour Ministry of Tarn (@TarnHarbour) May 5, 2031",
        "{}\n— Harbour Ministry of Tarn (@TarnHarbour) May 5, 2031",
    ],
)
def test_a_post_is_its_offices(post):
    words = post.format("Two of our boats have sunk.")
    text = f"The port of Orlen has closed.\n\n{words}\n\nThe bridge is open.\n"
    found = {one.quote: one.claimant and one.claimant.name for one in split(text).claims}
    assert found == {
        "The port of Orlen has closed": None,
        "Two of our boats have sunk": "Harbour Ministry of Tarn",
        "The bridge is open": None,
    }


def test_an_address_in_a_sentence_is_no_post():
    text = "Write to the Harbour Ministry at info@harbour.example today.\n\nTwo boats have sunk.\n"
    assert not any(one.attribution for one in split(text).claims)
