from email import policy
from email.parser import BytesParser

from hypothesis import given
from hypothesis import strategies as st

from pos_closeout.outbox.message import Attached, draft_message, is_address

PDF = Attached("TJ-2026-0007-授权委托书 “甲”-v1.pdf", "application/pdf", b"%PDF-1.7\n\x00\xff")


def test_a_message_opens_as_a_draft_with_its_files() -> None:
    data = draft_message("service@example.com", "和顺便利店：申请函（TJ-2026-0007）", "您好：\n\n请查收。\n", [PDF])
    message = BytesParser(policy=policy.default).parsebytes(data)
    assert message["X-Unsent"] == "1"
    assert message["To"] == "service@example.com"
    assert message["Subject"] == "和顺便利店：申请函（TJ-2026-0007）"
    assert message["From"] is None
    body = message.get_body()
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == "您好：\n\n请查收。\n"
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == PDF.name
    assert attached.get_content() == PDF.data
    assert b"filename*" in data
    assert data.isascii()


def test_the_same_message_is_the_same_file() -> None:
    assert draft_message("", "a", "b", [PDF]) == draft_message("", "a", "b", [PDF])


def test_what_is_no_address_is_left_for_the_owner() -> None:
    for to in ("", "收单机构", "a@b\nBcc: c@d", "a b@c"):
        message = BytesParser(policy=policy.default).parsebytes(draft_message(to, "s", "b", []))
        assert message["To"] is None
        assert message["Bcc"] is None
        assert not is_address(to)


@given(subject=st.text(), body=st.text(), name=st.text(min_size=1))
def test_no_text_can_add_a_header(subject: str, body: str, name: str) -> None:
    data = draft_message("", subject, body, [Attached(name, "application/pdf", b"x")])
    message = BytesParser(policy=policy.default).parsebytes(data)
    assert set(message.keys()) <= {"X-Unsent", "Subject", "MIME-Version", "Content-Type"}
    assert len(list(message.iter_attachments())) == 1
