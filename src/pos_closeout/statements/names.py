"""Identities of the lines of one table: equal lines without a long number are counted."""

from pos_closeout.domain.bills.transactions import IdentityParts, identity, is_strong

_MANY = 200_000


class Names:
    """Hands out identities in the order of the rows; forgets after many lines, so that memory stays bounded."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def name(self, parts: IdentityParts) -> str:
        """Return the identity of the next line."""
        if is_strong(parts.number) and not parts.shared:
            return identity(parts)
        if len(self._seen) > _MANY:
            self._seen.clear()
        first = identity(parts)
        count = self._seen.get(first, 0)
        self._seen[first] = count + 1
        return identity(parts, count)
