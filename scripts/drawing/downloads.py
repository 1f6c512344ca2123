"""A figure for slides and print: words as paths, PDF, and PNG in light and dark with as few colours as the eye needs."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from drawing.figure import COLOURS, shorter

if TYPE_CHECKING:
    from matplotlib.figure import Figure

KINDS = ("paths.svg", "pdf", "png", "dark.png")
WIDE = 3840  # pixels of a slide
GROUNDS = ("white", "#12161c")
WORST = 32  # of 255: how far a pixel on the edge of a line may be from its colour, in any channel
FLAT = 4000  # a colour that fills more than one pixel in so many is no edge, and stays as it is

Colours = npt.NDArray[np.uint8]


def downloads(figure: Figure) -> dict[str, bytes]:
    """The figure in each of KINDS; afterwards its artists wear the dark palette."""
    import matplotlib.pyplot as plt

    made: dict[str, bytes] = {}
    undated = {"Creator": None, "Date": None}, {"CreationDate": None, "ModDate": None, "Creator": None, "Producer": None}
    with plt.rc_context({"svg.fonttype": "path", "svg.hashsalt": "house", "pdf.fonttype": 42}):
        made["paths.svg"] = shorter(_saved(figure, "svg", transparent=True, metadata=undated[0]).decode()).encode()
        made["pdf"] = _saved(figure, "pdf", transparent=True, metadata=undated[1])
    light = _pixels(figure, GROUNDS[0])
    _recolour(figure, dict(COLOURS.values()))
    made["png"], made["dark.png"] = slides(light, _pixels(figure, GROUNDS[1]), WIDE / figure.get_size_inches()[0])
    return made


def _saved(figure: Figure, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    figure.savefig(out, format=kind, **options)
    return out.getvalue()


def _pixels(figure: Figure, ground: str) -> Colours:
    """Rows of opaque pixels: red, green, blue, 255."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    figure.set_dpi(WIDE / figure.get_size_inches()[0])
    figure.set_facecolor(ground)
    canvas: Any = FigureCanvasAgg(figure)
    canvas.draw()
    return np.asarray(canvas.buffer_rgba())


def _recolour(figure: Figure, new: dict[str, str]) -> None:
    """The same figure in the dark palette: every artist's colours, one for one."""
    from matplotlib.artist import Artist
    from matplotlib.colors import to_hex, to_rgba

    def turned(colour: Any) -> Any:
        if isinstance(colour, np.ndarray) and colour.ndim == 2:
            return [turned(row) for row in colour]
        try:
            return (*to_rgba(new[to_hex(colour)])[:3], to_rgba(colour)[3])
        except (KeyError, ValueError, TypeError):
            return colour

    for artist in figure.findobj(Artist):
        for part in ("color", "facecolor", "edgecolor", "markerfacecolor", "markeredgecolor"):
            get, put = getattr(artist, f"get_{part}", None), getattr(artist, f"set_{part}", None)
            if get and put and (part != "color" or not hasattr(artist, "get_facecolor")):
                put(turned(get()))


# ---- slides ----------------------------------------------------------------------------------


def slides(light: Colours, dark: Colours, dpi: float) -> tuple[bytes, bytes]:
    """Two pictures of one drawing as PNG. A pixel is a pair of colours, so both share the indices and are packed once; the palette differs.

    Args:
        light, dark: rows of pixels, uint8, shape (height, width, 4), opaque.
        dpi: written into the file, so that a slide knows its size in print.

    A drawing of more colours than a palette holds keeps them all.
    """
    from PIL import Image

    pixels = [each.view(np.uint32).ravel() for each in (light, dark)]
    changes = np.logical_or(*(each[1:] != each[:-1] for each in pixels))
    starts = np.append(0, np.flatnonzero(changes) + 1)  # of runs: nearly all pixels are as the one before
    lengths = np.diff(starts, append=changes.size + 1)
    pairs = np.stack([each[starts] for each in pixels], axis=1)
    colours, which = np.unique(pairs.view(np.uint64).ravel(), return_inverse=True)
    both = colours.view(np.uint8).reshape(-1, 8)[:, [0, 1, 2, 4, 5, 6]]
    chosen, nearest = few(both, np.bincount(which, lengths))
    if chosen is None:
        return _png(Image.fromarray(light[..., :3]), dpi), _png(Image.fromarray(dark[..., :3]), dpi)
    picture = Image.fromarray(np.repeat(nearest[which], lengths).reshape(light.shape[:2]))
    picture.putpalette(both[chosen, :3].tobytes())
    packed = _png(picture, dpi)
    return packed, _repainted(packed, both[chosen, 3:].tobytes())


def few(colours: Colours, area: npt.NDArray[Any]) -> tuple[list[int] | None, Colours]:
    """So few of the colours that none is further than WORST from one of them: the flat ones, then each time the one served worst.

    Args:
        colours: shape (colours, channels); area: how many pixels have each.

    Returns which are kept, and for each colour the place among them of its nearest; None where 256 do not suffice.
    """
    values = colours.astype(np.int16)
    flat = [int(each) for each in np.argsort(-area, kind="stable") if area[each] * FLAT > area.sum()]
    chosen: list[int] = []
    far, nearest = np.full(len(values), 256), np.zeros(len(values), np.uint8)
    while flat or far.max() > WORST:
        if len(chosen) == 256:
            return None, nearest
        new = flat.pop(0) if flat else int(far.argmax())
        away = np.abs(values - values[new]).max(axis=1)
        nearest[away < far] = len(chosen)
        far = np.minimum(far, away)
        chosen.append(new)
    return chosen, nearest


def _png(picture: Any, dpi: float) -> bytes:
    out = io.BytesIO()
    picture.save(out, "png", compress_level=8, dpi=(dpi, dpi))
    return out.getvalue()


def _repainted(png: bytes, palette: bytes) -> bytes:
    """The same indices with another palette: one chunk of the file changes, with its checksum."""
    chunk = b"PLTE" + palette
    start = png.index(b"PLTE")
    return png[:start] + chunk + zlib.crc32(chunk).to_bytes(4, "big") + png[start + len(chunk) + 4 :]
