"""Lines of a page by kind and place: what the page says of itself is furniture, what only looks like it is not."""
# ruff: noqa: E501 - a line of a page stays one line

from __future__ import annotations

import re

import pytest

from workbench.splitting.layout.furniture import find_furniture
from workbench.splitting.layout.paragraphs import cut_lines

TITLE = "Port of Osk reopens after three weeks of shelling"
BODY = (
    "The port of Osk was reopened on Tuesday after three weeks of shelling, the Port Authority said.",
    "Two silos were hit in February and 14 dockers were killed, according to the mayor of Osk.",
    '"We expect the first ship on Thursday," the harbour master told reporters at the gate.',
    "Insurers warned that the channel had not been cleared of mines.",
    "The army of Velmark denied that its batteries had aimed at the silos.",
    "Grain exports fell by a third in February, the Grain Council reported on Monday.",
    "About 60 ships are still waiting outside the breakwater.",
    "The Velin accord of 2029 allows both sides to inspect every ship that enters the port.",
)
HEAD, MIDDLE, FOOT = 0, 4, 8  # sentences of the report before the line

# kind, place: the lines
LINES: dict[tuple[str, int], tuple[str, ...]] = {
    ("navigation", HEAD): ("Watch live: the president speaks to parliament.",),
    ("byline", HEAD): (
        "From our correspondent Anna Example in Osk.",
        "A report by Anna Example.",
        "Written by Anna Example, reviewed by Tom Sample.",
        "Reports Anna Example from the port of Osk.",
        "Reported by Anna Example; edited by Tom Sample.",
    ),
    ("timestamps", HEAD): (
        "Published 11 March 2031, 14:05. Updated 12 March 2031, 09:12.",
        "Last updated: less than a minute ago.",
        "Published on: 11 March 2031. Reading time: 5 minutes.",
        "Time of publication: 14:05 local time.",
        "As of 6 p.m. on Tuesday.",
        "First published at 14:05 on Tuesday.",
        "The text was updated at 16:40.",
        "Adds ministry comment in paragraphs 4 and 5, background.",
    ),
    ("caption", MIDDLE): (
        "A crane at the port of Osk, which reopened on Tuesday (photo: Tom Sample/MP).",
        "Image: A tug tows a barge into the port of Osk.",
        "In the picture: the damaged silo at Osk.",
        "PHOTO: Rescuers search the ruins of a warehouse in Osk on 2 March.",
        "A satellite image shows craters near the silo. Source: Orbit Imaging.",
        "Figure 2. Grain exports by month, in thousand tonnes. Source: Grain Council.",
        "Chart: Grain exports fell by a third. Data: Grain Council.",
        "Workers clear rubble at the port (Image: Port Authority)",
        "Caption: Workers clear rubble at the port.",
        "Photo caption: Workers clear rubble at the port on Monday.",
        "Photos by the press service of the Port Authority.",
        "1/7 A worker clears rubble at the port of Osk on Monday.",
    ),
    ("credits", MIDDLE): (
        "Graphics: Design desk. Sources: Grain Council, Port Authority.",
        "Camera: Tom Sample. Editing: Anna Example.",
    ),
    ("newsletter", MIDDLE): (
        "Our weekly letter from the front lands in your mailbox on Fridays.",
        "Want more on the war? Our briefing goes out at 7 a.m.",
        "The Front Line newsletter explains the week's most important battles.",
        "Every Friday, our editors pick the best reads of the week.",
        "By entering your address you agree to our terms.",
    ),
    ("share", MIDDLE): ("We are on Telegram, WhatsApp and Viber.",),
    ("related", MIDDLE): (
        "Read also: Grain exports fell by a third in February.",
        "More: The army says it shot down nine drones.",
        "RECOMMENDED: Insurers raise premiums for the channel.",
        "Don't miss: our interview with the harbour master.",
        "Listen: why insurers fear the channel.",
        "Podcast: Our correspondent explains why insurers fear the channel.",
        "Our explainer on the grain corridor is here.",
        "MUST READ: Insurers raise premiums for the channel.",
    ),
    ("cookie", FOOT): (
        "We value your privacy.",
        "You can change your choice at any time.",
        "External content from X. Allow content?",
        "This content is provided by a third party that may set cookies.",
        "Here you will find external content that complements the article.",
    ),
    ("corrections", FOOT): (
        "CORRECTED: Paragraph 3 now says that the silo holds 40,000 tonnes.",
        "Clarification: the headline was changed to reflect that the port reopened in part.",
        "Due to an editing error, an earlier version misstated the size of the silo.",
        "* This report was changed on 12 March to make clear that two silos were hit.",
        "The story has been corrected to say that two silos were hit.",
        "Note: Some names have been changed for safety.",
        "Editor's note: The names of the dockers have been changed at their request.",
        "Names of sources are withheld for security reasons.",
        "A previous headline said that the port was closed.",
        "Paragraph 9 was removed on 12 March.",
        "The first version of this text named the wrong town.",
        "We apologise for the error.",
        "We regret the error.",
    ),
    ("contact", FOOT): (
        "Media enquiries: Anna Example, Head of Communications, tel. 01 234 567.",
        "The press office is open from 9 a.m. to 5 p.m. on weekdays.",
        "Journalists may call the press desk on 01 234 567.",
        "Accreditation requests should be sent to press@port.example by noon on Thursday.",
        "Tips can be sent securely through our drop box.",
    ),
    ("transcript_header", HEAD): (
        "The following is a transcript of the briefing given in Velin on 11 March 2031.",
        "This is a lightly edited transcript of the interview.",
        "Present: the minister, the chief of staff, the spokesman.",
        "Delivered in Velin on 11 March 2031. Check against delivery.",
        "Translated from Karskan.",
        "Length: 42 minutes. Recorded on 9 March.",
    ),
    ("entry", MIDDLE): (
        "This is where we stand at 6 p.m.",
        "Here is a summary of the day so far:",
        "I'm Anna Example and I'll be with you until the evening.",
        "My colleague Tom Sample is taking over from here.",
        "That is it from me for today, I'm handing over to Tom Sample.",
        "We'll bring you more as we get it.",
        "More details as they come in.",
        "This is a developing story, more to follow.",
        "If you are just joining us, here is what happened today.",
        "Our live page moves to a new address at midnight.",
        "You can read yesterday's blog here.",
        "New entries appear automatically.",
    ),
    ("boilerplate", FOOT): (
        "About the Port Authority: The Port Authority runs the four ports of Karsk and employs 2,100 people.",
        "The Meridian Post is owned by its readers.",
        "Founded in 1998, the Institute for Border Studies is an independent research centre in Velin.",
        "The Institute for Border Studies is a non-profit research organisation based in Velin.",
        "The Karsk Press Agency (KPA) is the national news agency of Karsk and has 14 bureaus.",
        "Anna Example writes about the eastern war for Meridian Post.",
        "The views in this article are those of the author.",
        "This commentary does not represent the position of the institute.",
        "Our methodology: we count only losses confirmed by pictures.",
        "All rights reserved. No part of this text may be copied without consent.",
    ),
    ("footers", FOOT): (
        "Additional reporting by Tom Sample in Velin.",
        "With material from KPA and NPS.",
        "With agency material.",
        "This report contains material from KPA.",
        "Translated by Tom Sample.",
        "Fact-checking: Pat Proof. Copy-editing: Lee Line.",
        "Edited by Pat Proof.",
        "The material was prepared by the press service.",
        "Material prepared with the support of the Open Fund.",
        "Notes to editors: 1. The corridor opened in July 2029. 2. The Port Authority runs four ports.",
        "2. High-resolution pictures can be found on the authority's website.",
        "Broadcast quality footage is available on request.",
    ),
    ("ads", MIDDLE): (
        "Paid for by the Port Authority.",
        "This advertisement will close in 5 seconds.",
        "Your ad could be here.",
        "Tickets for our reader event on 2 April are on sale now.",
        "We need your help to keep going.",
        "Since 2004, our readers have paid for independent reporting.",
        "Independent journalism costs money.",
        "Your trust keeps us going.",
        "This article is for subscribers.",
        "This text is free because readers pay for it.",
    ),
    ("readtime", HEAD): ("Reading time: 4 min.",),
    ("comments", FOOT): (
        "Commenting on this article has ended.",
        "Join the discussion: 214 readers have commented.",
    ),
    ("copyright", FOOT): (
        "The use of materials is permitted only with a link to the source.",
        "When quoting, a hyperlink to Meridian Post is required.",
        "Reproduction in whole or in part is prohibited.",
        "Registered as a media outlet on 4 May 2004, certificate No. 1144.",
        "Meridian Post Media Ltd., registered in Velin, No. 118822.",
        "Published by Meridian Post Media, Velin.",
    ),
}
ALIKE = (
    "Published on Tuesday, the report lists 14 bridges that were hit.",
    "The text was amended by parliament on Monday.",
    "The article was amended by parliament in 2029.",
    "Journalists must register with the army before they travel to Osk.",
    "Delivered in Osk on Monday, the ultimatum expires at noon.",
    "More troops are coming from the north.",
    "More come every day from the south, the mayor said.",
    "With reporting lines cut, the garrison surrendered on Friday.",
    "Material produced by the plant was sold abroad for years.",
    "The recording ends before the first shots were fired.",
    "We will have more soldiers at the border by May.",
    "Because of a technical error, the missile hit a school in Osk.",
    "An earlier version of the text named a date for the withdrawal.",
    "These are the biggest losses of the army since 2029.",
    "The minister does not share the views of the general staff.",
    "Rights groups write about abuses in the camps at Tolm.",
    "A report by the mission lists nine breaches of the truce.",
    "The press office of the army was hit by two missiles on Monday.",
    "Recorded crime rose by a third in Osk last year.",
    "Interview rooms at the prison were rebuilt in March.",
    "The map shows that the front has moved three kilometres.",
    "The picture shows two tanks that were lost near Tolm on Monday.",
    "By Monday the army had taken three villages.",
    "From the port, soldiers moved to the railway station.",
    "This ad campaign cost the ministry two million florins.",
    "Nine trucks were paid for by the Open Fund.",
    "Edited by the censors, the speech left out the losses at Tolm.",
    "The transcript was submitted to the court on Monday.",
    "Independent reporting from Tolm has become impossible.",
    "Length matters: the bridge is 400 metres long.",
    "The live broadcast of the trial was stopped at noon.",
    "Readings of 14 microsieverts were reported by the station.",
    "Context: the two states have been at war since 2027.",
    "Background: the port has been closed since February.",
    "Tips from residents led the police to the depot.",
    "Photos by the press service show two tanks near Tolm.",
    "Photos by the press service were taken in May.",
    "Rebel forces hold nine villages along the river.",
    "The town lies 30 km from the border.",
    "Two silos are seen as the main target.",
    "The plant works at half of its capacity.",
    "The Authority waits for spare parts from Velin.",
    "The road passes within 2 km of the front.",
    "Soldiers carry 14 wounded across the river every night.",
    "Some names on the list were crossed out by the guards.",
)


def find_marked(line: str, place: int) -> list[str]:
    """The whole lines that are marked on a page with this line after so many sentences of the report."""
    body = [*BODY[:place], line, *BODY[place:]]
    text = "\n".join(["Meridian Post", "World", TITLE, *body, "© 2031 Meridian Post"])
    marked = [text[part.start : part.end] for part in find_furniture(text, cut_lines(text))]
    return [words for words in marked if words in body]


@pytest.mark.parametrize(("kind", "place"), LINES)
def test_what_a_page_says_of_itself_is_furniture(kind: str, place: int) -> None:
    for line in LINES[kind, place]:
        assert find_marked(line, place) == [line]


@pytest.mark.parametrize("line", ALIKE)
def test_a_sentence_of_the_report_that_only_looks_like_it_stays(line: str) -> None:
    assert find_marked(line, MIDDLE) == find_marked(line, FOOT) == []


SCENES = (
    "Smoke rises from the silo in Osk on Monday.",
    "Soldiers walk past a burnt tank near Tolm, 2 March.",
    "Two tanks can be seen near the bridge.",
)


@pytest.mark.parametrize("line", SCENES)
def test_what_is_seen_is_a_caption_over_its_credit_and_not_over_the_imprint(line: str) -> None:
    text = "\n".join([TITLE, *BODY[:4], line, "© Tom Sample/MP", *BODY[4:]])
    assert next(text[part.start : part.end] for part in find_furniture(text, cut_lines(text))) == line
    assert find_marked(line, FOOT) == []


STATES = tuple(line for line in ALIKE if re.search(r" (?:hold|lies|seen|works|waits|passes) ", line))


@pytest.mark.parametrize("line", STATES)
def test_a_state_of_things_over_a_credit_is_no_caption(line: str) -> None:
    text = "\n".join([TITLE, *BODY[:4], line, "© Tom Sample/MP", *BODY[4:]])
    assert line not in [text[part.start : part.end] for part in find_furniture(text, cut_lines(text))]


def test_a_teaser_between_another_headline_and_its_link_is_furniture() -> None:
    page = [
        *BODY[:3],
        "Why Tolm matters",
        "The town controls the only road to the northern mines.",
        "Read more",
        *BODY[3:],
    ]
    text = "\n".join([TITLE, *page])
    assert [text[part.start : part.end] for part in find_furniture(text, cut_lines(text))] == page[3:6]


def test_who_signed_the_report_is_furniture_under_it() -> None:
    foot = "Anna Example heads the Ports project of the institute. Tom Sample served in the navy."
    text = "\n".join([TITLE, "By Anna Example and Tom Sample", *BODY, foot])
    assert text.endswith([text[part.start : part.end] for part in find_furniture(text, cut_lines(text))][-1])


def test_a_body_that_the_report_speaks_of_is_no_maker_of_the_page() -> None:
    line = "The Grain Council is an independent body of nine shipping associations."
    assert find_marked(line, FOOT) == []
