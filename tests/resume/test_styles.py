"""Styles: the promises of resume_customizer.resume.styles."""

import pytest

from resume_customizer.resume.properties import Look
from resume_customizer.resume.styles import Styles

DEFAULTS = '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'


def _style(style_id: str, inside: str = "", based_on: str = "", name: str = "", kind: str = "paragraph") -> str:
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{style_id}"><w:name w:val="{name or style_id}"/>{based}{inside}</w:style>'
    )


def _styles(*markup: str, prefix: str = "w:") -> Styles:
    whole = "<w:styles>" + DEFAULTS + "".join(markup) + "</w:styles>"
    return Styles(whole.replace("w:", prefix).encode(), prefix.encode())


BOLD, ITALIC = "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:i/></w:rPr>"


def test_a_style_has_what_those_it_is_based_on_say_and_its_own_word_last() -> None:
    styles = _styles(
        NORMAL,
        _style(
            "One", '<w:pPr><w:ind w:left="100"/><w:jc w:val="right"/></w:pPr><w:rPr><w:b/><w:sz w:val="40"/></w:rPr>'
        ),
        _style("Two", '<w:pPr><w:ind w:left="200"/></w:pPr><w:rPr><w:i/></w:rPr>', "One"),
        _style("Three", '<w:rPr><w:b w:val="0"/></w:rPr>', "Two"),
    )

    found = styles.paragraph("Three")

    assert (found.indent, found.alignment) == (200, "right")
    assert found.look == Look(italic=True, size=20.0)


def test_what_no_style_says_comes_from_the_defaults_of_the_document() -> None:
    assert _styles(NORMAL).paragraph(None).look.size == 11.0
    assert Styles(b"", b"w:").paragraph(None).look == Look()


def test_no_style_or_an_unknown_one_is_the_default_style() -> None:
    styles = _styles(NORMAL.replace("</w:style>", f"{BOLD}</w:style>"), _style("Other", ITALIC))

    assert styles.paragraph(None) == styles.paragraph("NoSuch") == styles.paragraph("Normal")
    assert styles.paragraph(None).look.bold
    assert not styles.paragraph("Other").look.bold


def test_the_default_is_that_of_paragraphs() -> None:
    character = _style("Font", BOLD, kind="character").replace("w:styleId", 'w:default="1" w:styleId')
    late = NORMAL.replace('w:default="1" ', "").replace('"Normal">', '"Normal" w:default="on">')

    assert not _styles(character, late).paragraph(None).look.bold
    assert _styles(character, NORMAL).paragraph(None).name == ""


def test_the_default_style_has_no_name_and_others_theirs_in_lower_case() -> None:
    styles = _styles(NORMAL, _style("berschrift2", name="Heading 2"))

    assert styles.paragraph("Normal").name == ""
    assert styles.paragraph("berschrift2").name == "heading 2"


def test_the_list_of_a_style_is_known_with_the_style_that_states_it() -> None:
    numbers = '<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr>'
    styles = _styles(
        NORMAL,
        _style("List", numbers),
        _style("Mine", based_on="List"),
        _style("Off", numbers.replace("5", "0"), "List"),
    )

    assert (styles.paragraph("Mine").number, styles.paragraph("Mine").number_style) == ("5", "List")
    assert (styles.paragraph("Off").number, styles.paragraph("Off").number_style) == ("0", "Off")


def test_the_look_of_the_mark_in_a_style_is_not_that_of_its_text() -> None:
    inside = "<w:pPr><w:ind w:left='9'/><w:rPr><w:b/></w:rPr></w:pPr><w:rPr><w:i/></w:rPr>"

    assert _styles(NORMAL, _style("X", inside)).paragraph("X").look == Look(italic=True, size=11.0)


@pytest.mark.parametrize(
    "circle",
    [
        (_style("A", BOLD, "A"),),
        (_style("A", BOLD, "B"), _style("B", ITALIC, "A")),
        (_style("A", BOLD, "B"), _style("B", ITALIC, "C"), _style("C", "", "B")),
    ],
)
def test_styles_in_a_circle_end_at_the_first_repetition(circle: tuple[str, ...]) -> None:
    styles = _styles(NORMAL, *circle)

    assert styles.paragraph("A").look.bold
    assert styles.paragraph("A") == styles.paragraph("A")
    assert styles.character("A", Look()).bold


def test_very_long_chains_and_very_many_styles_are_read_in_steps_not_in_squares() -> None:
    count = 4_000
    styles = _styles(NORMAL, *(_style(f"S{i}", BOLD if i == 0 else "", f"S{i - 1}" if i else "") for i in range(count)))

    assert styles.paragraph("S5").look.bold
    assert all(styles.paragraph(f"S{i}").name == f"s{i}" for i in range(0, count, 7))
    assert all(styles.paragraph(f"Unknown{i}").name == "" for i in range(count))


def test_many_asked_for_are_the_same_as_one_by_one() -> None:
    markup = [_style(f"S{i}", f'<w:pPr><w:ind w:left="{i}"/></w:pPr>', f"S{i // 2}" if i else "") for i in range(200)]
    at_once = _styles(NORMAL, *markup)

    assert [at_once.paragraph(f"S{i}").indent for i in range(200)] == list(range(200))
    assert [_styles(NORMAL, *markup).paragraph(f"S{i}") for i in range(0, 200, 9)] == [
        at_once.paragraph(f"S{i}") for i in range(0, 200, 9)
    ]


# ------------------------------------------------------------------ character styles


def test_a_character_style_is_laid_over_the_look_of_the_paragraph() -> None:
    styles = _styles(
        _style("Strong", BOLD, kind="character"), _style("Loud", '<w:rPr><w:sz w:val="60"/></w:rPr>', "Strong")
    )

    assert styles.character("Loud", Look(italic=True)) == Look(bold=True, italic=True, size=30.0)
    assert styles.character("NoSuch", Look(italic=True)) == Look(italic=True)


def test_what_paragraph_and_character_style_both_switch_on_is_off_again() -> None:
    styles = _styles(_style("Strong", "<w:rPr><w:b/><w:i w:val='0'/></w:rPr>", kind="character"))

    assert styles.character("Strong", Look(bold=True, italic=True)) == Look(bold=False, italic=True)


def test_a_numbering_style_names_its_list() -> None:
    style = _style("CV", '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>', kind="numbering")

    assert _styles(style).number_of("CV") == "3"
    assert _styles(style).number_of("NoSuch") is None


# ------------------------------------------------------------------ odd parts


@pytest.mark.parametrize("prefix", ["w:", "ns0:", ""])
def test_any_prefix_will_do(prefix: str) -> None:
    assert _styles(NORMAL, _style("X", BOLD), prefix=prefix).paragraph("X").look.bold


@pytest.mark.parametrize(
    "markup",
    [
        "<w:style>",
        "<w:style w:styleId=",
        '<w:style w:styleId="X"',
        '<w:style w:styleId="X"><w:rPr><w:b',
        '<w:style w:styleId="X"><w:basedOn w:val="X',
        'default="1"',
        '<w:style default="1" type="paragraph">',
        "<w:rPrDefault><w:rPr>",
        '<w:style w:styleId="&amp;"/>',
        "<w:style " * 2_000,
        "<w:name " * 2_000,
        "<w:rPr>" * 2_000,
    ],
)
def test_a_damaged_part_gives_some_style_and_no_error(markup: str) -> None:
    styles = Styles(markup.encode(), b"w:")

    assert styles.paragraph("X").level is None
    assert styles.character("X", Look()).size == 10.0
    assert styles.number_of("X") is None
