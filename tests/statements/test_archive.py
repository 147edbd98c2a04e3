import io
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
import pyzipper

from pos_closeout.domain.bills.transactions import Transaction
from pos_closeout.domain.errors import BadInputError
from pos_closeout.statements.reading import read
from pos_closeout.statements.vocabulary import Vocabulary
from tests.statements.bills import Sale, wechat_xlsx
from tests.statements.more_bills import alipay_trade

_WHEN = datetime.fromisoformat("2026-06-05T10:00")
_SALES = [Sale(1, _WHEN, 1234), Sale(2, _WHEN, 500, refund=True)]
_SUMMARY = "#支付宝业务汇总查询\n门店编号,门店名称,交易订单总笔数\n1,某店,3\n".encode("gbk")


def _gbk_zip(**files: bytes) -> bytes:
    """Write an archive as Alipay does: names in GBK, without the flag for UTF-8."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, content in enumerate(files.values()):
            archive.writestr(f"{number}" * 8, content)
    packed = out.getvalue()
    for number, name in enumerate(files):
        packed = packed.replace(f"{number}".encode() * 8, name.encode("gbk"))
    return packed


def test_the_detail_is_read_from_alipays_zip_and_the_summary_passed_over(
    vocabulary: Vocabulary, tmp_path: Path
) -> None:
    path = tmp_path / "20880000_20260605.zip"
    path.write_bytes(_gbk_zip(业务汇总=_SUMMARY, 业务明细=alipay_trade(_SALES).content))
    reading = read(path, vocabulary=vocabulary)
    lines = [item for item in reading if isinstance(item, Transaction)]
    assert [line.amount_fen for line in lines] == [1234, 500]
    assert {line.source.part for line in lines} == {"业务明细"}


@pytest.mark.parametrize("encryption", [pyzipper.WZ_AES, None], ids=["aes", "none"])
def test_a_locked_zip_asks_for_its_password_and_opens_with_it(
    encryption: int | None, vocabulary: Vocabulary, tmp_path: Path
) -> None:
    path = tmp_path / "微信支付账单.zip"
    with pyzipper.AESZipFile(path, "w", compression=pyzipper.ZIP_DEFLATED, encryption=encryption) as archive:
        if encryption:
            archive.setpassword(b"385271")
        archive.writestr("微信支付账单流水文件(20260601-20260630).xlsx", wechat_xlsx(_SALES).content)
    if encryption:
        for password, message in ((None, "statement.password_needed"), ("000000", "statement.password_wrong")):
            with pytest.raises(BadInputError) as caught:
                list(read(path, vocabulary=vocabulary, password=password))
            assert caught.value.message_id == message
            assert "000000" not in str(caught.value)
    reading = read(path, vocabulary=vocabulary, password="385271")  # noqa: S106 - the password of a test file
    assert [item.amount_fen for item in reading if isinstance(item, Transaction)] == [1234, 500]


def test_the_old_zip_encryption_opens_as_well(samples: Path, vocabulary: Vocabulary) -> None:
    reading = read(samples / "locked-zipcrypto.zip", vocabulary=vocabulary, password="385271")  # noqa: S106 - of a test file
    lines = [item for item in reading if isinstance(item, Transaction)]
    assert [line.amount_fen for line in lines] == [2816, 35]
    assert lines[0].when.date() == date(2019, 9, 26)


def test_a_member_that_lost_its_name_is_passed_over(vocabulary: Vocabulary, tmp_path: Path) -> None:
    path = tmp_path / "nameless.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(zipfile.ZipInfo(""), _SUMMARY)
        archive.writestr("bill.csv", alipay_trade(_SALES).content)
    lines = [item for item in read(path, vocabulary=vocabulary) if isinstance(item, Transaction)]
    assert [line.amount_fen for line in lines] == [1234, 500]
