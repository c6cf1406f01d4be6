"""Word lists the rules read: verbs of saying, hedges, opinion words. Tables only, no behaviour."""

from __future__ import annotations


def _list(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Verbs whose clause is what the speaker says is so.
SPEECH = _list(
    """say state claim report assert maintain insist argue note add announce declare confirm reveal acknowledge admit
    concede allege contend estimate explain warn tell stress emphasise emphasize observe remark reiterate repeat suggest
    conclude find indicate write tweet post testify boast deny dispute refute believe think fear suspect hope expect
    predict forecast assess calculate record document disclose inform caution respond reply answer underline underscore
    show demonstrate continue comment agree brief specify clarify point learn doubt anticipate recall affirm"""
)
# Of those, the ones that need no "that" clause of their own when they stand beside a quotation or as an aside.
ASIDE = _list(
    """say state claim report assert insist argue note add announce declare warn tell explain write conclude continue
    acknowledge admit reply respond believe maintain confirm stress remark suggest estimate put"""
)
REPORTS_GERUND = _list("report admit deny confirm acknowledge recall announce record document")
REPORTS_INFINITIVE = _list("claim report profess")
REPORTS_NOUN = _list("report record document")
ACCUSES = _list("accuse suspect")
BLAMES = _list("blame")
RAISING = _list(
    "say report believe think allege claim understand estimate rumour rumor presume know assume suppose feared fear"
)

# What saying it that way makes of the claim; other verbs leave it as its own words have it.
VERB_MODALITY: dict[str, str] = {
    "deny": "denial",
    "dispute": "denial",
    "refute": "denial",
    "reject": "denial",
    "dismiss": "denial",
    "doubt": "hedged",
    "believe": "opinion",
    "think": "opinion",
    "hope": "opinion",
    "agree": "opinion",
    "fear": "hedged",
    "suspect": "hedged",
    "suggest": "hedged",
    "expect": "prediction",
    "anticipate": "prediction",
    "predict": "prediction",
    "forecast": "prediction",
}

CLAIM_NOUNS = _list(
    "claim report allegation statement assertion accusation suggestion rumour rumor denial announcement"
)
SPEAKER_PREPOSITIONS = _list("from by")
CONTRAST_PREPOSITIONS = _list("despite amid contrary notwithstanding following")

# A clause opened by one of these says something of its own; one opened by another word (if, because, when)
# limits the main clause and stays with it.
LOOSE_OPENERS = _list("although though while whereas as")
CONDITION_OPENERS = _list("if unless provided providing lest")
NARROWING_OPENERS = CONDITION_OPENERS | _list("once until when whenever after before because so")

EVIDENTIALS = _list("reportedly allegedly apparently purportedly supposedly ostensibly seemingly evidently")
HEDGE_MODALS = _list("might may could")
HEDGE_WORDS = _list(
    """likely unlikely possibly perhaps probably presumably potentially unconfirmed unverified suspected alleged purported
    seem appear suggest"""
)
HEDGE_PHRASES: tuple[str, ...] = (
    r"what\s+(?:is|are|was|were)\s+(?:\w+ly\s+)?(?:claimed|said|believed|thought|described|alleged|purported|reported)"
    r"(?:\s+to\s+(?:be|have\s+been)|\s+as)?",
    r"what\s+(?:appears?|appeared|seems?|seemed)\s+to\s+(?:be|have\s+been)",
    r"(?:is|are|was|were)\s+(?:said|believed|thought|reported|alleged|claimed|understood|rumou?red|feared)\s+to"
    r"(?:\s+(?:be|have\s+been|have))?",
    r"it\s+(?:is|was)\s+(?:claimed|alleged|believed|thought|rumou?red|reported|said)\s+that",
    r"so-called",
)

CONNECTIVES = _list(
    """however meanwhile moreover furthermore additionally nevertheless nonetheless therefore thus also instead but and yet
    still so then separately elsewhere indeed consequently hence similarly likewise conversely"""
)
CONNECTIVE_PHRASES = _list(
    "in_addition by_contrast in_contrast for_its_part on_the_other_hand in_turn at_the_same_time"
)
NOW_WORDS = _list("currently presently")

OPINION_WORDS = _list(
    """necessary unacceptable outrageous shameful disgraceful crucial vital essential wrong right unjust fair unfair
    justified unjustified barbaric brutal terrorist evil heroic brave cowardly best worst important wise foolish
    irresponsible reckless cynical tragic absurd ridiculous appalling deplorable legitimate illegitimate good bad senseless
    pointless desperate dangerous disappointing regrettable"""
)
OPINION_MODALS = _list("should must ought")
POSITION_VERBS = _list(
    """aim want intend seek view regard consider support oppose back favour favor condemn welcome criticise criticize
    praise reject accuse blame entitle object deplore denounce endorse defend deserve need"""
)
POSITION_ADJECTIVES = _list("concerned worried entitled opposed committed ready willing determined alarmed")
SPEECH_ACTS = _list(
    """urge demand call vow pledge promise threaten ask order appeal thank apologise apologize invite propose request
    instruct advise encourage refuse tell warn say state claim accuse announce report deny describe"""
)
CAUSES = _list("cause trigger prompt provoke force result lead stem")
CAUSAL_PHRASES = _list("because due owing")
STATE_VERBS = _list(
    "be have remain own contain consist include belong cost hold number total lie stand"
)

ATTACK_WORDS = _list(
    """kill injure wound destroy strike shell shoot attack capture seize bomb die casualty casualties dead death missile
    drone prisoner tank rocket evacuate occupy advance cross hit damage troops civilian hospital school blast explosion"""
)
VAGUE_WORDS = _list("some many several various certain numerous others things something")

APPROXIMATORS: tuple[str, ...] = (
    "at least", "at most", "more than", "less than", "fewer than", "no fewer than", "up to", "as many as", "over", "under",
    "around", "about", "approximately", "roughly", "nearly", "almost", "some", "close to", "an estimated", "estimated",
    "just over", "just under", "circa", "well over",
)  # fmt: skip

NUMBER_WORDS: dict[str, int] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALE_WORDS: dict[str, int] = {
    "dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000, "m": 1_000_000, "bn": 1_000_000_000, "k": 1_000,
}  # fmt: skip
UNITS: dict[str, str] = {
    "km": "km", "kilometre": "km", "kilometres": "km", "kilometer": "km", "kilometers": "km", "kms": "km",
    "m": "m", "metre": "m", "metres": "m", "meter": "m", "meters": "m", "mile": "mile", "miles": "mile",
    "cm": "cm", "mm": "mm", "ft": "foot", "feet": "foot", "foot": "foot",
    "kg": "kg", "kilogram": "kg", "kilograms": "kg", "tonne": "tonne", "tonnes": "tonne", "ton": "ton", "tons": "ton",
    "%": "%", "percent": "%", "per cent": "%", "percentage points": "percentage point",
    "sq km": "km²", "square kilometres": "km²", "square kilometers": "km²", "square miles": "square mile", "km²": "km²",
    "km2": "km²", "hectares": "hectare", "acres": "acre", "litres": "litre", "liters": "litre", "barrels": "barrel",
    "mph": "mph", "km/h": "km/h", "kph": "km/h", "mm²": "mm²", "mw": "MW", "gw": "GW",
}  # fmt: skip
CURRENCIES: dict[str, str] = {"$": "USD", "€": "EUR", "£": "GBP", "₴": "UAH", "₽": "RUB", "¥": "JPY"}

LOCATIVES = _list("in near outside at around along inside off")
# Heads of names that act and speak; "the ministry" can be short for one of these.
BODIES = _list(
    """ministry army government command council institute office agency administration service committee parliament party
    staff authority union republic corporation company bank court police guard brigade battalion mission department bureau
    commission organisation organization secretariat embassy association federation navy presidency cabinet university"""
)
PERSON_NOUNS = _list(
    """spokesman spokeswoman spokesperson minister president governor mayor commander general official officer director
    chief aide adviser advisor ambassador leader chairman chairwoman analyst expert witness resident doctor envoy prosecutor
    secretary premier chancellor diplomat lawmaker senator"""
)
