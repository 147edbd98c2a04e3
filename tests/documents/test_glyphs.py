from dataclasses import replace

from pos_closeout.documents.glyphs import Unprintable, unprintable
from pos_closeout.documents.typesetting import Fonts
from pos_closeout.domain.ledger.open_items import ItemState
from tests.documents.sample_cases import CASE, REMOVAL, ledger


def test_a_case_of_ordinary_and_rare_characters_can_be_printed(fonts: Fonts) -> None:
    case = replace(REMOVAL, merchant=replace(CASE.merchant, representative="䶮㛃𬱖𠅤喆犇堃𣲗㵘"))

    assert unprintable(case, ledger(3), fonts) == ()


def test_a_character_no_font_has_is_found_where_it_was_typed(fonts: Fonts) -> None:
    second = replace(REMOVAL.terminals[1], place="一楼😀收银台😀🚀")
    case = replace(REMOVAL, terminals=(REMOVAL.terminals[0], second))
    item = replace(ledger(1)[0], counterparty="陈🎉女士")

    assert unprintable(case, [item], fonts) == (
        Unprintable("terminals.2.place", "😀🚀"),
        Unprintable("items.1.counterparty", "🎉"),
    )


def test_a_cleared_item_does_not_hold_the_letter_up(fonts: Fonts) -> None:
    item = replace(ledger(1)[0], counterparty="🎉", state=ItemState.CLEARED)

    assert unprintable(REMOVAL, [item], fonts) == ()


def test_a_note_the_letter_does_not_show_does_not_hold_it_up(fonts: Fonts) -> None:
    item = replace(ledger(1)[0], note="🎉", contact="🎉", due_basis="🎉")

    assert unprintable(REMOVAL, [item], fonts) == ()
