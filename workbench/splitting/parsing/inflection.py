"""English verb forms that restating a report needs: "reported destroying" becomes "was destroyed"."""

from __future__ import annotations

_IRREGULAR = """
be was been; become became become; begin began begun; break broke broken; bring brought brought; build
built built;
burn burned burned; buy bought bought; catch caught caught; choose chose chosen; come came come; cut cut cut;
deal dealt dealt; do did done; draw drew drawn; drive drove driven; eat ate eaten; fall fell fallen; feel
felt felt;
fight fought fought; find found found; flee fled fled; fly flew flown; forbid forbade forbidden; forget
forgot forgotten;
freeze froze frozen; get got got; give gave given; go went gone; grow grew grown; hang hung hung; have
had had;
hear heard heard; hide hid hidden; hit hit hit; hold held held; hurt hurt hurt; keep kept kept; know knew
known;
lay laid laid; lead led led; leave left left; lend lent lent; let let let; lie lay lain; lose lost lost;
make made made;
mean meant meant; meet met met; overrun overran overrun; overthrow overthrew overthrown; pay paid paid;
put put put;
quit quit quit; read read read; ride rode ridden; ring rang rung; rise rose risen; run ran run; say said said;
see saw seen; seek sought sought; sell sold sold; send sent sent; set set set; shake shook shaken; shoot
shot shot;
show showed shown; shut shut shut; sink sank sunk; sit sat sat; sleep slept slept; speak spoke spoken;
spend spent spent; split split split; spread spread spread; stand stood stood; steal stole stolen; stick
stuck stuck;
strike struck struck; swear swore sworn; sweep swept swept; swim swam swum; take took taken; teach taught
taught;
tear tore torn; tell told told; think thought thought; throw threw thrown; undergo underwent undergone;
understand understood understood; undertake undertook undertaken; wear wore worn; win won won;
withdraw withdrew withdrawn; withhold withheld withheld; withstand withstood withstood; write wrote written;
arise arose arisen; awake awoke awoken; bear bore borne; beat beat beaten; bend bent bent; bet bet bet;
bid bid bid; bind bound bound; bite bit bitten; bleed bled bled; blow blew blown; breed bred bred; burst
burst burst; cast cast cast; cling clung clung; cost cost cost; creep crept crept; dig dug dug; feed fed
fed; forecast forecast forecast; foresee foresaw foreseen; forgive forgave forgiven; grind ground ground;
kneel knelt knelt; leap leapt leapt; light lit lit; mislead misled misled; mistake mistook mistaken;
outnumber outnumbered outnumbered; overcome overcame overcome; oversee oversaw overseen; overtake
overtook overtaken; rebuild rebuilt rebuilt; redraw redrew redrawn; retake retook retaken; rethink
rethought rethought; rewrite rewrote rewritten; shed shed shed; shrink shrank shrunk; slide slid slid;
spin spun spun; stink stank stunk; strive strove striven; swell swelled swollen; undo undid undone;
uphold upheld upheld; wake woke woken; wind wound wound; fling flung flung; resell resold resold;
misunderstand misunderstood misunderstood; outgun outgunned outgunned; rerun reran rerun; unwind unwound
unwound
"""
_FORMS = {
    base: (past, participle)
    for base, past, participle in (entry.split() for entry in _IRREGULAR.replace("\n", " ").split(";"))
}
_PAST_OF_PARTICIPLE = {participle: past for past, participle in _FORMS.values()}
_VOWELS = "aeiou"


def past_tense(lemma: str, gerund: str = "") -> str:
    """Give "took" for "take"; the gerund, when at hand, shows whether a consonant doubles."""
    return _FORMS[lemma][0] if lemma in _FORMS else _add_ed(lemma, gerund)


def past_participle(lemma: str, gerund: str = "") -> str:
    """Give "taken" for "take"."""
    return _FORMS[lemma][1] if lemma in _FORMS else _add_ed(lemma, gerund)


def past_from_participle(participle: str) -> str:
    """Give "took" for "taken"; regular verbs have one form for both."""
    return _PAST_OF_PARTICIPLE.get(participle, participle)


def present_tense(lemma: str, plural: bool) -> str:
    """Give the third person: "crosses", or "cross" for a plural."""
    if plural:
        return {"be": "are"}.get(lemma, lemma)
    if lemma in {"be", "have", "do", "go"}:
        return {"be": "is", "have": "has", "do": "does", "go": "goes"}[lemma]
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _add_ed(lemma: str, gerund: str) -> str:
    stem = gerund.lower().removesuffix("ing")
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ied"
    doubled = len(stem) == len(lemma) + 1 and stem.startswith(lemma)
    return (stem if doubled else lemma) + "ed"
