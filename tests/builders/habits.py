"""How different programs write the same paragraph: ids, empty properties, split runs, what every run repeats.

WORD | GOOGLE_DOCS | LIBREOFFICE | WPS | PAGES  ->  Writing  ->  the same resume in that program's XML
"""

from dataclasses import dataclass

Properties = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Habits:
    """What one program always writes, whatever the document says."""

    maker: str = "Microsoft Office Word"
    paragraph_ids: bool = False
    """`w14:paraId` and `w14:textId` on each paragraph."""
    rsid: str = ""
    """Revision save id on paragraphs and runs; empty when the program writes none."""
    cut_runs_after: int = 0
    """Words after which a run is cut in two (spelling marks, edits); 0 never."""
    always_preserve: bool = False
    """`xml:space="preserve"` on every text."""
    long_empty: bool = False
    """`<w:rPr></w:rPr>` even when there is nothing to say."""
    on: str = ""
    """How a switch says "on": nothing, or ` w:val="1"`."""
    indents_items: bool = False
    """List paragraphs repeat the indent of their level."""
    run_properties: Properties = ()
    paragraph_properties: Properties = ()
    style_ids: Properties = ()
    """Style ids that differ from the name without its spaces."""
    style_names: Properties = ()
    """Names that styles have in the user's language: `("heading 1", "Überschrift 1")`."""
    newline_after_declaration: str = "\r\n"
    writes_properties: bool = True
    """Has docProps/core.xml and docProps/app.xml."""

    def style_id(self, name: str) -> str:
        """`w:styleId` of a style named by its English name, e.g. `Heading 1`."""
        return dict(self.style_ids).get(name, name.replace(" ", ""))

    def paragraph_attributes(self, count: int) -> str:
        """Attributes of the count-th paragraph of the package."""
        ids = f' w14:paraId="{0x10A00000 + count * 0x1F3:08X}" w14:textId="77777777"' if self.paragraph_ids else ""
        changes = f' w:rsidR="{self.rsid}" w:rsidRDefault="{self.rsid}" w:rsidP="{self.rsid}"' if self.rsid else ""
        return ids + changes

    def run_attributes(self, number: int) -> str:
        """Attributes of the number-th run of one text: Word marks later edits with another rsid."""
        if not self.rsid or (number == 0 and self.rsid != "00000000"):
            return ""
        return f' w:rsidR="{self.rsid}" w:rsidRPr="{self.rsid}"'

    def cut(self, words: str) -> list[str]:
        """The text in the pieces that become runs."""
        if not self.cut_runs_after:
            return [words]
        pieces = words.split(" ")
        size = self.cut_runs_after
        rows = [" ".join(pieces[i : i + size]) for i in range(0, len(pieces), size)]
        return [row + " " for row in rows[:-1]] + rows[-1:]


PLAIN = Habits()
"""Nothing but what the document says: the easiest to read in a failing test."""

WORD = Habits(paragraph_ids=True, rsid="00A41C7E")
WORD_EDITED = Habits(paragraph_ids=True, rsid="005D20F3", cut_runs_after=5)
"""A document that was edited for years: sentences cut into many runs."""
WORD_2007 = Habits(rsid="003B6A90")

GOOGLE_DOCS = Habits(
    maker="",
    paragraph_ids=True,
    rsid="00000000",
    always_preserve=True,
    on=' w:val="1"',
    indents_items=True,
    run_properties=(("rtl", '<w:rtl w:val="0"/>'),),
    newline_after_declaration="",
    writes_properties=False,
)

LIBREOFFICE = Habits(
    maker="LibreOffice/24.2.7.2$Linux_X86_64",
    long_empty=True,
    paragraph_properties=(("bidi", '<w:bidi w:val="0"/>'),),
    newline_after_declaration="\n",
)

WPS = Habits(
    maker="WPS Office_12.2.0.13266_F1E327BC-269C-435d-A152-05C5408002CA",
    indents_items=True,
    run_properties=(
        ("rFonts", '<w:rFonts w:hint="default" w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>'),
        ("lang", '<w:lang w:val="en-US" w:eastAsia="zh-CN"/>'),
    ),
    paragraph_properties=(("snapToGrid", '<w:snapToGrid w:val="0"/>'),),
    style_ids=(
        ("Normal", "1"),
        ("Heading 1", "2"),
        ("Heading 2", "3"),
        ("Heading 3", "4"),
        ("List Bullet", "9"),
        ("List Paragraph", "12"),
        ("Title", "7"),
        ("Hyperlink", "11"),
    ),
    newline_after_declaration="\n",
)

PAGES = Habits(
    maker="",
    long_empty=True,
    run_properties=(("rtl", '<w:rtl w:val="0"/>'), ("lang", '<w:lang w:val="en-US"/>')),
    paragraph_properties=(("bidi", '<w:bidi w:val="0"/>'),),
    style_ids=(("Normal", "Body"), ("Heading 1", "Heading"), ("Heading 2", "Heading2"), ("List Bullet", "Bulleted")),
    newline_after_declaration="",
    writes_properties=True,
)
