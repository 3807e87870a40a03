"""Qualified names of WordprocessingML, for either vocabulary (ECMA-376 part 1, 17 and annex A)."""

from functools import lru_cache

from resume_customizer.resume.xml import MC, W14

CHOICE = f"{{{MC}}}Choice"
FALLBACK = f"{{{MC}}}Fallback"
ALTERNATE = f"{{{MC}}}AlternateContent"
PARA_ID = f"{{{W14}}}paraId"

_OFF = frozenset(("0", "false", "off", "none"))


class Names:
    """`{namespace}local` for what the reader asks for; one object for each namespace."""

    def __init__(self, namespace: str) -> None:
        self.namespace = namespace
        w = f"{{{namespace}}}"
        self.prefix = w
        self.p, self.pPr, self.r, self.rPr, self.t = w + "p", w + "pPr", w + "r", w + "rPr", w + "t"
        self.val = w + "val"
        self.tbl, self.tr, self.tc = w + "tbl", w + "tr", w + "tc"
        self.box = w + "txbxContent"
        self.sdt, self.sdt_properties, self.sdt_content = w + "sdt", w + "sdtPr", w + "sdtContent"
        self.style, self.based_on, self.name = w + "style", w + "basedOn", w + "name"
        self.style_id, self.type, self.default = w + "styleId", w + "type", w + "default"
        self.p_style, self.r_style = w + "pStyle", w + "rStyle"
        self.num_pr, self.num_id, self.level = w + "numPr", w + "numId", w + "ilvl"
        self.outline = w + "outlineLvl"
        self.section = w + "sectPr"
        self.body = w + "body"


@lru_cache(maxsize=4)
def names_of(namespace: str) -> Names:
    """The names in a namespace."""
    return Names(namespace)


def is_on(value: str | None) -> bool:
    """The value of an on/off property (17.17.4 ST_OnOff): an absent value means on."""
    return value not in _OFF
