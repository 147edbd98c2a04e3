"""Where a stop can be asked for in an app, and by whom: the first route, before any letter.

What each route is stands in ``routes.toml``, with its source; the facts are [C2] unless it says otherwise.
"""

from datetime import date
from enum import StrEnum

from pos_closeout.domain.bills.coverage import add_months
from pos_closeout.domain.case.case import Case, EntityType, never_opened
from pos_closeout.domain.eligibility.concerns import IDLE_MONTHS

_WECHAT = ("微信", "财付通", "wechat", "tenpay")


class Route(StrEnum):
    """The ways that are known from the institution itself or from several pages."""

    UNIONPAY_APP = "unionpay_app"
    FIND_MINE = "find_mine"
    LAKALA = "lakala"
    WECHAT = "wechat"
    ELSEWHERE = "elsewhere"


def routes(case: Case, today: date) -> tuple[Route, ...]:
    """Return the routes to try before the letter, the nearest first; at least one.

    An acquirer that has left has no app to ask any more.
    """
    if never_opened(case):
        return (Route.FIND_MINE,)
    if case.profile.acquirer_left is True:
        return ()
    name = case.acquirer.name
    numbers = f"{name} {case.merchant.other_numbers}".casefold()
    fitting = {
        Route.UNIONPAY_APP: case.merchant.entity_type is EntityType.MICRO and _may_be_idle(case, today),
        Route.LAKALA: "拉卡拉" in name or "lakala" in name.casefold(),
        Route.WECHAT: any(word in numbers for word in _WECHAT),
    }
    found = tuple(route for route, holds in fitting.items() if holds)
    own = {Route.LAKALA, Route.UNIONPAY_APP} & set(found) or "财付通" in name
    return found if own else (*found, Route.ELSEWHERE)


def _may_be_idle(case: Case, today: date) -> bool:
    """Return whether twelve months may have passed since the last payment; without its day they may."""
    last = case.settlement.last_transaction_on
    return last is None or add_months(last, IDLE_MONTHS) <= today
