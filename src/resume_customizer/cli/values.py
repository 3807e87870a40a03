"""Turn words of the command line into values, without the validation library that typer would load for it.

    typer's parameters  ->  read_plainly()  ->  the same parameters, read by the few lines below

Loading and preparing that library takes longer than customizing a resume. What typer keeps for its own use is set
here; should a later typer not look at it any more, everything still works, only slower.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import typer

_NAMES: dict[type[float], str] = {int: "a whole number", float: "a number"}


class _Plainly:
    """How one parameter is read; the method's name and arguments are typer's."""

    def __init__(self, read: Callable[[str], Any], low: float | None, *, several: bool) -> None:
        self.read, self.low, self.several = read, low, several

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:  # noqa: ANN401 - what typer says
        """The value of a parameter; raises typer's own error for a wrong one."""
        try:
            if self.several:
                return [self._read(each) for each in value or ()]
            return None if value is None else self._read(value)
        except ValueError as fault:
            raise typer.BadParameter(str(fault), ctx=ctx, param=param) from None

    def _read(self, word: Any) -> Any:  # noqa: ANN401 - a word, or a default
        value = self.read(word)
        if self.low is not None and not value >= self.low:
            raise ValueError(f"{word} is too small; the least is {self.low:g}.")
        return value


def read_plainly(parameters: Iterable[Any]) -> None:
    """Let parameters of the kinds that we use be read by this module."""
    for parameter in parameters:
        described = getattr(parameter, "type_descriptor", None)
        kind = getattr(described, "annotation", None)
        several = get_origin(kind) is list
        read = _reader(get_args(kind)[0] if several else kind)
        if described is not None and read is not None:
            low = described.parameter_info.min
            parameter._runtime_param = _Plainly(read, low, several=several)  # noqa: SLF001 - see above


def _reader(kind: Any) -> Callable[[Any], Any] | None:  # noqa: ANN401 - a type
    if kind in (str, Path, bool):
        return kind
    if kind in _NAMES:
        return lambda word: _number(word, kind)
    if get_origin(kind) is Literal:
        return lambda word: _choice(word, get_args(kind))
    return None


def _number(word: Any, kind: type[float]) -> float:  # noqa: ANN401 - a word, or a default
    try:
        return kind(word)
    except ValueError:
        raise ValueError(f"{word!r} is not {_NAMES[kind]}.") from None


def _choice(word: str, choices: tuple[str, ...]) -> str:
    if word not in choices:
        raise ValueError(f"{word!r} is not one of {', '.join(choices)}.")
    return word
