"""Share pictures: what a link shows in a message, drawn in the house's own type."""

import io
import zlib
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from PIL import Image, ImageDraw, ImageFont

from build_scripts.model import Artifact
from build_scripts.present.charts.text import FONT_FOLDER, has_glyph, plain, shortened, width, wrap
from build_scripts.present.page import Draft
from build_scripts.present.sharing.colours import BLUE, INK, LINE, PAPER, QUIET, Colour, palette, place, ramp
from build_scripts.present.sharing.shapes import house_masks, status_shape
from build_scripts.present.sharing.subject import Subject, picture_path

WIDTH, HEIGHT = 1200, 630
"""Pixels; what every service that shows link previews asks for."""
_EDGE = 64
_ROOM = WIDTH - 2 * _EDGE
_FOOT = HEIGHT - 92
"""Where the rule above the source stands."""
_PRESSURE = 6
"""How hard the PNG is pressed, 0 to 9."""
_SEEN = tuple(255 if strength else 0 for strength in range(256))
_NARROW = 240
"""Less room than this beside a figure holds no words."""
_TITLES = ((64, 2), (54, 3), (44, 4))
"""Sizes of type to try for a title, and the lines each may take."""


def pictures(drafts: Sequence[Draft]) -> Iterator[Artifact]:
    """Draw the share picture of every page that has a subject; the same bytes for the same subject."""
    for draft in drafts:
        if draft.subject is not None:
            yield Artifact(picture_path(draft.language, draft.address), picture(draft.subject))


def picture(subject: Subject) -> bytes:
    """Draw a subject: its title, its figure and status, and at the foot where that is from."""
    image = _headed(subject.imprint.name).copy()
    sheet = _Sheet(image)
    top = sheet.title(subject, 128)
    if subject.value:
        sheet.figure(subject, top + 28)
    elif subject.tally:
        sheet.tally(subject, top + 28)
    else:
        sheet.words(subject, top + 28)
    sheet.foot(subject)
    buffer = io.BytesIO()
    image.save(
        buffer, "PNG", compress_level=_PRESSURE, compress_type=zlib.Z_FILTERED
    )  # a third faster here, as small
    return buffer.getvalue()


@lru_cache(maxsize=4)
def _headed(name: str) -> Image.Image:
    """Prepare the paper that all pictures of one portal share: its mark and its name at the top."""
    image = Image.new("P", (WIDTH, HEIGHT), place(PAPER))
    image.putpalette(palette())
    _Sheet(image).head(name)
    return image


class _Sheet:
    """A picture being drawn."""

    def __init__(self, image: Image.Image) -> None:
        self._image = image
        self._pen = ImageDraw.Draw(image)

    def head(self, name: str) -> None:
        """Put the mark of the house and the name of the portal at the top."""
        ground, bars = house_masks(44)
        self._put(ground, BLUE, (_EDGE, 48))
        self._image.paste(place(PAPER), (_EDGE, 48), bars)
        self._write((_EDGE + 60, 81), _fitting(name, 30, _ROOM - 60, bold=True), 30, BLUE, bold=True)

    def title(self, subject: Subject, top: int) -> int:
        """Write the kicker and the title, as large as it fits; tell where they end."""
        if subject.kicker:
            kicker = subject.kicker[:1].upper() + subject.kicker[1:]
            self._write((_EDGE, top + 30), _fitting(kicker, 28, _ROOM), 28, QUIET)
            top += 44
        text = _drawable(subject.title)
        size, most = next(
            (each for each in _TITLES if len(wrap(text, _ROOM, each[0], bold=True)) <= each[1]), _TITLES[-1]
        )
        return self.lines(text, (top, size, most), INK, bold=True)

    def lines(self, text: str, at: tuple[int, int, int], colour: Colour, *, bold: bool = False) -> int:
        """Write wrapped text below `at` (top, size, most lines); tell where it ends."""
        top, size, most = at
        step = round(size * 1.18)
        for line in shortened(_balanced(_drawable(text), size, bold=bold), most):
            self._write((_EDGE, top + size), line, size, colour, bold=bold)
            top += step
        return top

    def figure(self, subject: Subject, top: int) -> None:
        """Write the figure large, beside it what it is, below it the status."""
        value = _drawable(subject.value)
        size = next((each for each in (104, 80, 60) if width(value, each, bold=True) <= _ROOM * 0.6), 44)
        middle = top + size
        value = _fitting(value, size, _ROOM, bold=True)
        self._write((_EDGE, middle), value, size, BLUE, bold=True)
        beside = _EDGE + round(width(value, size, bold=True)) + 36
        room = WIDTH - _EDGE - beside
        rows = [_drawable(each) for each in (subject.label, subject.aim) if each and room > _NARROW]
        written = [line for row in rows for line in shortened(wrap(row, room, 30), 2)]
        for number, line in enumerate(written[:3]):
            self._write((beside, middle - 38 * (min(3, len(written)) - 1 - number) - 4), line, 30, QUIET)
        if subject.mark is not None:
            self._status(subject.mark.kind, _said(subject), middle + 34)

    def words(self, subject: Subject, top: int) -> None:
        """Write what is said in the place of a figure: what was promised, that nothing is known, the status."""
        for text in (subject.aim, subject.label):
            top = self.lines(text, (top, 34, 4), QUIET) if text else top
        if subject.mark is not None:
            self._status(subject.mark.kind, _said(subject), top + 22)

    def tally(self, subject: Subject, top: int) -> None:
        """Write how many are where, two in a row."""
        for number, each in enumerate(subject.tally[:6]):
            column, row = number % 2, number // 2
            left = _EDGE + column * (_ROOM // 2)
            self._status(each.kind, each.word, top + row * 62, left)

    def foot(self, subject: Subject) -> None:
        """Write below a rule where the figure is from."""
        self._pen.rectangle((_EDGE, _FOOT, WIDTH - _EDGE - 1, _FOOT + 1), fill=place(LINE))
        day = f", {subject.day}" if subject.day else ""
        by = _fitting(subject.credit, 28, _ROOM - width(day, 28))
        self._write((_EDGE, _FOOT + 50), by + day, 28, QUIET)

    def _status(self, kind: str, word: str, top: int, left: int = _EDGE) -> None:
        shape, colour = status_shape(kind, 40)
        self._put(shape, colour, (left, top))
        self._write((left + 56, top + 34), _fitting(word, 36, _ROOM), 36, INK, bold=True)

    def _put(self, mask: Image.Image, colour: Colour, at: tuple[int, int]) -> None:
        """Lay a colour on the paper, as strongly as the mask says: straight into entries of the palette."""
        self._image.paste(mask.point(ramp(colour)), at, mask.point(_SEEN))

    def _write(
        self, at: tuple[int, int], text: str, size: int, colour: Colour, *, bold: bool = False
    ) -> None:
        mask, (left, top) = _letters(text, size, bold=bold)
        self._put(mask, colour, (at[0] + left, at[1] + top))


@lru_cache(maxsize=32)
def _letters(text: str, size: int, *, bold: bool) -> tuple[Image.Image, tuple[int, int]]:
    """Draw a line of text as a mask, and tell where it lies from its beginning; sources and states recur."""
    font = _font(size, bold=bold)
    left, top, right, bottom = (round(each) for each in font.getbbox(text, anchor="ls"))
    mask = Image.new("L", (max(1, right - left), max(1, bottom - top)))
    ImageDraw.Draw(mask).text((-left, -top), text, font=font, fill=255, anchor="ls")
    return mask, (left, top)


def _said(subject: Subject) -> str:
    mark = subject.mark
    return "" if mark is None else f"{mark.word} ({mark.firm})" if mark.firm else mark.word


@lru_cache(maxsize=1 << 10)
def _drawable(text: str) -> str:
    """Keep the letters that the font has."""
    return plain("".join(sign for sign in plain(text) if has_glyph(sign)))


def _balanced(text: str, size: int, *, bold: bool) -> list[str]:
    """Wrap to as few lines as the room allows, then evenly, so that no word stands alone."""
    fewest = len(wrap(text, _ROOM, size, bold=bold))
    tried = (wrap(text, _ROOM * share / 10, size, bold=bold) for share in range(5, 11))
    return next(lines for lines in tried if len(lines) == fewest)


def _fitting(text: str, size: int, room: float, *, bold: bool = False) -> str:
    """Write on one line, cut with an ellipsis where it must be."""
    return shortened(wrap(_drawable(text), room - size, size, bold=bold), 1)[0] if _drawable(text) else ""


@cache
def _font(size: int, *, bold: bool) -> ImageFont.FreeTypeFont:
    name = f"SourceSansPro-{'Semibold' if bold else 'Regular'}.ttf"
    return ImageFont.truetype(str(FONT_FOLDER / name), size, layout_engine=ImageFont.Layout.BASIC)
