"""A page saved as one file (mht) → the text of its page; pictures and further parts are passed over."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage, Message

from ..errors import FaultKind
from ..source import Source
from .fault import FormatError
from .html import read_page

SUFFIXES = (".mht", ".mhtml")
MAGIC: tuple[bytes, ...] = ()

# A saved page has its html among the first parts; a file of a million parts is no page.
_MOST_PARTS = 2_000


def read(data: bytes) -> Source:
    """The text of the first html part. Raises FormatError where there is none, or its bytes are in no known encoding."""
    try:
        part = _find_page(message_from_bytes(data, EmailMessage, policy=policy.compat32))
    except RecursionError as error:  # parts within parts, thousands deep
        raise FormatError(FaultKind.BROKEN, expected="MHT") from error
    payload = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(payload, bytes) or not payload:
        raise FormatError(FaultKind.BROKEN, expected="MHT")
    return read_page(payload, part.get_content_charset())


def _find_page(message: Message) -> Message | None:
    """The first part that is html, however the parts are nested; None where there is none among the first."""
    waiting: list[Message] = [message]
    for _ in range(_MOST_PARTS):
        if not waiting:
            return None
        part = waiting.pop(0)
        if part.is_multipart():
            inner = part.get_payload()
            waiting = [*(one for one in inner if isinstance(one, Message)), *waiting] if isinstance(inner, list) else waiting
        elif part.get_content_type() == "text/html":
            return part
    return None
