"""The sets' files are read as they are, and one that is missing is named."""

import sys
from pathlib import Path

import pytest

from benchmarks.splitting.__main__ import main
from benchmarks.splitting.checkthat import read_sentences
from benchmarks.splitting.ours import read_attributions, read_paragraphs
from benchmarks.splitting.polnear import same_content, same_cue, same_source, to_act
from benchmarks.splitting.polnear_files import read_annotation
from benchmarks.splitting.words import cover, cut_tokens

TEXT = "Osk is safe, the mayor said."
ANNOTATION = (
    "T1\tSource 13 22\tthe mayor\nT2\tCue 23 27\tsaid\nT3\tContent 0 3;4 11\tOsk is safe\n"
    "T4\tAttribution 23 27\tsaid\nE1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"
)


def test_tokens_that_a_span_touches() -> None:
    tokens = cut_tokens("It's 3,5 km.")
    assert sorted(cover(tokens, [(3, 6)])) == [2, 3]
    assert cover(tokens, [(4, 4)]) == frozenset()


def test_annotation_ties_its_spans() -> None:
    [one] = read_annotation(ANNOTATION)
    assert (one.source, one.cue, one.content) == (((13, 22),), ((23, 27),), [(0, 3), (4, 11)])


def test_our_attribution_meets_the_annotation() -> None:
    tokens = cut_tokens(TEXT)
    [gold] = [to_act(tokens, one) for one in read_annotation(ANNOTATION)]
    [ours] = [to_act(tokens, one) for one in read_attributions(read_paragraphs(TEXT))]
    assert all(same(ours, gold) for same in (same_cue, same_source, same_content))


def test_quotation_marks_of_the_table_are_not_text(tmp_path: Path) -> None:
    path = tmp_path / "set.tsv"
    path.write_text('Sentence_id\tText\tclass_label\n1\t"Yes, ""we"" can."\tNo\n2\tSix died.\tYes\n')
    assert read_sentences(path) == [('Yes, "we" can.', False), ("Six died.", True)]


@pytest.mark.parametrize("given", [[], ["{folder}"]])
def test_missing_sets_are_named(
    given: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [word.format(folder=tmp_path) for word in given]
    monkeypatch.setattr(sys, "argv", ["bench", *arguments, "--only", "polnear,checkthat", "--no-peers"])
    main()
    printed = capsys.readouterr().out
    rows = [line for line in printed.splitlines() if "not measured: " in line]
    reason = f"{tmp_path}/polnear/dev is missing" if given else "no DATA folder was given for polnear/dev"
    assert len(rows) == 5
    assert reason in rows[0]
    assert "average precision" in printed, "the formulas are there all the same"
