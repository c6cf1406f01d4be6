"""Where a digest is missing nothing stands in its place."""

from dataclasses import replace

import pytest

from tests.exports.reading import read_words
from tests.exports.report_factory import make_claims, make_report
from workbench.exports import render


@pytest.mark.parametrize("code", ["html", "markdown", "docx", "pdf"])
def test_what_was_kept_without_a_digest_says_only_when(code: str) -> None:
    claim = make_claims()[0]
    evidence = replace(claim.evidence[0], kept_sha256="", file_sha256="", file_name="")
    report = make_report(claims=(replace(claim, evidence=(evidence,)),), articles=())
    words = read_words(render(code, report))
    assert "SHA-256" not in words
    assert "20 August 2024, 11:15 (Europe/Athens)" in " ".join(words.split())
