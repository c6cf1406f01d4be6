"""What went wrong on the line, in words: what, where, and what to do."""

import ssl

import httpcore

from workbench.domain.errors import FetchBrokeOff

_BY_HAND = "save the page in your browser and bring in the file"
_LATER = f"Try again later, or {_BY_HAND}."

# OpenSSL's numbers for what is wrong with a certificate.
_CERTIFICATES: dict[int, str] = {
    9: "is not valid yet (is this machine's clock right?)",
    10: "has run out",
    18: "was signed by the site itself",
    19: "was signed by somebody whom nobody vouches for",
    20: "was signed by somebody unknown here",
    21: "was signed by somebody unknown here",
    23: "was taken back",
    62: "is for another name",
    64: "is for another address",
}
_BROKE_OFF = ("peer closed", "server disconnected", "incomplete chunked")


def tell_failure(error: Exception, host: str, port: int) -> FetchBrokeOff:
    """The failure that httpcore met on the way to `host`, for a person."""
    for kind, tell in _KINDS:
        if isinstance(error, kind):
            return FetchBrokeOff(tell(error, host, port))
    return FetchBrokeOff(f"“{host}” could not be fetched ({type(error).__name__}). {_LATER}")


def _tell_timeout(_error: Exception, host: str, port: int) -> str:
    return f"“{host}” does not answer on port {port}. {_LATER}"


def _tell_connect(error: Exception, host: str, port: int) -> str:
    cause = error.args[0] if error.args else None  # the pool takes the chain of causes off
    if isinstance(cause, ssl.SSLCertVerificationError):
        wrong = _CERTIFICATES.get(cause.verify_code, f"can't be trusted ({cause.verify_message})")
        return (
            f"The certificate of “{host}” {wrong}, so nobody can tell whether this is the real site. "
            f"Nothing was fetched. If you know it is, {_BY_HAND}."
        )
    if isinstance(cause, ssl.SSLError):
        return f"No safe connection (TLS) to “{host}” could be made. Check whether the address is http://."
    if isinstance(cause, ConnectionRefusedError):
        return f"“{host}” takes no connections on port {port}. Check the address, or try again later."
    return f"“{host}” can't be reached from here. Check this machine's network, or try again later."


def _tell_protocol(error: Exception, host: str, _port: int) -> str:
    said = str(error).lower()
    if said.startswith(_BROKE_OFF):
        return f"The answer of “{host}” broke off before it was whole. {_LATER}"
    if "buffer too long" in said:
        return f"“{host}” sends more headers than can be taken in. Nothing of it was kept."
    return f"“{host}” does not answer as a web server does ({str(error)[:120]}). {_LATER}"


def _tell_broken(_error: Exception, host: str, _port: int) -> str:
    return f"The connection to “{host}” broke. {_LATER}"


_KINDS = (
    (httpcore.TimeoutException, _tell_timeout),
    (httpcore.ConnectError, _tell_connect),
    (httpcore.ProtocolError, _tell_protocol),
    (httpcore.NetworkError, _tell_broken),
)
