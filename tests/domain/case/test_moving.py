from dataclasses import replace
from datetime import date

from pos_closeout.domain.case.moving import Move, Moved, MoveState, differences, move_state, needs_warning

COUNTED = Move(Moved.MEMBERS, count_before=126, count_after=126, fen_before=100_00, fen_after=100_00)


def test_a_move_is_counted_compared_and_signed_off() -> None:
    assert move_state(Move()) is MoveState.OPEN
    assert move_state(replace(COUNTED, fen_after=None)) is MoveState.OPEN
    assert move_state(COUNTED) is MoveState.TO_SIGN
    signed = replace(COUNTED, signed_by="陈和顺", signed_on=date(2026, 11, 20))
    assert move_state(signed) is MoveState.SIGNED
    assert move_state(replace(signed, signed_by=" ")) is MoveState.TO_SIGN


def test_a_difference_wants_a_reason_before_it_is_signed_off() -> None:
    fewer = replace(COUNTED, count_after=125, fen_after=50_00, signed_by="陈和顺", signed_on=date(2026, 11, 20))
    assert differences(fewer) == (-1, -50_00)
    assert move_state(fewer) is MoveState.DIFFERS
    assert move_state(replace(fewer, note="一位会员已退款")) is MoveState.SIGNED


def test_somebody_outside_is_warned_about_until_there_is_an_agreement() -> None:
    outside = replace(COUNTED, third_party=True)
    assert needs_warning(outside)
    assert not needs_warning(replace(outside, third_party_agreed=True))
    assert not needs_warning(COUNTED)
