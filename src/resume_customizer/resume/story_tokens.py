"""What is looked at in the markup of a story part: one regular expression, and what its groups say.

    prefixes of the markup  ->  story_tokens()  ->  a pattern; the number of its last group tells the kind of a token

Only what decides what a reader sees is a token, the most frequent first: one pass of the `re` module finds it, and
`scanner` keeps the state. Element names: ECMA-376 part 1, 17 and part 3, 7.5.

Promises and tests: those of resume_customizer.resume.scanner.
"""

import re
from functools import lru_cache

_STRUCTURE = rb"tbl|tr|tc|txbxContent|sdt|sdtContent|hyperlink|del|moveFrom|customXml"
_ALTERNATIVES = rb"AlternateContent|Choice|Fallback"
RUN, TEXT, INLINE = 3, 4, 6
PARAGRAPH, EMPTY_PARAGRAPH, PARAGRAPH_WITH_PROPERTIES = 7, 8, 9
RUN_PROPERTIES, PROPERTIES, CONTROL = 10, 11, 12
ELEMENT, ALTERNATIVE, END = 13, 15, 17
"""The last group of each alternative of the token pattern; a run is found with any of its first three, and
an end with this one or the next. Elements without content have one more group, which says nothing."""


@lru_cache(maxsize=16)
def story_tokens(prefix: bytes, mc_prefix: bytes, is_plain: bool) -> re.Pattern[bytes]:
    """What is looked at, the most frequent first; `is_plain` when there are no comments and CDATA sections."""
    w, mc = re.escape(prefix), re.escape(mc_prefix)
    aside = rb"!--.*?(?:-->|\Z)|!\[CDATA\[.*?(?:\]\]>|\Z)|\?.*?(?:\?>|\Z)"
    skip = rb"" if is_plain else rb"(?:" + aside + rb")?+"

    def up_to(stop: bytes) -> bytes:
        return rb"(?:[^<]++|<" + skip + rb"(?!" + stop + rb"))*+"

    data = rb"[^<]*+" if is_plain else rb"(?:[^<]++|<(?:" + aside + rb"))*+"
    run_properties = rb"rPr>(" + up_to(rb"/" + w + rb"rPr") + rb")"
    text = rb"t(?:\s[^<>]*+(?<!/))?>(" + data + rb")</"
    change = w + rb"pPrChange"
    properties = rb"pPr>(" + up_to(rb"/" + w + rb"pPr>|" + change) + rb")"
    properties += rb"(?:<" + change + up_to(rb"/" + change) + rb")?+"
    attributes = rb"(?=[\s/>])(?:[^<>\"'/]++|\"[^\"<]*+\"|'[^'<]*+'|/(?!>))*+"
    words = (
        rb"r(?:\s[^<>]*+)?>()(?:<" + w + run_properties + rb"</" + w + rb"rPr>)?+(?:<" + w + text + rb")?+",
        text,
        rb"(tab|br|cr|sym|noBreakHyphen|ptab)\b([^<>]*+)",
        rb"p(" + attributes + rb")(?:(/)>|>(?:<" + w + properties + rb")?+)",
        run_properties,
        properties,
        rb"sdtPr>(" + up_to(rb"/" + w + rb"sdtPr>") + rb")",
        rb"(" + _STRUCTURE + rb")" + attributes + rb"(?:/>()|>)",
    )
    alternatives = (
        w + rb"(?:" + rb"|".join(words) + rb")",
        mc + rb"(" + _ALTERNATIVES + rb")" + attributes + rb"(?:/>()|>)",
        rb"/" + w + rb"(p|" + _STRUCTURE + rb")\s*+>",
        rb"/" + mc + rb"(" + _ALTERNATIVES + rb")\s*+>",
        aside,
    )
    return re.compile(rb"<(?:" + rb"|".join(alternatives) + rb")", re.DOTALL)
