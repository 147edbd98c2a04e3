"""A year of a busy shop: one million rows of a WeChat merchant bill read, told apart, hashed, stored, checked twice.

Bare ``csv.reader`` and ``executemany`` do nothing but copy the cells; ``sqlite-utils insert`` is the tool people use.
Every import runs in a process of its own, as its peak of memory is that of the process and of the one that reads. A run
takes minutes, so each side runs twice and the better time counts.
"""

import csv
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pos_closeout.actions.bills.import_statement import import_statements
from pos_closeout.actions.bills.statement_words import load_words
from pos_closeout.actions.cases.cases import open_case
from pos_closeout.actions.data_folder import open_data_folder
from tests.benchmarks.timing import Result, own_peak_mb

ROOT = Path(__file__).resolve().parents[2]
ROWS = 1_000_000
TIMES = 2
NAMES = (
    "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,"
    "应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,"
    "订单金额,申请退款金额,费率备注"
)
_SIGNS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-"


def write_bill(path: Path, rows: int) -> None:
    """Write a bill as the platform would: one row in fifty is a refund, one refund in twenty is still in progress."""
    chance = random.Random(rows)  # noqa: S311  # no secret, and the same file every time
    when, step = datetime(2026, 1, 1, 8), timedelta(seconds=30)  # noqa: DTZ001  # a bill names no zone
    paid = back = fees = 0
    with path.open("w", encoding="utf-8-sig", newline="\r\n") as file:
        file.write(NAMES + "\n")
        for number in range(rows):
            when += step
            fen, refund = chance.randrange(1, 50_000), number % 50 == 49
            order = f"4200002600{when:%Y%m%d}{chance.randrange(10**10):010d}"
            payer = "oUpF8u" + "".join(chance.choices(_SIGNS, k=22))
            yuan = f"{fen // 100}.{fen % 100:02d}"
            fee = 0 if refund else fen * 6
            told = (
                f"REFUND,`CFT,`CNY,`0.00,`0.00,`5030{order[4:]},`R{number:015d},`{yuan},`0.00,`ORIGINAL,"
                f"`{'PROCESSING' if number % 1000 == 999 else 'SUCCESS'},`便利店收款,`,`0.00000,`0.60%,`0.00,`{yuan},`"
                if refund
                else f"SUCCESS,`CFT,`CNY,`{yuan},`0.00,`0,`0,`0.00,`0.00,`,`,`便利店收款,`,"
                f"`{fee // 100_000}.{fee % 100_000:05d},`0.60%,`{yuan},`0.00,`"
            )
            file.write(
                f"`{when},`wx2421b1c4370ec43b,`1900000109,`0,`,`{order},`M{number:015d},`{payer},`MICROPAY,`{told}\n"
            )
            paid, back, fees = paid + (0 if refund else fen), back + (fen if refund else 0), fees + fee
        total, returned = f"{paid // 100}.{paid % 100:02d}", f"{back // 100}.{back % 100:02d}"
        file.write("总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额\n")
        charged = f"{fees // 100_000}.{fees % 100_000:05d}"
        file.write(f"`{rows}.0,`{total},`{returned},`0.00,`{charged},`{total},`{returned}\n")


def copy_cells(bill: Path, database: Path) -> None:
    """Do what the yardstick does: the same rows, cell by cell, into one table."""
    with closing(sqlite3.connect(database)) as connection, bill.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        width = len(next(rows))
        connection.execute(f"CREATE TABLE bill ({', '.join(f'c{at}' for at in range(width))})")
        places = ", ".join("?" * width)
        connection.executemany(f"INSERT INTO bill VALUES ({places})", (row for row in rows if len(row) == width))  # noqa: S608
        connection.commit()


def take(bill: Path, folder: Path, rows: int) -> None:
    """Import a bill into a new case, as the program does.

    Raises:
        RuntimeError: not every row came in, or the totals of the bill do not agree.
    """
    now = datetime(2026, 12, 31, tzinfo=UTC)
    with open_data_folder(folder, now) as store:
        case = open_case(store, now.date(), now)
        words = load_words(ROOT / "resources")
        (report,) = import_statements(store, case.id, [bill], vocabulary=words, today=now.date(), now=now).files
    if (report.new, report.footer, len(report.proposals)) != (rows, "agrees", rows // 1000):
        raise RuntimeError(f"not what the bill holds: {report}")


def alone(*arguments: str | Path) -> tuple[float, float]:
    """Run one side in a process of its own; return its seconds and its peak of memory in MB."""
    told = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.statements", *arguments], cwd=ROOT, check=True, stdout=subprocess.PIPE
    ).stdout.split()
    return float(told[0]), float(told[1])


def import_of_a_million_rows() -> tuple[Result, ...]:
    """Compare the import with copying cells, with ``sqlite-utils insert``, and with itself on a tenth of the rows."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        big, small = folder / "big.csv", folder / "small.csv"
        write_bill(big, ROWS)
        write_bill(small, ROWS // 10)
        ours, bare, tenth = [], [], []
        for turn in range(TIMES):
            tenth.append(alone("take", small, folder / f"small-{turn}", str(ROWS // 10)))
            bare.append(alone("copy", big, folder / f"bare-{turn}.db"))
            ours.append(alone("take", big, folder / f"ours-{turn}", str(ROWS)))
        start = time.perf_counter()
        command = ["-m", "sqlite_utils", "insert", str(folder / "utils.db"), "bill", str(big), "--csv", "--silent"]
        subprocess.run([sys.executable, *command], check=True)
        utils = time.perf_counter() - start
    (seconds, memory), (few, _) = min(ours), min(tenth)
    name = f"import of {ROWS:,} rows"
    return (
        Result(name, "csv.reader and executemany", seconds, min(bare)[0], 3.0),
        Result(name, "sqlite-utils insert --csv", seconds, utils, 1.0),
        Result(name, f"the same of {ROWS // 10:,} rows", seconds, few, 11.0),
        Result(f"{name}: peak of memory, MB / 1000", "200 MB", memory / 1000, 0.2, 1.0),
    )


def main(arguments: list[str]) -> None:
    """Run one side and print its seconds and its peak of memory in MB.

    The process that reads is counted at its own peak, as if both came at once.
    """
    side, bill, target, *rows = arguments
    start = time.perf_counter()
    if side == "take":
        take(Path(bill), Path(target), int(rows[0]))
    else:
        copy_cells(Path(bill), Path(target))
    took = time.perf_counter() - start
    reader = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(took, own_peak_mb() + reader)


if __name__ == "__main__":
    main(sys.argv[1:])
