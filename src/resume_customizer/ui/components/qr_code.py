"""A QR code as a picture that stands in the page itself: nothing is asked of the network, and nobody else sees it.

text  ->  segno  ->  SVG, dark on white with its white margin, in dark pages too  ->  <img> with words beside it

Promises (tests in tests/ui/test_qr_code.py):

* What a phone reads from it is the text, to the letter.
* It can be read in dark pages: dark on white, with the margin that readers need (ISO/IEC 18004, 6.3.8).
* Who can't see it is told what it is, and what to do instead.
"""

from base64 import b64encode
from html import escape
from io import BytesIO
from typing import Final

import streamlit as st

_MARGIN: Final = 4
"""Light modules around it, as the standard asks for."""
_PIXELS: Final = 4
"""Of a module on the screen."""


def show_qr_code(text: str, means: str) -> None:
    """A picture of a text, and what it is in words."""
    st.html(f'<img class="rcp-qr" alt="{escape(means)}" src="{qr_code(text)}">')


def qr_code(text: str) -> str:
    """The address of the picture, which holds all of it."""
    import segno

    picture = BytesIO()
    code = segno.make_qr(text, error="m")
    code.save(picture, kind="svg", border=_MARGIN, scale=_PIXELS, dark="#000", light="#fff", xmldecl=False)
    return f"data:image/svg+xml;base64,{b64encode(picture.getvalue()).decode()}"
