"""Word lists the rules read: verbs of saying, hedges, opinion words. Tables only, no behaviour."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Give the words of a table written as running text."""
    return frozenset(text.split())


# A clause opened by one of these says something of its own; one opened by another word (if, because, when)
# limits the main clause and stays with it.
LOOSE_OPENERS = word_set("although though while whereas as")
CONDITION_OPENERS = word_set("if unless provided providing lest")

CONNECTIVES = word_set(
    """however meanwhile moreover furthermore additionally nevertheless nonetheless therefore thus also
    instead but and yet still so then separately elsewhere indeed consequently hence similarly
    likewise conversely"""
)
CONNECTIVE_PHRASES = word_set(
    """in_addition by_contrast in_contrast for_its_part on_the_other_hand in_turn at_the_same_time
    with_respect with_all_due_respect to_be_honest to_be_clear to_be_fair in_other_words by_the_way
    of_course after_all in_fact as_you_know that_said you_know i_mean you_see"""
)
FILLERS = word_set("well look listen yes no yeah okay ok sure right oh now so")
NOW_WORDS = word_set("currently presently")

LOCATIVES = word_set("in near outside at around along inside off")
# Heads of names that act and speak; "the ministry" can be short for one of these.
BODIES = word_set(
    """ministry army government command council institute office agency administration service committee
    parliament party staff authority union republic corporation company bank court police guard
    brigade battalion mission department bureau commission organisation organization secretariat
    embassy association federation navy presidency cabinet university"""
)
DOCUMENTS = word_set(
    """report study survey memo document analysis assessment statement letter audit communique communiqué log
    poll"""
)
PERSON_NOUNS = word_set(
    """spokesman spokeswoman spokesperson minister president governor mayor commander general official
    officer director chief aide adviser advisor ambassador leader chairman chairwoman analyst expert
    witness resident doctor envoy prosecutor secretary premier chancellor diplomat lawmaker senator"""
)
