"""Which verbs and nouns make claims of what they report, and what they make of it. Tables only."""

from __future__ import annotations

from workbench.splitting.lexicon import word_set

# Verbs whose clause is what the speaker says is so.
SPEECH = word_set(
    """say state claim report assert maintain insist argue note add announce declare confirm reveal
    acknowledge admit concede allege contend estimate explain warn tell stress emphasise emphasize
    observe remark reiterate repeat suggest conclude find indicate write tweet post testify boast deny count
    dispute refute believe think fear suspect hope expect predict forecast assess calculate record
    document disclose inform caution respond reply answer underline underscore show demonstrate
    continue comment agree brief specify clarify point learn doubt anticipate recall affirm reckon
    complain promise vow pledge threaten guarantee assure imply signal lament establish foresee assume
    convince persuade reassure remind proclaim rule"""
)
# Of those, the ones that may stand beside a quotation or as an aside, with no "that" clause of their own.
ASIDE = word_set(
    """say state claim report assert insist argue note add announce declare warn tell explain write
    conclude acknowledge admit reply respond believe maintain confirm stress remark suggest estimate
    put establish reckon complain caution point tell find"""
)
REPORTS_GERUND = word_set("report admit deny confirm acknowledge recall announce record document")
REPORTS_INFINITIVE = word_set("claim report profess")
# What is demanded of somebody, or called for, is what the speaker says should be.
DEMANDS = word_set("urge ask request beg implore press advise recommend propose demand call appeal")
DEMANDS_THAT = word_set("demand propose recommend request urge")
CALLS_ON = {"call": word_set("on upon"), "appeal": word_set("to")}
PROMISES = word_set("promise vow pledge threaten")
NAMES = word_set("call label brand dub deem pronounce consider")
NAMES_AS = word_set("describe dismiss denounce brand label characterise characterize condemn deride portray")
SETS_NUMBER = word_set("put place estimate set")
ACCUSES = word_set("accuse suspect")
BLAMES = word_set("blame")

# What saying it that way makes of the claim; other verbs leave it as its own words have it.
VERB_MODALITY: dict[str, str] = {
    "deny": "denial",
    "dispute": "denial",
    "refute": "denial",
    "reject": "denial",
    "dismiss": "denial",
    "doubt": "hedged",
    "believe": "hedged",
    "think": "hedged",
    "hope": "opinion",
    "demand": "opinion",
    "urge": "opinion",
    "propose": "opinion",
    "recommend": "opinion",
    "agree": "opinion",
    "fear": "hedged",
    "suspect": "hedged",
    "suggest": "hedged",
    "expect": "prediction",
    "anticipate": "prediction",
    "predict": "prediction",
    "forecast": "prediction",
    "promise": "prediction",
    "vow": "prediction",
    "pledge": "prediction",
    "threaten": "prediction",
    "foresee": "prediction",
    "assume": "hedged",
}

CLAIM_NOUNS = word_set(
    """claim report allegation statement assertion accusation suggestion rumour rumor denial announcement"""
)
SPEAKER_PREPOSITIONS = word_set("from by")
CONTRAST_PREPOSITIONS = word_set("despite amid contrary notwithstanding following")

# What a verb makes of a noun that is all it has: the first reading that fits (see reported_nouns.py).
_IS, _SHOULD, _WILL, _NOT = ("exists",), ("needed",), ("received", "coming"), ("untrue",)
NOUN_FORMS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(word_set("report record document confirm acknowledge allege"), _IS),
    **dict.fromkeys(word_set("demand propose recommend request urge"), _SHOULD),
    **dict.fromkeys(word_set("promise pledge vow predict forecast expect"), _WILL),
    **dict.fromkeys(word_set("reject dispute refute dismiss"), _NOT),
    "deny": ("untrue", "held", "absent"),
    "claim": ("responsible",),
    "accept": ("responsible",),
    "admit": ("responsible",),
    "blame": ("blamed",),
}
OF_NOUN_FORMS: dict[str, dict[str, tuple[str, ...]]] = {
    "speak": {"of": _IS},
    "call": {"for": _SHOULD},
    "appeal": {"for": _SHOULD},
    "press": {"for": _SHOULD},
}
