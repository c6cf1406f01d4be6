"""What a page shows of itself: a page that is too strange for it comes in all the same, and the log tells."""

import pytest
import trafilatura.metadata

from workbench.intake.facts import Facts
from workbench.intake.page_guesses import complete_facts


def test_a_page_that_breaks_the_guessing_keeps_what_it_declares(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(trafilatura.metadata, "extract_metadata", lambda *_page, **_more: 1 / 0)
    declared = Facts(title="Two bridges")
    assert complete_facts(declared, "<p>Words.") == declared
    assert "ZeroDivisionError" in caplog.text
