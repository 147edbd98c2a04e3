import hashlib
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pos_closeout.actions.cases.case_json import import_case
from pos_closeout.actions.cases.cases import delete_case, save_case
from pos_closeout.actions.cases.closing import close_case, reopen_case, standing_of
from pos_closeout.actions.data_folder import Store, open_data_folder
from pos_closeout.actions.items.clearing import clear_with_proof, note_accepted, recheck_day, take_back_clearing
from pos_closeout.actions.items.due import due_of, keep_limits, own_limits, refund_plan, with_usual_due
from pos_closeout.actions.items.item_files import add_note, item_file, keep_facts, log_talk, put_back_facts
from pos_closeout.actions.items.items import add_item, change_item, clear_item, delete_item, reopen_item, restore_item
from pos_closeout.actions.items.proofs import attach_proof, attachments, proof_path, remove_proof
from pos_closeout.domain.case.case import Case, is_closed
from pos_closeout.domain.case.closing import CarriedItem
from pos_closeout.domain.errors import BadInputError, DataFolderError, NotFoundError
from pos_closeout.domain.ledger.item_facts import Fact
from pos_closeout.domain.ledger.item_file import Talk, TalkChannel
from pos_closeout.domain.ledger.limits import Limit
from pos_closeout.domain.ledger.open_items import ItemKind, ItemState, OpenItem


@pytest.fixture
def case(store: Store, now: datetime) -> Case:
    text = '{"merchant": {"trading_name": "和顺便利店"}, "request": {"stop_on": "2026-11-30"}}'
    return import_case(store, text, now.date(), now)


@pytest.fixture
def refund(store: Store, case: Case, now: datetime) -> OpenItem:
    return add_item(store, OpenItem(case_id=case.id, amount_fen=12800, original_on=date(2026, 11, 1)), now)


@pytest.fixture
def slip(tmp_path: Path) -> Path:
    path = tmp_path / "退款:成功?.png"
    path.write_bytes(b"picture" * 1000)
    return path


class TestFacts:
    def test_are_kept_changed_and_told_in_the_history(self, store: Store, refund: OpenItem, now: datetime) -> None:
        assert keep_facts(store, refund.id, {"refund_number": "R1", "reason": ""}, now) == {}
        before = keep_facts(store, refund.id, {"refund_number": "R2", "agreed_on": "2026-11-24"}, now)
        assert before == {Fact.REFUND_NUMBER: "R1"}
        found = item_file(store, refund.id)
        assert found.facts == {Fact.AGREED_ON: "2026-11-24", Fact.REFUND_NUMBER: "R2"}
        assert [(event.what, event.old, event.new) for event in found.events] == [
            ("added", "", "refund 12800"),
            ("facts.refund_number", "", "R1"),
            ("facts.agreed_on", "", "2026-11-24"),
            ("facts.refund_number", "R1", "R2"),
        ]

    def test_of_another_kind_are_refused(self, store: Store, refund: OpenItem, now: datetime) -> None:
        with pytest.raises(BadInputError, match=r"fact\.unknown"):
            keep_facts(store, refund.id, {"tracking_number": "1"}, now)

    def test_come_back_with_a_deleted_item(self, store: Store, refund: OpenItem, now: datetime) -> None:
        keep_facts(store, refund.id, {"refund_number": "R1"}, now)
        add_note(store, refund.id, "打过电话", now)
        restore_item(store, delete_item(store, refund.id, now), now)
        found = item_file(store, refund.id)
        assert found.facts == {Fact.REFUND_NUMBER: "R1"}
        assert [note.text for note in found.notes] == ["打过电话"]
        assert [event.what for event in found.events] == [
            "added",
            "facts.refund_number",
            "noted",
            "removed",
            "restored",
        ]

    def test_put_back_whatever_the_kind_is_meanwhile(self, store: Store, refund: OpenItem, now: datetime) -> None:
        keep_facts(store, refund.id, {"refund_number": "R1"}, now)
        change_item(store, replace(refund, kind=ItemKind.FEE), now)
        before = keep_facts(store, refund.id, {"fee_name": "流量费"}, now)
        change_item(store, refund, now)
        put_back_facts(store, refund.id, before, now)
        assert item_file(store, refund.id).facts == {Fact.REFUND_NUMBER: "R1"}


class TestNotesAndTalks:
    def test_are_kept_with_their_moment_and_without_card_numbers(
        self, store: Store, refund: OpenItem, now: datetime
    ) -> None:
        add_note(store, refund.id, "卡号 6222021001000004", now)
        talk = Talk(way=TalkChannel.CALL, with_whom="工号 8", result="明天退 ", next_step="再打")
        log_talk(store, refund.id, talk, now)
        log_talk(store, refund.id, Talk(at="2026-11-20", way=TalkChannel.VISIT, result="到网点"), now)
        found = item_file(store, refund.id)
        assert found.notes[0].text == "卡号 622202******0004"
        assert [(each.at[:10], each.way, each.result) for each in found.talks] == [
            ("2026-11-20", TalkChannel.VISIT, "到网点"),
            ("2026-11-22", TalkChannel.CALL, "明天退"),
        ]

    def test_need_some_words(self, store: Store, refund: OpenItem, now: datetime) -> None:
        with pytest.raises(BadInputError, match=r"note\.empty"):
            add_note(store, refund.id, " ", now)
        with pytest.raises(BadInputError, match=r"talk\.empty"):
            log_talk(store, refund.id, Talk(next_step="x"), now)
        with pytest.raises(NotFoundError, match=r"item\.not_found"):
            add_note(store, 99, "x", now)

    def test_of_another_item_with_a_similar_number_stay_apart(
        self, store: Store, case: Case, refund: OpenItem, now: datetime
    ) -> None:
        others = [add_item(store, replace(refund, id=0), now) for _ in range(11)]
        add_note(store, others[-1].id, "x", now)
        assert str(others[-1].id).startswith(str(refund.id))
        assert [event.what for event in item_file(store, refund.id).events] == ["added"]


class TestProof:
    def test_is_copied_with_its_digest(self, store: Store, refund: OpenItem, slip: Path, now: datetime) -> None:
        proof = attach_proof(store, refund.id, slip, now)
        assert proof.name == slip.name
        assert proof.sha256 == hashlib.sha256(slip.read_bytes()).hexdigest()
        path = proof_path(store, refund.id, proof.id)
        assert path.read_bytes() == slip.read_bytes()
        assert path.is_relative_to(attachments(store) / "TJ-2026-0001" / str(refund.id))
        assert not set('<>:"|?*') & set(path.name)
        assert list(path.parent.glob(".copy-*")) == []

    def test_attached_twice_is_kept_once(self, store: Store, refund: OpenItem, slip: Path, now: datetime) -> None:
        assert attach_proof(store, refund.id, slip, now) == attach_proof(store, refund.id, slip, now)
        assert len(item_file(store, refund.id).proofs) == 1

    def test_taken_off_lies_in_the_bin(self, store: Store, refund: OpenItem, slip: Path, now: datetime) -> None:
        proof = attach_proof(store, refund.id, slip, now)
        remove_proof(store, refund.id, proof.id, now)
        assert item_file(store, refund.id).proofs == ()
        (binned,) = (attachments(store) / "bin").iterdir()
        assert binned.read_bytes() == slip.read_bytes()
        with pytest.raises(NotFoundError, match=r"proof\.not_found"):
            remove_proof(store, refund.id, proof.id, now)

    def test_changed_or_gone_is_noticed(self, store: Store, refund: OpenItem, slip: Path, now: datetime) -> None:
        proof = attach_proof(store, refund.id, slip, now)
        path = proof_path(store, refund.id, proof.id)
        path.write_bytes(b"other")
        with pytest.raises(DataFolderError, match=r"proof\.changed"):
            proof_path(store, refund.id, proof.id)
        path.unlink()
        with pytest.raises(DataFolderError, match=r"proof\.missing"):
            proof_path(store, refund.id, proof.id)
        remove_proof(store, refund.id, proof.id, now)

    def test_that_cannot_be_read_changes_nothing(
        self, store: Store, refund: OpenItem, tmp_path: Path, now: datetime
    ) -> None:
        with pytest.raises(BadInputError, match=r"file\.not_found"):
            attach_proof(store, refund.id, tmp_path / "none.png", now)
        with pytest.raises(BadInputError, match=r"file\.not_found"):
            attach_proof(store, refund.id, tmp_path, now)
        assert not attachments(store).exists()

    def test_of_a_deleted_case_moves_to_the_bin(
        self, store: Store, case: Case, refund: OpenItem, slip: Path, now: datetime
    ) -> None:
        attach_proof(store, refund.id, slip, now)
        delete_case(store, case.id, now)
        assert len(list((attachments(store) / "bin" / case.number).rglob("*.png"))) == 1


class TestClearing:
    @pytest.mark.parametrize("how", ["微信已受理", "Refund accepted", "处理中"])
    def test_accepted_is_not_refunded(self, store: Store, refund: OpenItem, how: str, now: datetime) -> None:
        with pytest.raises(BadInputError, match=r"item\.refund_only_accepted"):
            clear_item(store, refund.id, now.date(), how, now)

    def test_accepted_keeps_it_open_and_sets_a_day_to_look_again(
        self, store: Store, refund: OpenItem, now: datetime
    ) -> None:
        again = recheck_day(store, now.date())
        assert again == date(2026, 11, 25)
        kept = note_accepted(store, refund.id, again, now)
        assert (kept.state, kept.due_on) == (ItemState.OPEN, again)
        assert due_of(store, kept).on == again
        deposit = add_item(store, replace(refund, id=0, kind=ItemKind.DEPOSIT), now)
        with pytest.raises(BadInputError, match=r"item\.not_a_refund"):
            note_accepted(store, deposit.id, again, now)

    def test_with_proof_it_is_all_or_nothing(self, store: Store, refund: OpenItem, slip: Path, now: datetime) -> None:
        day = now.date()
        with pytest.raises(BadInputError, match=r"item\.proof_missing"):
            clear_with_proof(store, refund.id, day, "见凭证", proofs=(), now=now, needed=True)
        gone = slip.with_name("gone.png")
        with pytest.raises(BadInputError, match=r"file\.not_found"):
            clear_with_proof(store, refund.id, day, "见凭证", proofs=(gone,), now=now, needed=True)
        assert item_file(store, refund.id).item.state is ItemState.OPEN
        cleared = clear_with_proof(store, refund.id, day, "见凭证", proofs=(slip,), now=now, needed=True)
        assert cleared.item.state is ItemState.CLEARED
        assert len(item_file(store, refund.id).proofs) == 1

    def test_what_was_copied_for_a_clearing_that_failed_lies_in_the_bin(
        self, store: Store, refund: OpenItem, slip: Path, now: datetime
    ) -> None:
        with pytest.raises(BadInputError, match=r"file\.not_found"):
            clear_with_proof(store, refund.id, now.date(), "x", proofs=(slip, slip.with_name("gone.png")), now=now)
        assert item_file(store, refund.id).proofs == ()
        assert item_file(store, refund.id).item == refund
        (binned,) = (attachments(store) / "bin").iterdir()
        assert binned.read_bytes() == slip.read_bytes()

    def test_taken_back_it_restores_the_item_and_its_files(
        self, store: Store, refund: OpenItem, slip: Path, tmp_path: Path, now: datetime
    ) -> None:
        early = tmp_path / "early.png"
        early.write_bytes(b"before")
        kept = attach_proof(store, refund.id, early, now)
        before = item_file(store, refund.id)
        cleared = clear_with_proof(store, refund.id, now.date(), "见凭证", proofs=(slip, early), now=now)
        (fresh,) = cleared.proof_ids
        lies = proof_path(store, refund.id, fresh)
        take_back_clearing(store, before.item, cleared.proof_ids, now)
        after = item_file(store, refund.id)
        assert (after.item, after.proofs, after.facts) == (before.item, (kept,), before.facts)
        assert not lies.exists()
        (binned,) = (attachments(store) / "bin").iterdir()
        assert binned.read_bytes() == slip.read_bytes()
        assert [event.what for event in after.events][-1] == "detached"

    def test_a_file_that_cannot_be_put_away_leaves_everything_as_it_was(
        self, store: Store, refund: OpenItem, slip: Path, now: datetime
    ) -> None:
        other = slip.with_name("other.png")
        other.write_bytes(b"other")
        cleared = clear_with_proof(store, refund.id, now.date(), "见凭证", proofs=(slip, other), now=now)
        before = item_file(store, refund.id)
        places = [proof_path(store, refund.id, number) for number in cleared.proof_ids]
        bin_folder = attachments(store) / "bin"
        # A folder of the name that the second file would get.
        (bin_folder / f"{refund.id}-{cleared.proof_ids[1]}-{places[1].name}" / "x").mkdir(parents=True)
        with pytest.raises(DataFolderError, match=r"proof\.not_copied"):
            take_back_clearing(store, refund, cleared.proof_ids, now)
        assert item_file(store, refund.id) == before
        assert all(place.is_file() for place in places)

    def test_opened_again_everything_is_as_before(self, store: Store, refund: OpenItem, now: datetime) -> None:
        keep_facts(store, refund.id, {"refund_number": "R1"}, now)
        before = item_file(store, refund.id)
        clear_item(store, refund.id, now.date(), "退款成功", now)
        reopen_item(store, refund.id, now)
        after = item_file(store, refund.id)
        assert replace(after, events=()) == replace(before, events=())


class TestClosing:
    def test_is_refused_while_items_are_open_and_names_them(
        self, store: Store, case: Case, refund: OpenItem, now: datetime
    ) -> None:
        with pytest.raises(BadInputError, match=r"case\.items_open") as refused:
            close_case(store, case.id, [], now)
        assert refused.value.facts == {"count": 1, "items": f"{refund.id} refund ¥128.00"}
        with pytest.raises(BadInputError, match=r"case\.not_open_item"):
            close_case(store, case.id, [CarriedItem(99, "x")], now)
        assert [item.id for item in standing_of(store, case.id, 5).first] == [refund.id]
        assert standing_of(store, case.id, 0).count == 1

    def test_carries_items_over_and_leaves_them_open(
        self, store: Store, case: Case, refund: OpenItem, now: datetime
    ) -> None:
        closed = close_case(store, case.id, [CarriedItem(refund.id, "等银行 6222021001000004")], now)
        assert is_closed(closed)
        assert closed.carried == (CarriedItem(refund.id, "等银行 622202******0004"),)
        assert store.cases.get(case.id) == closed
        assert item_file(store, refund.id).item.state is ItemState.OPEN
        with pytest.raises(BadInputError, match=r"case\.already_closed"):
            close_case(store, case.id, [], now)

    def test_a_closed_case_is_changed_only_after_it_was_opened_again(
        self, store: Store, case: Case, now: datetime
    ) -> None:
        closed = close_case(store, case.id, [], now)
        with pytest.raises(BadInputError, match=r"case\.closed"):
            save_case(store, replace(closed, nothing_open=True), now)
        opened = reopen_case(store, case.id, now)
        assert opened == case
        assert save_case(store, replace(opened, nothing_open=True), now).nothing_open


class TestDue:
    def test_follows_the_case_and_the_owners_limits(self, store: Store, refund: OpenItem, now: datetime) -> None:
        assert due_of(store, refund).on == date(2026, 11, 25)
        keep_limits(store, {**own_limits(store), Limit.REFUND_BEFORE_STOP: 5})
        assert due_of(store, refund).on == date(2026, 11, 23)
        keep_limits(store, {})
        assert due_of(store, refund).on == date(2026, 11, 25)
        with pytest.raises(BadInputError, match=r"limit\.out_of_range"):
            keep_limits(store, {Limit.INVOICE: 29})

    def test_an_item_with_a_date_keeps_it(self, store: Store, refund: OpenItem) -> None:
        assert with_usual_due(store, refund, {}).due_on == date(2026, 11, 25)
        dated = replace(refund, due_on=date(2026, 12, 24))
        assert with_usual_due(store, dated, {}) == dated

    def test_the_plan_covers_the_case(self, store: Store, case: Case, refund: OpenItem) -> None:
        plan = refund_plan(store, case.id, date(2026, 11, 22))
        assert [reach.item.id for reach in plan.refunds] == [refund.id]
        assert plan.lead == date(2026, 11, 25)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=30).filter(str.strip), st.dates(date(2026, 11, 1), date(2026, 11, 22)))
def test_clearing_and_opening_again_restores_any_item(
    tmp_path_factory: pytest.TempPathFactory, how: str, on: date
) -> None:
    now = datetime.fromisoformat("2026-11-22T10:00:00+00:00")
    with open_data_folder(tmp_path_factory.mktemp("any") / "data", now) as store:
        case = import_case(store, "{}", now.date(), now)
        item = add_item(store, OpenItem(case_id=case.id, kind=ItemKind.DEPOSIT, amount_fen=1), now)
        keep_facts(store, item.id, {"receipt_number": "1"}, now)
        before = item_file(store, item.id)
        clear_item(store, item.id, on, how, now)
        reopen_item(store, item.id, now)
        assert replace(item_file(store, item.id), events=()) == replace(before, events=())
