"""A host's addresses, all of them looked at before one is dialled."""

import threading
from collections.abc import Sequence
from concurrent.futures import Future

from workbench.domain.errors import FetchFailed, FetchRefused
from workbench.fetching.addresses import find_fault, is_loopback, read_address
from workbench.fetching.meter import Meter
from workbench.fetching.rules import FetchRules


def find_addresses(host: str, port: int, rules: FetchRules, meter: Meter) -> Sequence[str]:
    """The addresses of `host` that may be dialled at `port`, as they are written in full.

    One address that may not be dialled refuses them all: names that stand for an open and an inner address
    at once are made to lead guards astray. Raises FetchRefused, FetchFailed.
    """
    addresses = (host,) if read_address(host) is not None else _ask(host, port, rules, meter)
    if not addresses:
        raise _unknown(host)
    for address in addresses:
        check_address(address, host, port, rules)
    return addresses


def check_address(written: str, host: str, port: int, rules: FetchRules) -> None:
    """Refuse an address that is not on the open network, or a port that is not for it."""
    address = read_address(written)
    if address is None:
        raise FetchRefused(f"“{host}” stands for “{written[:60]}”, which is no address. It is not dialled.")
    if is_loopback(address) and port in rules.allow_loopback_ports:
        return
    fault = find_fault(address)
    if fault is not None:
        named = f"“{host}”" if host == written else f"“{host}” ({written})"
        raise FetchRefused(
            f"{named} is {fault}, not the open network; this desk does not go there. "
            "If the page may be used, save it in your browser and bring in the file."
        )
    if port not in rules.ports:
        raise FetchRefused(f"Port {port} of “{host}” is not one that this desk goes to.")


def _ask(host: str, port: int, rules: FetchRules, meter: Meter) -> Sequence[str]:
    """Ask the resolver in a thread: the system's own has no time limit that could be set."""
    answer: Future[Sequence[str]] = Future()

    def ask() -> None:
        try:
            answer.set_result(rules.resolve(host, port))
        except Exception as error:  # handed over whole: the caller raises it, in a thread that is heard
            answer.set_exception(error)

    threading.Thread(target=ask, name=f"resolve {host}", daemon=True).start()
    try:
        return answer.result(meter.seconds_left(host))
    except (OSError, UnicodeError):  # a TimeoutError is an OSError
        meter.seconds_left(host)
        raise _unknown(host) from None


def _unknown(host: str) -> FetchFailed:
    return FetchFailed(
        f"There is no site by the name “{host}”, or it can't be looked up now. Check the spelling; "
        "if it is right, check this machine's network and try again."
    )
