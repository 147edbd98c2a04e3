"""What the verbs say about notices."""

from collections.abc import Mapping
from types import MappingProxyType

from pos_closeout.domain.notices import NoticeState, Way
from pos_closeout.guidance.bilingual import Bilingual

WAYS: Mapping[Way, Bilingual] = MappingProxyType(
    {
        Way.SMS: Bilingual("发短信", "by text message"),
        Way.EMAIL: Bilingual("发邮件", "by e-mail"),
        Way.PHONE: Bilingual("打电话", "by phone"),
        Way.POSTER: Bilingual("贴告示", "by the poster"),
        Way.IN_PERSON: Bilingual("当面说", "in person"),
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
