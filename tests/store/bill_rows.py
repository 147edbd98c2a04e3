"""A bill with one line, put into the database as an import would leave it."""

from pos_closeout.store import Store


def add_line(store: Store, case_id: int, bills: int = 1) -> None:
    """Add bills ``账单1.csv`` and so on; the first has a line of 43.21 yuan on 20 November 2026."""
    database = store.database
    bill = "INSERT INTO bills VALUES (?, ?, ?, ?, 'wechat', 'utf-8', 1, 0, 0, '', NULL, '2026-11-22', 1)"
    for number in range(1, bills + 1):
        database.run(bill, (number, case_id, f"s{number}", f"账单{number}.csv"))
    names = [str(row[1]) for row in database.rows("PRAGMA table_info(bill_lines)")]
    known = {
        "id": 1, "bill_id": 1, "case_id": case_id, "row": 1, "at": "2026-11-20 10:00:00", "amount_fen": 4321,
        "fee_fen": 0, "refunded_fen": 0, "damaged": 0, "hidden": 0, "order_number": "4200001234567",
        "counterparty": "微信用户Ａ小陈", "identity": "x",
    }  # fmt: skip
    places = ", ".join("?" * len(names))
    cells = [known.get(name, "") for name in names]
    database.run(f"INSERT INTO bill_lines VALUES ({places})", cells)  # type: ignore[arg-type]  # noqa: S608  # own words
