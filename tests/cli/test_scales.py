"""`workbench scales`."""

from pathlib import Path

from click.testing import CliRunner

from tests.domain.test_scale_files import HOUSE
from workbench.commands.scales_command import command


def test_the_scales_of_a_desk_are_listed_with_its_own(tmp_path: Path) -> None:
    (tmp_path / "scales").mkdir()
    (tmp_path / "scales" / "house.toml").write_text(HOUSE, "utf-8")
    done = CliRunner().invoke(command, ["--data", str(tmp_path)])
    assert done.exit_code == 0
    lines = [line.split() for line in done.stdout.splitlines()]
    assert ["house", "1", "2", "House", "scale"] in lines
    assert ["politifact", "1", "6", "PolitiFact", "Truth-O-Meter"] in lines


def test_a_broken_file_is_told_by_line_and_ends_with_1(tmp_path: Path) -> None:
    folder = tmp_path / "scales"
    folder.mkdir()
    (folder / "house.toml").write_text(HOUSE.replace('colour = "false"', 'colour = "red"'), "utf-8")
    done = CliRunner().invoke(command, ["--data", str(tmp_path)])
    assert done.exit_code == 1
    assert f"{folder / 'house.toml'}: line 20: “red” is no colour" in done.stderr
    assert "five-steps" in done.stdout


def test_a_file_can_be_checked_before_it_is_dropped_in(tmp_path: Path) -> None:
    file = tmp_path / "draft.toml"
    file.write_text(HOUSE, "utf-8")
    done = CliRunner().invoke(command, ["--check", str(file)])
    assert (done.exit_code, done.stdout.splitlines()[0]) == (0, f"{file}: House scale, version 1")
    file.write_text(HOUSE.replace("version = 1", "version = one"), "utf-8")
    done = CliRunner().invoke(command, ["--check", str(file)])
    assert (done.exit_code, done.stdout) == (1, "")
    assert f"{file}: line 3: this is no TOML" in done.stderr
