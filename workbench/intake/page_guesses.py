"""What a page shows of itself but declares nowhere, as trafilatura finds it: byline, outlet, date."""

import logging
from dataclasses import replace

from workbench.intake.facts import Facts, clean_line, read_day

LOADED_APART = ("trafilatura.metadata",)
_LOG = logging.getLogger(__name__)


def complete_facts(facts: Facts, source: str, url: str = "") -> Facts:
    """The declared facts, and trafilatura's for those that the page does not declare.

    What is declared stands as it is written there: trafilatura would trim and recase it. Its search for a
    date stays with markup and address; any day found in the words could be one that the article is about.
    """
    if facts.author and facts.outlet and facts.published_on:
        return facts
    guess = _guess(source, url)
    return replace(
        facts,
        title=facts.title or guess.title,
        author=facts.author or guess.author,
        outlet=facts.outlet or guess.outlet,
        published_on=facts.published_on or guess.published_on,
    )


def _guess(source: str, url: str) -> Facts:
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415 - half a second, for web pages alone

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # a strange page is no error of ours
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = extract_metadata(source, default_url=url or None, extensive=False)
    except Exception:  # whatever a strange page does to it, the page's words are here
        _LOG.warning("What a page shows of itself could not be read.", exc_info=True)
        return Facts()
    return Facts(
        title=clean_line(found.title),
        author=clean_line(found.author),
        outlet=clean_line(found.sitename) if url or found.sitename != found.hostname else "",
        published_on=read_day(found.date),
    )
