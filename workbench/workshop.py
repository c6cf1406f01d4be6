"""The tools that jobs work with, put together alike for the web process, a worker and the command line."""

from sqlalchemy import Engine

from workbench.database import open_session
from workbench.domain.arrivals import Readers
from workbench.fetching import Fetcher, FetchRules
from workbench.fetching.pictures import find_browser
from workbench.files import FileStore
from workbench.intake import read_finds
from workbench.intake.address_list import read_addresses
from workbench.intake.page_words import read_answer_words
from workbench.intake.web_page import read_answer
from workbench.queries.desk import find_desk
from workbench.services.job_work import Tools
from workbench.services.visits import Visitor
from workbench.settings import Settings


def make_tools(settings: Settings, engine: Engine, rules: FetchRules | None = None) -> Tools:
    """Once a process; `rules` for going out are made of the settings, unless a test gives its own.

    What a kind of job needs from the ways in, the ways out or the network is added here, because services
    may not know them.
    """
    files = FileStore(settings.files_path)
    fetcher = Fetcher(rules or make_fetch_rules(settings, engine))
    return Tools(
        engine=engine,
        files=files,
        fetcher=fetcher,
        visitor=Visitor(files, fetcher, read_answer_words, find_browser(settings.browser)),
        readers=Readers(read_finds, read_addresses, read_answer),
        arriving=FileStore(settings.arriving_path),
    )


def make_fetch_rules(settings: Settings, engine: Engine) -> FetchRules:
    """What the settings allow, and the contact that the desk gives in its reports unless they name one."""

    def find_contact() -> str:
        with open_session(engine) as session:
            desk = find_desk(session)
            return desk.contact if desk else ""

    return FetchRules(
        offline=settings.offline,
        extra_ports=settings.extra_ports,
        contact=(lambda: settings.contact) if settings.contact else find_contact,
        ca_file=settings.ca_file,
    )
