"""The speaker of a report as a name, as words to put into a statement, and as an owner ("Russia’s")."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workbench.splitting import lexicon
from workbench.splitting.findings.bodies import is_body
from workbench.splitting.findings.gazetteer import read_peoples
from workbench.splitting.pairs import find_unpaired
from workbench.splitting.parsing.parsed import Paragraph, Word
from workbench.splitting.parsing.tree import child_with, children_with, core_phrase, indices, is_plural

_DETERMINERS = frozenset({"the", "a", "an", "this", "these", "that", "those"})
# Through these somebody else speaks: "the website of the Finance Ministry".
_MEDIA = lexicon.word_set("website site page account channel memorandum figure data record")
_PUBLISHING = lexicon.word_set("publish release issue write produce compile prepare commission keep draw")
_COMMAS = frozenset({",", ";", ":", "–", "—"})
_SUBJECT_OF = {"my": "I", "our": "we", "his": "he", "her": "she", "its": "it", "their": "they"}
_NAMED_AFTER = frozenset({"opposition", "group", "movement", "agency", "broadcaster"})
_ONE_A_COUNTRY = frozenset({"ministry", "government", "parliament"})  # their "in Velin" says no more


@dataclass(frozen=True, slots=True)
class Speaker:
    """name: without "the". spoken: with it, for use as a subject. owner: for "its". start, end: offsets in
    its paragraph.
    """

    name: str
    spoken: str
    owner: str
    plural: bool
    person: bool
    start: int
    end: int
    noun: str = ""  # the head word's base form
    bare: bool = False  # a proper name that shows neither person nor body
    read_from: str = ""  # the words of the text, where the name was resolved from "it" or "the ministry"

    def move(self, by: int) -> Speaker:
        """Give the same speaker with offsets counted from elsewhere."""
        return replace(self, start=self.start + by, end=self.end + by)


def read_speaker(head: Word) -> Speaker:
    """Describe the noun phrase under `head`."""
    doc = head.doc
    head = _find_speaking(head)
    phrase = set(core_phrase(head)) | _find_publisher(head)
    phrase -= {word.i for word in children_with(head, "case")}  # "in the mayor’s view"
    words = sorted(phrase - _find_times(head) - _find_seat(head)) or [head.i]
    while len(words) > 1 and words[0] + 1 != words[1]:  # a stray word before the phrase
        words = words[1:]
    words = _drop_unpaired(doc, _find_run(doc, words))
    named = words[1:] if len(words) > 1 and doc[words[0]].lower_ in _DETERMINERS else words
    named = _drop_qualities(head, named)
    spoken = _text(doc, words)
    person = (
        (head.ent_type_ == "PERSON" and head.lemma_.lower() not in lexicon.BODIES)
        or head.lower_ in {"he", "she", "i"}
        or head.lemma_ in lexicon.PERSON_NOUNS
    )
    first = doc[words[0]]
    opening = first.is_sent_start and first.pos_ not in {"PROPN", "PRON"} and first.tag_ != "NNP"
    plain = first.text.istitle() and (opening or child_with(head, "det") is not None)
    if plain:
        spoken = spoken[0].lower() + spoken[1:]
    start, end = doc[named[0]].idx, doc[named[-1]].idx + len(doc[named[-1]])
    name = _text(doc, named)
    if head.tag_ == "PRP$":  # "in their view"
        name = spoken = _SUBJECT_OF.get(head.lower_, name)
    owner, noun = _find_owner(head, spoken), head.lemma_.lower()
    bare = head.pos_ == "PROPN" and child_with(head, "det") is None and not is_body(head)
    return Speaker(name, spoken, owner, is_plural(head), person, start, end, noun, bare)


def _find_run(doc: Paragraph, words: list[int]) -> list[int]:
    """Give the words up to the first that is left out: of "Ana Ruz, 23, of Velin" the name."""
    run = [i for n, i in enumerate(words) if i == words[0] + n]
    while len(run) > 1 and doc[run[-1]].text in _COMMAS:
        run.pop()
    return run


def _drop_unpaired(doc: Paragraph, words: list[int]) -> list[int]:
    """Leave out quotation marks and brackets whose partner is no part of the name, and its "(PO"."""
    loose = find_unpaired([doc[i].text for i in words])
    opening = next((n for n in sorted(loose) if n and doc[words[n]].text == "("), None)
    if opening is not None:
        return _drop_unpaired(doc, words[:opening])
    return [i for n, i in enumerate(words) if n not in loose] or words


def _find_speaking(head: Word) -> Word:
    """Give who speaks by "the website of the Finance Ministry" and "the opposition Civic Bloc"."""
    of = next((word for word in children_with(head, "prep") if word.lower_ == "of"), None)
    publisher = child_with(of, "pobj") if of is not None and head.lemma_.lower() in _MEDIA else None
    if publisher is not None and publisher.lemma_.lower() in lexicon.BODIES:
        return publisher
    name = child_with(head, "appos")
    beside = name is not None and name.pos_ == "PROPN" and name.reach[0] == head.i + 1
    return name if name is not None and beside and head.lower_ in _NAMED_AFTER else head


def _find_seat(head: Word) -> set[int]:
    """Find "in Velin" after a ministry: there is but one."""
    if head.lemma_.lower() not in _ONE_A_COUNTRY:
        return set()
    links = [word for word in children_with(head, "prep") if word.lower_ == "in"]
    seats = [(link, child_with(link, "pobj")) for link in links]
    return {i for link, seat in seats if seat is not None and seat.pos_ == "PROPN" for i in indices(link)}


def _drop_qualities(head: Word, named: list[int]) -> list[int]:
    """Leave "governing" out of the name "Unity Party"."""
    doc = head.doc
    while head.pos_ == "PROPN" and len(named) > 1 and _is_quality(doc[named[0]]):
        named = named[1:]
    return named


def _is_quality(word: Word) -> bool:
    beside = word.lower_ in {"neighbouring", "neighboring", "nearby"}
    return beside or (word.dep_ == "amod" and (word.text.islower() or word.is_sent_start))


def _find_publisher(head: Word) -> set[int]:
    """A report is named by who published it: "report published by the Maritime Board"."""
    published = child_with(head, "acl") if head.lemma_ in lexicon.DOCUMENTS else None
    if published is None or published.lemma_.lower() not in _PUBLISHING:
        return set()
    agent = child_with(published, "agent")
    return set(range(head.i, max(indices(agent)) + 1)) if agent is not None else set()


def _find_times(head: Word) -> set[int]:
    """Find "on Tuesday evening" inside a noun phrase: when it was said is no part of who said it."""
    found: set[int] = set()
    for word in head.subtree:
        if (
            word.dep_ == "prep"
            and (time := child_with(word, "pobj")) is not None
            and time.ent_type_ in {"DATE", "TIME"}
        ):
            found |= indices(word)
    return found


def _find_owner(head: Word, spoken: str) -> str:
    """A ministry's "its forces" are its country's; else they are the speaker's own."""
    doc = head.doc
    possessor = child_with(head, "poss")
    if possessor is not None:
        words = _text(doc, sorted(indices(possessor)))
        return words[0].lower() + words[1:] if words.startswith("The ") else words
    for child in head.children:
        if child.dep_ in {"amod", "compound", "nmod"} and child.text in read_peoples():
            return str(child.text)
    return possessive(spoken)


def possessive(name: str) -> str:
    """Give "the army’s", "the rebels’"."""
    return name + ("’" if name.endswith("s") else "’s")


def _text(doc: Paragraph, words: list[int]) -> str:
    return " ".join("".join(doc[i].text_with_ws for i in words).split())
