"""What the verbs say about notices."""

from collections.abc import Mapping
from types import MappingProxyType

from pos_closeout.domain.case.notices import NoticeChannel, NoticeState
from pos_closeout.guidance.bilingual import Bilingual

WAYS: Mapping[NoticeChannel, Bilingual] = MappingProxyType(
    {
        NoticeChannel.SMS: Bilingual("发短信", "by text message"),
        NoticeChannel.EMAIL: Bilingual("发邮件", "by e-mail"),
        NoticeChannel.PHONE: Bilingual("打电话", "by phone"),
        NoticeChannel.POSTER: Bilingual("贴告示", "by the poster"),
        NoticeChannel.IN_PERSON: Bilingual("当面说", "in person"),
    }
)
STATES: Mapping[NoticeState, Bilingual] = MappingProxyType(
    {
        NoticeState.LATE: Bilingual("早该在 {day} 通知了", "should have been told on {day}"),
        NoticeState.TODAY: Bilingual("今天通知", "to be told today"),
        NoticeState.PLANNED: Bilingual("计划 {day} 通知", "to be told on {day}"),
        NoticeState.SENT: Bilingual("{day} 已通知", "told on {day}"),
        NoticeState.ACKNOWLEDGED: Bilingual("{day} 对方已确认", "confirmed on {day}"),
        NoticeState.NOT_NEEDED: Bilingual("不用通知：{why}", "need not be told: {why}"),
    }
)
UNPLANNED = Bilingual("还没有定通知日期", "no day planned yet")
NOBODY = Bilingual("还没有要通知的人。", "There is nobody to be told yet.")
LINE = Bilingual("{place}. {who}：{way}，{state}。", "{place}. {who}: {way}, {state}.")
IMPORTED = Bilingual(
    "加入名单 {added} 人；已在名单上的 {known} 人没有重复加入。",
    "{added} added to the list; {known} of the file are on it already.",
)
CONTACT_PROBLEM = Bilingual("第 {row} 行：{why}", "Row {row}: {why}")
CONTACT_PROBLEMS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "contact.phone": Bilingual("“{text}”不是电话号码，没有采用。", "“{text}” is no phone number and was left out."),
        "contact.damaged_number": Bilingual(
            "电话被表格软件改成了“{text}”，没有采用。",
            "A spreadsheet has turned the phone into “{text}”; it was left out.",
        ),
        "contact.email": Bilingual(
            "“{text}”不是邮箱地址，没有采用。", "“{text}” is no e-mail address and was left out."
        ),
        "contact.too_many": Bilingual("只读前 {text} 人。", "Only the first {text} are read."),
    }
)
