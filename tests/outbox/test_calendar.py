"""The calendar file: read back by a strict parser, and checked against RFC 5545 by hand."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from pos_closeout.outbox.calendar import CalendarEntry, calendar_file

CHANGED = datetime(2026, 11, 22, 18, 32, 5, 99, tzinfo=UTC)
ENTRY = CalendarEntry(
    due=date(2026, 12, 1), summary="到期：待退款 ¥128.50 王女士", notes="文三路店\n参考号: 6312; a,b",
    ahead="还有 3 天", late="还没结清", open=True, uid="item-1@x", revision=4, changed=CHANGED,
)  # fmt: skip


def events(data: bytes) -> list[Event]:
    """Return the events of a file; the parser raises at anything it does not understand."""
    calendar = Calendar.from_ical(data)
    assert calendar["VERSION"] == "2.0"
    assert not calendar.errors
    found = [each for each in calendar.walk("VEVENT") if isinstance(each, Event)]
    assert not any(each.errors for each in found)
    return found


def test_an_event_says_when_what_and_in_which_revision() -> None:
    (event,) = events(calendar_file([ENTRY], "名", 3, 1))
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 12, 1), date(2026, 12, 2))
    assert (event["UID"], event["SEQUENCE"], event["STATUS"]) == ("item-1@x", 4, "CONFIRMED")
    assert event["SUMMARY"] == ENTRY.summary
    assert event["DESCRIPTION"] == ENTRY.notes
    assert event.decoded("dtstamp") == event.decoded("last-modified") == CHANGED.replace(microsecond=0)


def test_alarms_ring_before_on_and_after_the_day() -> None:
    (event,) = events(calendar_file([ENTRY], "名", 3, 2))
    rings = [(alarm.decoded("trigger"), alarm.get("repeat")) for alarm in event.walk("VALARM")]
    assert [each for each, _ in rings] == [timedelta(days=-3, hours=9), timedelta(hours=9), timedelta(days=2, hours=9)]
    assert [again for _, again in rings] == [None, None, 30]
    (event,) = events(calendar_file([ENTRY], "名", 0, 0))
    assert len(event.walk("VALARM")) == 1


def test_an_entry_can_have_alarms_of_its_own() -> None:
    own = replace(ENTRY, days_before=7, every_days=0)
    (event,) = events(calendar_file([own], "名", 3, 2))
    rings = [alarm.decoded("trigger") for alarm in event.walk("VALARM")]
    assert rings == [timedelta(days=-7, hours=9), timedelta(hours=9)]


def test_what_is_cleared_is_cancelled_and_silent() -> None:
    cleared = CalendarEntry(ENTRY.due, "已结清", "", "", "", open=False, uid=ENTRY.uid, revision=5, changed=CHANGED)
    (event,) = events(calendar_file([cleared], "名", 3, 1))
    assert (event["STATUS"], event["UID"], event["SEQUENCE"]) == ("CANCELLED", ENTRY.uid, 5)
    assert event.walk("VALARM") == []


def test_the_same_items_give_the_same_bytes() -> None:
    assert calendar_file([ENTRY], "名", 3, 1) == calendar_file([ENTRY], "名", 3, 1)


# What XML, JSON and calendars alike cannot carry has been taken out long before: line ends and tabs may be left.
words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=200)


@given(summary=words, notes=words)
def test_lines_are_folded_at_75_octets_and_unfold_to_what_was_written(summary: str, notes: str) -> None:
    data = calendar_file([CalendarEntry(ENTRY.due, summary, notes, summary, notes, open=True, uid="u")], "名", 1, 1)
    # RFC 5545, 3.1: CRLF everywhere, at most 75 octets a line without its end, never inside a character.
    assert data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode("utf-8") is not None for line in lines)
    unfolded = data.replace(b"\r\n ", b"").decode("utf-8").split("\r\n")
    (told,) = [line.removeprefix("SUMMARY:") for line in unfolded if line.startswith("SUMMARY:")]
    plain = told.replace("\\\\", "\0").replace("\\,", ",").replace("\\;", ";").replace("\\n", "\n").replace("\0", "\\")
    assert plain == summary
