from dataclasses import replace
from types import ModuleType

import pytest

from tests.exports.report_factory import make_report
from workbench.domain.errors import NotFound
from workbench.exports import list_formats, read_format, render

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "=cmd|' /C calc'!A0",
    "[x](javascript:alert(1)) ![y](https://evil.example/p.png)",
    "\u202egnirts dettor\u202c e\u0301 🙂",
    "{{ 7 * 7 }} {% raw %}",
    "line one\n\n# heading\n- item\r\n```\ncode",
    "]]> --> &amp; &lt; \\ ` * _",
]


def test_every_format_keeps_the_contract() -> None:
    formats = list_formats()

    assert {code: (f.extension, f.media_type) for code, f in formats.items()} == {
        "csv": ("csv", "text/csv; charset=utf-8"),
        "docx": ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        "html": ("html", "text/html; charset=utf-8"),
        "json": ("json", "application/json"),
        "markdown": ("md", "text/markdown; charset=utf-8"),
        "pdf": ("pdf", "application/pdf"),
    }
    assert all(f.code == code and f.label for code, f in formats.items())


def test_half_a_format_is_refused_by_name() -> None:
    module = ModuleType("half")
    module.CODE = "half"  # type: ignore[attr-defined]
    module.render = "no function"  # type: ignore[attr-defined]

    with pytest.raises(
        TypeError, match="half is no export format: LABEL, MEDIA_TYPE, EXTENSION, render missing"
    ):
        read_format(module)


def test_an_unknown_format_is_answered_with_the_known_ones() -> None:
    with pytest.raises(
        NotFound, match=r"no export format “odt”\. There are: csv, docx, html, json, markdown, pdf"
    ):
        render("odt", make_report())


@pytest.mark.parametrize("code", sorted(list_formats()))
def test_the_same_record_gives_the_same_bytes(code: str) -> None:
    assert render(code, make_report()) == render(code, make_report())


@pytest.mark.parametrize("code", sorted(list_formats()))
def test_a_report_of_nothing_is_still_a_file(code: str) -> None:
    empty = make_report(number=None, articles=(), claims=(), scales=(), title="")

    assert render(code, empty)


@pytest.mark.parametrize("code", sorted(list_formats()))
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_every_field_is_rendered(code: str, text: str) -> None:
    report = make_report()
    claim = report.claims[0]
    evidence = replace(
        claim.evidence[0], source=text, url=text, excerpt=text, note=text, grade=text, kind=text
    )
    appearance = replace(claim.appearances[0], quote=text, prefix=text, suffix=text)
    assert claim.verdict is not None
    verdict = replace(
        claim.verdict, reasoning=text, rating_text=text, confidence=text, colour=text, author=text
    )
    spoiled = replace(
        claim, title=text, statement=text, evidence=(evidence,), appearances=(appearance,), verdict=verdict
    )
    desk = replace(report.desk, name=text, contact=text, method=text, corrections=text, time_zone=text)
    article = replace(report.articles[0], title=text, url=text, language=text)

    assert render(code, replace(report, title=text, desk=desk, articles=(article,), claims=(spoiled,)))
