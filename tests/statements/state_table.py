"""Every word that was ever seen on a bill, with what it means for a sale, a purchase, a refund and a hold on a card."""

from pos_closeout.domain.bills.line_states import LineKind
from pos_closeout.domain.bills.transactions import Direction, TransactionState

D, U, W, P, A, T, R, C, X = (
    TransactionState.DONE,
    TransactionState.UNFINISHED,
    TransactionState.WAITING,
    TransactionState.REFUND_PENDING,
    TransactionState.REFUND_ACTION,
    TransactionState.PART_REFUNDED,
    TransactionState.REFUNDED,
    TransactionState.CLOSED,
    TransactionState.UNKNOWN,
)
COLUMNS = (
    (LineKind.PAYMENT, Direction.IN),
    (LineKind.PAYMENT, Direction.OUT),
    (LineKind.TRANSFER, Direction.OUT),
    (LineKind.WITHDRAWAL, Direction.NEUTRAL),
    (LineKind.REFUND, Direction.OUT),
    (LineKind.REFUND_UNDONE, Direction.IN),
    (LineKind.HOLD, Direction.NEUTRAL),
    (LineKind.HOLD_UNDONE, Direction.NEUTRAL),
)
"""Kind and direction of each column of the table."""

TABLE: tuple[tuple[tuple[TransactionState, ...], str], ...] = (
    (
        (D, D, D, D, R, D, W, C),
        (
            "支付成功 交易成功 交易完成 付款成功 SUCCESS SUCCEEDED SUCCESSFUL PAID POSTED COMPLETED FINISHED "
            "TRADE_SUCCESS TRADE_FINISHED PAY_SUCCESS SETTLED APPROVED 已收钱 朋友已收钱 对方已收钱 "
            "已存入零钱 已到账 已支付 已付款 提现已到账 提现成功 充值成功 充值完成 还款成功 退税成功 解冻成功 "
            "成功 已成功 已支出 已收入 已结账 已完成 完成 收款成功 收款完成 已收款 扣款成功 已扣款 代付成功 "
            "代扣成功 转出成功 转入成功 转账成功 缴费成功 亲情卡付款成功 芝麻免押下单成功 免押下单成功 "
            "信用服务使用成功 已入账 入账成功 已结算 已清算 买单成功 核销成功 已核销 ums:0 ums:00"
        ),
    ),
    (
        (U, U, U, U, P, U, W, W),
        (
            "等待付款 等待买家付款 待付款 进行中 待支付 支付中 未支付 未付款 USERPAYING NOTPAY IN_QUEUE "
            "CREATED PAY_ERROR WAIT_BUYER_PAY PENDING PROCESSING 待收入 待支出 未支出 未结账 未结算 超时 未知 "
            "处理中 FF 交易处理中 支付处理中 交易进行中 等待支付 确认中 待确认 挂单 未完成 银行处理中 "
            "还款处理中 INIT ums:1"
        ),
    ),
    (
        (W, W, W, W, P, W, W, W),
        (
            "等待确认收货 等待对方确认收货 等待发货 待发货 待收货 等待对方收款 待对方确认收款 "
            "等待朋友确认收钱 待领取 待入账 冻结中 冻结 已冻结 冻结成功 预授权成功 免押冻结成功"
        ),
    ),
    (
        (D, D, W, D, R, D, D, D),
        "已转账",
    ),
    (
        (C, C, C, C, A, C, C, W),
        (
            "失败 交易失败 支付失败 付款失败 扣款失败 代扣失败 还款失败 充值失败 转账失败 转出失败 转入失败 "
            "收款失败 FAIL FAILED PAYERROR ERROR 已失败 交易异常失败 拒绝 已拒绝 DECLINED 余额不足 ums:5"
        ),
    ),
    (
        (C, R, C, C, A, C, C, C),
        ("CLOSED TRADE_CLOSED 交易关闭 订单关闭 已关闭 关闭 支付关闭"),
    ),
    (
        (C, C, C, C, A, C, C, C),
        (
            "PAY_CANCELED CANCELED CANCELLED EXPIRED 已取消 取消 交易取消 消台 被转台 被并台 已作废 作废 "
            "已过期 已失效 未付款关闭 REVOKED REVERSED VOIDED 已撤销 已撤消 已冲正 撤销成功 撤消成功 冲正成功 "
            "已撤单 撤单 ums:2 ums:4 "
            "提现失败,已退回零钱 提现失败 提现失败,已退回 提现失败,已退回余额 付款失败,已退回零钱 "
            "转账失败,已退回零钱"
        ),
    ),
    (
        (P, P, P, P, P, P, P, P),
        (
            "退货中 退款中 退款处理中 退款申请中 退货处理中 待退款 退款审核中 等待退款 退款进行中 已申请退款 "
            "退款待处理 REFUNDING REFUND_PROCESSING REFUND_IN_PROGRESS REFUND_INPROGRESS REFUND_PENDING "
            "部分退款中 全额退款中"
        ),
    ),
    (
        (A, A, A, A, A, A, A, A),
        (
            "CHANGE ABNORMAL 退款异常 退货失败 退款失败 退款关闭 退货异常 退款被拒绝 退款已关闭 退款拒绝 "
            "REFUND_FAIL REFUND_FAILED REFUND_CLOSED REFUND_ERROR REFUNDCLOSE 部分退款失败 全额退款失败"
        ),
    ),
    (
        (R, R, R, C, R, R, C, R),
        (
            "已全额退款 全额退款 全部退款 退款成功 对方已退还 已退还 退货成功 已退货 退款完成 全额退款成功 "
            "已全部退款 REFUNDED REFUND_SUCCESS REFUND_FINISH FULL_REFUND REFUNDSUCCESS ums:3"
        ),
    ),
    (
        (T, T, T, T, R, T, T, T),
        "已退款 部分退款 部分退款成功 已部分退款 PARTIAL_REFUND PARTIAL_REFUNDED PART_REFUND",
    ),
    (
        (X, X, X, X, X, X, X, X),
        "已转入零钱-待退款 开心 SUCCESSISH NONE",
    ),
)
"""States by the columns above for words with blanks between them; ``family:word`` is a word of one platform."""

ROWS = [(text, states) for states, words in TABLE for text in words.split()]
"""Each word with its states."""


def expected(text: str, kind: LineKind, direction: Direction) -> TransactionState:
    """Return what the table says of a word on a line of a kind and direction; it has no other refunds and holds."""
    states = dict(ROWS)[text]
    fitting = (
        at
        for at, (each, way) in enumerate(COLUMNS)
        if each is kind and (way is direction or kind is not LineKind.PAYMENT)
    )
    return states[next(fitting, 0)]
