"""The pieces of a header between its separators, and what each may be.

    header row - its dates and links  ->  cut at line breaks, tabs, pipes, dashes, `at`  ->  cut_row()  ->  Piece each

A piece that a label names has a field; places are set apart; the words of the rest are weighed.
"""

import re

from resume_customizer.resume.understanding.cuts import EDGES, cut_at_commas, cut_softly
from resume_customizer.resume.understanding.dates import Period
from resume_customizer.resume.understanding.labels import label_key, label_kind, split_field
from resume_customizer.resume.understanding.placed_names import Place, cut_place
from resume_customizer.resume.understanding.places import ends_in_state, is_place, may_name_city
from resume_customizer.resume.understanding.remarks import without_remarks
from resume_customizer.resume.understanding.roles import weigh_words
from resume_customizer.resume.understanding.rows import Row
from resume_customizer.resume.understanding.sentences import told_as_sentence
from resume_customizer.resume.understanding.vocabulary import EMPLOYMENT_TYPES, ORGANIZATION_FORMS

Slot = tuple[object, ...]


class Piece:
    """A part of a header between two separators."""

    role = 0.0
    """How much its words speak for a role."""
    company = 0.0
    """How much they speak for an organization."""
    place: Place | None = None
    """A place at its end."""
    is_place = False
    """All of it is a place."""
    pair: tuple[str, str] | None = None
    """Role and organization within it, as other headers part theirs."""
    may_end_in_town = True
    """Words behind a comma that nobody knows may be a town; in the title of a project they are none."""
    is_rare = False
    """Few of the other headers have a piece there."""
    part = -1
    """Which part of its row between tabs, pipes and line breaks it is from."""
    source = ""
    """The text of that part."""
    cell: tuple[int, int, int] | None = None
    """The table cell of its row."""

    def __init__(self, text: str, slot: Slot, field: str = "") -> None:
        self.text = text
        self.slot = slot
        """Where it stands: how its row is set, which row of that look, which piece of it."""
        self.field = field
        """What a label says that it is."""

    @property
    def name(self) -> str:
        """Its text without the place."""
        return self.place.before if self.place else self.text

    @property
    def is_free(self) -> bool:
        """No label and no place: a role or an organization, perhaps."""
        return not self.field and not self.is_place


_STRONG = re.compile(
    r"[\n\t|•·▪∙●◆■∣¦│｜✦‣⇒►▶▸◦‖∥❖\u3000\u2600-\u27bf\U0001f300-\U0001faff]|\s{3,}|; |\s(?:[»›→]|//+)(?=\s|$)"
)
_UNTIL = re.compile(r"\s(?:from|since|during|until|till|to)[ .]{0,3}$", re.IGNORECASE)
_AS = re.compile(r"^as (?:an? |the )?(?=[A-Z])")
_SIZE = r"(?i).{0,40}\b\d[\d,.]{0,8}\+? (?:staff|employees|people|beds|students|mitarbeitern?|personnes|empleados)$"
"""`Series A, 60 people`: what an organization is like."""
_DIGIT = re.compile(r"\d")
_TWO, _FEW, _MANY = 2, 3, 5
_A_ROLE, _SURELY = 1.5, 3
_SHORT_FORM = 5
_FORMS = ("Corp", "Ltda", "Assoc", "Bros", "Intl", "Dept", "Univ")
_LONGEST = 600
"""Characters of a row that are cut: no header is longer."""


def cut_row(row: Row, number: int, at_commas: bool) -> list[Piece]:
    """The pieces of one header row without its period; `number` tells rows of the same look apart."""
    slot = (row.look, number)
    text = _parted_by_look(row, without_period(row))
    told = told_as_sentence(text) if "as " in text else {}
    if told:
        return [Piece(words, (*slot, at), field) for at, (field, words) in enumerate(told.items())]
    pieces: list[Piece] = []
    for at, part in enumerate(_STRONG.split(without_remarks(text))):
        field, value = _field_of(row, part)
        for each in [value] if field else cut_at_commas(value) if at_commas else cut_softly(value):
            bare = _AS.sub("", _balanced(_without_stop(each.strip(EDGES))))
            if row.period is not None and label_kind(label_key(bare)) == "period":
                continue  # `Period:`, whose dates are out already
            if bare and any(map(str.isalpha, bare)):
                pieces.append(Piece(bare, (*slot, len(pieces)), field))
                pieces[-1].part, pieces[-1].cell, pieces[-1].source = at, row.cell, part
    for piece in pieces:
        if not piece.field:
            _weigh(piece)
    return pieces


def without_period(row: Row) -> str:
    """The row's text without its period, without what held only that, and without a description behind it."""
    text = row.text[:_LONGEST]
    period = row.period
    if period is None:
        return text
    before, behind = text[: period.left], text[period.right :]
    left = _UNTIL.sub("", before.rstrip(" \t(（[–—-:"))
    rest = behind.lstrip(" )]")
    told = rest.count(" ") > _MANY or (rest[-1:] == "." and rest.count(" ") > 1)
    if rest[:1] in (":", ".") and told and before.count(" ") > 0:
        return left  # the description goes on in the same paragraph
    right = behind.lstrip(" \t)）]:")
    if left.count("(") > left.count(")") and not behind.lstrip().startswith(")"):
        right = behind
    return f"{left}\t{right}" if left and right else left or right


def _parted_by_look(row: Row, text: str) -> str:
    """`**Developer** Globex Labs`: where bold or italics end or begin, a role ends or begins, too."""
    shift = len(row.line.text) - len(row.line.text.lstrip())
    for edge, is_turn in ((row.line.bold_lead, False), (row.line.turn, True)):
        at = edge - shift
        if not _FEW < at < len(text) or text[:at] != row.text[:at] or row.line.marker:
            continue
        left, right = text[:at].rstrip(" ,"), text[at:].lstrip(" ,")
        if text[at - 1 : at + 1].count(" ") and is_place(right.strip(EDGES)):
            return f"{left}\t{right}"  # `**Globex** Boise, ID`
        if not is_turn and "," in text[at - 1 : at + 1] and _begins_a_name(left, right):
            return f"{left}\t{right}"
        parts = text[at - 1 : at] in (" ", ",", "\xa0") or text[at] in " ,\xa0"
        if parts and left[-1:].isalnum() and _goes_on_as_name(right) and _parts_role(left, right, is_turn):
            return f"{left}\t{right}"
    return text


def _goes_on_as_name(right: str) -> bool:
    """It begins like a name: no `of`, no `and`, no mark."""
    word = right.split(" ", 1)[0]
    return word[:1].isalnum() and (word[0].isupper() or not word.islower() or word[0].isdigit())


def _begins_a_name(left: str, right: str) -> bool:
    """`**Dishwasher**, Copper Tavern, Elmira, NY`: bold ends at the comma, and more than a place or `Inc.` follows."""
    first = right.partition(",")[0]
    formed = first.strip(" .").casefold() in ORGANIZATION_FORMS
    if "," not in right and may_name_city(right) and weigh_words(right) == (0.0, 0.0):
        return False  # `**Globex**, Unknown Town`
    return right[:1].isupper() and not (formed or is_place(right) or is_place(f"{left}, {first}"))


def _parts_role(left: str, right: str, is_turn: bool) -> bool:
    """A role on one side only; where italics turn, on either side."""
    (one, firm), (other, _) = weigh_words(left), weigh_words(_STRONG.split(right, maxsplit=1)[0].strip(EDGES))
    if is_turn:
        return max(one, other) > _A_ROLE
    return (one >= _SURELY and other == 0) or (other >= _SURELY and one == 0 and (firm > 0 or " " in left))


def best_period(known: Period | None, new: Period) -> Period:
    """Of an employer's and a role's time the role's, which stands below; a placeholder gives way to any date."""
    if new.start is None and not new.is_placeholder and known is not None:
        return known
    if known is None or (known.is_placeholder and not new.is_placeholder):
        return new
    return new if new.is_range and not new.is_placeholder else known


def with_rest(piece: Piece, other: Piece, pieces: list[Piece], has_place: bool) -> str:
    """The role, with what a dash parts from it: `Teacher - Third Grade`.

    Only where that part of the row may be nothing else, a town for instance, and `other` stands in another part.
    """
    beside = [each for each in pieces if (each.slot[:2], each.part) == (piece.slot[:2], piece.part)]
    if len(beside) != _TWO or beside[0] is not piece or other is beside[1]:
        return piece.name
    rest, whole = beside[1], piece.source.strip(EDGES)
    fits = whole.startswith(piece.text) and whole.endswith(rest.text)
    role, company = weigh_words(piece.text)
    no_town = has_place or other.place is not None or rest.is_rare or not may_name_city(rest.text)
    no_town = no_town or is_short_form(rest)
    return whole if fits and no_town and role > company and _may_be_field(rest, other) else piece.name


def _may_be_field(rest: Piece, other: Piece) -> bool:
    """A few words, no role, and no more an organization than `other` is."""
    role, company = weigh_words(rest.text)
    short = rest.place is None and rest.text.count(" ") < _FEW
    return short and role == 0 and company <= weigh_words(other.name)[1]


def is_short_form(piece: Piece) -> bool:
    """`Engineer - MERN`: capitals among other words."""
    return piece.text.isupper() and " " not in piece.text and not piece.source.isupper()


def _without_stop(text: str) -> str:
    """`Globex Labs.` without the stop, which `Inc.` and `D.C.` keep."""
    word = text.rpartition(" ")[2]
    if word[-1:] != "." or len(text) <= _FEW:
        return text
    if ends_in_state(text):
        return text  # `Omaha, Neb.`
    whole = len(word) > _SHORT_FORM and "." not in word[:-1] and not word[:-1].endswith(_FORMS)
    placed = "." not in word[:-1] and (is_place(text[:-1]) or cut_place(text[:-1]) is not None)
    return text[:-1] if whole or placed else text


def _field_of(row: Row, part: str) -> tuple[str, str]:
    """A label in the text (`Role: Lead`), or one in the cell before."""
    stripped = part.strip()
    if ":" in stripped or "：" in stripped or " - " in stripped or " – " in stripped:
        field, value = split_field(stripped)
        if field:
            return field, value
    return (row.label, stripped) if row.label and stripped == row.text else ("", part)


def _balanced(text: str) -> str:
    """Without a bracket that lost its other half; without a pair that holds all of it and a comma."""
    for opening, closing in ("()", "[]", "{}", "<>"):
        if text.count(opening) != text.count(closing):
            if text.startswith(opening) and closing not in text:
                text = text[1:]
            elif (text.endswith(closing) and opening not in text) or text.endswith(opening):
                text = text[:-1]
    if (
        text[:1] in ("[", "(")
        and text[-1:] in ("]", ")")
        and text.count(text[0]) == 1
        and ("," in text or "，" in text)
    ):
        text = text[1:-1]
    return text.strip(EDGES)


def _weigh(piece: Piece) -> None:
    """Say whether it is a place or ends in one, and how much its words speak for a role or an organization."""
    if piece.text.casefold() in EMPLOYMENT_TYPES or (_DIGIT.search(piece.text) and re.match(_SIZE, piece.text)):
        piece.field = "detail"
    elif is_place(piece.text):
        piece.is_place = True
    else:
        piece.place = cut_place(piece.text)
        piece.role, piece.company = weigh_words(piece.name)
