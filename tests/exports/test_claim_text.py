from tests.exports.report_factory import make_claims
from workbench.exports.claim_text import render_claim_text


def test_tells_claim_verdict_and_evidence() -> None:
    false_claim = make_claims()[2]

    assert render_claim_text(false_claim) == (
        "C-5: Twice as many as in 1998\n"
        "The number of people told to leave was twice that of 1998.\n"
        "Said by: Valley Rescue Service (reported speech: “According to”), citing Northmark Water Office "
        "(reported speech: “had admitted”)\n"
        "In the words: “twice as many as in the flood of 1998 🌊”\n"
        "\n"
        "Verdict: False (confidence: high)\n"
        "In 1998 it was 4,900 people.\n"
        "Given by Checker One on 20 August 2024, signed by the same person who gave the verdict – this desk "
        "works alone.\n"
        "\n"
        "Evidence against:\n"
        "- Flood report of 1998; Document, grade B3; p. 12; https://gauges.example.org/orel-ford?day=2024-08-19\n"
        "  “Crest minus 0.31 m at 06:00”\n"
    )


def test_an_open_claim_and_withheld_things_are_named_as_such() -> None:
    text = render_claim_text(make_claims()[3])

    assert "Said by: Withheld source (reported speech), citing" in text
    assert text.endswith("Verdict: none yet, this claim is open.\n\nWithheld evidence: 2\n")
