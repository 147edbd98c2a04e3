from datetime import date

import pytest

from pos_closeout.domain.case.address_book import MOST_NOTICES, Contact, OnList, notices_for
from pos_closeout.domain.case.notices import Audience, Notice, NoticeChannel
from pos_closeout.domain.errors import BadInputError

TODAY = date(2026, 11, 21)
SUPPLIER = Audience.SUPPLIER


@pytest.mark.parametrize(
    ("contact", "notice", "same"),
    [
        (Contact("甲", "13800138000", "", 1), Notice(SUPPLIER, phone="+86 138-0013-8000"), True),
        (Contact("甲", "008613800138000", "", 1), Notice(SUPPLIER, phone="13800138000"), True),
        (Contact("甲", "", "A@Example.com", 1), Notice(SUPPLIER, email=" a@example.com"), True),
        (Contact("甲", "", "", 1), Notice(SUPPLIER, name="甲 "), True),
        (Contact("甲", "13800138001", "", 1), Notice(SUPPLIER, name="甲", phone="13800138000"), False),
        (Contact("甲", "13800138000", "", 1), Notice(Audience.STAFF, phone="13800138000"), False),
        (Contact("甲", "", "a@example.com", 1), Notice(SUPPLIER, name="甲"), False),
    ],
)
def test_somebody_is_known_by_phone_address_or_name(contact: Contact, notice: Notice, *, same: bool) -> None:
    assert (contact in OnList(SUPPLIER, [notice])) is same


def test_everybody_is_put_on_the_list_once_with_the_usual_day() -> None:
    people = [Contact("甲", "13800138000", "", 1), Contact("甲", "+8613800138000", "", 2), Contact("乙", "", "", 3)]
    fresh = notices_for(people, SUPPLIER, NoticeChannel.EMAIL, (), stop_on=date(2026, 12, 31), today=TODAY)
    assert [(each.name, each.planned_on, each.way) for each in fresh] == [
        ("甲", date(2026, 12, 24), NoticeChannel.EMAIL),
        ("乙", date(2026, 12, 24), NoticeChannel.EMAIL),
    ]
    assert notices_for(people, SUPPLIER, NoticeChannel.EMAIL, fresh, stop_on=None, today=TODAY) == ()


def test_somebody_who_stands_twice_in_a_file_by_name_alone_is_put_on_the_list_once() -> None:
    twice = [Contact("甲", "", "", 1), Contact("甲", "", "", 2)]
    fresh = notices_for(twice, SUPPLIER, NoticeChannel.SMS, (), stop_on=None, today=TODAY)
    assert [each.name for each in fresh] == ["甲"]


def test_a_mailing_is_refused() -> None:
    people = [Contact(f"客{number}", "", "", number) for number in range(MOST_NOTICES)]
    assert len(notices_for(people, SUPPLIER, NoticeChannel.SMS, (), stop_on=None, today=TODAY)) == MOST_NOTICES
    with pytest.raises(BadInputError, match=r"notice\.too_many"):
        notices_for(people, SUPPLIER, NoticeChannel.SMS, (Notice(),), stop_on=None, today=TODAY)


@pytest.mark.timeout(5)
def test_a_whole_address_book_is_compared_with_a_full_list_in_no_time() -> None:
    full = [Notice(SUPPLIER, name=f"客{number}", phone=f"138{number:08d}") for number in range(MOST_NOTICES)]
    people = [Contact("", f"+86 138{number:08d}", "", number) for number in range(20_000)]
    there = OnList(SUPPLIER, full)
    assert [each.row for each in people if each in there] == list(range(MOST_NOTICES))
    with pytest.raises(BadInputError, match=r"notice\.too_many"):
        notices_for(people, SUPPLIER, NoticeChannel.SMS, (), stop_on=None, today=TODAY)
