"""Things that are one because each shares something with another of them, over however many steps."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)


class Groups(Generic[Key]):
    """Each thing is alone until it is joined. The thing that was named first stands for its group."""

    def __init__(self, keys: Iterable[Key] = ()) -> None:
        self._nearer: dict[Key, Key] = {key: key for key in keys}
        self._order: dict[Key, int] = {key: place for place, key in enumerate(self._nearer)}

    def find(self, key: Key) -> Key:
        """What stands for the group of this one."""
        if key not in self._nearer:
            self._nearer[key] = key
            self._order[key] = len(self._order)
        while self._nearer[key] != key:
            self._nearer[key] = self._nearer[self._nearer[key]]  # a shorter way for the next one
            key = self._nearer[key]
        return key

    def join(self, one: Key, other: Key) -> None:
        """They are one from now on, with all that was joined to either."""
        first, second = sorted((self.find(one), self.find(other)), key=self._order.__getitem__)
        self._nearer[second] = first
