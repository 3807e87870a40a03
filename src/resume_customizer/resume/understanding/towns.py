"""Names that look like towns, and towns that nobody knows, told by what else a header says.

pieces of a header + role and organization found  ->  named_like_place() / town_left()
"""

from resume_customizer.resume.understanding.pieces import Piece, is_short_form
from resume_customizer.resume.understanding.place_names import CITIES, COUNTRIES
from resume_customizer.resume.understanding.places import may_name_city
from resume_customizer.resume.understanding.vocabulary import FUNCTIONS, INDUSTRIES

_MOST_WORDS = 3


def named_like_place(pieces: list[Piece]) -> tuple[str, str] | None:
    """Organization and place, of two places (`Oxford — Florence, KY`) or of a name before a country."""
    places = [piece.text for piece in pieces if piece.is_place]
    if len(places) > 1 and "," not in places[0] and "," in places[1] and places[0].casefold() in CITIES:
        return places[0], places[1]
    name, comma, country = places[0].rpartition(", ") if places else ("", "", "")
    if comma and " " in name and "," not in name and country.casefold() in COUNTRIES and name.casefold() not in CITIES:
        return name, country
    return None


def town_left(free: list[Piece], role: str | None, company: str | None) -> str | None:
    """The one piece that is neither role nor organization, where it may be a town."""
    left = [piece for piece in free if piece.text not in (role, company) and piece.name not in (role, company)]
    if len(free) <= 2 or len(left) != 1:
        return None
    text = left[0].text
    words = text.casefold().split()
    field = words[-1] in FUNCTIONS or INDUSTRIES.issuperset(words)
    if is_short_form(left[0]):
        return None
    return text if len(words) <= _MOST_WORDS and not field and may_name_city(text) else None
