"""A served desk for each module and browsers to sit down at it; a failed test leaves a picture."""

import os
import re
import shutil
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from playwright.sync_api import Browser, Cookie, expect

from tests.browser.navigator import Desk
from tests.browser.site import Site, make_demo, serve
from workbench.domain.roles import Role
from workbench.login import passwords

PICTURES = Path(__file__).resolve().parents[2] / "test-screenshots"
SECONDS = float(os.environ.get("WORKBENCH_BROWSER_SECONDS", "15"))  # how long a page may take to follow
_FAILED = pytest.StashKey[bool]()

OpenDesk = Callable[..., Desk]


@pytest.fixture(scope="session", autouse=True)
def _patient_expectations() -> None:
    expect.set_options(timeout=SECONDS * 1000)


@pytest.fixture(scope="session", autouse=True)
def _cheap_passwords() -> None:
    passwords.use_hasher(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture(scope="session")
def demo_data(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory, _cheap_passwords: None
) -> Path:
    """The demo desk's data, to be copied."""
    data = tmp_path_factory.mktemp("demo") / "data"
    make_demo(sqlite_template, data)
    return data


@pytest.fixture(scope="module")
def site(demo_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demo desk, served for one module."""
    data = tmp_path_factory.mktemp("site") / "data"
    shutil.copytree(demo_data, data)
    with serve(data) as site:
        yield site


@pytest.fixture(scope="module")
def logins() -> dict[tuple[str, Role], list[Cookie]]:
    """Who has logged in where already: one login a role and site is enough for all other tests."""
    return {}


@pytest.fixture
def open_desk(
    browser: Browser, site: Site, logins: dict[tuple[str, Role], list[Cookie]], request: pytest.FixtureRequest
) -> Iterator[OpenDesk]:
    """`open_desk(Role.CHECKER)` is a browser of a person's own, logged in; in `open_desk()` nobody is.

    Keyword arguments go to Playwright's new_context(). At the end no page may have complained.
    """
    opened: list[Desk] = []

    def open_one(role: Role | None = None, **options: object) -> Desk:
        desk = sit_down(browser, site, **options)
        opened.append(desk)
        if role is not None:
            key = (site.url, role)
            if key not in logins:
                desk.log_in(role)
                logins[key] = desk.page.context.cookies()
            desk.page.context.add_cookies(logins[key])  # type: ignore[arg-type]  # as they were given
        return desk

    yield open_one
    failed = request.node.stash.get(_FAILED, False)
    for number, desk in enumerate(opened, 1):
        if failed:
            take_picture(desk, f"{request.node.name}-{number}")
        desk.page.context.close()
    assert failed or not [complaint for desk in opened for complaint in desk.complaints]


def sit_down(browser: Browser, site: Site, **options: object) -> Desk:
    """A browser window of its own, with nobody logged in."""
    given = {"base_url": site.url, "reduced_motion": "reduce", "locale": "en-GB", **options}
    context = browser.new_context(**given)  # type: ignore[arg-type]  # Playwright checks them
    context.set_default_timeout(SECONDS * 1000)
    expect.set_options(timeout=SECONDS * 1000)
    return Desk(context.new_page(), site.url, javascript=bool(options.get("java_script_enabled", True)))


def take_picture(desk: Desk, name: str) -> None:
    """What the person saw when the test failed."""
    PICTURES.mkdir(exist_ok=True)
    desk.page.screenshot(path=PICTURES / f"{re.sub(r'[^A-Za-z0-9_-]+', '-', name)}.png", full_page=True)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.when == "call":
        item.stash[_FAILED] = report.failed
    return report
