"""Look at a bill before it is imported: what it is, its first rows, and what the columns of an unknown table mean."""

from pathlib import Path

from pos_closeout.actions.bills import known_mappings
from pos_closeout.statements.mapping import ROLES, Mapping
from pos_closeout.statements.reading import Detected, detect
from pos_closeout.statements.vocabulary import UNMARKED, Vocabulary, load_vocabulary
from pos_closeout.store import Store

__all__ = ["ROLES", "UNMARKED", "Detected", "Mapping", "Vocabulary", "load_words", "preview_statement"]


def load_words(resources: Path) -> Vocabulary:
    """Return what is known about platforms, from the folder that holds ``statements``.

    Raises:
        BadInputError: ``statement.vocabulary_broken``.
    """
    return load_vocabulary(resources / "statements")


def preview_statement(
    store: Store, path: Path, *, vocabulary: Vocabulary, password: str | None = None, mapping: Mapping | None = None
) -> Detected:
    """Tell what a file is, with its first rows; nothing is stored.

    The ``mapping`` of an unknown table (format ``UNMARKED``) is the one handed in, the one remembered for its header,
    or a guess for the owner to confirm; its key is among those of ``known_mappings`` once it was confirmed.

    Raises:
        BadInputError: a refusal of the whole file, ``statement.password_needed`` among them.
    """
    return detect(path, vocabulary=vocabulary, password=password, mapping=mapping, remembered=known_mappings(store))
