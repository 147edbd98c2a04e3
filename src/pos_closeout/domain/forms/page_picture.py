"""A page as pixels: whoever shows or prints it need not understand the file it comes from."""

import zlib
from dataclasses import dataclass

_CHANNELS = 3


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as it is seen.

    Attributes:
        width: of the page, points.
        height: of the page, points.
        columns: of pixels.
        rows: of pixels.
        packed: the pixels from the upper left, three bytes (red, green, blue) each, packed by zlib.
    """

    width: float
    height: float
    columns: int
    rows: int
    packed: bytes

    def pixels(self) -> bytes:
        """Return the bytes of the pixels.

        Raises:
            ValueError: they are not as many as they should be, or not packed.
        """
        wanted = self.columns * self.rows * _CHANNELS
        unpacking = zlib.decompressobj()
        try:
            found = unpacking.decompress(self.packed, wanted + 1)
        except zlib.error as error:
            raise ValueError(str(error)) from error
        if len(found) != wanted or not unpacking.eof or unpacking.unused_data:
            raise ValueError(len(found))
        return found
