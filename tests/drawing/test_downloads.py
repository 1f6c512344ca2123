"""What readers take away of a figure: no words that need a font, fonts cut down, slides of few colours that nobody misses."""

import io
import re
import struct
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from PIL import Image

from drawing import downloads, figure
from drawing.downloads import WORST, few, slides
from drawing.figure import COLOURS, Pen
from language.words import Words


def draw(ax: Any, pen: Pen) -> None:
    """Each of the house's colours, thin lines, thick ones, crossings, fills under lines, and Han in three weights of ink."""
    x = np.linspace(-3, 3, 300)
    for number, colour in enumerate(("c1", "c2", "c3", "c4")):
        pen.curve(ax, x, np.sin((number + 1) * x), f"curve {number}", colour, Words("漸漸變平", "levels off"), linewidth=0.4 + number)
    pen.region(ax, -3, 0, Words("飽和", "saturated"))
    ax.fill_between(x, np.cos(x), alpha=0.15, color=COLOURS["c2"][0])
    pen.dot(ax, 0, 0, "0", "ink")


@pytest.fixture(scope="module")
def drawing() -> Any:
    """Draws the figure above afresh: making the downloads leaves a figure in the dark."""

    def drawn() -> Any:
        return figure.drawn(SimpleNamespace(title=Words("學得很慢的網路", "A slow network"), draw=draw), "zh-Hant")[0]

    yield drawn
    import matplotlib.pyplot as plt

    plt.close("all")


SLIDE = downloads.WIDE


@pytest.fixture(scope="module", autouse=True)
def _small() -> Iterator[None]:
    """A third as wide, so a ninth of the pixels, but for the test that counts them."""
    with pytest.MonkeyPatch.context() as change:
        change.setattr(downloads, "WIDE", SLIDE // 3)
        yield


@pytest.fixture(scope="module")
def made(drawing: Any) -> dict[str, bytes]:
    return downloads.downloads(drawing())


@pytest.fixture(scope="module")
def pixels(drawing: Any) -> dict[str, Any]:
    """What matplotlib paints, in light and dark."""
    figure_ = drawing()
    light = downloads._pixels(figure_, "white").copy()
    downloads._recolour(figure_, dict(COLOURS.values()))
    return {"png": light, "dark.png": downloads._pixels(figure_, "#12161c").copy()}


def read(png: bytes) -> Any:
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB")).astype(int)


def test_the_kinds(made: dict[str, bytes], drawing: Any) -> None:
    assert tuple(made) == downloads.KINDS
    assert made == downloads.downloads(drawing())  # bytes repeat
    assert b"<text" not in made["paths.svg"]
    assert b"<metadata" not in made["paths.svg"]
    assert not re.search(rb"\d\.\d{3}", re.sub(rb"scale\([^)]*\)", b"", made["paths.svg"]))


def test_a_pdf_embeds_its_fonts_cut_down(made: dict[str, bytes]) -> None:
    assert made["pdf"].startswith(b"%PDF")
    assert b"CreationDate" not in made["pdf"]
    assert b"/CIDFontType2" in made["pdf"]  # TrueType: an editor finds words, and no printer refuses them, as it may Type 3
    assert b"/Type3" not in made["pdf"]
    assert len(made["pdf"]) < 60_000


def test_a_slide_has_a_palette_and_the_width_of_a_large_screen(drawing: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "WIDE", SLIDE)
    made = downloads.downloads(drawing())
    for kind in ("png", "dark.png"):
        width, height, bits, colours = struct.unpack(">IIBB", made[kind][16:26])
        assert (width, height) == (3840, 2160)
        assert colours == 3  # indices into a palette: neither RGB nor RGBA
        assert bits <= 8
        assert b"tRNS" not in made[kind]
        assert b"Software" not in made[kind]
        assert Image.open(io.BytesIO(made[kind])).info["dpi"] == pytest.approx((533, 533), abs=1)
        Image.open(io.BytesIO(made[kind])).verify()  # the checksum of each chunk


@pytest.mark.parametrize("kind", ["png", "dark.png"])
def test_no_pixel_is_far_from_what_was_painted(made: dict[str, bytes], pixels: dict[str, Any], kind: str) -> None:
    painted, slide = pixels[kind][..., :3].astype(int), read(made[kind])
    away = np.abs(slide - painted).max(axis=2)
    assert 0 < away.max() <= WORST
    assert (away == 0).mean() > 0.91  # whatever is flat: the ground, fills, the insides of lines and letters
    for colour in (*(["#ffffff"] if kind == "png" else ["#12161c"]), *(pair[kind != "png"] for pair in COLOURS.values())):
        exact = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
        assert np.array_equal((slide == exact).all(axis=2).sum() > 0, (painted == exact).all(axis=2).sum() > 0), colour


def test_light_and_dark_differ_in_the_palette_alone(made: dict[str, bytes]) -> None:
    light, dark = made["png"], made["dark.png"]
    start = light.index(b"PLTE")
    end = light.index(b"pHYs")
    assert light[:start] == dark[:start]
    assert light[end:] == dark[end:]
    assert light[start:end] != dark[start:end]


def opaque(red: Any, green: Any, blue: Any) -> Any:
    """Rows of pixels."""
    return np.ascontiguousarray(np.stack(np.broadcast_arrays(red, green, blue, 255), axis=-1).astype(np.uint8))


def test_more_colours_than_a_palette_holds_are_kept() -> None:
    across, down = np.meshgrid(np.arange(256), np.arange(256))
    noise = np.random.default_rng(0).integers(0, 256, (2, 256, 256))
    rainbow, night = opaque(across, down, noise[0]), opaque(255 - across, noise[1], down)
    light, dark = slides(rainbow, night, 100)
    assert np.array_equal(read(light), rainbow[..., :3])
    assert np.array_equal(read(dark), night[..., :3])


def test_two_inks_that_look_alike_in_the_light_stay_two_in_the_dark() -> None:
    ink = np.array([[0, 0, 1, 1]] * 4)
    light, dark = slides(opaque(10, 10, 10 + 0 * ink), opaque(10, 10, np.where(ink == 1, 250, 10)), 100)
    assert len(np.unique(read(light).reshape(-1, 3), axis=0)) == 1
    assert len(np.unique(read(dark).reshape(-1, 3), axis=0)) == 2


def test_few_colours() -> None:
    grey = np.arange(256, dtype=np.uint8)[:, None].repeat(3, axis=1)
    area = np.full(256, 1)
    area[[3, 200]] = 10**7
    chosen, nearest = few(grey, area)
    assert chosen is not None
    assert sorted(chosen[:2]) == [3, 200]  # what is flat comes first
    assert len(chosen) < 12
    away = np.abs(grey[chosen][nearest].astype(int) - grey).max(axis=1)
    assert away.max() <= WORST
    assert away[3] == away[200] == 0
