from datetime import date
from pathlib import Path

import pytest

from pos_closeout.statements.inspection import inspect_file
from pos_closeout.statements.vocabulary import Vocabulary

WECHAT = "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n"
UNREADABLE = ",商户消费,李红,早餐,支出,x,零钱,支付成功,100003980,1,/\n"


@pytest.mark.parametrize(
    "answer",
    [
        "<xml><return_code>FAIL</return_code><return_msg><![CDATA[No Bill Exist]]></return_msg></xml>",
        '{"code":"NO_STATEMENT_EXIST","message":"请求的账单文件不存在"}',
        '{"alipay_data_dataservice_bill_downloadurl_query_response":{"code":"40004","sub_code":"isp.bill_not_exist"}}',
        "当日无交易\n",
        "查询结果\n没有符合条件的记录\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_platform_without_a_bill_is_told_as_that(
    answer: str, encoding: str, vocabulary: Vocabulary, today: date, tmp_path: Path
) -> None:
    path = tmp_path / "20260301.csv"
    path.write_bytes(answer.encode(encoding))
    assert inspect_file(path, vocabulary=vocabulary, today=today)["refused"] == {
        "error": "statement.no_data",
        "name": path.name,
    }


@pytest.mark.parametrize("text", ["亲爱的日记，今天没有账单。\n", '{"code":"OTHER"}\n', "<html><p>登录</p></html>"])
def test_another_text_is_no_such_answer(text: str, vocabulary: Vocabulary, today: date, tmp_path: Path) -> None:
    path = tmp_path / "20260301.csv"
    path.write_text(text, encoding="utf-8")
    assert inspect_file(path, vocabulary=vocabulary, today=today)["refused"]["error"] != "statement.no_data"


def test_a_bill_with_a_header_and_no_line_is_a_day_without_sales(
    vocabulary: Vocabulary, today: date, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("交易日期,交易金额,对方户名\n暂无数据\n", encoding="utf-8")
    found = inspect_file(path, vocabulary=vocabulary, today=today)
    assert (found["refused"], found["rows"], found["problems"]) == (None, 0, [])


def test_a_file_all_of_whose_rows_failed_is_refused(vocabulary: Vocabulary, today: date, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"{WECHAT}2026-03-01 10:00:00{UNREADABLE}2026-03-02 10:00:00{UNREADABLE}", encoding="utf-8")
    found = inspect_file(path, vocabulary=vocabulary, today=today)
    assert found["refused"] == {"error": "statement.no_row_read", "name": "a.csv", "count": 2}
    assert [problem["row"] for problem in found["problems"]] == [2, 3, 0]
