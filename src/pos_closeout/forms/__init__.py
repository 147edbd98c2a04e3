"""Reads and fills the acquirer's own forms; what a place means is said by ``domain.forms``."""
