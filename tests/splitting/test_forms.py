"""Words remembered are the words the whole model would have given."""

import pytest

from workbench.splitting.parsing.forms import ASKED, Forms, mend_base
from workbench.splitting.parsing.parsed import Paragraph
from workbench.splitting.parsing.parser import load_parser

TEXTS = (
    "There's a man who doesn't know, the ministry said. It's gonna rain; they've gotta go. Let's wait.",
    "There were 40 tanks near Tolm.  Y'all ain't going? C'mon!\tHe'd said it hadn't been hit.",
    "“Our troops,” said the Border Guard Command, “won't leave: that is what we've decided.”",
    "But the better-armed units had been hit twice\nand were leaving Vesk's outskirts by 14:30 on Tuesday.",
    "Nobody saw anything; everyone heard something. Let",
    "us go. THERE WAS NO WARNING. LET'S SEE.",
)


@pytest.fixture(scope="module")
def pairs() -> list[tuple[object, object]]:
    model = load_parser()
    forms = Forms(model)
    asked, remembered = (model.pipe(TEXTS, disable=ASKED) for _ in range(2))
    read = [Paragraph(doc, forms.read(doc)) for doc in (*asked, *remembered)]
    return list(zip([*model.pipe(TEXTS), *model.pipe(TEXTS)], read, strict=True))


@pytest.mark.parametrize(
    "name",
    ["text", "lower_", "lemma_", "tag_", "pos_", "dep_", "whitespace_", "ent_type_", "ent_iob_", "idx"],
)
def test_each_word_is_as_the_model_gives_it(pairs: list[tuple[object, object]], name: str) -> None:
    for doc, paragraph in pairs:
        assert [getattr(word, name) for word in paragraph] == [getattr(token, name) for token in doc]


@pytest.mark.parametrize("name", ["is_space", "is_punct", "like_num", "is_stop", "is_alpha"])
def test_each_flag_is_as_the_model_gives_it(pairs: list[tuple[object, object]], name: str) -> None:
    for doc, paragraph in pairs:
        assert [getattr(word, name) for word in paragraph] == [getattr(token, name) for token in doc]


def test_the_trees_are_the_model_s(pairs: list[tuple[object, object]]) -> None:
    for doc, paragraph in pairs:
        assert [word.head.i for word in paragraph] == [token.head.i for token in doc]
        assert [[child.i for child in word.children] for word in paragraph] == [
            [child.i for child in token.children] for token in doc
        ]
        assert [word.reach for word in paragraph] == [[t.i for t in token.subtree] for token in doc]
        assert [(s.start, s.end) for s in paragraph.sents] == [(s.start, s.end) for s in doc.sents]


@pytest.mark.parametrize(
    ("form", "base", "tag", "expected"),
    [
        ("hoped", "hop", "VBD", "hope"),
        ("staging", "stag", "VBG", "stage"),
        ("hopes", "hop", "VBZ", "hope"),
        ("hopped", "hop", "VBD", "hop"),
        ("hops", "hop", "VBZ", "hop"),
        ("shelled", "shell", "VBD", "shell"),
        ("fixes", "fix", "VBZ", "fix"),
        ("goes", "go", "VBZ", "go"),
        ("rates", "rat", "NNS", "rat"),
    ],
)
def test_a_verbs_base_is_one_that_gives_its_form(form, base, tag, expected):
    assert mend_base(form, base, tag) == expected
