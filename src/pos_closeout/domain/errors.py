"""What can go wrong, as values the screen and the verbs can put into one plain sentence.

An error carries a message id and its facts, never a sentence: the sentence is written in the owner's language where it
is shown. Message ids are stable and may be searched for.
"""


class CloseoutError(Exception):
    """Something the owner can be told about.

    Args:
        message_id: stable id, such as ``"amount.out_of_range"``; texts live with the reader of the error.
        facts: what the sentence needs (names, limits, paths), as text or whole numbers.
    """

    def __init__(self, message_id: str, **facts: str | int) -> None:
        super().__init__(message_id, facts)
        self.message_id = message_id
        self.facts = facts

    def __str__(self) -> str:
        """Return the id and the facts, for "copy details" and logs."""
        told = ", ".join(f"{name}={value}" for name, value in self.facts.items())
        return f"{self.message_id} ({told})" if told else self.message_id


class BadInputError(CloseoutError):
    """The owner or a caller handed in something that cannot be used as it is."""


class NotFoundError(CloseoutError):
    """A case or an item with this id does not exist."""


class DataFolderError(CloseoutError):
    """The data folder or database cannot be opened, read or written."""


class NewerDatabaseError(DataFolderError):
    """The database was written by a newer version of the program."""


class DocumentError(CloseoutError):
    """A document cannot be set, for example because no font has a character."""


class EvidenceError(CloseoutError):
    """A bag cannot be made, copied or read."""


class StoppedError(CloseoutError):
    """The owner stopped a piece of work; nothing of it is left behind."""


class UnexpectedError(CloseoutError):
    """Something nobody expected went wrong; ``detail`` is its kind, and its cause says where it came from."""


class WindowError(CloseoutError):
    """No window can be shown on this machine."""
