"""Tools of a worker that visits pages and draws none, unless it is given a browser."""

from sqlalchemy import Engine

from workbench.domain.arrivals import Readers
from workbench.fetching import Fetcher
from workbench.fetching.pictures import Browser
from workbench.files import FileStore
from workbench.intake import read_finds
from workbench.intake.address_list import read_addresses
from workbench.intake.page_words import read_answer_words
from workbench.intake.web_page import read_answer
from workbench.services.job_work import Tools
from workbench.services.visits import Visitor


def make_visiting_tools(
    engine: Engine, files: FileStore, fetcher: Fetcher, browser: Browser | None = None
) -> Tools:
    return Tools(
        engine=engine,
        files=files,
        fetcher=fetcher,
        visitor=Visitor(files, fetcher, read_answer_words, browser),
        readers=Readers(read_finds, read_addresses, read_answer),
        arriving=FileStore(files.root.with_name("arriving")),
    )
