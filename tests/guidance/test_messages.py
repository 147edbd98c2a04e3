import ast
import builtins
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_closeout.domain.errors import BadInputError, CloseoutError
from pos_closeout.guidance.messages import UNKNOWN, Messages, load_messages, sentence
from pos_closeout.store import database

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def messages(resources: Path) -> Messages:
    return load_messages(resources / "guidance")


def _raised() -> Iterator[tuple[str, set[str] | None]]:
    """Every message id the program can raise, with the facts it carries where the source names them all."""
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)):
                continue
            name, said = getattr(node.func, "id", ""), node.args[0].value
            if name.endswith("Error") and not hasattr(builtins, name) and isinstance(said, str):
                keys = {keyword.arg for keyword in node.keywords}
                yield said, None if None in keys else {key for key in keys if key}
    yield from ((said, {"path"}) for said in set(database._MESSAGES.values()) - {"store.damaged"})


def test_everything_that_can_be_raised_has_words_in_both_languages(messages: Messages) -> None:
    raised = {said for said, _ in _raised()}
    assert len(raised) > 60
    assert raised <= messages.keys()


def test_words_ask_only_for_facts_the_error_carries(messages: Messages) -> None:
    for said, facts in _raised():
        # Opening a folder adds the copy to what the single check knows.
        if facts is None or said in {"store.damaged", "store.lost"}:
            continue
        message = messages[said]
        for text in (message.what.zh, message.what.en, message.next.zh, message.next.en):
            assert set(re.findall(r"{(\w+)}", text)) <= facts, said


def test_both_languages_name_the_same_facts(messages: Messages) -> None:
    for said, message in messages.items():
        for text in (message.what, message.next):
            assert set(re.findall(r"{\w+}", text.zh)) == set(re.findall(r"{\w+}", text.en)), said


def test_a_sentence_says_what_happened_and_what_to_do(messages: Messages) -> None:
    error = BadInputError("amount.not_a_number", text="十元{x}")
    assert sentence(messages, error, "zh") == "“十元{x}”不是一个金额。请按元填写，例如 128.00。"
    assert sentence(messages, error, "en") == "“十元{x}” is not an amount. Enter yuan, such as 128.00."


def test_the_place_in_a_file_is_named_even_where_the_words_have_no_room_for_it(messages: Messages) -> None:
    error = BadInputError("item.amount_missing", field="items[2]")
    assert "金额（items[2]）。" in sentence(messages, error, "zh")
    assert "amount (items[2])." in sentence(messages, error, "en")


def test_an_id_without_words_is_shown_itself(messages: Messages) -> None:
    assert "nobody.knows" in sentence(messages, CloseoutError("nobody.knows"), "zh")
    assert UNKNOWN in messages
