"""What home says without reading the whole list is what the whole list says."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from pos_closeout.actions.cases.cases import open_case
from pos_closeout.actions.items.items import list_items
from pos_closeout.actions.items.overview import add_up, due_soon, items_of
from pos_closeout.domain.ledger.open_items import ItemKind, ItemState, OpenItem, totals
from pos_closeout.domain.ledger.outlook import look_ahead
from pos_closeout.store import open_store

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)

items = st.builds(
    OpenItem,
    case_id=st.sampled_from([1, 2]),
    kind=st.sampled_from(ItemKind),
    amount_fen=st.none() | st.integers(0, 10**12),
    due_on=st.none() | st.integers(-10, 10).map(lambda days: TODAY + timedelta(days)),
    state=st.sampled_from(ItemState),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(items, max_size=20))
def test_home_says_what_the_whole_list_says(written: list[OpenItem]) -> None:
    with TemporaryDirectory() as folder, open_store(Path(folder), now=NOW) as store:
        for _ in range(2):
            open_case(store, TODAY, NOW)
        store.items.add_many(written, NOW)
        everything = list_items(store, cleared=True)
        assert add_up(store, TODAY) == totals(everything, TODAY)
        assert due_soon(store, TODAY) == look_ahead(everything, TODAY)
        assert set(items_of(store, 1)) == {item for item in everything if item.case_id == 1}
        assert items_of(store, 3) == ()
