"""Second verbs and clauses that the parser hangs on the wrong word, and what a clause can't do without."""

import pytest

from workbench.splitting import split

MENDED = {
    "one of those that did something": (
        "Sorane is one of the states that founded the union in 1949 and is still part of it.",
        ["Sorane is one of the states that founded the union in 1949", "Sorane is still part of it"],
    ),
    "a second verb with the helper of the first": (
        "The two brigades have been part of the corps since the armies merged in 1950 and have held Velin "
        "since 1970.",
        [
            "The two brigades have been part of the corps since the armies merged in 1950",
            "The two brigades have held Velin since 1970",
            "The armies merged in 1950",
        ],
    ),
    "participles after an infinitive": (
        "In July 2010 the radar became the first device to see the jets, finding 20 of them and guiding "
        "the guns, as well as warning the port.",
        [
            "In July 2010 the radar became the first device to see the jets",
            "The radar found 20 of them",
            "The radar guided the guns",
            "The radar warned the port",
        ],
    ),
    "two participles of different forms": (
        "Fesk is a radar developed by Orlen Steel and costing two million crowns.",
        ["Fesk is a radar", "Fesk was developed by Orlen Steel", "Fesk costs two million crowns"],
    ),
    "any that do something": (
        "Prisoners who refuse food are moved to Tarn.",
        ["Prisoners who refuse food are moved to Tarn"],
    ),
    "a clause that only says since when": (
        "Since it was built, the bridge has been closed twice.",
        ["Since it was built, the bridge has been closed twice"],
    ),
    "a relative after a year": (
        "Fesk is a radar from 2014, which was built in Orlen.",
        ["Fesk is a radar from 2014", "Fesk was built in Orlen"],
    ),
    "a relative after the last of two predicates": (
        "Velin is a port and a base that was shelled in 2019.",
        ["Velin is a port", "Velin is a base", "Velin was shelled in 2019"],
    ),
    "a participle at the beginning": (
        "Founded in 1946, the works make mines.",
        ["The works were founded in 1946", "The works make mines"],
    ),
    "killed and wounded": (
        "Six people were killed and 11 wounded on the road to Velin.",
        ["Six people were killed on the road to Velin", "11 were wounded on the road to Velin"],
    ),
    "one killed and several injured": (
        "One man was killed and 11 injured in the strike.",
        ["One man was killed in the strike", "11 were injured in the strike"],
    ),
    "killed, and others that fled": (
        "Six people were killed and 11 fled.",
        ["Six people were killed", "11 fled"],
    ),
    "a verb that looks like a plural": (
        "Half the fuel is pumped ashore there, and the next harbour deep enough lies in Orlen.",
        ["Half the fuel is pumped ashore there", "The next harbour deep enough lies in Orlen"],
    ),
    "what something does that is told of for the first time": (
        "The firm owns a plant that makes shells.",
        ["The firm owns a plant", "A plant makes shells"],
    ),
    "what is only wanted does nothing": (
        "The union wants a law that bans the trade.",
        ["The union wants a law that bans the trade"],
    ),
    "double spaces and invisible ones": (
        "The  Fesk was built in  Orlen, while  the Tarn was built in \u200bVelin.",
        ["The Fesk was built in Orlen", "The Tarn was built in Velin"],
    ),
}


@pytest.mark.parametrize(("text", "statements"), MENDED.values(), ids=MENDED)
def test_each_verb_where_it_belongs(text, statements):
    assert [claim.statement for claim in split(text).claims] == statements


def test_spaces_keep_their_place():
    text = "The  army left \u200bOrlen\t and  took Velin."
    for claim in split(text).claims:
        assert claim.quote == " … ".join(text[slice(*one)] for one in claim.slices)
    assert [claim.quote for claim in split(text).claims] == [
        "The  army left \u200bOrlen",
        "The  army … took Velin",
    ]
