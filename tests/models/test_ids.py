"""Ids of rows: what is put in together comes back in that order."""

import threading
import uuid
from itertools import pairwise

from workbench.models import new_id


def test_ids_rise_one_by_one_also_within_a_millisecond() -> None:
    made = [new_id() for _ in range(20_000)]
    assert all(one < next_one for one, next_one in pairwise(made))
    assert {(one.version, one.variant) for one in made} == {(7, uuid.RFC_4122)}


def test_ids_of_several_threads_are_all_different_and_rise_in_each() -> None:
    made: list[list[uuid.UUID]] = [[] for _ in range(4)]

    def make(own: list[uuid.UUID]) -> None:
        own.extend(new_id() for _ in range(2_000))

    threads = [threading.Thread(target=make, args=(own,)) for own in made]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({one for own in made for one in own}) == 8_000
    assert all(one < next_one for own in made for one, next_one in pairwise(own))


def test_an_id_tells_its_time() -> None:
    first, later = new_id(), new_id()
    assert 0 <= (later.int >> 80) - (first.int >> 80) < 60_000  # milliseconds
