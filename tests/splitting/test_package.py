"""The package as others use it: its JSON, its cheap import, several threads at once."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from workbench.splitting import KINDS, MANNERS, MODALITIES, split

FIELDS = (
    "title statement slices quote claimant attribution modality negated hedges quantities dates places "
    "entities kind check_worthiness reasons additions"
)
TEXT = "The army said on Monday that at least 12 tanks had been destroyed near Velin."


def test_json_has_exactly_the_agreed_fields():
    found = json.loads(json.dumps(split(TEXT).to_json()))
    assert list(found) == ["text", "language", "furniture", "claims"]
    (claim,) = found["claims"]
    assert " ".join(claim) == FIELDS
    assert claim["claimant"] == {"name": "army", "slice": [4, 8]}
    assert claim["attribution"] == [
        {"claimant": claim["claimant"], "cue": {"text": "said", "slice": [9, 13]}, "manner": "indirect"}
    ]
    assert claim["quantities"][0]["value"] == 12
    assert claim["additions"][0]["text"] == "were"


def test_values_are_among_the_named_ones():
    for claim in split(TEXT + " “It is wrong,” the mayor said. Rain will fall.").claims:
        assert claim.modality in MODALITIES
        assert claim.kind in KINDS
        assert all(step.manner in MANNERS for step in claim.attribution)


def test_importing_does_not_load_the_parser():
    code = "import sys, workbench.splitting; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_threads_agree():
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda _: split(TEXT).to_json(), range(8)))
    assert all(result == results[0] for result in results)
