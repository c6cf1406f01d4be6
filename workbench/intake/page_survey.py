"""How much text each element of a page holds and what kinds of elements, found in one pass over the page."""

from typing import Any

_TELLING = frozenset({"article", "main", "h1"})
_NO_LETTERS = frozenset({"script", "style", "noscript", "template"})


class Survey:
    """A page measured once, so that asking about each of its elements stays cheap however they nest."""

    def __init__(self, tops: list[Any]) -> None:
        self._letters: dict[Any, int] = {}
        self._held: dict[Any, frozenset[str]] = {}
        # Backwards in document order: every element comes after all that it holds.
        for element in (found for top in reversed(tops) for found in reversed(list(top.iter()))):
            self._add(element)
        self._total = sum(self._letters[top] for top in tops)

    def holds(self, element: Any) -> frozenset[str]:
        """Which of `article`, `main` and `h1` are somewhere inside the element."""
        return self._held.get(element, frozenset())

    def is_large(self, element: Any) -> bool:
        """Whether more than half of the page's letters are in the element."""
        return self._letters[element] * 2 > self._total

    def _add(self, element: Any) -> None:
        own = 0 if element.tag in _NO_LETTERS else self._letters.get(element, 0) + _count(element.text)
        self._letters[element] = own
        parent = element.getparent()
        if parent is None:
            return
        self._letters[parent] = self._letters.get(parent, 0) + own + _count(element.tail)
        passed_on = self.holds(element) | ({element.tag} & _TELLING)
        if passed_on:
            self._held[parent] = self.holds(parent) | passed_on


def _count(text: str | None) -> int:
    """Characters without the spaces of the page's source."""
    return sum(map(len, text.split())) if text else 0
