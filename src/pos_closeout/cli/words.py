"""The few words the verbs print for people, in both languages."""

from types import MappingProxyType

from pos_closeout.domain.bills.bills import ProposalState
from pos_closeout.domain.case.backup import BackupProof
from pos_closeout.domain.case.money_back import Clears
from pos_closeout.domain.case.retention import RecordKind
from pos_closeout.domain.eligibility.eligibility import Level
from pos_closeout.domain.ledger.open_items import Due, ItemDirection, ItemState
from pos_closeout.guidance.bilingual import Bilingual

LEVELS = MappingProxyType(
    {
        Level.BLOCKING: Bilingual("阻断", "blocking"),
        Level.WARNING: Bilingual("提醒", "warning"),
        Level.INFORMATION: Bilingual("说明", "information"),
        Level.MET: Bilingual("通过", "met"),
    }
)

DUE = MappingProxyType(
    {
        Due.OVERDUE: Bilingual("已逾期", "overdue"),
        Due.TODAY: Bilingual("今天到期", "due today"),
        Due.THIS_WEEK: Bilingual("7 天内到期", "due within 7 days"),
        Due.LATER: Bilingual("以后到期", "due later"),
        Due.NO_DATE: Bilingual("没有期限", "no date"),
    }
)

STATES = MappingProxyType(
    {ItemState.OPEN: Bilingual("未结", "open"), ItemState.CLEARED: Bilingual("已结清", "cleared")}
)

WAYS = MappingProxyType(
    {
        "success": Bilingual("平台显示退款成功", "the platform says it succeeded"),
        "proof": Bilingual("见凭证", "see the proof"),
    }
)

PROPOSALS = MappingProxyType(
    {
        ProposalState.WAITING: Bilingual("待您决定", "for you to decide"),
        ProposalState.ACCEPTED: Bilingual("已登记", "accepted"),
        ProposalState.REJECTED: Bilingual("不登记", "rejected"),
        ProposalState.SETTLED: Bilingual("账单显示已了结", "settled by a later bill"),
    }
)

NO_PROPOSALS = Bilingual("账单里没有要登记的。", "The bills propose nothing.")
UNRECOGNISED = Bilingual("不认识的状态：{word}（{count} 行）", "Word not recognised: {word} ({count} rows)")
WITHDRAW_AGAIN = Bilingual(
    "第 {row} 行提现没有成功，¥{yuan} 还在余额里，需要时请再提一次。",
    "Row {row}: the withdrawal failed and ¥{yuan} is still in the balance; withdraw it again if you need it.",
)
NO_LAYOUTS = Bilingual("还没有记住任何表格格式。", "No layout of a table has been remembered yet.")
NO_NAME = Bilingual("没有名字", "no name")
NO_CHARGES = Bilingual("停机后的流水里没有发现扣费。", "The statements show no charge after the stop.")
NO_RETURNS = Bilingual("还没有看到退回来的钱。", "Nothing has come back yet.")
CLEARS = MappingProxyType(
    {
        Clears.DEPOSIT_ITEM: Bilingual("押金，未结事项", "deposit, open item"),
        Clears.FEE_ITEM: Bilingual("费用，未结事项", "fee, open item"),
        Clears.CHARGE: Bilingual("停机后的扣费", "charge after the stop"),
        Clears.DEPOSIT: Bilingual("押金", "deposit"),
    }
)
NO_BILLS = Bilingual("还没有导入账单。", "No bill has been imported yet.")
DESTROYED = Bilingual(
    "这个文件被 Excel 改过，{count} 个单号已经毁掉。请到平台重新下载，下载后不要打开，直接导入；不会重复计算。",
    "Excel has changed this file: {count} order numbers are destroyed. Please download the bill again and import it "
    "without opening it first; nothing counts twice.",
)
CUT = Bilingual(
    "文件自己写的总数与读到的 {rows} 行不符，可能不完整，请重新下载。",
    "The file's own total does not agree with the {rows} rows read: a part may be missing, please download it again.",
)
CUT_COUNT = Bilingual(
    "文件自己写有 {count} 笔，读到 {rows} 笔，可能不完整，请重新下载。",
    "The file itself counts {count} lines and {rows} were read: a part may be missing, please download it again.",
)
PDF_CHECKS = Bilingual(
    "PDF 有 {count} 处对不上（页、余额或笔数），请与原件核对。",
    "{count} checks of the PDF (pages, balances, counts) do not agree: please compare it with the paper.",
)
NOT_IMPORTED = Bilingual("还没有导入", "nothing imported yet")
NOTHING_AGAIN = Bilingual("没有要再查的退款。", "There is no running refund to look up again.")
BILL_GONE = Bilingual(
    "已撤回“{name}”：{undecided} 条未决定的发现一起去掉；已登记的 {items} 项仍在未结清单上。再导入一次就能恢复。",
    "“{name}” was taken back: {undecided} undecided proposals went with it, {items} open items stay on the list. "
    "Import the file again to have it back.",
)
COPY_MADE = Bilingual("撤回前做了安全副本：{name}", "A safety copy was made before: {name}")
UNPAID_OPEN = Bilingual(
    "账单里没有未付的单子，只能问您：有没有顾客说付了、或终端没有确认的付款？没有就加上 --none。",
    "Bills never hold unpaid orders, so please say: is there a customer who says he paid, or a payment the terminal "
    "did not confirm? If there is none, add --none.",
)
UNPAID_NONE = Bilingual("{day} 您说过：没有结果不明的付款。", "On {day} you said: no payment is without a result.")
UNPAID_NEWER = Bilingual(
    "{day} 您说过没有结果不明的付款；之后又导入了账单，请再想一想。没有就加上 --none。",
    "On {day} you said that no payment is without a result. A bill was imported since: please think again. If there is "
    "still none, add --none.",
)
TO_ANSWER = Bilingual("待您回答", "to be answered")
NO_CASES = Bilingual("还没有申请。", "There is no case yet.")
NO_ITEMS = Bilingual("没有未结事项。", "There is no open item.")
UNNAMED = Bilingual("（未填店名）", "(no name yet)")
SAMPLE = Bilingual("示例", "sample")
STORED = Bilingual("已保存：", "Stored: ")
DELETED = Bilingual("已删除：", "Deleted: ")
TERMINALS = Bilingual("终端", "terminals")
NO_CONTACTS = Bilingual("还没有联系记录。", "Nothing has been written down yet.")
BAITED = Bilingual(
    "当心：骗子就是这样把自己的号码塞给您的。请改拨签购单或协议上的号码。",
    "Careful: frauds hand out their own numbers like this. Call the number on the slip or the agreement.",
)
EXPECTED = Bilingual("预计 {day} 前有答复", "to be expected by {day}")
OPEN_ITEMS = Bilingual("未结事项", "open items")
COUNT = Bilingual("共 {count} 项，已逾期 {overdue} 项", "{count} in all, {overdue} overdue")
SUM = Bilingual(
    "{direction} {count} 项，{fen} 元；已逾期 {overdue_count} 项，{overdue_fen} 元",
    "{direction}: {count}, {fen} yuan; {overdue_count} overdue, {overdue_fen} yuan",
)
DIRECTIONS = MappingProxyType(
    {ItemDirection.TO_PAY: Bilingual("应付", "To pay"), ItemDirection.TO_GET: Bilingual("应收", "To get")}
)

PROOFS = MappingProxyType(
    {
        BackupProof.NONE: Bilingual("还没有备份。", "There is no backup yet."),
        BackupProof.UNCHECKED: Bilingual("备份还没有核对。", "The backup has not been read back."),
        BackupProof.GOOD: Bilingual("备份核对无误。", "The backup was read back and is right."),
        BackupProof.BAD: Bilingual("备份有问题，请重新做一份。", "Something is wrong with the backup. Make a new one."),
    }
)
BUNDLE_GOOD = Bilingual("证据包完好，每个字节都没变。", "The evidence bundle is whole; no byte has changed.")
BUNDLE_BAD = Bilingual("证据包有问题：", "Something is wrong with the evidence bundle:")
BAG_LACKS = Bilingual(
    "备份不完整：有 {count} 个选定的文件没能放进去。请关掉正在使用它们的程序，或去掉已经不在的文件，再做一份。",
    "The backup is not whole: {count} chosen files are not in it. Close the programs that use them, or take off what "
    "is gone, and make it again.",
)
BAG_GOOD = Bilingual("核对无误：{files} 个文件，{bytes} 字节。", "Right: {files} files, {bytes} bytes.")
BAG_BAD = Bilingual("有问题：{files} 个文件，{bytes} 字节。", "Something is wrong: {files} files, {bytes} bytes.")
COPY_APART = Bilingual("在另一块磁盘上", "on another volume")
COPY_SAME = Bilingual("和备份在同一块磁盘上", "on the same volume as the bag")
CLOSED = Bilingual("已关闭", "closed")
ARCHIVED = Bilingual("已归档", "archived")
NO_REFUNDS = Bilingual("没有待退的款。", "There is no open refund.")
LAST_DAY = Bilingual("最晚 {day}", "by {day} at the latest")
BY_HAND = Bilingual("渠道期限已过，请收单机构人工退", "the channel is closed, ask the acquirer for a refund by hand")
LOST = Bilingual("渠道期限已过，请和收单机构、顾客商量", "the channel is closed, talk to the acquirer and the customer")
BEFORE_STOP = Bilingual("停机前必须退好", "must be done before the stop")
NO_STOP = Bilingual("还没有定停机日期，先在第 8 步填上。", "No day for the stop yet; step 8 asks for it.")
EARLIEST_CLOSE = Bilingual(
    "商户号最早 {day} 可以注销（静默期 {days} 天，请向收单机构确认）",
    "the merchant number may be closed on {day} at the earliest ({days} quiet days; ask your acquirer)",
)
SMS_COUNT = Bilingual(
    "{characters} 个字，按 {messages} 条短信计费", "{characters} characters, charged as {messages} messages"
)
NO_DELIVERIES = Bilingual("还没有送达记录。", "Nothing has been handed over yet.")
ARRIVED = Bilingual("已送达，有凭证", "arrived, with proof")
NOT_PROVED = Bilingual("还没有送达凭证", "no proof of arrival yet")
NOTHING_FOUND = Bilingual("没有找到。少写几个字，或换个说法再试。", "Nothing found. Try fewer or other words.")
MORE_FOUND = Bilingual("… 还有更多，请写得更具体。", "… and more; be more specific.")
NONE = Bilingual("没有。", "None.")
DAMAGED = Bilingual("已损坏", "damaged")
SECOND_PLACE = Bilingual("第二位置", "second place")
PLACE_ABSENT = Bilingual(
    "第二个位置现在够不着（U 盘没插？）；插上后程序会自己补上。",
    "The second place is out of reach now (is the stick plugged in?); it is brought up to date when it is back.",
)
KEEP_UNTIL = Bilingual("法律要求保存到 {until}：{what}", "The law wants this kept until {until}: {what}")
RECORDS = MappingProxyType(
    {
        RecordKind.TAX: Bilingual("纳税资料", "tax papers"),
        RecordKind.INVOICES: Bilingual("发票", "invoices"),
        RecordKind.BOOKS: Bilingual("账簿和凭证", "books and vouchers"),
        RecordKind.STATEMENTS: Bilingual("对账单", "statements"),
        RecordKind.PREPAID: Bilingual("预付卡、会员储值记录", "records of prepaid balances"),
    }
)
ERASE_WARNING = Bilingual(
    "将永久删除 {name}：数据、附件、日志和所有够得着的安全副本，不能撤销。",
    "This deletes {name} for good: data, attachments, log and every safety copy within reach. It cannot be undone.",
)
ERASE_BAG = Bilingual("资料备份不动，还在：{path}", "The backup of records stays where it is: {path}")
ERASED = Bilingual(
    "已永久删除 {name}，副本 {copies} 份，附件 {files} 个。", "Deleted {name} for good: {copies} copies, {files} files."
)
ERASED_IN_PART = Bilingual("还有没删干净的：", "Something is left:")
ERASE_LATER = Bilingual(
    "第二个位置现在够不着：{path}。插上后打开程序，会自动把它从那里的副本里删掉。",
    "The second place is out of reach: {path}. Once it is back, opening the program takes the case out of it.",
)
PAPER_NOT_KEPT = Bilingual(
    "文件写好了，但数据现在只能看，版本没有记下来。",
    "The paper is written, but the data can only be read now, so its version was not noted.",
)
