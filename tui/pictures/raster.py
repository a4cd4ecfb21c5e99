"""A picture's bytes as pixels: the one module that knows Pillow.

Pictures are foreign: cut off, of a billion pixels, or made to find a fault in a decoder. So only the formats of web
pages are read, none that is a program (EPS, SVG); the size is looked at before anything is decoded; and whatever a
decoder raises becomes one sentence.
"""

import struct
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from library.errors import PictureError

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "BMP")
MOST_PIXELS = 60_000_000
"""Width by height. The largest cameras of the press have 60 megapixels; decoded, this much takes 240 MB."""

# What Pillow's decoders raise over bytes that are no picture: found by feeding them damaged ones.
_FAULTS = (
    OSError, ValueError, SyntaxError, EOFError, LookupError, TypeError, ArithmeticError, struct.error, MemoryError,
    RuntimeError, AttributeError,
)


_ORIENTATION, _LYING = 0x0112, (5, 6, 7, 8)
"""The tag that says how a camera was held, and its values for on its side (Exif 2.3, 4.6.4)."""


class Raster(NamedTuple):
    """Pixels, row by row from the top, three bytes each: red, green, blue."""

    width: int
    height: int
    pixels: bytes


class Decoded(NamedTuple):
    raster: Raster
    width: int
    """Pixels of the picture as it came, upright."""
    height: int


def decode(data: bytes, most: tuple[int, int], called: str = "The picture") -> Decoded:
    """The picture, its first frame, upright, made smaller to fit into so many pixels of width and height.

    What is transparent is white, as on a page. Raises PictureError, a sentence that begins with what it is `called`.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(BytesIO(data), formats=FORMATS) as image:
            width, height = image.size
            if width * height > MOST_PIXELS:
                raise PictureError(f"{called} {_too_large(width, height)}")
            if image.getexif().get(_ORIENTATION) in _LYING:
                width, height, most = height, width, (most[1], most[0])
            image.draft("RGB", most)  # JPEG: decoded at a fraction of its size, many times as fast
            small = image.copy() if image.mode in ("RGB", "RGBA", "L") else _plain(image)
            small.thumbnail(most)
            return Decoded(_raster(ImageOps.exif_transpose(small)), width, height)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PictureError(f"{called} has more pixels than any picture should: open it elsewhere.") from error
    except UnidentifiedImageError as error:
        raise PictureError(f"{called} is no JPEG, PNG, GIF, WebP, AVIF or BMP: open it elsewhere.") from error
    except _FAULTS as error:
        raise PictureError(f"{called} is damaged or cut off: save its page again.") from error


def resized(raster: Raster, width: int, height: int) -> Raster:
    """The same picture in so many pixels."""
    from PIL import Image

    image = Image.frombytes("RGB", (raster.width, raster.height), raster.pixels)
    return Raster(width, height, image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0).tobytes())


def png(raster: Raster) -> bytes:
    """The picture as a PNG file, for terminals that decode it themselves. None of the bytes that came are in it."""
    from PIL import Image

    written = BytesIO()
    Image.frombytes("RGB", (raster.width, raster.height), raster.pixels).save(written, "PNG", compress_level=3)
    return written.getvalue()


def indexed(raster: Raster, colours: int) -> tuple[list[tuple[int, int, int]], bytes]:
    """The picture in so many colours (256 at most): each colour, and for each pixel the place of its own."""
    from PIL import Image

    image = Image.frombytes("RGB", (raster.width, raster.height), raster.pixels).quantize(colours)
    flat = image.getpalette() or []
    return [(flat[at], flat[at + 1], flat[at + 2]) for at in range(0, len(flat) - 2, 3)], image.tobytes()


def _plain(image: "Image") -> "Image":
    """In red, green and blue, with what is transparent kept apart."""
    if image.mode.startswith("I"):  # greys of 16 bits, which Pillow would cut off at 255
        return image.convert("I").point(lambda value: value / 256).convert("L")
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


def _raster(image: "Image") -> Raster:
    from PIL import Image

    if image.mode == "RGBA":
        paper = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(paper, image)
    image = image.convert("RGB")
    return Raster(image.width, image.height, image.tobytes())


def _too_large(width: int, height: int) -> str:
    return f"has {width:,} by {height:,} pixels, which is more than is decoded here: open it elsewhere."
