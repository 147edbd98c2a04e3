"""What the program knows about the bills of platforms: their layouts and words."""

from pathlib import Path

from pos_closeout.statements.vocabulary import Vocabulary, load_vocabulary


def load_words(resources: Path) -> Vocabulary:
    """Return what is known about platforms, from the folder that holds ``statements``.

    Raises:
        BadInputError: ``statement.vocabulary_broken``.
    """
    return load_vocabulary(resources / "statements")
