"""What holds paragraphs: tables, text boxes, content controls; and section breaks and pictures.

    table(row(cell(line("2021")), cell(bullets("Built …"))))  ->  '<w:tbl>…</w:tbl>'

A cell, box or control takes paragraphs, lists of paragraphs, and further tables.
"""

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from builders.paragraphs import line
from builders.runs import write_pieces
from builders.writing import Blocks, Piece, Writing, Xml, write_blocks

EMU_PER_TWIP = 635


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; `span` columns wide, `merge` for cells joined with the one above."""

    blocks: Blocks
    span: int = 1
    merge: Literal["", "restart", "continue"] = ""
    shade: str = ""
    control: bool = False
    """The cell stands in a content control (`w:sdt` around `w:tc`)."""


def cell(
    *blocks: Blocks,
    span: int = 1,
    merge: Literal["", "restart", "continue"] = "",
    shade: str = "",
    control: bool = False,
) -> Cell:
    """A cell with paragraphs and tables; an empty paragraph is added where the schema asks for one."""
    return Cell(blocks, span, merge, shade, control)


def row(*cells: Cell) -> tuple[Cell, ...]:
    """A table row."""
    return cells


def table(*rows: tuple[Cell, ...], widths: Sequence[int] = (4680, 4680), borders: bool = False) -> Xml:
    """A table with columns of these widths (twentieths of a point)."""

    def write(writing: Writing) -> str:
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        kind = f'<w:tblStyle w:val="{writing.habits.style_id("Table Grid")}"/>' if borders else ""
        total = sum(widths)
        properties = f'{kind}<w:tblW w:w="{total}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        made = "".join(f"<w:tr>{''.join(_cells(cells, widths, writing))}</w:tr>" for cells in rows)
        return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"

    return Xml(write)


def _cells(cells: tuple[Cell, ...], widths: Sequence[int], writing: Writing) -> list[str]:
    made, column = [], 0
    for one in cells:
        width = sum(widths[column : column + one.span])
        column += one.span
        span = f'<w:gridSpan w:val="{one.span}"/>' if one.span > 1 else ""
        merge = {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[one.merge]
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{one.shade}"/>' if one.shade else ""
        inside = write_blocks(one.blocks, writing)
        if not inside.endswith("</w:p>"):
            inside += write_blocks(line(), writing)
        properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{shade}</w:tcPr>'
        xml = f"<w:tc>{properties}{inside}</w:tc>"
        made.append(
            _control(f'<w:id w:val="{writing.ids.of(f"cell {column} {len(made)}")}"/>', xml) if one.control else xml
        )
    return made


def text_box(
    *blocks: Blocks, width: int = 3000, height: int = 2000, x: int = 0, y: int = 0, vml_only: bool = False
) -> Xml:
    """A floating text box, a piece of the paragraph that it is anchored in.

    Word writes it twice: DrawingML in `mc:Choice`, VML in `mc:Fallback`, the same paragraphs in both.
    """

    def write(writing: Writing) -> str:
        inside = f"<w:txbxContent>{write_blocks(blocks, writing)}</w:txbxContent>"
        number = writing.ids.of(f"box {len(writing.ids.names)}")
        vml = _vml_box(inside, number, width, height, x, y)
        if vml_only:
            return f"<w:r>{vml}</w:r>"
        drawing = _drawn_box(inside, number, width, height, x, y)
        return (
            f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
            f"<mc:Fallback>{vml}</mc:Fallback></mc:AlternateContent></w:r>"
        )

    return Xml(write)


def _drawn_box(inside: str, number: int, width: int, height: int, x: int, y: int) -> str:
    size = f'cx="{width * EMU_PER_TWIP}" cy="{height * EMU_PER_TWIP}"'
    return (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" '
        f'relativeHeight="{251659264 + number}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{x * EMU_PER_TWIP}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{y * EMU_PER_TWIP}</wp:posOffset></wp:positionV>'
        f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapSquare wrapText="bothSides"/>'
        f'<wp:docPr id="{number}" name="Text Box {number}"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></wps:spPr>'
        f'<wps:txbx>{inside}</wps:txbx><wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/></wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def _vml_box(inside: str, number: int, width: int, height: int, x: int, y: int) -> str:
    place = (
        f"position:absolute;margin-left:{x / 20:g}pt;margin-top:{y / 20:g}pt;width:{width / 20:g}pt;"
        f"height:{height / 20:g}pt;mso-position-horizontal-relative:page;mso-position-vertical-relative:page"
    )
    return (
        f'<w:pict><v:rect id="Box{number}" style="{place}" filled="f" stroked="f">'
        f'<v:textbox inset="0,0,0,0">{inside}</v:textbox><w10:wrap type="square"/></v:rect></w:pict>'
    )


def content_control(*blocks: Blocks, title: str = "Entry", placeholder: bool = False) -> Xml:
    """Whole paragraphs or tables in a content control (`w:sdt`)."""

    def write(writing: Writing) -> str:
        return _control(_properties(title, writing, placeholder), write_blocks(blocks, writing))

    return Xml(write)


def inline_control(*pieces: Piece, title: str = "Field", placeholder: bool = False) -> Xml:
    """Words in a content control, inside a paragraph."""

    def write(writing: Writing) -> str:
        return _control(_properties(title, writing, placeholder), write_pieces(pieces, {}, writing))

    return Xml(write)


def repeating_section(*items: Blocks, title: str = "Jobs") -> Xml:
    """A repeating section (Word 2013): one content control for each item, inside one for all."""

    def write(writing: Writing) -> str:
        made = "".join(
            _control(_properties(f"{title} {i}", writing) + "<w15:repeatingSectionItem/>", write_blocks(item, writing))
            for i, item in enumerate(items)
        )
        return _control(_properties(title, writing) + "<w15:repeatingSection/>", made)

    return Xml(write)


def _properties(title: str, writing: Writing, placeholder: bool = False) -> str:
    number = writing.ids.of(f"control {title}")
    shown = "<w:showingPlcHdr/>" if placeholder else ""
    return f'<w:alias w:val="{title}"/><w:id w:val="{1000 + number}"/>{shown}'


def _control(properties: str, inside: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def section_break(
    kind: Literal["nextPage", "continuous"] = "continuous",
    columns: int = 1,
    margin: int = 1080,
    references: str = "",
) -> Xml:
    """Properties of a section: US Letter, with this margin; for `line(section=…)`."""
    parts = f'<w:cols w:num="{columns}" w:space="360"/>' if columns > 1 else '<w:cols w:space="720"/>'
    around = "".join(f' w:{side}="{margin}"' for side in ("top", "right", "bottom", "left"))
    xml = (
        f'<w:sectPr>{references}<w:type w:val="{kind}"/><w:pgSz w:w="12240" w:h="15840"/>'
        f'<w:pgMar{around} w:header="540" w:footer="540" w:gutter="0"/>{parts}</w:sectPr>'
    )
    return Xml(lambda _: xml)


def image(name: str = "image1.png", data: bytes | None = None, width: int = 600, height: int = 600) -> Xml:
    """An inline picture, a piece of a paragraph (a small blue square unless told)."""

    def write(writing: Writing) -> str:
        writing.ids.images[name] = data if data is not None else blue_square()
        number = writing.relate_part("image", f"word/media/{name}")
        size = f'cx="{width * EMU_PER_TWIP}" cy="{height * EMU_PER_TWIP}"'
        return (
            f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
            f'<wp:docPr id="{writing.ids.of(name)}" name="{name}"/><a:graphic>'
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
            f'<pic:cNvPr id="0" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{number}"/>'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
            f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
            "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )

    return Xml(write)


def blue_square(side: int = 24) -> bytes:
    """A PNG of our own."""
    rows = b"".join(b"\x00" + b"\x1f\x38\x64" * side for _ in range(side))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))

    header = struct.pack(">2L5B", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")
