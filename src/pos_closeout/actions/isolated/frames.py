"""What goes through the pipes: JSON with its length before it. Nothing that arrives can run or build an object."""

import json
from collections.abc import Callable
from typing import IO, Any

from pos_closeout.domain.file_limits import MAX_MESSAGE_BYTES

_LENGTH = 4


class FrameError(Exception):
    """The other side said something that is no message."""


def write_frame(stream: IO[bytes], message: object) -> None:
    """Write one message and send it off.

    Raises:
        OSError: the other side has gone.
    """
    # Names of files may hold half characters.
    data = json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    stream.write(len(data).to_bytes(_LENGTH, "big"))
    stream.write(data)
    stream.flush()


def read_frame(stream: IO[bytes]) -> Any:
    """Return the next message, or None at the end.

    Raises:
        FrameError: it is cut off, longer than ``MAX_MESSAGE_BYTES``, or no JSON.
    """
    head = stream.read(_LENGTH)
    if not head:
        return None
    length = int.from_bytes(head, "big")
    if len(head) < _LENGTH or length > MAX_MESSAGE_BYTES:
        raise FrameError
    data = stream.read(length)
    if len(data) < length:
        raise FrameError
    try:
        return json.loads(data.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError) as error:
        raise FrameError from error


def checked(build: Callable[[], Any]) -> Any:
    """Return what is built from a message.

    Raises:
        FrameError: the message does not have the shape it should have.
    """
    try:
        return build()
    except (AttributeError, IndexError, KeyError, OverflowError, TypeError, ValueError) as error:
        raise FrameError from error


def text_of(value: object) -> str:
    """Return a text.

    Raises:
        TypeError: it is none.
    """
    if not isinstance(value, str):
        raise TypeError(type(value).__name__)
    return value


def whole(value: object) -> int:
    """Return a whole number that the database can hold.

    Raises:
        TypeError: it is none.
        OverflowError: it is too long.
    """
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(type(value).__name__)
    if not -(2**63) <= value < 2**63:
        raise OverflowError
    return value


def texts_of(values: object) -> list[str]:
    """Return a list of texts.

    Raises:
        TypeError: it is none.
    """
    if not isinstance(values, list) or not all(map(str.__instancecheck__, values)):
        raise TypeError
    return values
