"""The yearly notice is read as it is pasted, in the wordings of the years so far, and what does not fit is said."""

from datetime import date, timedelta

import pytest

from pos_closeout.domain.dates.holiday_notice import read_notice
from pos_closeout.domain.dates.working_days import WorkCalendar, is_working
from pos_closeout.domain.errors import BadInputError
from pos_closeout.guidance.work_calendar import load_work_calendar

NOTICES = {
    2017: """国务院办公厅关于2017年部分节假日安排的通知
一、元旦：1月1日放假，1月2日（星期一）补休。
二、春节：1月27日至2月2日放假调休，共7天。1月22日（星期日）、2月4日（星期六）上班。
三、清明节：4月2日至4日放假调休，共3天。4月1日（星期六）上班。
四、劳动节：5月1日放假，与周末连休。
五、端午节：5月28日至30日放假调休，共3天。5月27日（星期六）上班。
六、中秋节、国庆节：10月1日至8日放假调休，共8天。9月30日（星期六）上班。""",
    2019: """关于2019年部分节假日安排的通知
一、元旦：2018年12月30日至2019年1月1日放假调休，共3天。2018年12月29日（星期六）上班。
二、春节：2月4日至10日放假调休，共7天。2月2日（星期六）、2月3日（星期日）上班。
三、清明节：4月5日放假，与周末连休。
四、劳动节：5月1日至4日放假调休，共4天。4月28日（星期日）、5月5日（星期日）上班。
五、端午节：6月7日放假，与周末连休。
六、中秋节：9月13日放假，与周末连休。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。""",
    2024: """国务院办公厅关于2024年部分节假日安排的通知（国办发明电〔2023〕7号）2023年10月25日
一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。""",
    2025: """2025年部分节假日安排
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。""",
    2026: """关于2026年部分节假日安排的通知
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。""",
}


@pytest.mark.parametrize("year", NOTICES)
def test_a_notice_gives_the_days_that_were_worked_that_year(year: int) -> None:
    found, known = read_notice(NOTICES[year]), load_work_calendar()
    read = WorkCalendar(frozenset(found.days_off), frozenset(found.make_up), frozenset({year}))
    assert (found.year, found.problems) == (year, ())
    days = (date(year, 1, 1) + timedelta(days=count) for count in range(350))
    assert not [day for day in days if is_working(day, read) is not is_working(day, known)]


def test_what_does_not_fit_is_said() -> None:
    wrong_weekday = NOTICES[2026].replace("1月4日（周日）上班", "1月4日（周六）上班")
    assert read_notice(wrong_weekday).problems == (("weekday", "1月4日"),)
    wrong_count = NOTICES[2026].replace("放假调休，共9天", "放假调休，共8天")
    assert [name for name, _ in read_notice(wrong_count).problems] == ["count"]
    backwards = NOTICES[2026].replace("10月1日（周四）至7日（周三）放假调休", "10月7日（周三）至1日（周四）放假调休")
    assert "count" in [name for name, _ in read_notice(backwards).problems]


@pytest.mark.parametrize(("text", "why"), [("今天天气不错", "no_year"), ("2027年的安排还没有公布", "no_days")])
def test_a_text_that_is_no_notice_is_refused(text: str, why: str) -> None:
    with pytest.raises(BadInputError) as caught:
        read_notice(text)
    assert caught.value.message_id == f"holiday_notice.{why}"
