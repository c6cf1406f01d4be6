"""A paragraph that only leads up to the next: "In a statement, the ministry said:", "according to X:"."""

from __future__ import annotations

from workbench.splitting.attributions.asides import read_according
from workbench.splitting.attributions.words import SAYING
from workbench.splitting.lexicon import DOCUMENTS, word_set
from workbench.splitting.parsing.parsed import Paragraph, Word
from workbench.splitting.parsing.tree import child_with, children_with, own_subject

_UNNAMED = word_set("i we you they")  # "we said:" is the article's own, "they" may be anybody
_PAPERS = DOCUMENTS | word_set("message post tweet text response reply remark comment")
_FROM = word_set("from by of")


def find_announced(doc: Paragraph) -> Word | None:
    """Give whose words a paragraph announces with the colon at its end, if it says so."""
    if not doc.text.rstrip().endswith(":") or not doc.sents:
        return None
    sentence = doc.sents[-1]
    verb = next((word for word in reversed(list(sentence)) if _says(word)), None)
    if verb is not None:
        speaker = own_subject(verb) or own_subject(sentence.root)
        return None if speaker is None or speaker.lower_ in _UNNAMED else speaker
    return next((author for word in sentence if (author := _find_author(word)) is not None), None)


def find_cited(doc: Paragraph) -> Word | None:
    """Give the source of the list that a paragraph leads up to: "In three ways, according to the police:"."""
    if not doc.text.rstrip().endswith(":") or not doc.sents:
        return None
    acts = (read_according(word) for word in doc.sents[-1])
    return next((act.source for act in acts if act is not None), None)


def _says(word: Word) -> bool:
    """Tell whether a main verb says something; "has not said:" doesn't."""
    main = word.dep_ == "ROOT" or (word.dep_ == "conj" and word.head.dep_ == "ROOT")
    return main and word.lemma_.lower() in SAYING and child_with(word, "neg") is None


def _find_author(word: Word) -> Word | None:
    """Read "here is the full statement from the ministry"."""
    if word.lemma_.lower() not in _PAPERS:
        return None
    links = [link for link in children_with(word, "prep") if link.lower_ in _FROM]
    return next((author for link in links if (author := child_with(link, "pobj")) is not None), None)
