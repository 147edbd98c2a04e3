from hypothesis import given, settings

from pos_closeout.store import Store
from tests.store.strategies import texts


@given(key=texts, value=texts)
@settings(max_examples=30, deadline=None)
def test_a_setting_is_what_was_last_stored(shared: Store, key: str, value: str) -> None:
    shared.settings.set(key, "before")
    shared.settings.set(key, value)
    assert shared.settings.get(key) == value
    assert shared.settings.all()[key] == value


def test_a_setting_never_stored_is_the_default(store: Store) -> None:
    assert store.settings.get("language") == ""
    assert store.settings.get("language", "zh") == "zh"
    assert store.settings.all() == {}
