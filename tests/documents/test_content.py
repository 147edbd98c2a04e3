from pos_closeout.documents.content import GridEntry, filled_entries, half_widths, lines, packed, spaced


def test_width_counts_chinese_characters_twice() -> None:
    assert half_widths("POS终端") == 7


def test_short_entries_stand_two_a_row_and_long_or_wide_ones_alone() -> None:
    name, number, kind = (
        GridEntry("商户名称", "和顺", wide=True),
        GridEntry("商户号", "1"),
        GridEntry("主体类型", "企业"),
    )
    place, phone = GridEntry("地址", "路" * 16), GridEntry("电话", "2")

    assert packed([name, number, place, kind, phone]).rows == ((name,), (place,), (number, kind), (phone,))


def test_what_was_not_given_has_no_entry() -> None:
    assert filled_entries([("电话", " 138 "), ("邮箱", " ")]) == (GridEntry("电话", "138"),)


def test_values_of_one_box_are_kept_apart() -> None:
    assert spaced(["林小雨", "", "电话"]) == "林小雨　电话"
    assert lines("刷卡 ", "", "10023456") == "刷卡\n10023456"
