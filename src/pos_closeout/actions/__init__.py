"""What an owner can do; the window and the verbs call the same functions. Errors are ``CloseoutError`` subclasses.

``data_folder``
    ``open_data_folder(folder: Path, now: datetime) -> Store``; ``Store``;
    ``newest_good_copy(folder: Path) -> Path | None``;
    ``restore_copy(folder: Path, copy: Path, *, now: datetime) -> Path``
``cases``
    ``open_case(store, today: date, now: datetime) -> Case``; ``save_case(store, case: Case, now: datetime) -> Case``
    (go on with the case it returns: new terminals have their ids in it); ``load_case(store, case_id: int) -> Case``;
    ``list_cases(store) -> tuple[Case, ...]``; ``delete_case(store, case_id: int, now: datetime) -> None``;
    ``copy_case(store, case_id: int, today: date, now: datetime) -> Case``
``bundle``
    ``make_bundle(store, documents, case_id, language, now) -> Bundle`` (the zip, its id, what was left out);
    ``check_bundle(path, expected="") -> CheckedBundle``
``device``
    ``task_of(case, terminal_id, name) -> tuple[Terminal, Task]``; ``settle_task(case, terminal, entry) -> Case``;
    ``undo_task(case, terminal, task) -> Case``; ``attach_device_file(store, case, terminal_id, task, source, *, now)``;
    ``detach_device_file(store, case, file, now) -> Case``; ``device_file_path(store, file) -> Path``
``items``
    ``add_item(store, item: OpenItem, now: datetime) -> OpenItem``;
    ``add_items(store, items: Iterable[OpenItem], now: datetime) -> tuple[OpenItem, ...]``;
    ``change_item(store, item: OpenItem, now: datetime) -> OpenItem``;
    ``clear_item(store, item_id: int, on: date, how: str, now: datetime) -> OpenItem``;
    ``reopen_item(store, item_id: int, now: datetime) -> OpenItem``;
    ``delete_item(store, item_id: int, now: datetime) -> OpenItem`` (the removed item, for undo);
    ``restore_item(store, item: OpenItem, now: datetime) -> OpenItem``;
    ``load_item(store, item_id: int) -> OpenItem``;
    ``list_items(store, case_id: int | None = None, *, cleared: bool = False) -> tuple[OpenItem, ...]``, most urgent
    first
``item_files``
    ``item_file(store, item_id) -> ItemFile`` (item, extra fields, notes, log, proof, history);
    ``keep_item(store, item, facts, now) -> tuple[OpenItem, dict[Fact, str]]`` (and the fields it had, for undo);
    ``keep_facts``, ``put_back_facts``; ``add_note(store, item_id, text, now)``; ``log_talk(store, item_id, talk, now)``
``proofs``
    ``attach_proof(store, item_id, source: Path, now) -> Proof``; ``remove_proof(store, item_id, proof_id, now)``;
    ``proof_path(store, item_id, proof_id) -> Path``
``clearing``
    ``clear_with_proof(store, item_id, on, how, *, proofs, now, needed=False) -> Cleared``;
    ``take_back_clearing(store, before, proof_ids, now) -> OpenItem``;
    ``note_accepted(store, item_id, look_again_on, now) -> OpenItem``; ``look_again_day(store, today) -> date``
``due``
    ``due_of(store, item, facts=None) -> DueDate``; ``with_usual_due(store, item, facts) -> OpenItem``;
    ``terms(store) -> Terms``; ``reach_plan(store, case_id, today, most) -> ReachPlan``; ``own_limits``, ``keep_limits``
``work_calendar``
    ``work_calendar(store) -> WorkCalendar``; ``own_days``, ``add_day_off``, ``remove_day_off``, ``forget_own_day``
``item_messages``
    ``write_message(texts, kind, case, item, facts, *, party, form, language, today) -> Written``
``closing``
    ``standing_of(store, case_id, most) -> Standing``; ``close_case(store, case_id, carried, now, rest) -> Case``;
    ``reopen_case(store, case_id, now) -> Case``
``archive``
    ``archive_case(store, case_id, now) -> Case``; ``unarchive_case(store, case_id, now) -> Case``
``contacts``
    ``log_contact(store, case_id: int, entry: ContactEntry, *, today: date, now: datetime) -> Case``;
    ``list_contacts(store, case_id: int) -> tuple[ContactEntry, ...]``
``review``
    ``note_event(store, case_id: int, event: ReviewEvent, *, texts, language: str, now: datetime) -> Case``;
    ``take_back_event(store, case_id: int, *, texts, language: str, now: datetime) -> Case``;
    ``set_review_plan(store, case_id: int, plan: ReviewPlan, *, texts, language: str, now: datetime) -> Case``;
    ``expected_answer(store, case_id: int) -> WorkingSpan | None``
``check_case``
    ``check_case(store, case_id: int, today: date) -> tuple[Finding, ...]``
``settings``
    ``read_setting(store, key: str, default: str = "") -> str``; ``write_setting(store, key: str, value: str) -> None``;
    ``read_settings(store) -> dict[str, str]``
``statement_words``
    ``load_words(resources: Path) -> Vocabulary``
``look_at_bill``
    ``bills_in(chosen: Iterable[Path]) -> tuple[Path, ...]``; ``look_at_bill(path, *, vocabulary, password=None,
    mapping=None, remembered=(), on_progress=None, cancelled=None) -> Sight``; for the dialog about columns
    ``read_head``, ``guess_columns``, ``named_columns``, ``column_samples``, ``understood``
``import_statement``
    ``import_statements(store, case_id, paths, *, vocabulary, today, now, password=None, passwords=None, mapping=None,
    on_progress=None, cancelled=None, add_working_days=None) -> ImportReport``; the reports are in ``import_report``
``bills``
    ``list_bills(store, case_id) -> tuple[Bill, ...]``; ``list_problems(store, bill_id) -> tuple[Problem, ...]``;
    ``forget_bill(store, bill_id, now) -> Forgotten``; ``items_from(store, bill) -> tuple[KeptProposal, ...]``;
    ``coverage_of(store, case_id, today, since=None) -> tuple[MonthCover, ...]``;
    ``source_names(store, case_id) -> dict[str, str]``; ``destroyed_numbers(store, bill_id) -> int``;
    ``takings(store, case_id) -> tuple[Takings, ...]``
``table_layouts``
    ``remember_mapping(store, mapping) -> None``; ``known_mappings(store) -> tuple[Mapping, ...]``;
    ``rename_mapping(store, key, name) -> Mapping``; ``forget_mapping(store, key) -> Mapping``;
    ``export_mapping(store, key, path) -> Mapping``; ``take_in_mapping(store, path) -> Mapping``
``layout_texts``
    ``LayoutTexts(vocabulary)``: ``layout_name``, ``family_name``, ``guide``, ``families``, as ``layouts.toml`` says
``late_charges``
    ``find_late_charges(store, case_id) -> tuple[LateCharge, ...]``;
    ``find_returns(store, case_id) -> tuple[MoneyBack, ...]``; ``charges_beside(path, case)``;
    ``returns_beside(path, case)``
``bill_proposals``
    ``list_proposals(store, case_id) -> tuple[KeptProposal, ...]``;
    ``proposed_item(kept, language="zh") -> OpenItem`` (to be changed by the owner);
    ``accept_proposal(store, proposal_id, item: OpenItem | None, now, *, language="zh") -> OpenItem``;
    ``reject_proposal(store, proposal_id, reason, now) -> KeptProposal``;
    ``reopen_proposal(store, proposal_id, now) -> KeptProposal``;
    ``look_again(store, case_id, today) -> tuple[tuple[date, KeptProposal], ...]``; ``kept_item(store, kept)``
``unpaid``
    ``unpaid_answer(store, case_id) -> UnpaidAnswer | None``; ``say_none_unpaid(store, case_id, now)``;
    ``ask_unpaid_again(store, case_id, now)``: the question for payments that no bill shows
``item_lines``
    ``item_lines(store, state: ItemState) -> list[Line]``; ``searched_texts(store, item_ids) -> list[SearchedText]``;
    ``items_by_id(store, item_ids) -> list[OpenItem]``: what the list needs before an item is looked at
``reminders``
    ``remind_now(store, now: datetime) -> Told`` (asked again, there is nothing left);
    ``snooze(store, item_ids, until, now) -> tuple[ReminderState, ...]`` (as it was, for ``put_back_reminders``);
    ``snooze_all(store, until, now) -> None``; ``move_due(store, item_id, to: date, reason, now) -> OpenItem``;
    ``read_reminder_settings(store) -> ReminderSettings``; ``keep_reminder_settings(store, settings)``
``list_files``
    ``export_calendar(store, documents, language, now) -> bytes``;
    ``export_list(items, cases, documents, language, today, *, spreadsheet: bool) -> bytes``;
    ``list_as_text(items, cases, documents, language, today) -> str``
``autostart``
    ``Autostart(file, command)`` with ``is_on()`` and ``switch(on=…)``
``bill_decisions``
    ``accept_proposals(store, proposal_ids, now, *, language) -> list[OpenItem]``;
    ``reject_proposals(store, proposal_ids, reason, now) -> None``;
    ``reopen_proposals(store, proposal_ids, now) -> None``; each all or none
``search``
    ``Finder(path, guidance, language)`` with ``find(asked, case_id=None, stopped=…) -> Found``, from any thread;
    ``find_near`` and ``find_in_bills`` are its two halves, ``together(one, other) -> Found`` puts them together
``timeline``
    ``read_timeline(store, case_id: int) -> tuple[TimelineEntry, ...]``
``case_history``
    ``tell_timeline(store, case_id, guidance, language) -> tuple[Told, ...]`` (in sentences);
    ``only(told, step=None, asked="")``, ``by_day(told, language)``, ``timeline_text(told, language) -> str``
``case_json``
    ``export_case(case: Case, items: Sequence[OpenItem]) -> dict[str, object]``;
    ``import_case(store, text: str, today: date, now: datetime) -> Case``
``sample_bill``
    ``sample_bill(today: date) -> bytes``
``write_table``
    ``write_csv(path: Path, heads, rows) -> None``
``sample``
    ``add_sample_case(store, today: date, now: datetime) -> Case``
"""
