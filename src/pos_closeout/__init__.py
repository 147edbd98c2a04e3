"""POS Closeout (POS停机助手): takes a shop owner through switching off a card terminal."""

__version__ = "0.1.0"
