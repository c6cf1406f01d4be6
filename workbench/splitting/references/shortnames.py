"""Short names and the full ones they stand for: "the plant", the Kestrow plant; a surname, the person.

A full name is given only if the article has used just one that fits.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from workbench.splitting import lexicon
from workbench.splitting.parsing.parsed import Stretch, Word
from workbench.splitting.parsing.tree import child_with, children_with, indices, own_subject

_NAMING = frozenset({"compound", "amod", "nmod", "poss"})
_LINKS = frozenset({"of", "on", "in", "at", "for", "near", "between"})
_LONGEST = 8  # words of a full name
_REMEMBERED = 500  # names of one article; later ones are not noted
# There are many of these at once, or they say where in something else.
_COMMON = (
    lexicon.BODIES
    | lexicon.PERSON_NOUNS
    | lexicon.word_set(
        """city town village settlement side part end time day week month year night area north south east
        west head rest way case order use work man woman people country state number report statement
        claim member group force troop official front centre center top bottom edge middle back start
        beginning leader unit thing name one decade century summer winter spring autumn morning evening"""
    )
)
# Under a headline that is a name ("Radio Tarn") "the band" is the one it names, if no other came before.
_TOPICS = lexicon.word_set(
    """band group series film movie show franchise novel game song album company club country province
    state kingdom republic channel programme magazine ship dam"""
)
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "mr.", "mrs.", "ms.", "dr.", "sir"})


@dataclass(slots=True)
class Names:
    """Names met so far. things: by head noun, then in full. people: full names by surname."""

    things: dict[str, dict[str, int]] = field(default_factory=dict)
    people: dict[str, set[str]] = field(default_factory=dict)
    noted: int = 0
    topic: str = ""  # what a headline names that is nothing but a name of a thing
    kinds: set[str] = field(default_factory=set)  # of other things than the topic

    def note(self, sentence: Stretch) -> None:
        """Remember the full names of a sentence."""
        if self.noted > _REMEMBERED:
            return
        for word in sentence:
            full = _read_full(word) if word.tag_ in {"NN", "NNP"} else None
            if full is not None:
                self._add(word.lemma_.lower(), full)
        if self.topic:
            self.kinds |= {word.lemma_.lower() for word in sentence if _names_another(word, self.topic)}
        for first, name in _find_kinds(sentence):
            self._add(first, name)
        entities = sentence.doc.ents
        start = bisect_left(entities, sentence.start, key=lambda one: one.start)
        for entity in entities[start : bisect_left(entities, sentence.end, key=lambda one: one.start)]:
            if entity.label_ == "PERSON":
                self.add_person([word.text for word in entity])

    def add_person(self, words: list[str]) -> None:
        """Remember a name of several words by its last."""
        words = [word for word in words if word.lower() not in _TITLES]
        while words and not words[-1][:1].isupper():
            words = words[:-1]
        if len(words) > 1 and all(word[:1].isupper() for word in words):
            known = self.people.setdefault(words[-1], set())
            if not any(name.startswith(words[0] + " ") for name in known):  # else the same with a middle name
                known.add(" ".join(words))

    def find(self, word: Word) -> str | None:
        """Give the full name for a short one, by its head."""
        if word.tag_ == "NNP" and not _is_joined(word):
            full = self.people.get(word.text, set())
            return next(iter(full)) if len(full) == 1 else None
        lone = [child for child in word.children if child.dep_ not in {"det", "case", "punct"}]
        article = child_with(word, "det")
        short = article is not None and article.lower_ == "the" and article.i == word.i - 1 and not lone
        kind = word.lemma_.lower()
        known = self.things.get(kind, {}) if short and word.tag_ == "NN" else {}
        if self.topic and short and not known and kind in _TOPICS - self.kinds and word.tag_ == "NN":
            return self.topic
        return next(iter(known)) if len(known) == 1 else None

    def _add(self, noun: str, full: str) -> None:
        known = self.things.setdefault(noun, {})
        known[full] = known.get(full, 0) + 1
        self.noted += 1


def _names_another(word: Word, topic: str) -> bool:
    """Tell "a band from Osk" and "the 2019 film" from "the band" and from "X is a band"."""
    if word.lemma_.lower() not in _TOPICS:
        return False
    subject = own_subject(word.head) if word.dep_ == "attr" else None
    if subject is not None and (subject.pos_ == "PRON" or subject.text in topic.split()):
        return False
    article = child_with(word, "det")
    lone = [child for child in word.children if child.dep_ not in {"det", "case", "punct"}]
    return article is None or article.lower_ != "the" or bool(lone)


def _read_full(word: Word) -> str | None:
    """Give "the Kestrow plant" and "the bridge at Vint" in full; None where no name tells which one."""
    if word.lemma_.lower() in _COMMON or word.dep_ in {"compound", "nmod", "amod"}:
        return None
    joined = children_with(word, "conj")
    twice = any(other.lemma_ == word.lemma_ for other in joined)  # "the bridge at Vint and the bridge at Osk"
    if child_with(word, "nummod", "relcl", "acl") is not None:
        return None
    if not twice and (joined or child_with(word, "cc") is not None):
        return None
    determiner = child_with(word, "det")
    if determiner is not None and determiner.lower_ not in {"the", "a", "an"}:
        return None
    before = [child for child in word.lefts if child.dep_ in _NAMING]
    named = [child for child in before if child.pos_ == "PROPN" or child.dep_ == "poss"]
    if any(child.pos_ == "PRON" for child in before):
        return None
    words = {word.i, *(i for child in before for i in indices(child))}
    link = next((child for child in children_with(word, "prep") if child.i == word.i + 1), None)
    if link is not None and link.lower_ in _LINKS and any(one.pos_ == "PROPN" for one in link.subtree):
        words |= indices(link)
        named.append(link)
    if not named or len(words) > _LONGEST or any(word.doc[i].pos_ == "VERB" for i in words):
        return None
    run = word.doc[min(words) : max(words) + 1]
    if len(run) != len(words) or any(one.text in {",", "(", "“", '"'} for one in run):
        return None
    owned = any(child.dep_ == "poss" for child in before)
    return run.text if owned else f"the {run.text}"


def _find_kinds(sentence: Stretch) -> Iterator[tuple[str, str]]:
    """Read "Shifty is a thriller": the thriller is Shifty."""
    for word in sentence:
        subject = own_subject(word.head) if word.dep_ == "attr" and word.tag_ == "NN" else None
        kind = child_with(word, "det")
        if subject is None or subject.pos_ != "PROPN" or kind is None or word.head.lemma_ != "be":
            continue
        if (
            word.lemma_.lower() not in _COMMON
            and kind.lower_ in {"a", "an"}
            and subject.ent_type_ != "PERSON"
        ):
            name = " ".join(one.text for one in subject.subtree if one.pos_ == "PROPN")
            yield word.lemma_.lower(), name


def _is_joined(word: Word) -> bool:
    """Tell whether a name goes on before or after this word."""
    beside = [word.nbor(-1)] if word.i else []
    beside += [word.nbor()] if word.i + 1 < len(word.doc) else []
    return any(near.tag_ in {"NNP", "NNPS"} or near.text == "-" for near in beside)
