"""The words by which a line of a statement is known as a charge of an acquirer, or as a fee of somebody else.

Three sets decide: what only a card terminal is charged for, what anybody may be charged for, and whose fee it is when
it is somebody else's. ``tests/domain/papers/charge_lines.py`` holds every line they were judged by.
"""

import re

_OF_TERMINALS = re.compile(
    r"收单|刷卡机|刷卡(?:手续|服务)费|机具|商户(?:服务|管理|会员|使用|平台|认证|维护|接入|系统)?(?:费|年费|会员)|扣率|电签|码牌|"
    r"云喇叭|云音箱|收款(?:音箱|码|终端|设备|机|盒子)|聚合(?:支付|码|收款|商户)|(?:智能|移动|支付)终端|终端\w{0,4}费|"
    r"(?:流量|物联网|物联|通讯|SIM\s?)卡|激活返现|(?:未|不)达标|秒到|[DT]\s?\+?\s?0\s?(?:服务|手续|提现|秒)|"
    r"payment terminal|terminal\s(?:\w+\s)?(?:fee|rent|charge)|merchant (?:service )?(?:fee|charge)|sim (?:card|data)|"
    r"card reader|card machine",
    re.IGNORECASE,
)
_POS = re.compile(r"(?<![A-Z])M?POS(?![A-Z])", re.IGNORECASE)
_PURCHASE = re.compile(r"消费|取现|取款|购物|购买|刷卡|超市|商场|餐饮|便利店|purchase|withdrawal|cash", re.IGNORECASE)
"""What makes a line with POS a payment in a shop: the owner's own card at somebody else's terminal."""

_FEES = re.compile(
    r"流量|通讯|通信|服务费|管理费|年费|月租|月费|租金|租赁费|使用费|占用费|考核费|维护费|押金|激活|会员费|增值|"
    r"data fee|service (?:fee|charge)|monthly (?:\w+ )?(?:fee|charge)|maintenance (?:fee|charge)|rental|"
    r"terminal fee|annual fee",
    re.IGNORECASE,
)
"""What such charges are called, though others call theirs so too; whether one is listed in the agreement, the owner
decides."""

_OTHERS = re.compile(
    # Telephone, home and premises.
    r"中国移动|移动通信|联通|联合网络通信|电信|中国广电|话费|宽带|固话|物业|房|商铺|店铺|铺面|门面|公寓|宿舍|车位|仓储|仓库|摊位|档口|市场管理|水电|水费|电费|电力|"
    r"燃气|供暖|供热|暖气|电梯|垃圾|卫生费|消防|安保|保安|监控|"
    # Banks and money of the owner's own.
    r"短信|账户管理|账户服务|小额账户|(?:信用|借记|银行)卡年费|卡年费|网银|手机银行|U盾|工本费|转账|跨行|汇款|提现|取现|理财|基金|证券|"
    r"期货|保险|社保|医保|公积金|贷款|还款|信用卡|余额宝|零钱|担保|增值税|税|工会|"
    # On the road.
    r"停车|ETC|通行|高速|加油|充电|滴滴|打车|出行|单车|电瓶车|租车|骑行|铁路|12306|航空|机票|酒店|宾馆|民宿|旅游|"
    # Deliveries and shops on the web.
    r"快递|物流|运费|货运|搬家|配送|顺丰|美团|饿了么|淘宝|天猫|京东|拼多多|抖音|快手|小红书|推广|广告|直播|"
    # Media and memberships.
    r"视频|音乐|影视|爱奇艺|优酷|芒果TV|哔哩|网盘|云盘|百度|迅雷|腾讯|QQ|WPS|阅读|知乎|喜马拉雅|游戏|苹果|Apple|华为|小米|超市|山姆|"
    r"健身|瑜伽|美容|美发|理发|洗衣|宠物|医院|诊所|体检|学费|学校|教育|培训|幼儿园|驾校|"
    # Services and devices of a business.
    r"记账|财税|会计|财务|审计|律师|法律|咨询|中介|劳务|人力|招聘|派遣|设计|装修|维修|清洁|清洗|保洁|家政|检测|检验|评估|公证|认证|商标|"
    r"招标|投标|协会|商会|打印机|复印|空调|冰箱|冰柜|饮水|净水|电脑|叉车|服务器|域名|阿里云|华为云|充电宝|煤气|液化气|钢瓶|桶装水|周转箱|"
    r"余额|账单分期|"
    # The same in English.
    r"\b(?:car|room|house|flat|apartment|office|bike|printer|account|wire|transfer|netflix|spotify|gym|hotel|parking|"
    r"property|utility|internet|mobile|school|insurance|icloud|youtube)\b",
    re.IGNORECASE,
)
"""Words of fees that are somebody else's, unless the line names the acquirer or a terminal."""


_PAYMENT_FIRM = re.compile(
    r"支付|付|收款|收银|清算|结算|过渡|代收|银联|网联|银商|内部|待|应付|应收|科技|网络|信息|电子|数据|技术|商务|智能|数字|智慧|软件|互联|"
    r"云|金服|通讯|通信|通|商户|平台|公司$|pay|tech|network|data",
    re.IGNORECASE,
)
"""What acquirers, their agents and the accounts they collect through are called."""


def may_collect(who: str) -> bool:
    """Tell whether the other side of a line may be an acquirer, its agent, or an account they collect through.

    A bank that names nobody leaves it open; a school or a market that takes a 管理费 does not.
    """
    return not who.strip() or bool(_PAYMENT_FIRM.search(who))


def names_terminal(text: str) -> bool:
    """Tell whether a text names what only the owner of a card terminal is charged for."""
    if _OF_TERMINALS.search(text):
        return True
    return bool(_POS.search(text)) and (bool(_FEES.search(text)) or not _PURCHASE.search(text))


def names_fee(text: str) -> bool:
    """Tell whether a text names a fee that may be an acquirer's and is nobody else's by its words."""
    return bool(_FEES.search(text)) and not _OTHERS.search(text)


def fees_named(text: str) -> frozenset[str]:
    """Return the words of fees in a text, in capitals."""
    found = (*_FEES.finditer(text), *_OF_TERMINALS.finditer(text))
    return frozenset(each[0].upper() for each in found)
