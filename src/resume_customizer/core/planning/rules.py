"""What a person may ask of a distribution.

    options, or the `rules` of a plan  ->  DistributionRules  ->  distribute()

Promises (tests in tests/core/test_rules.py):

* Rules that make no sense, or that the named strategy can't keep, are refused with what to change.
* Rules survive the way to JSON and back.
* More points than the best distribution is found for are refused before any work, or dealt another way.
"""

from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any, Final, Literal, cast

from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.planning.strategies import STRATEGIES

if TYPE_CHECKING:
    from resume_customizer.core.planning.objective import Preset, Weights

StrategyName = Literal["auto", "best", "weighted", "round-robin", "cycles", "newest", "even"]
STRATEGY_NAMES: tuple[StrategyName, ...] = ("auto", "best", *STRATEGIES)
PRESET_NAMES = ("balanced", "recent-first", "deep-in-newest", "even")
Order = Literal["grouped", "interleaved", "as-given", "relevance"]
ORDERS: tuple[Order, ...] = ("grouped", "interleaved", "as-given", "relevance")
Pairs = tuple[tuple[int, int], ...]
"""(experience, number)."""
MOST_WEIGHED: Final = 6_000
"""Points among which the best distribution is found: a few seconds of work."""
MOST_MEASURED: Final = 1_000
"""The same where lines are counted, which are laid out and tried again and again."""


@dataclass(frozen=True, slots=True)
class DistributionRules:
    """How far to spread the points; raises InvalidInput `bad-rules` for what makes no sense."""

    strategy: StrategyName = "auto"
    """`auto`: `best` where something can be weighed (a posting, or a rule that only `best` keeps), else `weighted`."""
    experiences: int | None = None
    """How many experiences receive, newest first; None for three, or for all of `include`."""
    points_per_experience: int | None = None
    """The most new points for one experience; None for no limit."""
    include: tuple[int, ...] = ()
    """Only these experiences, by position; empty for all."""
    exclude: tuple[int, ...] = ()
    """Never these, also when included."""
    order: Order = "grouped"
    """Within an experience: by technology, technologies in turn, as in the input, or what is asked for first."""
    points_per_cycle: int = 2
    """For `cycles`: points of each technology to one experience before the next one's turn."""
    preset: "Preset | None" = None
    """For `best`: how it weighs; None for `balanced`."""
    weights: "Weights | None" = None
    """For `best`: own weights instead of a preset."""
    caps: Pairs = ()
    """The most new points for single experiences."""
    quotas: tuple[tuple[str, int], ...] = ()
    """For `best`: the most points of a technology, by its heading."""
    points_per_technology: int | None = None
    """For `best`: the most points of any technology."""
    same_technology: int | None = None
    """For `best`: the most points of one technology in one experience."""
    most_lines: int | None = None
    """For `best`: the most lines that may be added in all."""
    behind: Pairs = ()
    """Experiences whose new points follow another bullet than the last, with its paragraph."""
    refuse_anachronisms: bool = False
    """For `best`: never place a point where its technology did not exist yet."""
    most_pages: int | None = None
    """For `best`: the most pages that the resume may have; 0 for as many as it has now."""

    def __post_init__(self) -> None:
        for name, value, known in (
            ("strategy", self.strategy, STRATEGY_NAMES),
            ("order", self.order, ORDERS),
            ("preset", self.preset or "balanced", PRESET_NAMES),
        ):
            if value not in known:
                raise InvalidInput("bad-rules", f"There is no {name} “{value}”; there are: {', '.join(known)}.")
        for name in ("experiences", "points_per_experience", "points_per_cycle", "points_per_technology"):
            _check_count(name, getattr(self, name), 1)
        _check_count("same_technology", self.same_technology, 1)
        _check_count("most_lines", self.most_lines, 0)
        _check_count("most_pages", self.most_pages, 0)
        for who, cap in (*self.caps, *self.quotas):
            _check_count(f"the cap of {who}", cap, 0)
        if self.strategy not in ("auto", "best") and self.needs_best:
            message = f"The strategy “{self.strategy}” can't keep this: {', '.join(self.needs_best)}. Use “best”."
            raise InvalidInput("bad-rules", message)

    @property
    def needs_best(self) -> tuple[str, ...]:
        """The rules that only `best` keeps, as a person calls them."""
        names = ("preset", "weights", "quotas", "points_per_technology", "same_technology")
        names = (*names, "most_lines", "most_pages")
        wanted = [name for name in names if getattr(self, name) not in (None, ())]
        wanted += ["refuse_anachronisms"] if self.refuse_anachronisms else []
        return tuple(name.replace("_", " ") for name in wanted)

    def settled(self, *, something_to_weigh: bool, points: int = 0) -> StrategyName:
        """The strategy for so many points, with `auto` decided; raises InvalidInput where they are too many."""
        strategy = self.strategy
        if strategy == "auto":
            wants_best = something_to_weigh and points <= MOST_WEIGHED
            strategy = "best" if wants_best or self.needs_best else "weighted"
        if strategy == "best":
            self.check_count(points)
        return strategy

    def check_count(self, points: int) -> None:
        """Raise InvalidInput for more points than the best distribution is found for."""
        is_measured = self.most_lines is not None or self.most_pages is not None
        most = MOST_MEASURED if is_measured else MOST_WEIGHED
        if points > most:
            limits = " within a limit of lines or pages" if is_measured else ""
            message = (
                f"The best distribution{limits} is found for at most {most:,} points; these are {points:,}. "
                "Give fewer, or take another strategy."
            )
            raise InvalidInput("too-many-points", message)

    def weighing(self) -> "Weights":
        """The weights that `best` uses."""
        from resume_customizer.core.planning.objective import PRESETS

        return self.weights or PRESETS[self.preset or "balanced"]


_NAMES = tuple(each.name for each in fields(DistributionRules))


def rules_to_json(rules: DistributionRules) -> dict[str, Any]:
    """The rules that are not the usual ones, as JSON values."""
    usual, given = DEFAULT_RULES, {name: getattr(rules, name) for name in _NAMES}
    unusual = {name: value for name, value in given.items() if value != getattr(usual, name) or name == "strategy"}
    if rules.weights is not None:
        unusual["weights"] = asdict(rules.weights)
    return {name: _as_list(value) if isinstance(value, tuple) else value for name, value in unusual.items()}


def parse_rules(values: object) -> DistributionRules:
    """Rules from JSON values; raises InvalidInput `bad-rules`."""
    if not isinstance(values, dict):
        raise InvalidInput("bad-rules", "`rules` is not an object.")
    given = cast("dict[str, Any]", values)
    unknown = set(given) - set(_NAMES)
    if unknown:
        raise InvalidInput("bad-rules", f"There is no rule “{min(unknown)}”.")
    read: dict[str, Any] = {name: _from_json(name, value) for name, value in given.items()}
    return DistributionRules(**read)


def _as_list(values: tuple[Any, ...]) -> list[Any]:
    return [list(each) if isinstance(each, tuple) else each for each in values]


def _from_json(name: str, value: object) -> object:
    kinds: dict[str, type] = {"strategy": str, "order": str, "refuse_anachronisms": bool}
    if name == "weights" and value is not None:
        return parse_weights(value)
    if name in ("include", "exclude"):
        if not isinstance(value, list) or not all(_is_whole(each) for each in value):
            raise InvalidInput("bad-rules", f"`{name}` is not a list of numbers.")
        return tuple(value)
    if name in ("caps", "behind", "quotas"):
        first = str if name == "quotas" else int
        if not isinstance(value, list) or not all(_is_pair(each, first) for each in value):
            raise InvalidInput("bad-rules", f"`{name}` is not a list of pairs.")
        return tuple((each[0], each[1]) for each in value)
    if name == "preset" and value is None:
        return None
    kind = kinds.get(name, str if name == "preset" else int)
    optional = kind is int and name != "points_per_cycle"
    if not (isinstance(value, kind) and (kind is bool or not isinstance(value, bool))) and not (
        optional and value is None
    ):
        raise InvalidInput("bad-rules", f"`{name}` has a value of the wrong kind: {str(value)[:40]}")
    return value


def parse_weights(values: object) -> "Weights":
    """Weights from JSON values; those that are missing are those of `balanced`. Raises InvalidInput `bad-weights`."""
    from resume_customizer.core.planning.objective import Weights

    known = {each.name for each in fields(Weights)}
    given = cast("dict[str, Any]", values) if isinstance(values, dict) else {"": values}
    unknown = sorted(str(name) for name in set(given) - known)
    if unknown:
        raise InvalidInput(
            "bad-weights", f"There is no weight “{unknown[0][:40]}”; there are: {', '.join(sorted(known))}."
        )
    return Weights(**given)


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_pair(value: object, first: type) -> bool:
    if not isinstance(value, list) or len(value) != 2:
        return False
    return isinstance(value[0], first) and not isinstance(value[0], bool) and _is_whole(value[1])


def _check_count(name: str, value: int | None, least: int) -> None:
    if value is not None and value < least:
        raise InvalidInput("bad-rules", f"{name.replace('_', ' ')} is {value}; it must be at least {least}.")


DEFAULT_RULES = DistributionRules()
