"""In the app first: who may, and which way is known for which acquirer."""

from dataclasses import replace
from datetime import date

from pos_closeout.domain.case.case import Acquirer, Case, EntityType, Merchant, Reason, Request, Settlement
from pos_closeout.domain.case.profile import Profile
from pos_closeout.domain.eligibility.routes import Route, routes

TODAY = date(2026, 11, 29)
PERSON = Case(merchant=Merchant(entity_type=EntityType.MICRO), acquirer=Acquirer("随行付支付有限公司"))


def test_only_a_person_whose_device_may_be_idle_for_a_year_stops_it_in_the_union_app() -> None:
    idle = replace(PERSON, settlement=Settlement(last_transaction_on=date(2025, 8, 16)))
    busy = replace(PERSON, settlement=Settlement(last_transaction_on=date(2026, 10, 30)))
    trader = replace(idle, merchant=Merchant(entity_type=EntityType.SOLE_TRADER))
    assert routes(idle, TODAY) == (Route.UNIONPAY_APP,)
    assert routes(PERSON, TODAY) == (Route.UNIONPAY_APP,)
    assert routes(busy, TODAY) == (Route.ELSEWHERE,)
    assert routes(trader, TODAY) == (Route.ELSEWHERE,)


def test_a_known_way_of_an_acquirer_stands_for_itself() -> None:
    lakala = replace(PERSON, merchant=Merchant(), acquirer=Acquirer("拉卡拉支付股份有限公司"))
    assert routes(lakala, TODAY) == (Route.LAKALA,)
    both = replace(lakala, merchant=Merchant(other_numbers="微信 1900000109"))
    assert routes(both, TODAY) == (Route.LAKALA, Route.WECHAT)


def test_a_merchant_never_opened_is_looked_for_first_and_an_acquirer_that_left_has_no_app() -> None:
    assert routes(replace(PERSON, request=Request(reasons=(Reason.NOT_OPENED,))), TODAY) == (Route.FIND_MINE,)
    assert routes(replace(PERSON, profile=Profile(acquirer_left=True)), TODAY) == ()
