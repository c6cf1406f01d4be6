"""A desk's own scale: what is wrong in its file is told by line, and nothing else suffers."""

import logging
import os
from pathlib import Path

import pytest

from workbench.domain.ratings import COLOURS, load_scales
from workbench.domain.scale_files import BadScale, read_scale
from workbench.domain.scale_shelf import MOST_BYTES, ScaleShelf, read_scale_file

HOUSE = """# What our desk prints.
code = "house"
version = 1
name = "House scale"

[[label]]
key = "right"
text = "Right"
definition = "It is so."
number = 2
colour = "true"
averitec = "Supported"
rollup = "true"

[[label]]
key = "wrong"
text = "Wrong"
definition = "It is not so."
number = 1
colour = "false"
"""


def list_mistakes(toml: str) -> list[str]:
    with pytest.raises(BadScale) as refused:
        read_scale(toml)
    return [str(one) for one in refused.value.mistakes]


def test_a_scale_is_read_with_its_defaults() -> None:
    scale = read_scale(HOUSE)
    right, wrong = scale.labels
    assert (scale.code, scale.version, scale.conclusion, scale.sole) == ("house", 1, False, None)
    assert (right.order, right.number, right.averitec, right.rollup) == (1, 2, "Supported", "true")
    assert (wrong.order, wrong.averitec, wrong.rollup, wrong.retired) == (2, "", "other", "")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('name = "House scale"', "name = House", "line 4: this is no TOML"),
        ('name = "House scale"', "", "“name” is missing"),
        ('name = "House scale"', 'name = ""', "line 4: “name” is empty"),
        ("version = 1", 'version = "1"', "line 3: “version” is a whole number"),
        ("version = 1", "version = 0", "line 3: “version”: "),
        ('key = "wrong"', 'key = "Wrong!"', "line 16: “key” is written in small letters"),
        ('key = "wrong"', 'key = "right"', "line 16: another label has the key “right”, too"),
        ('key = "wrong"', 'key = "none"', "line 16: “none” stands for claims without a verdict"),
        ('text = "Wrong"', 'text = "Right"', "line 17: another label has the text “Right”, too"),
        ('definition = "It is not so."', "", "line 15: “definition” is missing"),
        ("number = 1", "number = 2", "line 19: another label has the number “2”, too"),
        ("number = 1", "number = 1.5", "line 19: “number” is a whole number"),
        ('colour = "false"', 'colour = "true"', "line 20: a label with a number has the colour “true”"),
        ('colour = "false"', 'colour = "red"', "line 20: “red” is no colour: worst, false,"),
        (
            'averitec = "Supported"',
            'averitec = "supported"',
            "line 12: “supported” is no averitec: Supported,",
        ),
        ('rollup = "true"', 'rollup = "yes"', "line 13: “yes” is no rollup: true, mixture, false, other"),
        ('rollup = "true"', "numbr = 2", "line 13: “numbr” means nothing here"),
        ('rollup = "true"', 'retired = "2026"', ""),
    ],
)
def test_a_mistake_is_told_with_its_line(before: str, after: str, told: str) -> None:
    assert before in HOUSE
    changed = HOUSE.replace(before, after)
    if told:
        assert any(one.startswith(told) for one in list_mistakes(changed)), list_mistakes(changed)
    else:
        # One label is left to give, which tells nothing.
        assert list_mistakes(changed) == ["line 4: one label alone tells nothing: say “conclusion = true”"]


def test_every_mistake_is_told_at_once() -> None:
    toml = HOUSE.replace('colour = "true"', 'colour = "red"').replace('colour = "false"', 'colour = "blue"')
    assert [one.split(":")[0] for one in list_mistakes(toml)] == ["line 11", "line 20"]


def test_mistakes_of_all_kinds_are_told_together_in_the_order_of_the_file() -> None:
    toml = (
        HOUSE.replace('name = "House scale"', "name = 5")
        .replace('key = "wrong"', 'key = "right"')
        .replace("number = 1", "number = 1.5")
        .replace('colour = "false"', 'colour = "red"\nnote = "x"')
        .replace('colour = "true"', 'colour = ["true"]')
    )
    with pytest.raises(BadScale) as refused:
        read_scale(toml, taken={"house"})
    assert [str(one) for one in refused.value.mistakes] == [
        "line 2: “house” is a scale that comes with the workbench: give yours another code",
        "line 4: “name” is a text in quotation marks",
        "line 7: another label has the key “right”, too",
        "line 11: “colour” is a text in quotation marks",
        "line 16: another label has the key “right”, too",
        "line 19: “number” is a whole number",
        "line 20: “red” is no colour: " + ", ".join(COLOURS),
        "line 21: “note” means nothing here",
    ]


def test_a_file_with_a_mark_of_its_encoding_in_front_is_read(tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    path.write_text(HOUSE, "utf-8-sig")
    assert read_scale_file(path) == read_scale(HOUSE)


def test_a_scale_without_labels_is_none() -> None:
    assert list_mistakes('code = "a"\nversion = 1\nname = "A"\n') == ["“label” is missing"]
    all_retired = HOUSE.replace("colour =", 'retired = "2026"\ncolour =')
    assert "every label is retired, so none can be given" in list_mistakes(all_retired)


def write(folder: Path, name: str, toml: str | bytes) -> None:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(toml if isinstance(toml, bytes) else toml.encode())
    moment = path.stat().st_mtime_ns + 1_000_000 * len(list(folder.iterdir()))
    os.utime(path, ns=(moment, moment))


def test_a_desk_without_a_folder_has_the_shipped_scales(tmp_path: Path) -> None:
    stock = ScaleShelf(tmp_path / "scales").read()
    assert (dict(stock.scales), stock.problems) == (load_scales(), ())


def test_a_file_that_is_dropped_in_is_there_at_once_and_the_newest_version_counts(tmp_path: Path) -> None:
    folder = tmp_path / "scales"
    shelf = ScaleShelf(folder)
    assert "house" not in shelf.read().scales
    write(folder, "house.toml", HOUSE)
    assert shelf.read().scales["house"].version == 1
    write(folder, "house-2.toml", HOUSE.replace("version = 1", "version = 2"))
    stock = shelf.read()
    assert (stock.scales["house"].version, stock.files["house"]) == (2, "house-2.toml")


def test_broken_files_are_told_and_take_nothing_with_them(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "scales"
    write(folder, "a-house.toml", HOUSE)
    write(folder, "broken.toml", 'code = "x\n')
    write(folder, "big.toml", "#" * (MOST_BYTES + 1))
    write(folder, "latin.toml", HOUSE.replace("It is so.", "Né così").encode("latin-1"))
    write(folder, "same.toml", HOUSE)
    write(folder, "ours.toml", HOUSE.replace('"house"', '"snopes"'))
    write(folder, "notes.txt", "no scale")
    shelf = ScaleShelf(folder)
    with caplog.at_level(logging.WARNING):
        stock = shelf.read()
        shelf.read()
    told = {problem.name: str(problem.mistakes[0]) for problem in stock.problems}
    assert told == {
        "big.toml": "a scale has at most 100,000 bytes",
        "broken.toml": told["broken.toml"],
        "latin.toml": "line 9: this is not UTF-8",
        "ours.toml": "line 2: “snopes” is a scale that comes with the workbench: give yours another code",
        "same.toml": "version 1 of “house” stands in a-house.toml already",
    }
    assert told["broken.toml"].startswith("line 1: this is no TOML")
    assert set(stock.scales) == {*load_scales(), "house"}
    assert stock.scales["snopes"] == load_scales()["snopes"]
    assert len(caplog.records) == len(told), "each is told once, not at every request"
