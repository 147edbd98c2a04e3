"""E-mail as a file that opens in the owner's mail program as a draft; nothing is ever sent from here."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,190}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that goes with a message: its name, which may be Chinese, its media type and its bytes."""

    name: str
    media_type: str
    data: bytes


def is_address(text: str) -> bool:
    """Return whether a text is one plain e-mail address."""
    return _ADDRESS.fullmatch(text.strip()) is not None


def draft_message(to: str, subject: str, body: str, attached: Sequence[Attached]) -> bytes:
    """Return a message as an ``.eml`` file; the same input gives the same bytes.

    ``X-Unsent`` makes Outlook open it ready to be sent; sender and date are left to the mail program.

    Args:
        to: one address; anything else is left out, so that the owner fills it in.
        subject: any text, on one line.
        body: plain text with line feeds.
        attached: files in their order; names that are not plain ASCII are written by RFC 2231.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    if is_address(to):
        message["To"] = to.strip()
    message["Subject"] = " ".join(_whole(subject).split())
    message.set_content(_whole(body), charset="utf-8", cte="base64")
    for each in attached:
        main, _, sub = each.media_type.partition("/")
        message.add_attachment(each.data, maintype=main, subtype=sub, filename=" ".join(_whole(each.name).split()))
    if attached:
        told = hashlib.sha256(b"".join((subject.encode("utf-8", "replace"), *(each.data for each in attached))))
        message.set_boundary(f"=_{told.hexdigest()[:32]}")
    return message.as_bytes()


def _whole(text: str) -> str:
    """Replace half characters, which no encoding can hold."""
    return text.encode("utf-8", "replace").decode()
