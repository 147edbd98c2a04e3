"""From the reason to the action, said before the choice; what presses goes before any reason."""

from dataclasses import replace

import pytest

from pos_closeout.domain.case.case import Case, EntityType, Reason
from pos_closeout.domain.case.profile import Applicant, Profile
from pos_closeout.domain.device.terminal import Action, DeviceKind
from pos_closeout.domain.eligibility.advice import ADVICE, advice
from pos_closeout.domain.eligibility.concerns import circumstances
from tests.domain.eligibility.test_concerns import TODAY, owner


def advised(case: Case) -> tuple[str, Action | None] | None:
    given = advice(case, circumstances(case, (), TODAY))
    return None if given is None else (given.name, given.action)


def shop(*reasons: Reason, profile: Profile | None = None) -> Case:
    case = owner(EntityType.COMPANY, DeviceKind.COUNTER, Reason.OTHER, Action.SUSPEND)
    terminals = tuple(replace(each, action=None) for each in case.terminals)
    request = replace(case.request, reasons=reasons)
    return replace(case, request=request, terminals=terminals, profile=profile or Profile())


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        (Reason.CLOSING_DOWN, Action.CLOSE_MERCHANT),
        (Reason.TRANSFER, Action.CLOSE_MERCHANT),
        (Reason.CHANGE_ACQUIRER, Action.CLOSE_MERCHANT),
        (Reason.FAULT, Action.SWAP),
        (Reason.UPGRADE, Action.SWAP),
        (Reason.IDLE, Action.REMOVE),
        (Reason.FEES, Action.REMOVE),
        (Reason.LOST, Action.REMOVE),
        (Reason.ABNORMAL, Action.SUSPEND),
        (Reason.RELOCATION, None),
        (Reason.COMPLIANCE, None),
    ],
)
def test_a_reason_leads_to_an_action(reason: Reason, expected: Action | None) -> None:
    assert advised(shop(reason)) == (reason.value, expected)


def test_without_a_reason_nothing_is_advised() -> None:
    assert advised(shop()) is None
    assert advised(shop(Reason.OTHER)) is None


def test_what_weighs_most_decides() -> None:
    assert advised(shop(Reason.FEES, Reason.CLOSING_DOWN)) == ("closing_down", Action.CLOSE_MERCHANT)
    assert advised(shop(Reason.CLOSING_DOWN, profile=Profile(one_place=True))) == ("one_place", Action.REMOVE)


def test_a_personal_device_is_closed_with_its_number() -> None:
    case = owner(EntityType.MICRO, DeviceKind.POCKET, Reason.IDLE, Action.REMOVE)
    assert advised(case) == ("personal", Action.CLOSE_MERCHANT)


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        (Profile(applicant=Applicant.HEIRS), ("heirs", Action.SUSPEND)),
        (Profile(applicant=Applicant.CHANGED), ("change_record", None)),
        (Profile(acquirer_left=True), ("claim", None)),
    ],
)
def test_what_presses_goes_first(profile: Profile, expected: tuple[str, Action | None]) -> None:
    assert advised(shop(Reason.CLOSING_DOWN, profile=profile)) == expected


def test_every_reason_but_the_owners_own_words_has_advice() -> None:
    told = {advised(shop(reason)) for reason in Reason if reason is not Reason.OTHER}
    assert None not in told
    assert {name for name, _ in filter(None, told)} <= set(ADVICE)
