"""Properties as written: the promises of resume_customizer.resume.properties."""

import pytest

from resume_customizer.resume.properties import (
    Look,
    ParagraphStyle,
    attributes_of,
    integer_of,
    is_on,
    with_paragraph_properties,
    with_run_properties,
)


def _look(markup: str, look: Look = Look(), prefix: str = "w:") -> Look:  # noqa: B008 - a frozen value
    return with_run_properties(markup.encode(), look, prefix.encode())[0]


def _style(markup: str, style: ParagraphStyle = ParagraphStyle()) -> ParagraphStyle:  # noqa: B008 - a frozen value
    return with_paragraph_properties(markup.encode(), style, b"w:")[0]


# ------------------------------------------------------------------ runs


@pytest.mark.parametrize("value", ["", ' w:val="1"', ' w:val="true"', ' w:val="on"', " w:val='1'", ' w:val = "1" '])
def test_a_switch_without_a_value_or_with_a_true_one_is_on(value: str) -> None:
    assert _look(f"<w:b{value}/><w:i{value}/><w:caps{value}/><w:vanish{value}/>") == Look(
        bold=True, italic=True, caps=True, hidden=True
    )
    assert is_on(value.encode())


@pytest.mark.parametrize("value", ["0", "false", "off"])
def test_a_switch_with_a_false_value_is_off(value: str) -> None:
    bold = Look(bold=True, italic=True)

    assert _look(f'<w:b w:val="{value}"/>', bold) == Look(italic=True)


def test_what_is_not_named_stays_as_it_was() -> None:
    before = Look(True, True, True, True, 14.0, "FF0000", True)

    assert _look('<w:rFonts w:ascii="Arial"/><w:bCs/><w:szCs w:val="40"/><w:lang w:val="en-US"/>', before) == before


def test_size_is_in_points_and_colour_as_written() -> None:
    assert _look('<w:color w:val="2F5496" w:themeColor="accent1"/><w:sz w:val="23"/>') == Look(
        size=11.5, color="2F5496"
    )
    assert _look('<w:color w:val="auto"/>', Look(color="FF0000")).color == ""


def test_underlining_needs_a_kind_other_than_none() -> None:
    assert _look('<w:u w:val="single"/>').underlined
    assert not _look('<w:u w:val="none"/>', Look(underlined=True)).underlined
    assert not _look('<w:u w:color="FF0000"/>').underlined


def test_the_former_properties_of_a_tracked_change_do_not_count() -> None:
    assert _look('<w:i/><w:rPrChange w:id="1"><w:rPr><w:b/><w:sz w:val="40"/></w:rPr></w:rPrChange>') == Look(
        italic=True
    )


def test_the_character_style_is_named() -> None:
    assert with_run_properties(b'<w:rStyle w:val="Strong"/><w:b/>', Look(), b"w:") == (Look(bold=True), "Strong")


def test_names_count_only_with_their_prefix() -> None:
    assert _look("<x:b/><b/><w14:b/>") == Look()
    assert _look("<ns0:b/>", prefix="ns0:") == Look(bold=True)
    assert _look("<b/><w:i/>", prefix="") == Look(bold=True)


# ------------------------------------------------------------------ paragraphs


def test_list_level_outline_alignment_and_indent_are_read() -> None:
    found = _style(
        '<w:pStyle w:val="X"/><w:numPr><w:ilvl w:val="2"/><w:numId w:val="7"/></w:numPr>'
        '<w:ind w:left="720" w:hanging="360"/><w:jc w:val="center"/><w:outlineLvl w:val="1"/>'
    )

    assert (found.number, found.level, found.outline, found.indent, found.alignment) == ("7", 2, 1, 720, "center")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("left", "left"),
        ("start", "left"),
        ("right", "right"),
        ("end", "right"),
        ("both", "both"),
        ("distribute", "both"),
    ],
)
def test_alignments_have_two_names_in_two_standards(written: str, meant: str) -> None:
    assert _style(f'<w:jc w:val="{written}"/>', ParagraphStyle(alignment="center")).alignment == meant


@pytest.mark.parametrize(
    ("written", "meant"), [("0", 0), ("8", 8), ("9", None), ("x", None), ("", None), ("99999", None)]
)
def test_an_outline_level_of_nine_or_none_is_none(written: str, meant: int | None) -> None:
    assert _style(f'<w:outlineLvl w:val="{written}"/>', ParagraphStyle(outline=3)).outline == meant


def test_a_border_above_or_below_is_a_rule_unless_it_is_switched_off() -> None:
    assert _style('<w:pBdr><w:bottom w:val="single"/></w:pBdr>').ruled
    assert _style('<w:pBdr><w:top w:val="double"/></w:pBdr>').ruled
    assert not _style('<w:pBdr><w:left w:val="single"/></w:pBdr>').ruled
    assert not _style('<w:pBdr><w:bottom w:val="nil"/></w:pBdr>', ParagraphStyle(ruled=True)).ruled


def test_the_look_of_the_paragraph_mark_is_not_that_of_the_paragraph() -> None:
    assert _style('<w:jc w:val="right"/><w:rPr><w:b/><w:jc w:val="center"/></w:rPr>').alignment == "right"


def test_a_section_break_is_seen_behind_the_mark() -> None:
    markup = b'<w:jc w:val="right"/><w:rPr><w:b/></w:rPr><w:sectPr><w:cols/></w:sectPr>'

    assert with_paragraph_properties(markup, ParagraphStyle(), b"w:")[1]
    assert not with_paragraph_properties(markup, ParagraphStyle(), b"x:")[1]


# ------------------------------------------------------------------ numbers and attributes


@pytest.mark.parametrize(
    ("text", "number"),
    [(b"720", 720), (b"-5", -5), (b"1.5", 1), (b"", None), (None, None), (b"x", None), (b"nan", None), (b"inf", None)],
)
def test_a_number_is_whole_or_none(text: bytes | None, number: int | None) -> None:
    assert integer_of(text) == number


@pytest.mark.parametrize("digits", [1, 4, 5, 400, 5_000, 100_000])
def test_absurdly_long_numbers_are_no_reason_to_fail(digits: int) -> None:
    nines = "9" * digits

    _look(f'<w:sz w:val="{nines}"/>')
    found = _style(
        f'<w:ind w:left="{nines}"/><w:outlineLvl w:val="{nines}"/><w:numPr><w:ilvl w:val="{nines}"/></w:numPr>'
    )
    assert found.outline is None or digits == 1


def test_attributes_have_local_names_and_either_quotes() -> None:
    assert attributes_of(b' w:val = "a \'b\'" w14:x=\'"\' y=""') == {b"val": b"a 'b'", b"x": b'"', b"y": b""}
