"""What an outlet says of itself at the head, in the middle and at the foot of a page gives no claims."""

import pytest

from workbench.splitting import split

REPORT = [
    "Shelling cuts power in Orsk",
    "Artillery fire cut the power in the northern districts of Orsk on Monday night, the ministry said.",
    "About 14,000 homes were without electricity on Tuesday. Engineers had restored two lines by noon.",
    "The Sorane General Staff denied that its guns had fired at the city.",
    "The Neutral Mission sent two teams to the site. They found 11 craters, the mission reported.",
    "Schools in the city will stay closed until Thursday. The hospital has fuel for six days.",
]
LINES = {
    "a banner": (0, "Our reporting has been free for 12 years. Help us keep it so, from 3 crowns | Give now"),
    "a banner to the reader": (0, "You have 2 of 5 free reports left this month | Register with Havenpost"),
    "an imprint": (6, "Havenpost Media (registered in Tarn, 1144)."),
    "the price of a call": (6, "Calls cost 12 cents a minute (landline)."),
    "a live page that closes": (6, "We are closing this live blog now. Our coverage will continue tomorrow."),
    "a live page that looks back": (3, "Let's recap what happened overnight:"),
    "more to come": (3, "We have more on the shelling in this report."),
    "how a talk was held": (6, "The conversation took place on Monday in the minister's office."),
    "translated": (6, "Questions by the foreign desk. Translated from Velmarkian by our staff."),
    "the next part": (6, "The next part of our series appears on Saturday. In it we speak to farmers."),
    "a project": (6, "This analysis is part of our project The Dark Winter, which the Orlen Fund pays for."),
    "how to cite": (6, "Cite as: Institute for Border Studies, Dark Winter in Orsk, Analysis 14/2031."),
    "no positions": (6, "The Institute for Border Studies takes no institutional positions."),
    "an agency's text": (6, "The Orlen Agency is responsible for this content. Havenpost has not edited it."),
    "made by a machine": (6, "This report was produced automatically from agency material."),
    "rights": (6, "Havenpost received this report from the Orlen Agency. Reprinting is not permitted."),
    "a paid journey": (6, "Our reporter was in Orsk at the invitation of the Neutral Mission."),
    "help": (3, "Havenpost needs your help: one in twelve readers pays for our work."),
    "an earlier entry": (3, "An earlier entry gave the number of homes as 41,000."),
    "an update": (3, "Updated at 14.10 to add the ministry's reply."),
    "what a picture shows": (3, "Picture shows the burnt-out station on Tuesday."),
    "a chart's source": (3, "Source: Velmark Statistics Office; own calculations."),
}
FOOT = "Weekend in your inbox every Saturday    Your e-mail    Sign me up"


@pytest.mark.parametrize(("place", "line"), LINES.values(), ids=LINES)
def test_it_gives_no_claims_and_costs_none(place, line):
    foot = [FOOT] if place == 0 or place == len(REPORT) else []
    pages = [[*REPORT[:place], *foot, *one, *REPORT[place:]] for one in ([], [line])]
    plain, found = (split("\n\n".join(page)).claims for page in pages)
    assert [claim.quote for claim in found] == [claim.quote for claim in plain]


@pytest.mark.parametrize(
    "line",
    [
        "The author was arrested on Monday.",
        "We will have more soldiers at the border by May.",
        "The conversation between the two ministers took place on Monday.",
        "The army has not edited the list of prisoners.",
    ],
)
def test_a_sentence_of_the_report_stays(line):
    page = [*REPORT[:3], line, *REPORT[3:]]
    assert any(claim.quote == line.rstrip(".") for claim in split("\n\n".join(page)).claims)
