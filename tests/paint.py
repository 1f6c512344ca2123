"""What a drawing is painted with: the colour of every line, area and letter, as a browser resolves it."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

SVG, LINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}href"
DRAWN = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"}
UNSEEN = {"defs", "clipPath", "mask", "metadata", "style", "title", "desc", "symbol"}


def paints(svg: str) -> Iterator[tuple[str, str, str]]:
    """(element, fill or stroke, colour) of all that is drawn; what names no colour is filled black and has no outline."""
    root = ElementTree.fromstring(svg)
    named = {each.get("id"): each for each in root.iter() if each.get("id")}

    def walk(element: ElementTree.Element, inherited: dict[str, str]) -> Iterator[tuple[str, str, str]]:
        tag = element.tag.removeprefix(SVG)
        said = dict(re.findall(r"(?:^|;)\s*((?:fill|stroke)(?:-opacity)?)\s*:\s*([^;]+)", element.get("style", "")))
        own = inherited | {name: element.get(name, "") for name in inherited if element.get(name)} | said
        if tag in DRAWN:
            seen = (name for name in ("fill", "stroke") if own[name].strip() != "none" and float(own[f"{name}-opacity"]))
            yield from ((tag, name, own[name].strip()) for name in seen)
        elif tag == "use":
            yield from walk(named[element.get(LINK, element.get("href", "")).removeprefix("#")], own)
        elif tag == "image":
            yield tag, "fill", "pixels"
        for child in element:
            if child.tag.removeprefix(SVG) not in UNSEEN:
                yield from walk(child, own)

    yield from walk(root, {"fill": "black", "stroke": "none", "fill-opacity": "1", "stroke-opacity": "1"})


def contrast(one: str, other: str) -> float:
    """WCAG 2: how much the lighter of two colours #rrggbb outshines the darker, from 1 to 21."""

    def luminance(colour: str) -> float:
        channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
        linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
        return sum(share * c for share, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
