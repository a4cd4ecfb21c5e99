"""Pictures in cells and escape codes, read back by readers of our own that follow the protocols' documents."""

import base64
import re
import unicodedata
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.strip import Strip

from library.errors import PictureError
from tests.drawn_pictures import Image, written
from tui.pictures import kitty, over, raster
from tui.pictures.ability import CHOICES, ability
from tui.pictures.blocks import block_strips
from tui.pictures.drawing import draw, most_pixels
from tui.pictures.fit import CELL, Box, fit
from tui.pictures.raster import Decoded, Raster, decode

TRUE = {"TERM": "xterm-256color"}
KITTY_CODE = re.compile(r"\x1b_G([^;\x1b]*);([A-Za-z0-9+/=]*)\x1b\\")


def way(choice: str, environment: dict[str, str], colours: str = "truecolor", *, ascii_only: bool = False) -> str:
    return ability(choice, environment, colours=colours, ascii_only=ascii_only).way


# How pictures are drawn here.


@pytest.mark.parametrize(("environment", "expected"), [
    (TRUE, "blocks"), ({"TERM": "xterm-kitty"}, "kitty"), ({"TERM": "xterm-ghostty"}, "kitty"),
    ({**TRUE, "TERM_PROGRAM": "iTerm.app"}, "iterm"), ({**TRUE, "TERM_PROGRAM": "WezTerm"}, "iterm"),
    ({"TERM": "foot"}, "sixel"), ({"TERM": "xterm-kitty", "TMUX": "/tmp/x"}, "blocks"),
    ({"TERM": "tmux-256color", "KITTY_WINDOW_ID": "1"}, "blocks"),
    ({"TERM": "xterm-kitty", "SSH_TTY": "/dev/pts/1"}, "off"), ({**TRUE, "SSH_CONNECTION": "1 2 3 4"}, "off"),
    ({"TERM": "dumb"}, "off"), ({"TERM": "xterm-kitty", "NO_COLOR": ""}, "off"),
])
def test_auto_goes_by_what_the_terminal_says_of_itself(environment: dict[str, str], expected: str) -> None:
    """Known terminals get their own protocol, all others half blocks; slow links and colourless ones nothing."""
    assert way("auto", environment) == expected


def test_a_choice_counts_over_what_is_known() -> None:
    """Over SSH too; but no colour and no sign is drawn where there is none."""
    assert way("blocks", {**TRUE, "SSH_TTY": "x"}) == "blocks"
    assert way("sixel", TRUE) == "sixel"
    assert way("kitty", TRUE, "256") == "blocks"
    assert {way(choice, TRUE, "standard") for choice in CHOICES} == {"off"}
    assert {way(choice, TRUE, ascii_only=True) for choice in CHOICES} == {"off"}


def test_every_refusal_says_what_helps(monkeypatch: pytest.MonkeyPatch) -> None:
    """And a way that is not off gives none."""
    assert not ability("auto", TRUE, colours="truecolor", ascii_only=False).why
    assert "set pictures blocks" in ability("auto", {"SSH_TTY": "x"}, colours="truecolor", ascii_only=False).why
    assert "set pictures auto" in ability("off", TRUE, colours="truecolor", ascii_only=False).why
    monkeypatch.setattr("tui.pictures.ability.find_spec", lambda name: None)
    assert "newsreader[pictures]" in ability("kitty", TRUE, colours="truecolor", ascii_only=False).why


# Decoding.


@pytest.mark.parametrize(("form", "mode"), [
    ("PNG", "RGB"), ("PNG", "RGBA"), ("PNG", "P"), ("PNG", "1"), ("PNG", "L"), ("PNG", "LA"), ("PNG", "I;16"),
    ("JPEG", "RGB"), ("JPEG", "L"), ("JPEG", "CMYK"), ("GIF", "P"), ("WEBP", "RGB"), ("WEBP", "RGBA"), ("BMP", "RGB"),
])
def test_every_kind_of_picture_of_the_web_is_decoded(form: str, mode: str) -> None:
    """In three bytes a pixel, its size told; the left half stays darker in red and the right one in blue."""
    source = Image.new("I;16", (80, 48), 40_000) if mode == "I;16" else None
    data = written(form, mode) if source is None else _saved(source, form)
    decoded = decode(data, (40, 40))

    assert (decoded.width, decoded.height) == (80, 48)
    assert (decoded.raster.width, decoded.raster.height) == (40, 24)
    assert len(decoded.raster.pixels) == 40 * 24 * 3
    if mode in ("RGB", "RGBA", "P"):
        red, _, blue = decoded.raster.pixels[:3]
        assert red > 150 > blue
    if mode == "I;16":
        assert set(decoded.raster.pixels) == {40_000 // 256}


def _saved(image: "Image.Image", form: str, **options: object) -> bytes:
    file = BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


def test_what_is_transparent_is_white_and_the_first_frame_counts() -> None:
    """As a page shows it, whatever the theme."""
    clear = Image.new("RGBA", (4, 4), (0, 0, 0, 0))
    assert set(decode(_saved(clear, "PNG"), (9, 9)).raster.pixels) == {255}
    frames = [Image.new("RGB", (4, 4), colour) for colour in ("red", "blue")]
    moving = _saved(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert decode(moving, (9, 9)).raster.pixels[:3] == b"\xff\0\0"


def test_a_picture_taken_on_its_side_stands_upright() -> None:
    """A camera writes how it was held; the size that is told is the upright one."""
    tags = Image.Exif()
    tags[0x0112] = 6
    decoded = decode(_saved(Image.new("RGB", (80, 40)), "JPEG", exif=tags), (20, 40))

    assert (decoded.width, decoded.height) == (40, 80)
    assert (decoded.raster.width, decoded.raster.height) == (20, 40)


@pytest.mark.parametrize("data", [
    b"", b"<html>", b"\x89PNG\r\n\x1a\n", written("PNG")[:100], written("JPEG")[:400], written("GIF")[:30],
    b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", b"<svg xmlns='http://www.w3.org/2000/svg'/>",
], ids=["empty", "a page", "a signature", "cut PNG", "cut JPEG", "cut GIF", "a program", "a drawing"])
def test_a_bad_picture_is_a_sentence_with_the_remedy(data: bytes) -> None:
    """Formats that are programs are not even looked at."""
    with pytest.raises(PictureError, match=r"^The picture .*: (open it elsewhere|save its page again)\.$"):
        decode(data, (40, 40))


@pytest.mark.parametrize("size", [(9_000, 9_000), (60_000, 60_000)])
def test_a_bomb_is_refused_before_it_is_decoded(size: tuple[int, int]) -> None:
    """A few bytes that claim to be billions of pixels."""
    header = written("PNG")
    bomb = header[:16] + size[0].to_bytes(4) + size[1].to_bytes(4) + header[24:]
    with pytest.raises(PictureError, match="pixels"):
        decode(_with_checksum(bomb), (40, 40))


def _with_checksum(png: bytes) -> bytes:
    import zlib

    return png[:29] + zlib.crc32(png[12:29]).to_bytes(4) + png[33:]


WHOLE = [written(form, mode) for form, mode in (("PNG", "P"), ("JPEG", "RGB"), ("GIF", "P"), ("WEBP", "RGB"),
                                                ("BMP", "RGB"))]


@given(st.sampled_from(WHOLE), st.lists(st.tuples(st.integers(0, 2**16), st.integers(0, 255)), max_size=12),
       st.integers(0, 2**16))
def test_no_damage_ends_the_program(whole: bytes, damage: list[tuple[int, int]], cut: int) -> None:
    """Bytes changed and cut off anywhere give pixels or a PictureError."""
    data = bytearray(whole)
    for place, value in damage:
        data[place % len(data)] = value
    try:
        decoded = decode(bytes(data[:cut] if cut % 3 == 0 else data), (40, 40))
    except PictureError:
        return
    assert len(decoded.raster.pixels) == 3 * decoded.raster.width * decoded.raster.height


# Cells.


@given(st.integers(1, 20_000), st.integers(1, 20_000), st.integers(1, 200), st.integers(1, 100))
def test_a_picture_fits_its_room_and_keeps_its_shape(width: int, height: int, columns: int, rows: int) -> None:
    """Never larger than the room or itself; each side is off by less than a cell."""
    box = fit(width, height, Box(columns, rows))

    assert 1 <= box.columns <= columns
    assert 1 <= box.rows <= rows
    assert box.columns <= max(1, round(width / CELL[0]))
    share = min(columns * CELL[0] / width, rows * CELL[1] / height, 1.0)
    assert abs(box.columns - width * share / CELL[0]) <= 1
    assert abs(box.rows - height * share / CELL[1]) <= 1


def halves(strips: tuple[Strip, ...]) -> list[list[tuple[tuple[int, ...], tuple[int, ...]]]]:
    """The colours of the upper and the lower half of every cell."""
    found = []
    for strip in strips:
        row: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
        for text, style, _ in strip:
            assert style is not None
            assert style.color is not None
            assert style.bgcolor is not None
            assert set(text) == {"▀"}
            row += [(tuple(style.color.get_truecolor()), tuple(style.bgcolor.get_truecolor()))] * len(text)
        assert strip.cell_length == len(row)
        found.append(row)
    return found


def test_half_blocks_show_two_pixels_a_cell() -> None:
    """The upper one in the sign's colour, the lower one in its ground, to the last two bits."""
    pixels = bytes([252, 0, 0] * 2 + [0, 252, 0] * 2 + [0, 0, 252] * 2 + [252, 252, 252] + [8, 8, 8])
    shown = halves(block_strips(Raster(2, 4, pixels), Box(2, 2)))

    assert shown == [[((252, 0, 0), (0, 252, 0))] * 2, [((0, 0, 252), (252, 252, 252)), ((0, 0, 252), (8, 8, 8))]]


def test_equal_neighbours_are_one_segment() -> None:
    """A sky is sent once, not once for each cell."""
    (strip,) = block_strips(Raster(40, 2, bytes(240)), Box(40, 1))
    assert [text for text, _, _ in strip] == ["▀" * 40]


# Kitty: sw.kovidgoyal.net/kitty/graphics-protocol.


def test_the_diacritics_are_those_that_the_protocol_names() -> None:
    """Its rule: non-spacing marks above (class 230) without a decomposition, in order, 297 of them."""
    assert len(set(kitty.DIACRITICS)) == len(kitty.DIACRITICS) == 297
    assert list(kitty.DIACRITICS) == sorted(kitty.DIACRITICS)
    for sign in kitty.DIACRITICS:
        assert (unicodedata.category(sign), unicodedata.combining(sign)) == ("Mn", 230)
        assert not unicodedata.decomposition(sign)
    assert [ord(kitty.DIACRITICS[place]) for place in (0, 1, 2, 3, 296)] == [0x305, 0x30D, 0x30E, 0x310, 0x1D244]


@given(st.binary(max_size=20_000))
def test_a_picture_is_sent_in_chunks_as_the_protocol_demands(data: bytes) -> None:
    """All keys on the first chunk, then m and q alone; at most 4096 bytes each, all but the last a multiple of 4."""
    sent = kitty.send(77, data, Box(12, 5))
    codes = KITTY_CODE.findall(sent)

    assert "".join(f"\x1b_G{keys};{payload}\x1b\\" for keys, payload in codes) == sent
    first = dict(key.split("=") for key in codes[0][0].split(","))
    assert first == {"a": "T", "U": "1", "f": "100", "t": "d", "i": "77", "c": "12", "r": "5", "q": "2",
                     "m": "1" if len(codes) > 1 else "0"}
    assert [keys for keys, _ in codes[1:]] == ["m=1,q=2"] * (len(codes) - 2) + ["m=0,q=2"] * (len(codes) > 1)
    assert all(len(payload) <= 4096 for _, payload in codes)
    assert all(len(payload) % 4 == 0 for _, payload in codes)
    assert base64.b64decode("".join(payload for _, payload in codes)) == data


@given(st.integers(1, 2**24 - 1), st.integers(1, 297), st.integers(1, 60))
def test_placeholders_say_which_picture_and_which_part_of_it(number: int, columns: int, rows: int) -> None:
    """The number in the colour, row and column in the diacritics of each cell; every cell is one cell wide."""
    strips = kitty.placeholder_strips(number, Box(columns, rows))

    assert len(strips) == rows
    for row, strip in enumerate(strips):
        ((text, style, _),) = strip
        assert style is not None
        assert style.color is not None
        red, green, blue = style.color.get_truecolor()
        assert red << 16 | green << 8 | blue == number
        places = [kitty.DIACRITICS.index(sign) for sign in text if sign != kitty.PLACEHOLDER]
        assert [tuple(places[at:at + 2]) for at in range(0, len(places), 2)] == [(row, at) for at in range(columns)]
        assert cell_len(text) == strip.cell_length == columns


def test_numbers_are_new_and_told_by_a_colour() -> None:
    """No two pictures of a session share one, and 24 bits hold each."""
    numbers = [kitty.new_number() for _ in range(1_000)]
    assert len(set(numbers)) == 1_000
    assert all(0 < number < 2**24 for number in numbers)
    assert kitty.forget(9) == "\x1b_Ga=d,d=I,i=9,q=2\x1b\\"


# What terminals lay over cells.


def test_iterms_picture_is_a_png_of_ours_in_cells() -> None:
    """iterm2.com/documentation-images.html: the arguments, a colon, base64, BEL."""
    sent = over.iterm(raster.png(Raster(2, 1, bytes(6))), Box(4, 3))
    found = re.fullmatch(r"\x1b\]1337;File=([^:]*):([A-Za-z0-9+/=]*)\x07", sent)

    assert found is not None
    data = base64.b64decode(found[2])
    assert dict(key.split("=") for key in found[1].split(";")) == {
        "inline": "1", "size": str(len(data)), "width": "4", "height": "3", "preserveAspectRatio": "1",
        "doNotMoveCursor": "1",
    }
    assert Image.open(BytesIO(data)).size == (2, 1)


def read_sixel(sent: str) -> dict[tuple[int, int], tuple[int, ...]]:
    """The pixels that a terminal would draw (VT330/VT340 Programmer Reference, chapter 14)."""
    found = re.fullmatch(r'\x1bP0;1;0q"1;1;(\d+);(\d+)((?:[#0-9;!?-~$-])*)\x1b\\', sent)
    assert found is not None
    palette: dict[int, tuple[int, ...]] = {}
    pixels: dict[tuple[int, int], tuple[int, ...]] = {}
    x, y, colour, times = 0, 0, 0, 1
    for token in re.findall(r"#[0-9;]+|!\d+|[?-~$-]", found[3]):
        if token[0] == "#":
            colour, *defined = map(int, token[1:].split(";"))
            if defined:
                assert defined[0] == 2
                assert all(0 <= part <= 100 for part in defined[1:])
                palette[colour] = tuple(defined[1:])
        elif token[0] == "!":
            times = int(token[1:])
        elif token == "$":
            x = 0
        elif token == "-":
            x, y = 0, y + 6
        else:
            for column in range(x, x + times):
                for bit in range(6):
                    if ord(token) - 0x3F >> bit & 1:
                        assert (column, y + bit) not in pixels
                        pixels[column, y + bit] = palette[colour]
            x, times = x + times, 1
    assert {place for place in pixels if place[0] >= int(found[1]) or place[1] >= int(found[2])} == set()
    return pixels


@given(st.integers(1, 40), st.integers(1, 20), st.data())
def test_sixels_draw_every_pixel_once_in_its_colour(width: int, height: int, data: st.DataObject) -> None:
    """Heights that are no multiple of six included; colours are right to a per cent where there are few."""
    inks = [(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255), (0, 0, 0)]
    chosen = data.draw(st.lists(st.sampled_from(inks), min_size=width * height, max_size=width * height))
    drawn = read_sixel(over.sixel(Raster(width, height, bytes(part for ink in chosen for part in ink))))

    assert len(drawn) == width * height
    for place, ink in enumerate(chosen):
        shown = drawn[place % width, place // width]
        assert all(abs(part - value * 100 / 255) <= 1 for part, value in zip(shown, ink, strict=True))


def test_a_picture_is_laid_where_it_belongs_and_the_cursor_stays() -> None:
    """Rows and columns of a terminal count from 1."""
    assert over.at(0, 4, "X") == "\x1b7\x1b[1;5HX\x1b8"


@pytest.mark.parametrize("one", ["blocks", "kitty", "iterm", "sixel"])
def test_every_way_of_drawing_fills_the_same_box_with_clean_codes(one: str) -> None:
    """Nothing of the file that came is sent: what the page wrote into it cannot reach the terminal."""
    evil = Image.new("RGB", (160, 96), "red")
    file = BytesIO()
    evil.save(file, "JPEG", comment=b"\x1b]0;owned\x07" * 9)
    room = Box(40, 10)
    picture = draw(decode(file.getvalue(), most_pixels(one, room)), one, room)  # type: ignore[arg-type]

    assert picture.box == Box(20, 6)
    assert [strip.cell_length for strip in picture.strips] == ([20] * 6 if one in ("blocks", "kitty") else [])
    assert bool(picture.over) == (one in ("iterm", "sixel"))
    assert bool(picture.sent) == bool(picture.number) == (one == "kitty")
    assert "owned" not in picture.sent + picture.over
    assert base64.b64encode(b"owned").decode()[:5] not in picture.sent + picture.over


def test_a_giant_room_is_cut_to_what_kitty_can_number() -> None:
    """Rows and columns beyond the diacritics could not be told."""
    drawn = draw(Decoded(Raster(1, 1, b"\0\0\0"), 90_000, 90_000), "kitty", Box(900, 900))
    assert drawn.box.columns <= kitty.MOST.columns
    assert drawn.box.rows <= kitty.MOST.rows
