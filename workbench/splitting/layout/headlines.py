"""What a headline is about, for an article that begins with "It" or "He"."""

from __future__ import annotations

from dataclasses import replace

from workbench.splitting.attributions.speakers import Speaker, possessive, read_speaker
from workbench.splitting.lexicon import DOCUMENTS, word_set
from workbench.splitting.parsing.parsed import Paragraph, Word
from workbench.splitting.parsing.tree import child_with, is_finite, own_subject

# It says what the article is, not what it is about.
_PAPERS = DOCUMENTS | word_set(
    """interview transcript briefing hearing press news update live blog analysis opinion comment editorial
    speech remarks communique notice bulletin record minutes"""
)
_LONGEST = 30  # words of a headline


def read_headline(doc: Paragraph) -> Speaker | None:
    """Give the subject of a headline, or all of one that is no more than a name ("Port of Osk")."""
    if not len(doc) or len(doc) > _LONGEST:
        return None
    root = doc.sents[0].root
    subject = own_subject(root)
    if subject is not None and (is_finite(root) or root.tag_ == "VBN"):
        return _read_subject(subject)
    verbs = any(word.pos_ in {"VERB", "AUX"} and is_finite(word) for word in doc)
    return None if verbs or len(doc.sents) > 1 else _read_name(doc, root)


def is_name(doc: Paragraph) -> bool:
    """Tell a headline that names a thing and says nothing of it: "Radio Tarn", "Velin (ship)"."""
    person = any(word.ent_type_ == "PERSON" for word in doc)
    return not person and not any(word.pos_ in {"VERB", "AUX"} for word in doc)


def _read_subject(subject: Word) -> Speaker | None:
    if subject.pos_ not in {"NOUN", "PROPN"}:
        return None
    speaker = read_speaker(subject)
    known = child_with(subject, "det", "poss", "nummod") is not None or speaker.plural
    if subject.pos_ == "PROPN" or known:
        return speaker
    first = speaker.spoken[:1]
    spoken = "the " + (first if subject.left_edge.pos_ == "PROPN" else first.lower()) + speaker.spoken[1:]
    return replace(speaker, spoken=spoken, owner=possessive(spoken))  # headlines leave articles out


def _read_name(doc: Paragraph, root: Word) -> Speaker | None:
    if root.pos_ not in {"NOUN", "PROPN"} or root.lemma_.lower() in _PAPERS:
        return None
    words = [word for word in doc if not word.is_space]
    end = next((n for n, word in enumerate(words) if word.text in {"(", ":", "–", "—", "|"}), len(words))
    if not end:
        return None
    name = " ".join("".join(word.text_with_ws for word in words[:end]).split())
    person = any(word.ent_type_ == "PERSON" for word in words[:end])
    bare = words[end - 1].pos_ == "PROPN" and words[0].lower_ != "the"
    return replace(
        read_speaker(root), name=name, spoken=name, owner=possessive(name), person=person, bare=bare
    )
