#!/usr/bin/env python3
"""Makes ui/src/shared/look/font/hkscs.woff2: the Hong Kong characters that a system's own face may lack, for the window to bring along.

    apt-get install fonts-noto-cjk unicode-data
    python3 -m venv V && V/bin/pip install -r scripts/font/requirements.txt && V/bin/python scripts/font/make.py

The same packages and versions make the same bytes. A system's Traditional Chinese face has the basic block of Unicode's Chinese
characters. What Hong Kong writes beyond it (㗎, 𨋢 …) stands in the blocks added later: those of the Hong Kong Supplementary
Character Set are taken, which Unicode marks with a source of H-, HD- or HU-.
"""
import bz2
import io
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection

NOTO = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
UNIHAN = "/usr/share/unicode/Unihan_IRGSources.txt.bz2"
PLACE = Path(__file__).resolve().parents[2] / "ui/src/shared/look/font"
FAMILY = "Hoitung HKSCS"
# The block of 1993, which every Chinese face has.
BASIC = range(0x4E00, 0x9FA6)
# In the set until 2016; texts from before then have them.
FORMER = {0x3D1D, 0x4CA4}


def supplementary():
    """The characters of the set outside the basic block."""
    for line in bz2.open(UNIHAN, "rt", encoding="utf-8"):
        fields = line.rstrip("\n").split("\t")
        if len(fields) == 3 and fields[1] == "kIRG_HSource" and fields[2].startswith(("H-", "HD-", "HU-")):
            character = int(fields[0][2:], 16)
            if character not in BASIC:
                yield character


def face():
    """Noto Sans CJK in Hong Kong's forms."""
    fonts = TTCollection(NOTO, lazy=True).fonts
    return next(font for font in fonts if font["name"].getDebugName(1) == "Noto Sans CJK HK")


def make(characters):
    font = face()
    font.recalcTimestamp = False
    options = Options()
    options.hinting = False
    # Bigger as it is, smaller when compressed.
    options.desubroutinize = True
    options.layout_features = []
    options.name_IDs = [0, 7, 13, 14]
    # Chinese that runs from top to bottom is not ours.
    options.drop_tables += ["VORG", "vhea", "vmtx", "BASE", "GSUB", "GPOS"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    # A changed font has a name of its own.
    for number, text in {1: FAMILY, 2: "Regular", 4: FAMILY, 6: "HoitungHKSCS-Regular"}.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    top = font["CFF "].cff
    top.fontNames = ["HoitungHKSCS-Regular"]
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def main():
    wanted = set(supplementary()) | FORMER
    have = wanted & set(face().getBestCmap())
    font = make(have)
    (PLACE / "hkscs.woff2").write_bytes(font)
    lacking = " ".join(f"U+{one:X}" for one in sorted(wanted - have))
    print(f"{len(have)} characters in {len(font)} bytes; Noto lacks {lacking or 'none'}")


main()
