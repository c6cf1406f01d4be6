"""The attribution layer: who says, holds or wishes what, each form by a named example."""

from __future__ import annotations

import pytest

from workbench.splitting.attributions.acts import Act
from workbench.splitting.attributions.layer import read_acts
from workbench.splitting.parsing.parser import parse_paragraphs
from workbench.splitting.parsing.tree import spans

# text, sort, source's head, cue, content
EXAMPLES = {
    "that clause": (
        "The ministry of Orlen said that the dam had failed.",
        ("speech", "ministry", "said", "that the dam had failed"),
    ),
    "bare clause": ("Analysts say the siege is over.", ("speech", "Analysts", "say", "the siege is over")),
    "question": (
        "A reporter asked whether the road was open.",
        ("question", "reporter", "asked", "whether the road was open"),
    ),
    "belief": ("Villagers fear the dam will break.", ("belief", "Villagers", "fear", "the dam will break")),
    "lost clause before the verb": (
        'The rejection of the treaty signals "the end" of the pact, said the governor of Orlen.',
        ("speech", "governor", "said", 'The rejection of the treaty signals "the end" of the pact'),
    ),
    "according to": (
        "Three workers were injured, according to the port authority.",
        ("speech", "authority", "according to", "Three workers were injured"),
    ),
    "in somebody’s view": (
        "In the mayor’s view, the bridge is unsafe.",
        ("belief", "mayor", "In view", "the bridge is unsafe"),
    ),
    "parenthesis": (
        "The breaking point, the mayor wrote, came on Friday.",
        ("speech", "mayor", "wrote", "The breaking point came on Friday"),
    ),
    "promise": (
        "The army vowed to hold the river.",
        ("speech", "army", "vowed", "to hold the river"),
    ),
    "wish": ("The governor wants to close the port.", ("wish", "governor", "wants", "to close the port")),
    "demand of another": (
        "The president urged Maldoria to withdraw its troops.",
        ("speech", "president", "urged", "Maldoria to withdraw its troops"),
    ),
    "expected by nobody named": (
        "The siege is expected to last for weeks.",
        ("belief", None, "is expected", "The siege to last for weeks"),
    ),
    "name given": (
        "The mayor called the plan a disgrace.",
        ("speech", "mayor", "called", "the plan a disgrace"),
    ),
    "described as": (
        "The mayor described the plan as a disgrace.",
        ("speech", "mayor", "described", "the plan as a disgrace"),
    ),
    "accused of": (
        "The governor accused the militia of shelling a market.",
        ("speech", "governor", "accused", "the militia of shelling a market"),
    ),
    "object of praise": (
        "The general praised the medics of Velin.",
        ("speech", "general", "praised", "the medics of Velin"),
    ),
    "passive with an agent": (
        "The plan was criticised by the union.",
        ("speech", "union", "was criticised by", "The plan"),
    ),
    "preposition": (
        "Residents complained about the noise of the drones.",
        ("speech", "Residents", "complained about", "the noise of the drones"),
    ),
    "noun with a clause": (
        "The general repeated the claim that the town had fallen.",
        ("speech", "general", "repeated claim", "that the town had fallen"),
    ),
    "claims from somebody": (
        "Fighting goes on despite claims from Varnovia of taking the town.",
        ("speech", "Varnovia", "claims of", "taking the town"),
    ),
    "adjective": (
        "The mayor is convinced that the dam will hold.",
        ("belief", "mayor", "is convinced", "that the dam will hold"),
    ),
    "feeling about something": (
        "The mayor is worried about the dam.",
        ("belief", "mayor", "is worried about", "the dam"),
    ),
    "direct speech over sentences": (
        "“We will hold the line,” said the army command. “The enemy has lost 200 tanks.” Rain fell.",
        ("speech", "command", "said", "“We will hold the line,” “The enemy has lost 200 tanks.”"),
    ),
    "direct speech after a colon": (
        "The governor went further: “The road is closed and it will stay closed.”",
        ("speech", "governor", "went", "“The road is closed and it will stay closed.”"),
    ),
}


def read(text: str) -> list[Act]:
    return read_acts(next(parse_paragraphs([text])))[0]


def write(act: Act, positions: set[int]) -> str:
    doc = act.head.doc
    return " ".join(doc[start:end].text for start, end in spans(positions))


@pytest.mark.parametrize("name", EXAMPLES)
def test_form(name):
    text, expected = EXAMPLES[name]
    act = next(act for act in read(text) if not act.nested)
    source = act.source.text if act.source is not None else None
    assert (act.sort, source, write(act, act.cue), write(act, act.content)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The heavy rain means that the road is closed.",
        "You think that the road is closed.",
        "Police arrested a man able to criticise the plan.",
        "The road was closed by the storm.",
    ],
)
def test_no_act(text):
    assert read(text) == []


def test_what_is_said_inside_a_quotation_is_nested():
    acts = read("“I think the governor said the road was open,” said the mayor.")
    assert [(act.head.text, act.nested) for act in acts] == [("think", True), ("said", True), ("said", False)]


def test_a_denied_act_says_so():
    assert [act.denied for act in read("The ministry did not say that the dam had failed.")] == [True]


def test_a_quotation_goes_on_in_the_next_paragraph():
    first, second = parse_paragraphs(["“We will stay,” the mayor said. “The road is open.", "“It is wet.”"])
    _, going_on, _ = read_acts(first)
    assert going_on is not None
    assert going_on.source is not None
    assert going_on.source.text == "mayor"
    _, _, more = read_acts(second, going_on)
    assert more == set(range(len(second)))


def test_a_new_paragraph_of_quotation_alone_is_the_last_speaker_s():
    first, second = parse_paragraphs(["“We will stay,” the mayor said.", "“The road is open and dry.”"])
    _, going_on, _ = read_acts(first)
    _, _, more = read_acts(second, going_on)
    assert more == set(range(len(second)))


def test_a_quotation_after_a_report_in_other_words_is_not_the_last_speaker_s():
    first = next(parse_paragraphs(["“We will stay,” the mayor said. Rain fell on the town."]))
    assert read_acts(first)[1] is None


def test_whom_it_was_told_to_is_not_what_was_told():
    act = next(act for act in read("The mayor told reporters: “The dam will hold.”"))
    assert write(act, act.content) == "“The dam will hold.”"


def test_no_break_space_before_a_quotation_that_goes_on():
    act = next(act for act in read("“We will stay,” the mayor said.\u00a0“The road is open and dry.”"))
    assert write(act, act.content) == "“We will stay,” “The road is open and dry.”"
