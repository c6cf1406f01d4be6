"""Every part of the pages with invented data, for the people who build the product."""

from datetime import UTC, datetime

from flask import Blueprint, Response

from workbench.domain.maps import draw_map
from workbench.domain.pictures import NARROW, Share, draw_mix, draw_record
from workbench.domain.ratings import DEFAULT_SCALE, find_scale, load_scales
from workbench.domain.roles import Permission
from workbench.domain.scale_files import Mistake
from workbench.domain.scale_shelf import FileProblem
from workbench.queries.scales import Offer
from workbench.web.access import needs
from workbench.web.htmx import page
from workbench.web.keyboard import SHEETS

SAMPLE_PROBLEM = FileProblem("house.toml", (Mistake(12, "“red” is no colour: worst, false, mostly-false"),))

SAMPLE_SHARES = [
    Share("False", "false", 2),
    Share("Mostly false", "mostly-false", 1),
    Share("Half true", "half-true", 1),
    Share("Mostly true", "mostly-true", 1),
    Share("True", "true", 3),
    Share("Unverifiable", "unverifiable", 1),
    Share("No verdict", "none", 1),
]

blueprint = Blueprint("styleguide", __name__)


@blueprint.get("/styleguide")
@needs(Permission.PUBLIC)
def index() -> Response:
    return page(
        "styleguide.html",
        sheets=SHEETS,
        kept_at=datetime(2026, 8, 21, 11, 42, tzinfo=UTC),
        sample_offer=Offer(load_scales(), find_scale(DEFAULT_SCALE), (SAMPLE_PROBLEM,), {}),
        sample_mix=draw_mix(SAMPLE_SHARES, width=NARROW),
        sample_course=draw_record([("Aug 2026", SAMPLE_SHARES[:3]), ("May 2026", SAMPLE_SHARES[4:5])]),
        sample_map=draw_map(("50.0300", "36.3186"), ("50.2944", "36.3186"), 900),
    )
