"""Whether a spelling names a technology where it stands, or is an everyday word, a place or an employer there.

    text, span, spelling  ->  doubt_of()  ->  0 (sure) to 4 (hardly), or None

Promises (tests in tests/core/test_name_context.py):

* A name that needs its case counts in any other case only as an item of a list, or among words of its trade; in
  capitals among these it is as good as in its case.
* A name that is an everyday word too counts when it stands like a name: in a list, behind "in" or "with", with a
  capital inside of a sentence, directly beside a word of its trade ("Access/Excel"), or when it "is a plus" or "is
  required"; not as part of a place ("Phoenix, AZ") or of a
  season ("Spring 2019").
"""

import re

from resume_customizer.core.naming.other_names import is_in_address, is_in_other_name
from resume_customizer.core.naming.technologies import Spelling, separated

_BEFORE_NAME = frozenset("in using with and or of via use used like including from than".split())
_AFTER_NAME = frozenset(
    "and or programming language developer developers development engineer engineers code framework frameworks "
    "api apis scripts modules packages cookbooks".split()
)
_AFTER_NAME_IN_SENTENCE = _AFTER_NAME | frozenset("for with on using as at services service applications".split())
_AFTER_LOWER_CASE = _AFTER_NAME | frozenset(
    "app apps application applications project projects server servers sheet sheets spreadsheet file files plugin "
    "version workspace command commands script library libraries container database module console client user".split()
)
_BETWEEN = frozenset(",;:/|()[]•·\n\t")
"""What separates the items of a list."""
_NEAR = 150
"""Characters on each side, in the same line, that are looked through for words that tell what is meant."""
_STATES = (
    "AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|IL|IA|KS|KY|LA|MD|MA|MI|MN|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OR|PA|RI|SC|SD|TN|TX|"
    "UT|VT|VA|WA|WV|WI|WY|Arizona|California|Texas|Florida|Georgia|Maryland|Oregon|Washington|India|USA|UK|Canada"
)
_PLACE = re.compile(rf", ?(?:{_STATES})(?![\w/+#])")
_YEAR = re.compile(r",? ?(?:19|20)\d\d(?!\d)|[ -](?:semester|season|break|quarter|term)\b")
_THAN = re.compile(r"\s+than\b")
_GENDERS = re.compile(r"[mfwdx] ?[/|] ?[mfwdx] ?[/|] ?[mfwdxv]|[mfwd] ?[/|] ?[mfwdx](?=\))")
_VERSION = re.compile(r" ?v?\d")
_IS_ASKED_FOR = re.compile(
    r" (?:is|would be|experience is|skills are) (?:an? |highly |strongly )?(?:strong |big |huge |real )?"
    r"(?:plus|must|bonus|advantage|nice to have|preferred|desired|desirable|mandatory|essential|required|needed)"
    r"\b(?! (?:to|for|by|in|at)\b)"
)


def doubt_of(text: str, lowered: str, span: tuple[int, int], spelling: Spelling) -> int | None:
    """How little says that a spelling is a name here: 0 for nothing against it; None when it is something else."""
    start, end = span
    if is_in_address(lowered, start, end) or is_in_other_name(text, lowered, start, end):
        return None
    if not spelling.exact_case:
        return 0
    if not _is_written(text, lowered, span, spelling):
        return _doubt_of_other_case(text, lowered, span, spelling)
    if not spelling.needs_context:
        return 1
    if _is_place_season_or_gender(text, lowered, start, end):
        return None
    is_known = has_word_near(lowered, start, spelling.context)
    if (end - start == 1 or spelling.needs_near) and not is_known:
        return None
    is_versioned = is_known and end - start > 2 and _VERSION.match(lowered, end) is not None
    is_asked_for = _IS_ASKED_FOR.match(lowered, end) is not None
    if (
        is_versioned
        or is_asked_for
        or _has_context(text, start, end)
        or _stands_like_a_name(text, start, end, is_known=is_known)
        or (is_known and _touches_its_trade(lowered, start, end, spelling.context))
    ):
        return 2 if is_known else 3
    return None


def _is_place_season_or_gender(text: str, lowered: str, start: int, end: int) -> bool:
    if _PLACE.match(text, end) or (text[start:end] == "Spring" and _YEAR.match(text, end)) or _THAN.match(text, end):
        return True
    return end - start == 1 and _GENDERS.search(lowered, max(0, start - 6), end + 6) is not None


def _doubt_of_other_case(text: str, lowered: str, span: tuple[int, int], spelling: Spelling) -> int | None:
    start, end = span
    is_known = has_word_near(lowered, start, spelling.context)
    if end - start > 1 and _is_list_item(text, start, end) and (is_known or not spelling.needs_near):
        return 4
    is_trade = end - start > 3 and is_known
    return 4 if is_trade and _is_used_like_a_name(lowered, start, end) else None


def _is_used_like_a_name(lowered: str, start: int, end: int) -> bool:
    """Behind "in" or "with", or in front of "project", "server" or a version."""
    after = lowered[end : end + 16].split(maxsplit=1)
    if lowered[end : end + 1] == " " and after and after[0].rstrip(".,;:)") in _AFTER_LOWER_CASE:
        return True
    before = lowered[max(0, start - 14) : start]
    return bool(before.strip()) and (_last_word(before) in _BEFORE_NAME or _VERSION.match(lowered, end) is not None)


def _touches_its_trade(lowered: str, start: int, end: int, words: frozenset[str]) -> bool:
    """One of its words stands directly beside it, between them at most a mark of a list: "Perl C", "Access/Excel"."""
    before = separated(lowered[max(0, start - 24) : start]).split()[-1:]
    after = separated(lowered[end : end + 24]).split()[:1]
    return not words.isdisjoint((*before, *after))


def _is_written(text: str, lowered: str, span: tuple[int, int], spelling: Spelling) -> bool:
    """In its case, across two blanks too, or in capitals among words of its trade: ORACLE for Oracle."""
    start, end = span
    written = text[start:end]
    if written == spelling.written or " ".join(written.split()) == spelling.written:
        return True
    return end - start > 3 and written.isupper() and has_word_near(lowered, start, spelling.context)


def _stands_like_a_name(text: str, start: int, end: int, *, is_known: bool) -> bool:
    """With a capital inside of a sentence, where it is no part of a longer name."""
    before = text[max(0, start - 24) : start]
    if (end - start < 3 and not is_known) or not text[start].isupper():
        return False
    if is_known and end - start > 2 and _is_inside_sentence(text, start):
        return True
    last = before.split()[-1:] if before[-1:].isspace() and "\n" not in before[-2:] else []
    if not last or not last[0].isalpha() or not last[0].islower():
        return False
    after = text[end : end + 16].split(maxsplit=1)
    follows = after[0] if after and text[end : end + 1] == " " else ""
    return not follows[:1].isupper() or follows.lower() in _AFTER_NAME_IN_SENTENCE


def _is_inside_sentence(text: str, start: int) -> bool:
    """Not where any word is written with a capital letter."""
    before = _character_before(text, start)
    return before.isalnum() or before == ","


def has_word_near(lowered: str, start: int, words: frozenset[str]) -> bool:
    """Whether one of these words stands near in the same line."""
    before = lowered[max(0, start - _NEAR) : start].rsplit("\n", 1)[-1]
    after = lowered[start : start + _NEAR].split("\n", 1)[0]
    return not words.isdisjoint(separated(before + after).split())


def _is_list_item(text: str, start: int, end: int) -> bool:
    """Between separators; one of them at least is not just the beginning or end of the text."""
    before, after = _character_before(text, start), _character_after(text, end)
    return (
        (before in _BETWEEN and after in _BETWEEN)
        or (not before and after in _BETWEEN)
        or (before in _BETWEEN and not after)
    )


def _has_context(text: str, start: int, end: int) -> bool:
    """Whether the neighbours are those of a name: list separators, "in …", "… programming"."""
    before = _character_before(text, start)
    in_sentence = bool(before) and before not in _BETWEEN
    if in_sentence and not (text[start - 1].isspace() and _last_word(text[max(0, start - 14) : start]) in _BEFORE_NAME):
        return False
    after = _character_after(text, end)
    if not after or after in _BETWEEN:
        return True
    if after == ".":
        return end - start > 1 or text[end + 1 : end + 2] in ("", "\n")
    words = text[end : end + 16].lower().split()
    return text[end].isspace() and words[0].rstrip(".,;:)") in (_AFTER_NAME_IN_SENTENCE if in_sentence else _AFTER_NAME)


_COLUMN = "   "
"""So many blanks stand between columns and paragraphs of text out of a PDF."""
_LIST_MARKS = ("-", "–", "—", "*", "+")


def _last_word(text: str) -> str:
    return text.rsplit(maxsplit=1)[-1].lower()


def _character_before(text: str, start: int) -> str:
    """The character before, blanks left out (line breaks are not blanks); empty at the beginning.

    The dash or star of a list at the beginning of a line is as good as the line break.
    """
    if text.endswith(_COLUMN, 0, start):
        return "\n"
    before = text[max(0, start - 8) : start].rstrip(" \xa0")
    if before[-1:] in _LIST_MARKS and start > 1 and text[start - 1] in " \xa0":
        above = before[:-1].rstrip(" \xa0")
        if not above or above.endswith("\n"):
            return "\n"
    return before[-1:]


def _character_after(text: str, end: int) -> str:
    if text.startswith(_COLUMN, end):
        return "\n"
    return text[end : end + 8].lstrip(" \xa0")[:1]
