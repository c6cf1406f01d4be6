"""What run_apart promises: results as they were, every bad end a sentence, and the next call is well."""

import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.intake import parsers
from tests.local_site import LocalSite
from workbench.domain.errors import BadInput
from workbench.domain.records import ArticleDraft, FurnitureDraft
from workbench.intake.apart import Limits, run_apart
from workbench.intake.apart.limits import MEGABYTE
from workbench.intake.apart.processes import MOST_WAITING, TEMPLATES

SHORT = Limits(seconds=1)


def refusal(function: Any, *args: Any, limits: Limits = SHORT) -> str:
    with pytest.raises(BadInput) as refused:
        run_apart(function, *args, limits=limits, what="The report")
    return str(refused.value)


def test_a_draft_comes_back_as_it_was() -> None:
    data = "Zwei Brücken.\r\n".encode()
    found = run_apart(parsers.read_draft, "a.txt", data)

    assert found == parsers.read_draft("a.txt", data)
    assert isinstance(found, ArticleDraft)
    assert (found.received, found.published_on) == (data, date(2026, 5, 17))
    assert found.furniture[0] == FurnitureDraft(0, 2, "Header")


def test_what_is_nested_comes_back() -> None:
    assert run_apart(parsers.nest, 3) == parsers.nest(3)


@pytest.mark.parametrize(
    "value",
    [
        {"$bytes": [0, 1]},
        {"$bytes": b"a", "$": {"$$bytes": [1, None, True, 1.5, "", "\0"]}},
        {"deep": [{"of": b"\xff" * 3}, b"", {"of": b"\x00"}]},
        {},
    ],
)
def test_no_value_of_a_file_is_taken_for_one_of_our_marks(value: dict[str, object]) -> None:
    assert run_apart(parsers.give_back, value) == value


def test_many_bytes_go_in() -> None:
    assert run_apart(parsers.count_bytes, b"x" * 25 * MEGABYTE) == 25 * MEGABYTE


def test_the_parsers_own_refusal_is_the_refusal() -> None:
    assert refusal(parsers.refuse, "Page 3 is “empty”.") == "Page 3 is “empty”."


@pytest.mark.parametrize(
    ("function", "args", "words"),
    [
        (parsers.fail, (), "it is damaged, or something else than its name says"),
        (parsers.lie, (), "it is damaged, or something else than its name says"),
        (parsers.take_memory, (600,), "needs more memory to be read than it may take (512 MB)"),
        (parsers.take_time, (), "takes too long to read (more than 1 second)"),
        (parsers.sleep, (60,), "takes too long to read (more than 1 second)"),
        (parsers.ignore_the_limit, (), "takes too long to read (more than 1 second)"),
        (parsers.talk, (65,), "unpacks to more than can be taken in (64 MB)"),
        (parsers.crash, (), "it breaks the program that reads it"),
        (parsers.kill_itself, (), "it breaks the program that reads it"),
        (parsers.leave, (), "it breaks the program that reads it"),
        (parsers.recurse, (), "is nested too deep to be read"),
    ],
)
def test_a_bad_end_is_told_in_words_and_the_next_call_is_well(
    function: Any, args: tuple[Any, ...], words: str
) -> None:
    said = refusal(function, *args, limits=Limits(seconds=20 if args == (65,) else 1))

    assert said.startswith("The report ")
    assert words in said
    assert said.endswith("save the part that matters anew, or paste its text.")
    assert run_apart(parsers.count_bytes, b"abc") == 3


def test_an_ordinary_amount_of_memory_is_given() -> None:
    assert run_apart(parsers.take_memory, 256) == 256 * MEGABYTE


def test_what_a_parser_prints_does_not_disturb_the_talk() -> None:
    assert run_apart(parsers.print_noise) == "quiet"


def test_nothing_is_left_of_an_earlier_call() -> None:
    assert [run_apart(parsers.tell_memory_of, 1) for _ in range(3)] == [0, 0, 0]


def test_there_is_no_network() -> None:
    with LocalSite() as site:
        assert "can't be read" in refusal(parsers.open_connection, site.port, limits=Limits())
        assert site.requests == []
        assert parsers.open_connection(site.port) == "connected"  # the control


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has name spaces")
def test_there_is_no_network_for_the_kernel_either() -> None:
    """Where the system allows it, not even a library that knows nothing of Python gets out."""
    if subprocess.run(["unshare", "--net", *([] if os.geteuid() == 0 else ["--user"]), "true"]).returncode:
        pytest.skip("this system lets no process leave the network")
    assert run_apart(parsers.tell_network) != parsers.tell_network()


def test_nothing_is_written(tmp_path: Path) -> None:
    assert "can't be read" in refusal(parsers.write_file, str(tmp_path / "left"), limits=Limits())
    assert list(tmp_path.iterdir()) == []


def test_no_program_is_started() -> None:
    assert "can't be read" in refusal(parsers.start_program, limits=Limits())


def test_the_surroundings_of_the_server_are_not_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    TEMPLATES.end_all()
    monkeypatch.setenv("WORKBENCH_DATABASE_URL", "postgresql+psycopg://user:secret@host/desk")
    found = run_apart(parsers.tell_surroundings)
    assert not [name for name in found if name.startswith(("WORKBENCH", "PG", "PYTHON"))]


def test_many_at_once_each_get_their_own() -> None:
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda size: run_apart(parsers.count_bytes, b"x" * size), range(40)))
    assert found == list(range(40))
    assert len(TEMPLATES._waiting) <= MOST_WAITING


def test_a_process_that_was_killed_is_replaced() -> None:
    run_apart(parsers.count_bytes, b"")
    for template in TEMPLATES._waiting:
        template._process.kill()
        template._process.wait()
    assert run_apart(parsers.count_bytes, b"ab") == 2


def test_a_fork_of_the_server_has_processes_of_its_own() -> None:
    """gunicorn forks: two servers may not talk over one pipe."""
    program = (
        "import os\n"
        "from tests.intake import parsers\n"
        "from workbench.intake.apart import run_apart\n"
        "assert run_apart(parsers.count_bytes, b'1') == 1\n"
        "pid = os.fork()\n"
        "found = [run_apart(parsers.count_bytes, bytes(size)) for size in range(20)]\n"
        "assert found == list(range(20)), found\n"
        "assert pid == 0 or os.waitpid(pid, 0)[1] == 0\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=Path(__file__).parents[2], timeout=60)


def test_where_nothing_can_be_forked_a_process_answers_once() -> None:
    program = (
        "import os\n"
        "from workbench.intake.apart.messages import decode, encode\n"
        "from workbench.intake.apart.template import _answer\n"
        "del os.fork\n"
        "told = {'call': 'tests.intake.parsers:count_bytes', 'seconds': 20, 'memory': 1 << 29}\n"
        "ending, _, output = _answer(told, encode([b'abc'])).partition(b'\\n')\n"
        "print(ending.decode(), decode(output))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        check=True,
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
    )
    assert done.stdout == "done 3\n"


def test_a_function_without_a_name_of_its_own_is_refused() -> None:
    with pytest.raises(ValueError, match="by its name"):
        run_apart(lambda: 1)


def test_a_parser_that_can_not_be_loaded_is_no_fault_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsers.count_bytes, "__module__", "tests.intake.not_there")
    with pytest.raises(RuntimeError, match="not_there"):
        run_apart(parsers.count_bytes, b"")


def test_no_watch_is_left_behind() -> None:
    run_apart(parsers.count_bytes, b"")
    assert not [thread for thread in threading.enumerate() if isinstance(thread, threading.Timer)]
