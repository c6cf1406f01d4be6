"""Word lists the rules read: verbs of saying, hedges, opinion words. Tables only, no behaviour."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Give the words of a table written as running text."""
    return frozenset(text.split())


# Verbs whose clause is what the speaker says is so.
SPEECH = word_set(
    """say state claim report assert maintain insist argue note add announce declare confirm reveal
    acknowledge admit concede allege contend estimate explain warn tell stress emphasise emphasize
    observe remark reiterate repeat suggest conclude find indicate write tweet post testify boast deny
    dispute refute believe think fear suspect hope expect predict forecast assess calculate record
    document disclose inform caution respond reply answer underline underscore show demonstrate
    continue comment agree brief specify clarify point learn doubt anticipate recall affirm"""
)
# Of those, the ones that may stand beside a quotation or as an aside, with no "that" clause of their own.
ASIDE = word_set(
    """say state claim report assert insist argue note add announce declare warn tell explain write
    conclude acknowledge admit reply respond believe maintain confirm stress remark suggest estimate
    put"""
)
REPORTS_GERUND = word_set("report admit deny confirm acknowledge recall announce record document")
REPORTS_INFINITIVE = word_set("claim report profess")
REPORTS_NOUN = word_set("report record document")
SETS_NUMBER = word_set("put place estimate set")
ACCUSES = word_set("accuse suspect")
BLAMES = word_set("blame")
RAISING = word_set(
    """say report believe think allege claim understand estimate rumour rumor presume know assume suppose
    feared fear"""
)

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
}

CLAIM_NOUNS = word_set(
    """claim report allegation statement assertion accusation suggestion rumour rumor denial announcement"""
)
SPEAKER_PREPOSITIONS = word_set("from by")
CONTRAST_PREPOSITIONS = word_set("despite amid contrary notwithstanding following")

# A clause opened by one of these says something of its own; one opened by another word (if, because, when)
# limits the main clause and stays with it.
LOOSE_OPENERS = word_set("although though while whereas as")
CONDITION_OPENERS = word_set("if unless provided providing lest")
NARROWING_OPENERS = CONDITION_OPENERS | word_set("once until when whenever after before because so")

CONNECTIVES = word_set(
    """however meanwhile moreover furthermore additionally nevertheless nonetheless therefore thus also
    instead but and yet still so then separately elsewhere indeed consequently hence similarly
    likewise conversely"""
)
CONNECTIVE_PHRASES = word_set(
    """in_addition by_contrast in_contrast for_its_part on_the_other_hand in_turn at_the_same_time"""
)
NOW_WORDS = word_set("currently presently")

LOCATIVES = word_set("in near outside at around along inside off")
# Heads of names that act and speak; "the ministry" can be short for one of these.
BODIES = word_set(
    """ministry army government command council institute office agency administration service committee
    parliament party staff authority union republic corporation company bank court police guard
    brigade battalion mission department bureau commission organisation organization secretariat
    embassy association federation navy presidency cabinet university"""
)
DOCUMENTS = word_set("report study survey memo document analysis assessment statement letter audit")
PERSON_NOUNS = word_set(
    """spokesman spokeswoman spokesperson minister president governor mayor commander general official
    officer director chief aide adviser advisor ambassador leader chairman chairwoman analyst expert
    witness resident doctor envoy prosecutor secretary premier chancellor diplomat lawmaker senator"""
)
