"""Sentences that the small parser misreads, and the claims that must come out of them all the same."""

from __future__ import annotations

import pytest

from workbench.splitting.parsing.parser import parse_paragraphs

# text, quotes
MENDED = {
    "a report between subject and verb": (
        "Its gunners, a Covenant analyst points out, fire a third of the shells that they had in May.",
        ["Its gunners … fire a third of the shells", "the shells … they had in May"],
    ),
    "rejects that": (
        "The ministry rejects that, pointing out that no permit was ever asked for.",
        ["The ministry rejects that", "no permit was ever asked for"],
    ),
    "of whom": (
        "By May the corps numbered 4,200, of whom fewer than half had rifles.",
        ["By May the corps numbered 4,200", "4,200, of … fewer than half had rifles"],
    ),
    "a relative clause that goes on": (
        "The order went to Ostrel Freight, a company that was founded only in May, has no ships and lists "
        "two employees, the committee found.",
        [
            "The order went to Ostrel Freight",
            "Ostrel Freight … was founded only in May",
            "Ostrel Freight … has no ships",
            "Ostrel Freight … lists two employees",
        ],
    ),
    "two subjects taken for two places": (
        "Ormia recalled its envoy, as fighting spread to the western province and mediators struggled to "
        "save a truce.",
        [
            "Ormia recalled its envoy",
            "fighting spread to the western province",
            "mediators struggled to save a truce",
        ],
    ),
    "a condition that was not met": (
        "The guns exist, they say, and would have been shipped in May had the ministry not kept them.",
        [
            "The guns exist",
            "The guns … would have been shipped in May had the ministry not kept them",
        ],
    ),
    "one thing describes one": (
        "Officials of the Northern Pact, an alliance that Velmark joined in 2027, say the talks will resume.",
        ["the Northern Pact … Velmark joined in 2027", "the talks will resume"],
    ),
    "what was proposed after an aside": (
        "On 3 May, Velmark had proposed, through the good offices of the League of Southern Lakes, "
        "that both armies draw their guns back by 9 kilometres.",
        ["both armies draw their guns back by 9 kilometres"],
    ),
    "a past tense is not joined to an infinitive": (
        "Velmark's government called on its allies to deliver six batteries by April and promised to raise "
        "the matter at a summit.",
        ["its allies to deliver six batteries by April", "to raise the matter at a summit"],
    ),
    "although after an aside": (
        "Its monitors had seen no launchers, the mission said, although fog had kept them indoors.",
        ["Its monitors had seen no launchers", "fog had kept them indoors"],
    ),
    "participle after an aside": (
        "An air strike hit the fish market before noon, the hospital says, killing nine people.",
        ["An air strike hit the fish market before noon", "An air strike … killing nine people"],
    ),
    "second verb after an aside": (
        "The army has lost 900 men since May, the institute believes, and is unlikely to attack again.",
        ["The army has lost 900 men since May", "The army … is unlikely to attack again"],
    ),
    "condition of what is said": (
        "The experts believe that it could be done in seven years, provided the neighbours lend machines.",
        ["it could be done in seven years, provided the neighbours lend machines"],
    ),
    "second act of saying": (
        "The staff denied that its units had opened fire and accused Sorane of shelling the bridge.",
        ["its units had opened fire", "Sorane … shelling the bridge"],
    ),
    "agreement": (
        "The document says prisoner exchanges will go ahead, but keeps the bridge closed.",
        ["The document … keeps the bridge closed", "prisoner exchanges will go ahead"],
    ),
    "a subject taken for an object": (
        "The state spends much on the war, and its central bank, raising rates for the fifth time, "
        "lost 40 million crowns.",
        [
            "The state spends much on the war",
            "its central bank … lost 40 million crowns",
            "its central bank, raising rates for the fifth time",
        ],
    ),
    "past taken for participle": (
        "About 700 people have moved inland, and the school, the largest on the bank, reopened on Monday.",
        [
            "About 700 people have moved inland",
            "the school … reopened on Monday",
            "the school, the largest on the bank",
        ],
    ),
    "clause taken for adverb": (
        "Parliament granted us 84 million crowns, half of what we had asked for, "
        "and last week the committee cut six million.",
        [
            "Parliament granted us 84 million crowns",
            "84 million crowns, half of what we had asked for",
            "last week the committee cut six million",
        ],
    ),
    "none of which": (
        "Eight raids have been counted since May, it was announced by the Joint Commission, "
        "none of which was fatal.",
        ["Eight raids have been counted since May", "Eight raids … none of … was fatal"],
    ),
    "through which, after a verb": (
        "Quenland has accused the League of laying mines in the Strait of Hesk, "
        "through which 40% of the grain is shipped.",
        [
            "the League … laying mines in the Strait of Hesk",
            "the Strait of Hesk, through … 40% of the grain is shipped",
        ],
    ),
    "should it come": (
        "A summer offensive, should it come, would break through in two days.",
        ["A summer offensive, should it come, would break through in two days"],
    ),
    "founded, in brackets": (
        "The Orlen Works Ltd. (founded in May) is a maker of drones.",
        ["The Orlen Works Ltd … is a maker of drones", "The Orlen Works Ltd … founded in May"],
    ),
    "two subjects": (
        "In Corrast, the northern capital, parliament is due to vote on Monday.",
        ["In Corrast … parliament is due to vote on Monday"],
    ),
    "which after an object": (
        "The register leaves out deaths in hospital weeks later, which explains part of the gap.",
        [
            "The register leaves out deaths in hospital weeks later",
            "deaths in hospital weeks later … explains part of the gap",
        ],
    ),
    "a noun joined to a verb": (
        "A woman of 71 died there and four people, among them two firemen, were injured.",
        ["A woman of 71 died there", "four people, among them two firemen, were injured"],
    ),
    "a noun after two verbs": (
        "The ship had been sold twice and was seen in 2027, and its crew, according to the guard, had fled.",
        ["The ship had been sold twice", "The ship … was seen in 2027", "its crew … had fled"],
    ),
    "the tense leaves a clause of time": (
        "The vehicles left the square at noon, some hours after the first had driven in, and are now heading "
        "for Orsk.",
        [
            "The vehicles left the square at noon, some hours after the first had driven in",
            "The vehicles … are now heading for Orsk",
            "the first had driven in",
        ],
    ),
    "a condition of the nearest": (
        "We sent the League the wreck's papers, and it has agreed in principle, provided that Tarn opens the "
        "lake.",
        [
            "We sent the League the wreck's papers",
            "it has agreed in principle, provided that Tarn opens the lake",
        ],
    ),
    "weeks when": (
        "A third of them vanished in the first six weeks, when units were retreating from Orsk.",
        [
            "A third of them vanished in the first six weeks",
            "in the first six weeks … units were retreating from Orsk",
        ],
    ),
    "men who": (
        "Men who took part in the mutiny at Dorn were struck off the lists.",
        ["Men who took part in the mutiny at Dorn were struck off the lists"],
    ),
    "a clerk of the office who": (
        "The court charged a former clerk of the office who had copied its register.",
        [
            "The court charged a former clerk of the office",
            "a former clerk of the office … had copied its register",
        ],
    ),
    "contrary to claims": (
        "Contrary to claims by Tarn's army that it was blown up, the bridge over the Vell is intact.",
        ["it was blown up", "the bridge over the Vell is intact"],
    ),
    "a duration and a cause": (
        "The engine had been off for an hour because the crew were mending the propeller.",
        ["The engine had been off for an hour", "the crew were mending the propeller"],
    ),
    "a participle beside a noun joins no verb": (
        "The smugglers send a photograph taken in Orsk and disappear.",
        ["The smugglers send a photograph taken in Orsk", "The smugglers … disappear"],
    ),
    "what is for something": (
        "The army cut the bonus for mountain service, which makes up a third of the pay.",
        [
            "The army cut the bonus for mountain service",
            "the bonus for mountain service … makes up a third of the pay",
        ],
    ),
    "copies of which": (
        "Pay slips from two companies, copies of which the paper has read, show that the pay fell.",
        ["the pay fell"],
    ),
}


@pytest.mark.parametrize("name", MENDED)
def test_mended(name, claims):
    text, quotes = MENDED[name]
    assert [one.quote for one in claims(text)] == quotes


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("They told us that the US had agreed.", ["us", "u.s."]),
        ("THEY TOLD US THAT IT HAD AGREED.", ["us"]),
    ],
)
def test_the_country_is_no_pronoun(text, read):
    [paragraph] = parse_paragraphs([text])
    assert [word.lower_ for word in paragraph if word.text.lower() == "us"] == read
