"""Cut Noto Sans CJK down to the characters that figures use, for PDF and PNG.

Run it by hand after a figure says a new character: `python scripts/drawing/subset_fonts.py FOLDER`, where FOLDER
holds NotoSansCJK-Regular.ttc and -Bold.ttc (Debian: package fonts-noto-cjk). The result is committed in
scripts/drawing/typefaces; the fonts are under the SIL Open Font License (scripts/drawing/typefaces/OFL.txt).
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

from language.words import hans
from project.paths import SCRIPTS, TYPEFACES

FACES = {"tc": 3, "sc": 2}  # their places in the .ttc collections
ALWAYS = "".join(map(chr, range(0x20, 0x7F))) + "αβγδεηθλμρστφχψωΔΣΦΠΩ·×÷±−≤≥≈≠≡→←↑↓∞∈∂∇√²³½¼¾‖′″…—–“”‘’「」『』，。、：；！？（）％℃⊙ℓ"


def characters() -> set[str]:
    """All that any figure may print: what stands in the files that draw, in both scripts."""
    text = "".join(
        path.read_text("utf-8")
        for path in sorted([*(SCRIPTS / "drawing").glob("shape*.py"), *(SCRIPTS / "figures").glob("*.py"), SCRIPTS / "language/chapters.py"])
    )
    return set(ALWAYS) | {c for c in text + hans(text) if ord(c) > 0x7F}


def main(folder: Path) -> None:
    wanted = characters()
    for script, index in FACES.items():
        for weight in ("Regular", "Bold"):
            source = folder / f"NotoSansCJK-{weight}.ttc"
            font = TTFont(source, fontNumber=index)
            options = subset.Options(layout_features=[], hinting=False, name_IDs=[1, 2, 4, 6, 13, 14], notdef_outline=True)
            cutter = subset.Subsetter(options)
            cutter.populate(unicodes=[ord(c) for c in wanted])
            cutter.subset(font)
            _to_quadratic(font)
            name = f"House {script.upper()}"
            for record in font["name"].names:
                if record.nameID in (1, 4):
                    record.string = name
                if record.nameID == 6:
                    record.string = f"House{script.upper()}-{weight}"
            missing = wanted - set(map(chr, font.getBestCmap()))
            if missing:
                print(f"not in {source.name}: {' '.join(sorted(missing))}", file=sys.stderr)
            target = next(face for face in TYPEFACES if face.stem == f"house-{script}-{weight.lower()}")
            draft = target.with_suffix(".draft")
            font.save(draft)
            draft.replace(target)
            print(f"{target.name}: {len(wanted)} characters, {target.stat().st_size // 1024} kB")


def _to_quadratic(font: TTFont) -> None:
    """PDF embeds TrueType outlines as a font, PostScript ones only as shapes: convert."""
    glyphs, order = font.getGlyphSet(), font.getGlyphOrder()
    table = newTable("glyf")
    table.glyphs, table.glyphOrder = {}, order
    for glyph in order:
        pen = TTGlyphPen(glyphs)
        glyphs[glyph].draw(Cu2QuPen(pen, max_err=1.0, reverse_direction=True))
        table.glyphs[glyph] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), table
    font["maxp"].tableVersion = 0x00010000
    for field in (
        "maxZones",
        "maxTwilightPoints",
        "maxStorage",
        "maxFunctionDefs",
        "maxInstructionDefs",
        "maxStackElements",
        "maxSizeOfInstructions",
        "maxComponentElements",
    ):
        setattr(font["maxp"], field, 1 if field == "maxZones" else 0)
    font["post"].formatType = 3.0
    font["head"].glyphDataFormat = 0
    for gone in ("CFF ", "VORG", "vhea", "vmtx", "BASE", "GPOS", "GSUB"):  # the last three are empty, and every PDF would read them again
        if gone in font:
            del font[gone]
    font.sfntVersion = "\x00\x01\x00\x00"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
