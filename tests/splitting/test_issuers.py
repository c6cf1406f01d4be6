"""Pages of offices, which are the office's own words, and pages that only look like them."""

from __future__ import annotations

import pytest

from workbench.splitting import split

BODY = (
    "Two boats sank near Vesk on Monday.\n\n• Orlen sector: the bridge is intact.\n\n"
    "The mast fell in the night.\n"
)


def name_issuers(text: str) -> set[str | None]:
    return {
        one.attribution[0].claimant.name
        if one.attribution and one.attribution[0].manner == "own_voice"
        else None
        for one in split(text).claims
    }


@pytest.mark.parametrize(
    ("page", "issuer"),
    [
        (
            f"REPUBLIC OF TARN\nMINISTRY OF DEFENCE\nPress Service\n\nSituation at 19.00\n\n{BODY}\n"
            "Follow us\n© Ministry of Defence of the Republic of Tarn 2031\n",
            "Ministry of Defence of the Republic of Tarn",
        ),
        (
            "General Staff of Tarn | Home | Contact\n\nEvening summary\n\nOur drones hit a depot.\n\n"
            f"We lost two boats.\n\n{BODY}",
            "General Staff of Tarn",
        ),
        (
            f"Harbour Authority of Orlen\n\nThe Harbour Authority of Orlen reports:\n\n{BODY}",
            "Harbour Authority of Orlen",
        ),
        (
            "Statement attributable to the Spokesperson of the River Commission\n\n"
            f"We saw nobody in Orlen.\n\nOur boats left.\n\n{BODY}",
            "Spokesperson of the River Commission",
        ),
        (
            "Remarks by the Foreign Minister at the Lake Council\n\nI thank you all.\n\n"
            f"We lost two boats.\n\n{BODY}",
            "Foreign Minister",
        ),
        (
            "Joint statement by the Foreign Ministers of Tarn, Vesk and Orlen\n\n"
            "We, the Foreign Ministers of Tarn, Vesk and Orlen, condemn the shelling.\n\n"
            f"Our boats left.\n\n{BODY}",
            "Foreign Ministers of Tarn, Vesk and Orlen",
        ),
        (
            "Statement attributable to the Spokesperson for the Secretary-General – on Orlen\n\n"
            f"The Secretary-General condemns the shelling of Orlen.\n\n{BODY}",
            "Spokesperson for the Secretary-General",
        ),
    ],
)
def test_a_page_of_an_office_speaks_in_its_own_voice(page, issuer):
    assert name_issuers(page) == {issuer}


@pytest.mark.parametrize(
    "page",
    [
        # A news agency, a topic that comes back under the report, and a daily named after a body.
        f"Orlen News Agency\n\nStorm in Vesk\n\n{BODY}\n© Orlen News Agency\n",
        f"The Courier\nDefence Ministry\n\nStorm in Vesk\n\n{BODY}\nTopics: Defence Ministry\n© Courier\n",
        # The topic of a post, with the agency's own name at both ends.
        f"Storm in Vesk | Your questions | In Parliament\n\n{BODY}\nIn Parliament\n© Courier\n",
        f"Guard Daily\n\nStorm in Vesk\n\n{BODY}\n© Guard Daily\n",
    ],
)
def test_a_report_is_not_in_anybodys_own_voice(page):
    assert name_issuers(page) == {None}
