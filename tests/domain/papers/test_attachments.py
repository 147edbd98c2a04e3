from dataclasses import replace

import pytest

from pos_closeout.domain.case.case import Case, EntityType, Handler, LetterChoices, Merchant, Settlement
from pos_closeout.domain.device.terminal import Action, Condition, Ownership, Terminal
from pos_closeout.domain.ledger.open_items import ItemKind, ItemState, OpenItem
from pos_closeout.domain.papers.attachments import AttachmentReason, Paper, documents_to_bring, enclosed

RENTED = Terminal(ownership=Ownership.RENTED, action=Action.REMOVE)


def papers(case: Case, *items: OpenItem) -> dict[Paper, AttachmentReason]:
    return {attachment.id: attachment.why for attachment in documents_to_bring(case, items)}


@pytest.mark.parametrize("entity", [EntityType.COMPANY, EntityType.SOLE_TRADER])
def test_a_registered_merchant_brings_its_licence(entity: EntityType) -> None:
    assert papers(Case(merchant=Merchant(entity_type=entity)))[Paper.LICENCE] is AttachmentReason.REGISTERED


def test_a_micro_merchant_has_no_licence_but_an_identity_card() -> None:
    needed = papers(Case(merchant=Merchant(entity_type=EntityType.MICRO)))

    assert Paper.LICENCE not in needed
    assert Paper.REPRESENTATIVE_ID in needed


def test_a_handler_needs_an_authorisation_and_an_identity_card() -> None:
    assert not {Paper.AUTHORISATION, Paper.HANDLER_ID} & set(papers(Case()))
    assert {Paper.AUTHORISATION, Paper.HANDLER_ID} <= set(papers(Case(handler=Handler(name="林小雨"))))


def test_without_a_deposit_no_proof_of_one_is_asked_for() -> None:
    assert not {Paper.DEPOSIT_RECEIPT, Paper.DEPOSIT_PROOF} & set(papers(Case(terminals=(RENTED,))))


@pytest.mark.parametrize(
    ("case", "items"),
    [
        (Case(settlement=Settlement(deposit_fen=29_900)), ()),
        (Case(terminals=(Terminal(ownership=Ownership.DEPOSIT),)), ()),
        (Case(), (OpenItem(kind=ItemKind.DEPOSIT, amount_fen=29_900),)),
    ],
)
def test_a_deposit_without_its_receipt_is_proved_by_the_payment(case: Case, items: tuple[OpenItem, ...]) -> None:
    needed = papers(case, *items)

    assert needed[Paper.DEPOSIT_PROOF] is AttachmentReason.DEPOSIT_WITHOUT_RECEIPT
    assert Paper.DEPOSIT_RECEIPT not in needed


def test_a_deposit_receipt_that_is_known_is_brought() -> None:
    needed = papers(Case(settlement=Settlement(deposit_receipt="YJ-07")))

    assert Paper.DEPOSIT_RECEIPT in needed
    assert Paper.DEPOSIT_PROOF not in needed


@pytest.mark.parametrize("action", [Action.SUSPEND, Action.SWAP])
def test_a_deposit_stays_where_the_contract_goes_on(action: Action) -> None:
    case = Case(settlement=Settlement(deposit_fen=29_900), terminals=(replace(RENTED, action=action),))

    assert not {Paper.DEPOSIT_RECEIPT, Paper.DEPOSIT_PROOF} & set(papers(case))


@pytest.mark.parametrize(
    ("terminal", "comes"),
    [
        (RENTED, True),
        (replace(RENTED, ownership=Ownership.OWNED), False),
        (replace(RENTED, condition=Condition.LOST), False),
        (replace(RENTED, action=Action.SUSPEND), False),
        (replace(RENTED, action=Action.SWAP), True),
    ],
)
def test_a_device_goes_back_unless_it_is_owned_lost_or_only_suspended(terminal: Terminal, comes: bool) -> None:
    assert (Paper.DEVICES in papers(Case(terminals=(terminal,)))) is comes


def test_a_lost_device_is_explained_and_not_photographed() -> None:
    needed = papers(Case(terminals=(replace(RENTED, condition=Condition.LOST),)))

    assert Paper.LOSS_STATEMENT in needed
    assert Paper.DEVICE_PHOTOS not in needed


def test_only_items_that_are_still_open_make_a_list() -> None:
    cleared = OpenItem(amount_fen=1, state=ItemState.CLEARED)

    assert Paper.OPEN_ITEMS not in papers(Case(), cleared)
    assert Paper.OPEN_ITEMS in papers(Case(), cleared, OpenItem(amount_fen=1))


def test_the_last_slip_follows_when_the_last_batch_is_still_to_come() -> None:
    assert papers(Case())[Paper.LAST_SETTLEMENT] is AttachmentReason.STILL_TO_COME
    assert (
        papers(Case(settlement=Settlement(last_batch_number="000127")))[Paper.LAST_SETTLEMENT]
        is AttachmentReason.ALWAYS
    )


def test_what_the_owner_leaves_out_is_listed_but_not_enclosed() -> None:
    attachments = documents_to_bring(Case(letter=LetterChoices(left_out=("agreement",))), ())

    assert Paper.AGREEMENT in {attachment.id for attachment in attachments}
    assert Paper.AGREEMENT not in enclosed(attachments)


def test_the_list_keeps_one_order() -> None:
    case = Case(handler=Handler(name="林"), settlement=Settlement(deposit_fen=1), terminals=(RENTED,))
    listed = [attachment.id for attachment in documents_to_bring(case, [OpenItem(amount_fen=1)])]

    assert listed == sorted(listed, key=list(Paper).index)
