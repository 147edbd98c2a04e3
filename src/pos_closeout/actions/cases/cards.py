"""The cases as home shows them."""

from contextlib import suppress
from datetime import date

from pos_closeout.domain.errors import DataFolderError
from pos_closeout.domain.steps.case_card import CaseCard
from pos_closeout.store import Store


def list_cards(store: Store, today: date) -> tuple[CaseCard, ...]:
    """Return a card for every case, oldest first.

    Cards of cases that changed since are made anew. The others may be of an earlier day: home shows them at once and
    has them renewed (:func:`renew_card`) when there is time.
    """
    made = {case_id: renew_card(store, case_id, today) for case_id in store.cards.behind()}
    kept = {card.case_id: card for card in store.cards.all()}
    return tuple(card for _, card in sorted((kept | made).items()))


def renew_card(store: Store, case_id: int, today: date) -> CaseCard:
    """Work out where a case stands, keep that for the next start, and return it.

    Raises:
        NotFoundError: ``case.not_found``.
    """
    # A start finds the cards made; without them it would load all that is known about cases.
    from pos_closeout.domain.steps.card import card_of

    line = store.cards.last_line(case_id)
    card = card_of(store.cases.get(case_id), store.items.for_case(case_id), today)
    # A card that cannot be kept is shown all the same, and made again with the next start.
    with suppress(DataFolderError):
        store.cards.keep(card, line)
    return card
