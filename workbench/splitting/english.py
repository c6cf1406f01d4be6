"""Read parsed English paragraphs in order, remembering who spoke, and give their claims."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from workbench.splitting.announced import Announced
from workbench.splitting.attributions.content import Report
from workbench.splitting.attributions.quotations import find_quoted, is_quoted
from workbench.splitting.attributions.speakers import Speaker, read_speaker
from workbench.splitting.claims import Findings, make_claim, make_slices
from workbench.splitting.clauses.drafts import Draft
from workbench.splitting.findings.dates import find_dates
from workbench.splitting.findings.entities import find_entities
from workbench.splitting.findings.hedges import find_hedges
from workbench.splitting.findings.quantities import find_quantities
from workbench.splitting.granularity import CLAUSE, read_drafts
from workbench.splitting.layout.headlines import is_name, read_headline
from workbench.splitting.layout.voices import Voice
from workbench.splitting.listening import Listener
from workbench.splitting.page import Page, is_pronoun
from workbench.splitting.parsing.parsed import Paragraph, Stretch, Word
from workbench.splitting.parsing.tree import is_finite, own_subject
from workbench.splitting.records import Claim
from workbench.splitting.references.antecedents import Scene
from workbench.splitting.references.charges import is_charge
from workbench.splitting.references.frames import Frame
from workbench.splitting.references.memory import Memory
from workbench.splitting.references.references import find_owner, name_subject, owned_subject
from workbench.splitting.references.shortnames import Names
from workbench.splitting.sentences.sentences import TOO_LONG, make_sentence_claim
from workbench.splitting.statements.dated import Calendar
from workbench.splitting.statements.statements import make_statement
from workbench.splitting.tellers import find_teller, goes_on_telling, put_voice_first

LONGEST_SENTENCE = 300  # tokens; beyond it a sentence is kept whole
_FEWEST_WORDS = 2


@dataclass(slots=True)
class Reader:
    """Holds what one paragraph must know of those before it. places: names that stand as places in the
    article.
    """

    published_on: datetime.date | None
    places: frozenset[str]
    granularity: str = CLAUSE
    listener: Listener = field(init=False)
    scene: Scene = field(default_factory=Scene)
    names: Names = field(default_factory=Names)
    # Who speaks in quotation marks at the end of the last paragraph, in article offsets.
    quoting: Speaker | None = None
    left_open: bool = False  # and goes on at once: they were not closed, or are announced
    announced: Announced = field(default_factory=Announced)

    def __post_init__(self) -> None:
        self.listener = Listener(self.places)

    @property
    def memory(self) -> Memory:
        return self.listener.memory

    def read_headline(self, doc: Paragraph) -> None:
        """Note what the article is about; a headline's words make no claim."""
        self.scene.headline = read_headline(doc)
        if self.scene.headline is not None:
            self.listener.remember(self.scene.headline)
            if self.scene.headline.bare and is_name(doc):
                self.names.topic = self.scene.headline.name
            if self.scene.headline.bare or self.scene.headline.person:
                self.names.add_person(self.scene.headline.name.split())

    def read_paragraph(self, doc: Paragraph, base: int, voice: Voice | None = None) -> Iterator[Claim]:
        """Give the claims of a paragraph that begins at offset `base`; voice: whose words all of it is."""
        page = Page(doc, base, self._find(doc, base), *find_quoted(doc))
        voice = voice or self.announced.take(page)
        if voice is not None:
            page.voice = voice.move(-base)
            self.listener.remember(page.voice.speaker)
        goes_on = page.opens_with_quotation() and (self.left_open or page.is_all_quoted())
        if self.quoting is not None and goes_on:
            page.speaking = self.quoting.move(-base)
        self.scene.begin_paragraph(spoken=voice is not None)
        for sentence in doc.sents:
            if len(sentence) > LONGEST_SENTENCE:
                claim = make_sentence_claim(sentence.text, base + sentence.start_char, TOO_LONG)
                yield from [claim] if claim is not None else []
            else:
                yield from self._read_sentence(page, sentence)
        announced = self.announced.note(page, self.memory)
        stays = page.speaking is not None and (page.left_open or page.ends_with_quotation())
        self.quoting = announced or (page.speaking.move(base) if page.speaking and stays else None)
        self.left_open = page.left_open or announced is not None

    def _find(self, doc: Paragraph, base: int) -> Findings:
        dates = find_dates(doc, base, self.published_on)
        return Findings(
            hedges=find_hedges(doc, base),
            quantities=find_quantities(doc, base, [date.slice for date in dates]),
            dates=dates,
            entities=find_entities(doc, base, self.places),
        )

    def _read_sentence(self, page: Page, sentence: Stretch) -> Iterator[Claim]:
        found = read_drafts(sentence, self.granularity)
        drafts = [draft for draft in found if make_slices(page.doc, draft, page.base)]
        if page.telling is not None and goes_on_telling(sentence, drafts):
            for draft in drafts:
                draft.chain = (Report(draft.head, (), past=True),)
            chains: list[list[Speaker | None]] = [[page.telling] for _ in drafts]
        else:
            chains = [self.listener.hear(draft, page) for draft in drafts]
        for draft, speakers in zip(drafts, chains, strict=True):
            if speakers and is_quoted(draft.keep, page.quoted):
                page.speaking = page.find_quoting(draft.chain, speakers) or page.speaking
        page.next_sentence(sentence)
        before = None
        charges: list[str] = []
        for draft, speakers in zip(drafts, chains, strict=True):
            claim = self._read_draft(page, draft, speakers, before)
            if claim is not None and not _is_question(sentence):
                yield claim
                charges += [claim.statement] if is_charge(draft) else []
            before = draft
        self.scene.charge = charges[0] if len(charges) == len(drafts) == 1 else None
        main = self._main_subject(sentence.root)
        teller = find_teller(chains)
        page.telling = teller if all(draft.chain and draft.chain[0].past for draft in drafts) else None
        self.scene.end_sentence(sentence, main, teller)
        self.names.note(sentence)
        if main is not None:
            self.memory.subject = main
            self.listener.remember(main)

    def _read_draft(
        self, page: Page, draft: Draft, speakers: list[Speaker | None], before: Draft | None
    ) -> Claim | None:
        direct = is_quoted(draft.keep, page.quoted)
        inner = [speaker.name for speaker in speakers[-2:] if speaker is not None]
        if len(inner) == 2 and inner[0] == inner[1]:  # "confirmed that it denied …" is one act of saying
            draft.chain, speakers = (*draft.chain[:-2], draft.chain[-1]), [*speakers[:-2], speakers[-1]]
        if (
            direct and not draft.chain and page.speaking is not None
        ):  # a quotation goes on without another "said"
            draft.chain, speakers = (Report(draft.head, ()),), [page.speaking]
        subject = draft.subject or own_subject(draft.head)
        short = None if subject is None or subject.pos_ == "PRON" else read_speaker(subject)
        full = self.memory.resolve(short) if short is not None else None
        if full is not None and full == short:
            full = page.find_town(short)
        known = speakers[-1] if speakers and not is_pronoun(speakers[-1]) else None
        frame = Frame(
            known,
            direct,
            self.scene,
            self.names,
            full if full is not None and full.read_from else None,
            before,
            None if page.voice is None else page.voice.speaker,
            page.find_quoting(draft.chain, speakers),
        )
        pieces = make_statement(draft, frame, Calendar(page.findings.dates, page.base))
        named = self._name_subject(draft, frame)
        if direct:
            self.scene.quoted = named or self.scene.quoted
        elif named is not None:
            self.scene.add_clause(named, draft.head, bool(draft.chain))
            if (owner := find_owner(draft, frame)) is not None:
                self.scene.owners[draft.head] = owner
            if not draft.chain:
                self.listener.note_acting(named)
        if sum(any(sign.isalnum() for sign in piece.text) for piece in pieces) < _FEWEST_WORDS:
            return None
        manner = "direct" if direct else "indirect"
        if page.voice is not None:
            draft.chain, speakers = put_voice_first(draft, speakers, page.voice)
        claim = make_claim(draft, pieces, speakers, manner, page.findings, page.base)
        if page.voice is not None and page.voice.note:
            claim = replace(claim, reasons=(*claim.reasons, page.voice.note))
        return claim

    def _name_subject(self, draft: Draft, frame: Frame) -> Speaker | None:
        """Give a clause's subject as something a later pronoun can mean."""
        subject = own_subject(draft.head)
        if (
            subject is None
            or subject.dep_ == "expl"
            or not (is_finite(draft.head) or draft.head.dep_ == "ROOT")
        ):
            return None
        if subject.pos_ == "PRON":
            return name_subject(draft, frame)
        if subject.pos_ not in {"NOUN", "PROPN"}:
            return None
        speaker = replace(self.memory.resolve(read_speaker(subject)), read_from="")
        owner = owned_subject(draft, frame)
        if owner is None:
            return speaker
        spoken = f"{owner} {speaker.name.split(' ', 1)[-1]}"
        return replace(speaker, name=spoken.removeprefix("the "), spoken=spoken, owner=owner)

    def _main_subject(self, head: Word) -> Speaker | None:
        """Give what a sentence was about, as far as it is known."""
        if head in self.scene.heads:
            return self.scene.heads[head]
        subject = own_subject(head)
        if subject is None or subject.pos_ not in {"NOUN", "PROPN"} or subject.dep_ == "expl":
            return None
        return replace(self.memory.resolve(read_speaker(subject)), read_from="")


def _is_question(sentence: Stretch) -> bool:
    return sentence.text.rstrip("\"'”’»)] \t").endswith("?")
