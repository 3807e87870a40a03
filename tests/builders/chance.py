"""Documents and sentences by chance, for hypothesis: every block, habit, namespace and archive that builders know.

documents()  ->  bytes of a document        sentences()  ->  a point that a document can hold
"""

from typing import Any

from hypothesis import strategies as st

from builders.docx import (
    DASHES,
    DOTS,
    GOOGLE_DOCS,
    LIBREOFFICE,
    NUMBERS,
    PAGES,
    PLAIN,
    WORD,
    WORD_EDITED,
    WPS,
    Blocks,
    Zipping,
    a_docx,
    blank,
    bold,
    bookmark_end,
    bookmark_start,
    bullets,
    cell,
    comment,
    content_control,
    deleted,
    field,
    heading,
    inserted,
    line,
    link,
    raw,
    row,
    section_break,
    symbol,
    table,
    text_box,
    together,
    typed_bullets,
)

WORDS = st.text(
    st.characters(codec="utf-8", exclude_characters="\ufffe\uffff", exclude_categories=["Cc"]), min_size=1, max_size=30
)
LOOKS = st.fixed_dictionaries(
    {},
    optional={
        "bold": st.booleans(),
        "size": st.sampled_from([9, 10.5]),
        "font": st.just("Georgia"),
        "after": st.just(40),
    },
)
ASIDES = (
    '<w:bookmarkEnd w:id="1"/>',
    '<w:commentRangeEnd w:id="0"></w:commentRangeEnd>',
    "<!-- <w:p> aside -->",
    "<?aside <w:p>?>",
    "\n  ",
    '<w:p w:rsidR="00000000"/>',
    "<w:p><w:r><w:t><![CDATA[<w:p>]]> &#x41;<!-- x --></w:t></w:r></w:p>",
)


def sentences() -> st.SearchStrategy[str]:
    """Any sentence that a paragraph can hold."""
    return WORDS.filter(lambda text: bool(text.strip()))


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    """A document of a few blocks, as any program may have written it; there is at least one paragraph."""
    body = [line(draw(WORDS)), *draw(BODIES)]
    return a_docx(body, **draw(FORMS))


def _blocks() -> st.SearchStrategy[Blocks]:
    simple = st.one_of(
        st.builds(heading, WORDS, st.integers(1, 3)),
        st.builds(lambda words, look: line(words, **look), WORDS, LOOKS),
        st.builds(_listed, st.lists(WORDS, min_size=1, max_size=4), st.sampled_from([DOTS, DASHES, NUMBERS]), LOOKS),
        st.builds(
            _typed, st.lists(WORDS, min_size=1, max_size=4), st.sampled_from(["•\t", "- ", "–\u00a0", "\uf0b7 "])
        ),
        st.builds(lambda pieces: line(*pieces), st.lists(_pieces(), max_size=5)),
        st.builds(lambda words: line(words, list=DOTS, section=section_break()), WORDS),
        st.builds(
            lambda words, mark: line(words, list=DOTS, mark=mark), WORDS, st.sampled_from(["inserted", "deleted"])
        ),
        st.just(blank()),
    )
    in_text = st.builds(raw, st.sampled_from(ASIDES))
    return st.recursive(
        simple,
        lambda inner: st.one_of(
            st.builds(lambda left, right: table(row(cell(left), cell(right))), inner, inner),
            st.builds(lambda blocks: line("box", text_box(blocks)), inner),
            st.builds(lambda blocks: line(text_box(blocks, vml_only=True)), inner),
            st.builds(lambda blocks, shown: content_control(blocks, placeholder=shown), inner, st.booleans()),
            st.builds(lambda *blocks: list(blocks), inner, in_text, inner),
        ),
        max_leaves=5,
    )


def _pieces() -> st.SearchStrategy[Any]:
    return st.one_of(
        WORDS,
        st.builds(bold, WORDS),
        st.builds(deleted, WORDS),
        st.builds(inserted, WORDS),
        st.builds(lambda words: link(words, "https://example.com"), WORDS),
        st.builds(lambda words: comment("why?", words), WORDS),
        st.builds(lambda words: field("PAGE", words), WORDS),
        st.builds(lambda words: together(bookmark_start("b"), words, bookmark_end("b")), WORDS),
        st.just(symbol()),
    )


def _listed(words: list[str], kind: Any, look: dict[str, Any]) -> Blocks:  # noqa: ANN401
    return bullets(*words, list=kind, **look)


def _typed(words: list[str], marker: str) -> Blocks:
    return typed_bullets(*words, marker=marker)


# Made once: hypothesis looks closely at each strategy before it draws from it.
BODIES = st.lists(_blocks(), max_size=6)
FORMS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {"habits": st.sampled_from([PLAIN, WORD, WORD_EDITED, GOOGLE_DOCS, LIBREOFFICE, WPS, PAGES])},
    optional={
        "strict": st.booleans(),
        "prefix": st.sampled_from(["w", "ns0", ""]),
        "encoding": st.sampled_from(["UTF-8", "UTF-8-BOM", "UTF-16"]),
        "zipping": st.builds(
            Zipping,
            stored=st.sampled_from([(), ("*",), ("word/document.xml",)]),
            data_descriptors=st.booleans(),
            comment=st.sampled_from([b"", b"a comment"]),
            odd_order=st.booleans(),
            folders=st.booleans(),
        ),
    },
)
