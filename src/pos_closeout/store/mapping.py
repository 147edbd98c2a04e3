"""Turns frozen dataclasses into database rows and back, by their type annotations.

Text stays text, ``bool`` becomes 0 or 1, dates and enums become text, tuples become a JSON array.
"""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from enum import Enum
from functools import cached_property
from types import NoneType, UnionType
from typing import Any, Generic, TypeVar, get_args, get_origin, get_type_hints

from pos_closeout.domain.errors import DataFolderError

T = TypeVar("T")
Cell = str | int | None
"""What a column holds."""

Row = tuple[Cell, ...]

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class RowMapping(Generic[T]):
    """How one dataclass is written to columns; made by :func:`mapping_of`.

    Attributes:
        columns: the column names, which are the field names, in the order of the fields.
    """

    kind: type[T]
    columns: tuple[str, ...]

    @cached_property
    def _coders(self) -> "tuple[tuple[int, Coder], ...]":
        """Place and coder of the columns that need one; worked out with the first row, as many tables have none."""
        hints = get_type_hints(self.kind)
        coders = ((index, _coder(hints[name])) for index, name in enumerate(self.columns))
        return tuple((index, coder) for index, coder in coders if coder is not None)

    def to_row(self, value: T) -> Row:
        """Return the cells of a value, in the order of ``columns``."""
        cells = [getattr(value, name) for name in self.columns]
        for index, (encode, _) in self._coders:
            if cells[index] is not None:
                cells[index] = encode(cells[index])
        return tuple(cells)

    def from_rows(self, rows: Iterable[Sequence[Cell]]) -> list[T]:
        """Return the values of rows whose cells stand in the order of ``columns``, which must be all fields.

        Raises:
            DataFolderError: ``store.unreadable_value`` when a cell holds what the program never writes.
        """
        return [self.kind(*cells) for cells in self.decoded(rows)]

    def decoded(self, rows: Iterable[Sequence[Cell]]) -> Iterable[tuple[Any, ...]]:
        """Return the field values of rows whose cells stand in the order of ``columns``.

        Raises:
            DataFolderError: as :meth:`from_rows`.
        """
        columns: list[Sequence[Any]] = list(zip(*rows, strict=True))
        if not columns:
            return ()
        try:
            for index, (_, decode) in self._coders:
                if decode is None:
                    continue
                # Column by column, each different cell once: ten thousand items share few dates and kinds.
                known = {cell: None if cell is None else decode(cell) for cell in set(columns[index])}
                columns[index] = [known[cell] for cell in columns[index]]
        except (KeyError, TypeError, ValueError) as error:
            raise DataFolderError("store.unreadable_value", what=self.kind.__name__, detail=str(error)) from error
        return zip(*columns, strict=True)


def mapping_of(kind: type[T], only: Sequence[str] = ()) -> RowMapping[T]:
    """Return the mapping of a dataclass; ``only`` names the fields to take when the rest live in other tables."""
    return RowMapping(kind, tuple(only) or tuple(field.name for field in fields(kind)))  # type: ignore[arg-type]  # T is any dataclass


Coder = tuple[Callable[[Any], Cell], Callable[[Any], object] | None]
"""How a value becomes a cell, and how the cell becomes the value again (``None``: it already is)."""


def _coder(hint: object) -> Coder | None:
    """Return encoder and decoder for a type annotation, or ``None`` when the value is stored as it is."""
    kind = _without_none(hint)
    if get_origin(kind) is tuple:
        return _tuple_coder(get_args(kind)[0])
    if kind is str:
        return storable, None
    if kind is bool:
        return int, bool
    if kind is date:
        return date.isoformat, date.fromisoformat
    if isinstance(kind, type) and issubclass(kind, Enum):
        return (lambda member: member.value), {member.value: member for member in kind}.__getitem__
    return None


def _tuple_coder(inner: object) -> Coder:
    """Return the coder of a tuple of texts or enums."""
    encode, decode = _coder(inner) or (None, None)
    return (
        lambda values: json.dumps([encode(value) if encode else value for value in values], ensure_ascii=False),
        lambda text: tuple(decode(value) if decode else value for value in json.loads(text)),
    )


def _without_none(hint: object) -> object:
    """Return ``X`` of ``X | None``."""
    if isinstance(hint, UnionType):
        return next(part for part in get_args(hint) if part is not NoneType)
    return hint


def storable(text: str) -> str:
    """Replace half characters, which UTF-8 cannot hold, so that a save never fails over one of them."""
    return _LONE_SURROGATE.sub("\ufffd", text)
