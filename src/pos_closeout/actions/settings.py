"""What the owner chose for the program itself, such as language and text size, as text by key."""

from pos_closeout.store import Store


def read_setting(store: Store, key: str, default: str = "") -> str:
    """Return a setting, or ``default`` when it was never set."""
    return store.settings.get(key, default)


def read_settings(store: Store) -> dict[str, str]:
    """Return every setting."""
    return store.settings.all()


def write_setting(store: Store, key: str, value: str) -> None:
    """Store a setting.

    Raises:
        DataFolderError: the database cannot be written.
    """
    store.settings.set(key, value)
