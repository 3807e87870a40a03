"""Fields of requests and answers: the table of core/input_rules.py, as types of models.

class NewThing(In): name: Name; note: Annotated[str, Text("note")]  ->  all that is wrong at once, each with its field
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any, Final, Generic, Self, TypeAlias, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    Strict,
    WithJsonSchema,
)

from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.input_rules import NUMBERS, TEXTS, find_fault, read_number, read_text
from resume_customizer.core.records.record import is_id

T = TypeVar("T")


class In(BaseModel):
    """What is sent: an unknown field is refused, not passed over."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Out(BaseModel):
    """What is answered: a model of its own, so that no column of a record gets out unnoticed."""

    model_config = ConfigDict(from_attributes=True, frozen=True)

    @classmethod
    def of(cls, made: object) -> Self:
        """Filled from the fields of the same names of what a service gave."""
        return cls.model_validate(made)


class Listed(Out, Generic[T]):
    """One page of a list."""

    items: list[T]
    next: str = Field("", description="Send it as `after` for the next page; empty: this is the last one.")


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a kind of the table: `Annotated[str, Text("name")]`."""

    kind: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> Any:  # noqa: ANN401
        return AfterValidator(self._checked).__get_pydantic_core_schema__(source, handler)

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:  # noqa: ANN401
        rule = TEXTS[self.kind]
        return {"type": "string", "minLength": rule.shortest, "maxLength": rule.longest}

    def _checked(self, value: str) -> str:
        fault = find_fault(value, self.kind)
        if fault:
            raise ValueError(fault)
        return read_text(value, self.kind)


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a kind of the table: `Annotated[int, Number("count")]`, `Annotated[float, Number("rate")]`."""

    kind: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> Any:  # noqa: ANN401
        kinds = (int,) if source is int else (int, float)
        checked = BeforeValidator(lambda value: self._checked(value, kinds))
        return checked.__get_pydantic_core_schema__(source, handler)

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:  # noqa: ANN401
        rule = NUMBERS[self.kind]
        return {**handler(schema), "minimum": rule.least, "maximum": rule.most}

    def _checked(self, value: Any, kinds: tuple[type, ...]) -> Any:  # noqa: ANN401 - whatever was sent
        if type(value) not in kinds:
            raise ValueError("This is no whole number." if kinds == (int,) else "This is no number.")
        try:
            return read_number(value, self.kind)
        except InvalidInput as fault:
            raise ValueError(fault.message) from None


def _must(holds: Callable[[Any], bool], sentence: str) -> BeforeValidator:
    def check(value: Any) -> Any:  # noqa: ANN401 - whatever was sent
        if not holds(value):
            raise ValueError(sentence)
        return value

    return BeforeValidator(check)


def _with_zone(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("Say the time zone, e.g. 2026-11-23T09:00:00Z.")
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        raise ValueError("This is beyond the years that there are.") from None


def _is_written_as_time(value: object) -> bool:
    """Not as a number, which would be taken for seconds since 1970."""
    return isinstance(value, datetime) or (isinstance(value, str) and value[:4].isdigit() and value[4:5] == "-")


Name: TypeAlias = Annotated[str, Text("name")]
Address: TypeAlias = Annotated[str, Text("address"), Field(examples=["carl@desk.example"])]
Password: TypeAlias = Annotated[str, Field(min_length=1, max_length=1_024, description="Used exactly as it is sent.")]
Token: TypeAlias = Annotated[str, Text("token")]
Code: TypeAlias = Annotated[str, Text("code")]
Flag: TypeAlias = Annotated[bool, Strict()]
Mark: TypeAlias = Annotated[str, Text("mark")]
Version: TypeAlias = Annotated[int, Number("version")]
Moment: TypeAlias = Annotated[
    datetime,
    _must(_is_written_as_time, "This is a time like 2026-11-23T09:00:00Z."),
    AfterValidator(_with_zone),
]
"""A time with its zone; kept in UTC."""
ID_EXAMPLE: Final = "01994f3a-7b7c-7d1e-8a55-3f6f0c9b1a2d"
Identifier: TypeAlias = Annotated[
    str,
    _must(lambda value: isinstance(value, str) and is_id(value), "This is no id."),
    WithJsonSchema({"type": "string", "format": "uuid", "examples": [ID_EXAMPLE]}),
]
"""The id of a record in a body; one in a path is just looked up, and not found."""
Whole: TypeAlias = Annotated[int, _must(lambda value: type(value) is int, "This is no whole number.")]
"""A number in a body; neither true nor "1" is one."""
Digits = _must(lambda value: str(value).isascii() and str(value).lstrip("-").isdigit(), "This is no whole number.")
"""For numbers in an address, where everything is text."""
