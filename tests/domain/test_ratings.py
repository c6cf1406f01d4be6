"""Rating scales: the presets, and that none of them ever changes."""

import hashlib
import json
from importlib import resources

import pytest

from workbench.domain.errors import RuleBroken
from workbench.domain.ratings import (
    CONFIDENCE_MEANINGS,
    DEFAULT_SCALE,
    Averitec,
    Confidence,
    Rollup,
    find_scale,
    load_scales,
    load_versions,
)
from workbench.domain.scale_files import pack_scale, unpack_scale

# A verdict keeps the version it was given on: what was shipped never changes. A change is a new file with the
# next version, and a new line here; no line is ever edited.
SHIPPED: dict[tuple[str, int], str] = {
    ("aap", 1): "91c0e8acc53f85c2333c6f641bdfffbeb20de3effe5c3ae3dc68ed5cea73d042",
    ("averitec", 1): "351ee015471d5db5fdd2ba99429effc76c23e8353221fdc55fccc5aea7a515f0",
    ("conclusion", 1): "86d4d6259df2616d8190e9d4e33095593eae4c0bcbdedcfcc964ff7d94c3739c",
    ("five-steps", 1): "ec9125c270acfbfa743d84dcc360caa828468f012c866b8125cf89698c73f99a",
    ("five-steps", 2): "258e5e417e887dbf85469720762bb11242ccaf31316cc4e37501418c217fae09",
    ("meta", 1): "3fd0b102a706103b33a2cfe3d7d9448b2160587e3d31a1c133dd3253678e2528",
    ("meta", 2): "b5cbb61ec73a4d73b05a4a047df9982f58118bb6aabc0411e8b57561e2daad8d",
    ("osint", 1): "d9e8ea1f5bd81bcaa821b2acc27edd22abd1cbfd615add28ea25e4de0e6c13c5",
    ("osint", 2): "d9d53a0b0c0d8eedd007c921ddf80f21faaa04bec334abb366915a8c14ce8d10",
    ("politifact", 1): "6c056dc33c61c45e89a706f9d67ccff947d68cc15a87fe43367a85d3d9015b44",
    ("snopes", 1): "b3dad6442f20a194028780d5b9259b4b43bb9914ac224a0c72de6c33d48cbffa",
    ("snopes", 2): "1d8a8a2fb734da4ed57b6a16df7b4f26cccdef25359caa5fbea68533be4cabec",
    ("snopes", 3): "cc565c3afafa1b8867f5fe82740446da20bb4fba8e303436a8728d71622b885c",
    ("washington-post", 1): "29a35380cbde0edfcab835db6d55e104c74da4539a9fd7ed9cc771e982832b48",
    ("washington-post", 2): "48d9f1d40f76dd6378d56df2a6835818e0355c6f1ae7334386bd17dcab00ae1e",
}
# The labels as the desks print them, in their own order; where each was read stands at the top of its file.
LABELS = {
    "politifact": "True|Mostly True|Half True|Mostly False|False|Pants on Fire",
    "washington-post": "Geppetto Checkmark|One Pinocchio|Two Pinocchios|Three Pinocchios|Four Pinocchios|"
    "Bottomless Pinocchio|Upside-Down Pinocchio|Verdict Pending",
    "snopes": "True|Mostly True|Mixture|Mostly False|False|Outdated|Miscaptioned|"
    "Correct Attribution|Incorrect Attribution|Fake|Legit|Scam|Legend|Labeled Satire|Originated as Satire|"
    "Recall",
    "averitec": "Supported|Refuted|Not Enough Evidence|Conflicting Evidence/Cherrypicking",
    "meta": "False|Altered|Partly False|Missing Context|Satire|True",
    "aap": "True|Mostly True|Mixture|Mostly False|False|Misleading|Unproven",
    "osint": "Confirmed|Likely|Unconfirmed|Contradicted|False|Unverifiable",
    "conclusion": "Conclusion",
}


def test_the_first_scale_has_five_steps_and_one_value_off_them() -> None:
    labels = find_scale(DEFAULT_SCALE).labels
    assert [(label.text, label.number) for label in labels] == [
        ("False", 1),
        ("Mostly false", 2),
        ("Half true", 3),
        ("Mostly true", 4),
        ("True", 5),
        ("Unverifiable", None),
    ]
    assert [label.order for label in labels] == [1, 2, 3, 4, 5, 6]


def test_no_shipped_scale_was_changed() -> None:
    found = {
        key: hashlib.sha256(json.dumps(pack_scale(scale), sort_keys=True).encode()).hexdigest()
        for key, scale in load_versions().items()
    }
    assert found == SHIPPED


@pytest.mark.parametrize("code", LABELS)
def test_presets_have_the_labels_that_the_desks_print(code: str) -> None:
    assert "|".join(label.text for label in find_scale(code).offered) == LABELS[code]


def test_labels_off_the_truth_axis_have_no_number() -> None:
    numbered = {
        code: "".join(str(label.number or "-") for label in find_scale(code).offered) for code in LABELS
    }
    assert numbered == {
        "politifact": "654321",
        "washington-post": "54321---",
        "snopes": "54321-----------",
        "averitec": "----",
        "meta": "1-2--3",
        "aap": "54321--",
        "osint": "54-21-",
        "conclusion": "-",
    }


def test_every_label_of_every_scale_is_defined_and_told_apart() -> None:
    assert next(iter(load_scales())) == DEFAULT_SCALE
    for code, scale in load_scales().items():
        assert scale.code == code
        for distinct in ("key", "text", "definition"):
            values = [getattr(label, distinct) for label in scale.labels]
            assert all(values)
            assert len(set(values)) == len(values)
        assert {label.rollup for label in scale.labels} <= set(Rollup)
        assert {label.averitec for label in scale.labels} <= {"", *Averitec}


def test_a_truer_label_is_never_rolled_up_as_less_true() -> None:
    order = {Rollup.FALSE: 0, Rollup.MIXTURE: 1, Rollup.TRUE: 2}
    for scale in load_scales().values():
        axis = sorted((label for label in scale.labels if label.number), key=lambda label: label.number or 0)
        ranks = [order[Rollup(label.rollup)] for label in axis]
        assert ranks == sorted(ranks), scale.code


def test_a_label_counts_alike_by_its_class_and_by_its_rollup() -> None:
    alike = {
        Averitec.SUPPORTED: Rollup.TRUE,
        Averitec.REFUTED: Rollup.FALSE,
        Averitec.CONFLICTING: Rollup.MIXTURE,
        Averitec.NOT_ENOUGH: Rollup.OTHER,
    }
    for scale in load_scales().values():
        for label in scale.labels:
            assert not label.averitec or label.rollup == alike[Averitec(label.averitec)], (scale.code, label)


def test_the_same_word_has_the_same_colour_on_every_scale() -> None:
    colours: dict[str, set[str]] = {}
    for scale in load_scales().values():
        for label in scale.labels:
            colours.setdefault(label.text.casefold(), set()).add(label.colour)
    assert [text for text, found in colours.items() if len(found) > 1] == []


def test_a_scale_comes_back_from_where_it_is_kept() -> None:
    for scale in load_versions().values():
        assert unpack_scale(json.loads(json.dumps(pack_scale(scale)))) == scale


def test_a_retired_label_is_read_and_offered_no_more() -> None:
    snopes = find_scale("snopes")
    assert snopes.label("unproven").text == "Unproven"
    assert "unproven" not in {label.key for label in snopes.offered}


def test_every_file_says_where_its_labels_were_read() -> None:
    folder = resources.files("workbench.domain") / "scales"
    without = [
        entry.name
        for entry in folder.iterdir()
        if entry.name.endswith(".toml") and not entry.read_text("utf-8").startswith("# Source: ")
    ]
    # The first versions of these two were shipped without, and are read only.
    assert sorted(without) == ["five-steps.1.toml", "snopes.1.toml"]


def test_an_unknown_scale_or_rating_names_its_field() -> None:
    for asked in (("ten-steps", None), (DEFAULT_SCALE, 99)):
        with pytest.raises(RuleBroken) as refused:
            find_scale(*asked)
        assert refused.value.field == "scale"
    with pytest.raises(RuleBroken) as refused:
        find_scale(DEFAULT_SCALE).label("truest")
    assert refused.value.field == "rating"


def test_each_confidence_says_what_it_means() -> None:
    assert set(CONFIDENCE_MEANINGS) == set(Confidence)
