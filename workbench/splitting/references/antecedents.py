"""What a pronoun can mean: subjects of the clauses and the sentence before, else what else was named there.

Where two readings are likely, none is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from workbench.splitting.attributions.speakers import Speaker, read_speaker
from workbench.splitting.findings.measures import NUMBER_WORDS
from workbench.splitting.parsing.parsed import Stretch, Word
from workbench.splitting.parsing.tree import own_subject
from workbench.splitting.references.agreement import OBJECTS, OWNERS, agrees

_ROLES = frozenset({"ROOT", "nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "agent", "dative"})
# What follows is a place, whatever the reader of names takes it for.
_WHERE = frozenset({"in", "at", "near", "from", "to", "into", "of", "outside", "inside", "around", "across"})
_NO_THINGS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
_LONGEST = 14  # words of a name that is put for a pronoun
_NOBODY = frozenset(
    {"one", "everybody", "everyone", "nobody", "somebody", "someone", "anyone", "anybody", "else", "none"}
)
_FIRST_OWNERS = frozenset({"our", "my", "your"})
_COUNTING = frozenset(
    {"more", "at", "up", "some", "about", "around", "nearly", "almost", "roughly", "several"}
)
_QUANTIFIED = frozenset({"no", "every", "each", "any", "neither", "either"})


@dataclass(slots=True)
class Scene:
    """What was spoken of just before.

    clauses: the subjects of the clauses before in this sentence; heads: by verb. subject: that of the
    sentence before.
    sentence: the one before. told: what that reported somebody to have said something about. headline:
    what the headline is about. quoted: the last subject within the quotation marks. spoken: the paragraph
    is somebody's turn. charge: the one thing that the sentence before accused somebody of, as a statement.
    """

    clauses: list[Speaker] = field(default_factory=list)
    heads: dict[Word, Speaker] = field(default_factory=dict)
    subject: Speaker | None = None
    sentence: Stretch | None = None
    headline: Speaker | None = None
    quoted: Speaker | None = None
    owners: dict[Word, Speaker] = field(default_factory=dict)  # of the clauses' subjects, by verb
    owner: Speaker | None = None  # of the subject of the sentence before
    telling: list[Speaker] = field(default_factory=list)  # the same of this sentence
    told: list[Speaker] = field(default_factory=list)
    teller: Speaker | None = None  # who said all of the sentence before
    spoken: bool = False
    charge: str | None = None

    def begin_paragraph(self, spoken: bool) -> None:
        """Begin a paragraph; spoken: it is somebody's turn, who need not go on about what was said before."""
        self.quoted, self.spoken = None, spoken
        if spoken:
            self.subject = self.sentence = self.teller = self.charge = None

    def add_clause(self, subject: Speaker, head: Word, told: bool) -> None:
        """Note a clause's subject; told: somebody is said to say it."""
        self.clauses.append(subject)
        self.heads[head] = subject
        if told:
            self.telling.append(subject)

    def end_sentence(self, sentence: Stretch, subject: Speaker | None, teller: Speaker | None) -> None:
        """Move on to the next sentence. subject: what the main clause was about, if that is known; teller:
        who said all of it, if one did.
        """
        self.told, self.telling = self.telling, []
        self.owner = self.owners.get(sentence.root)
        self.clauses, self.heads, self.owners = [], {}, {}
        self.subject, self.sentence, self.teller = subject, sentence, teller

    def find_subject(self, pronoun: str) -> Speaker | None:
        """Give what a pronoun at the head of a clause goes on about."""
        near = _pick(one for one in self.clauses if agrees(pronoun, one))
        if near or any(agrees(pronoun, one) for one in self.clauses):
            return near
        if self.subject is not None and agrees(pronoun, self.subject):
            others = [*self.told, self.teller] if self.teller is not None else self.told
            rivals = [one for one in others if agrees(pronoun, one) and one.name != self.subject.name]
            return None if rivals else name_again(self.subject)
        if self.owner is not None and agrees(pronoun, self.owner):  # "her album … she"
            return name_again(self.owner)
        if self.teller is not None and agrees(pronoun, self.teller):  # "…, the office said. Its staff …"
            return name_again(self.teller)
        return self._find_aside(pronoun)

    def find_object(self, pronoun: str, subject: Speaker | None) -> Speaker | None:
        """Give what a pronoun in a predicate means: not its own subject, and nothing but one thing."""
        named = [one for one in (*self.clauses, self.subject, *self._list_others()) if one is not None]
        own = "" if subject is None else subject.name
        fitting = [one for one in named if agrees(pronoun, one) and one.name != own]
        return _pick(fitting) if fitting else self._read_headline(pronoun, own)

    def find_owner(self, pronoun: str, subject: Speaker | None) -> Speaker | None:
        """Give whose "its" is in a predicate whose subject it can't mean."""
        own = "" if subject is None else subject.name
        found = self.find_subject(pronoun)
        return None if found is None or found.name == own else found

    def _find_aside(self, pronoun: str) -> Speaker | None:
        fitting = [one for one in self._list_others() if agrees(pronoun, one)]
        return _pick(fitting) if fitting else self._read_headline(pronoun)

    def _read_headline(self, pronoun: str, own: str = "") -> Speaker | None:
        title = self.headline
        fits = title is not None and not self.spoken and title.name != own and agrees(pronoun, title)
        return name_again(title) if title is not None and fits else None

    def _list_others(self) -> Iterator[Speaker]:
        """Give what the sentence before names besides its subject."""
        if self.sentence is None:
            return
        for word in self.sentence:
            same = word.dep_ == "attr" and (own := own_subject(word.head)) is not None and own.dep_ != "expl"
            if (
                word.dep_ in _ROLES
                and not same
                and word.pos_ in {"NOUN", "PROPN"}
                and word.ent_type_ not in _NO_THINGS
            ):
                speaker = read_speaker(word)
                if word.dep_ == "pobj" and word.head.lower_ in _WHERE:
                    speaker = replace(speaker, bare=False, person=False)
                if self.subject is None or speaker.start != self.subject.start:
                    yield speaker


def may_mean(pronoun: str, words: Iterable[Word]) -> bool:
    """Tell whether one of these words can be what the pronoun means."""
    nouns = (
        word
        for word in words
        if word.pos_ in {"NOUN", "PROPN"}
        and word.dep_ not in {"compound", "nmod", "amod", "npadvmod"}
        and word.ent_type_ not in _NO_THINGS
    )
    named = (read_speaker(word) for word in nouns)
    # A bare name may be anything's, whatever it was taken for.
    return any(
        agrees(pronoun, one) or (one.bare and agrees(pronoun, replace(one, person=False))) for one in named
    )


def _pick(fitting: Iterable[Speaker]) -> Speaker | None:
    """Give the one thing that all of these are, if they are one."""
    named = {one.name: one for one in fitting}
    return name_again(next(iter(named.values()))) if len(named) == 1 else None


def name_again(speaker: Speaker) -> Speaker | None:
    """Give what is put for the pronoun: "the shell" for "a shell"; nothing for what is no one thing."""
    first, _, rest = speaker.spoken.partition(" ")
    words = speaker.spoken.lower().split()
    unknown = OWNERS | OBJECTS | _FIRST_OWNERS
    if speaker.noun in _NOBODY or words[0] in _QUANTIFIED or len(words) > _LONGEST or unknown & set(words):
        return None
    if first.lower() in {"a", "an"} and rest:
        return replace(speaker, spoken=f"the {rest}", owner=speaker.owner.replace(first, "the", 1))
    if words[0] in _COUNTING or words[0][0].isdigit() or words[0] in NUMBER_WORDS:
        return replace(speaker, spoken=f"the {speaker.spoken}", owner=f"the {speaker.owner}")
    return speaker
