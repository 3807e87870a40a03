"""Find the best distribution, and prove that it is the best.

    Problem  ->  a linear program  ->  HiGHS  ->  Answer (receivers, and how far from the best it could be)

Points, technologies within experiences, experiences and technologies are nested sets, and what counts points in them
pays less for each next one: the program is a network flow, whose corners are whole numbers, and the simplex method ends
in a corner. Only needs that share points and lines of different length can give fractions; then HiGHS branches.
The goals are met one after the other, each with the ones before held fast. The last one, the order of the input, leaves
one best answer, so that versions and machines do not matter. docs/decisions/0009 says why this solver.

Promises (tests in tests/core/test_solving.py):

* The answer is the one that trying everything finds.
* When it was stopped early, the gap to the best that could be is told.
"""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from resume_customizer.core.errors import Unavailable
from resume_customizer.core.planning.objective import (
    Problem,
    crowding_step,
    share_step,
    tie_weight,
    variety_step,
)

MOST_BRANCHES = 500
"""Branches after which the best answer so far has to do; a count and not a time, so that machines agree."""
_WHOLE = 1e-5


@dataclass(frozen=True, slots=True)
class Answer:
    """For each point its receiver, or None; and how much better, at most, another answer could be."""

    receivers: tuple[int | None, ...]
    gap: int = 0
    """In the units of the worth (or in needs or points, when those were not settled); 0 for the proven best."""


def solve(problem: Problem, most_branches: int = MOST_BRANCHES) -> Answer:
    """The best answer; limits that can't be kept with what is pinned are for the caller to widen before."""
    if not problem.gains or not problem.caps:
        return Answer((None,) * len(problem.gains))
    program = _program_of(problem)
    solver = _Solver(program, most_branches)
    if problem.needs and _is_short(problem):
        nices = sum(not need.is_must for need in problem.needs)
        goal = [nices + 1 if need.is_must else 1 for need in problem.needs]
        gap = solver.reach(dict(zip(program.needs, goal, strict=True)))
        if gap:
            return Answer(_receivers(problem, program, solver.values), gap)
    if problem.most_lines is not None:
        gap = solver.reach(dict.fromkeys(program.pairs.values(), 1))
        if gap:
            return Answer(_receivers(problem, program, solver.values), gap)
    gap = solver.reach(program.worth)
    if not gap:
        solver.reach({column: tie_weight(problem, *pair) for pair, column in program.pairs.items()})
    return Answer(_receivers(problem, program, solver.values), gap)


def _is_short(problem: Problem) -> bool:
    """Whether some point may find no room, so that it matters which ones are placed."""
    closed = any(all(gain is None for gain in gains) for gains in problem.gains)
    limited = bool(problem.quotas) or problem.quota_each is not None or problem.most_lines is not None
    return closed or limited or min(problem.caps) < len(problem.gains)


class _Program(NamedTuple):
    """Columns with their upper bounds, rows with theirs; all lower bounds are 0 but those of pinned columns."""

    pairs: dict[tuple[int, int], int]
    """The column of each point and receiver that may go together."""
    needs: list[int]
    worth: dict[int, int]
    lowers: list[int]
    uppers: list[int]
    rows: list[tuple[int, int, dict[int, int]]]
    """Lower bound, upper bound, and coefficients by column."""

    def column(self, upper: int, worth: int = 0, lower: int = 0) -> int:
        """Add a column."""
        at = len(self.uppers)
        self.lowers.append(lower)
        self.uppers.append(upper)
        if worth:
            self.worth[at] = worth
        return at

    def pay(self, columns: Iterable[int], steps: Iterable[int], cap: int | None) -> None:
        """Count points and pay each next one by the next step; steps must not grow, and may have no end."""
        counted = list(columns)
        most = len(counted) if cap is None else min(cap, len(counted))
        row = dict.fromkeys(counted, 1)
        for worth, length in _runs(steps, most):
            row[self.column(length, worth)] = -1
        if len(row) > len(counted):
            self.rows.append((0, 0, row))


def _runs(steps: Iterable[int], most: int) -> Iterable[tuple[int, int]]:
    """Equal steps as one, with how many there are."""
    last, length = 0, 0
    for step, _ in zip(steps, range(most), strict=False):
        if length and step != last:
            yield last, length
            length = 0
        last, length = step, length + 1
    if length:
        yield last, length


def _program_of(problem: Problem) -> _Program:
    program = _Program({}, [], {}, [], [], [])
    of_stack: dict[int, list[int]] = {}
    of_both: dict[tuple[int, int], list[int]] = {}
    of_receiver: list[list[int]] = [[] for _ in problem.caps]
    of_point: list[list[int]] = []
    for at, gains in enumerate(problem.gains):
        pin = problem.pinned[at] if problem.pinned else None
        own = []
        for receiver, gain in enumerate(gains):
            if gain is None or pin not in (None, receiver):
                continue
            column = program.column(1, gain, 1 if pin is not None else 0)
            program.pairs[at, receiver] = column
            own.append(column)
            of_receiver[receiver].append(column)
            of_both.setdefault((problem.stacks[at], receiver), []).append(column)
        of_point.append(own)
        of_stack.setdefault(problem.stacks[at], []).extend(own)
        program.rows.append((0, 1, dict.fromkeys(own, 1)))
    weights = problem.weights
    for receiver, columns in enumerate(of_receiver):
        steps = (share_step(weights, receiver, count) for count in itertools.count(1))
        program.pay(columns, steps, problem.caps[receiver])
    for columns in of_both.values():
        program.pay(columns, (-crowding_step(weights, count) for count in itertools.count(1)), problem.quota_each)
    for stack, columns in of_stack.items():
        steps = (variety_step(weights, count) for count in itertools.count(1))
        program.pay(columns, steps, problem.quotas.get(stack))
    for need in problem.needs:
        column = program.column(1)
        program.needs.append(column)
        program.rows.append((0, len(of_point), dict.fromkeys((c for at in need.points for c in of_point[at]), 1)))
        program.rows[-1][2][column] = -1
    if problem.most_lines is not None:
        row = {column: problem.lines[at][receiver] for (at, receiver), column in program.pairs.items()}
        program.rows.append((0, problem.most_lines, row))
    return program


def _receivers(problem: Problem, program: _Program, values: Sequence[float]) -> tuple[int | None, ...]:
    answer: list[int | None] = [None] * len(problem.gains)
    for (at, receiver), column in program.pairs.items():
        if values[column] > 0.5:
            answer[at] = receiver
    return tuple(answer)


class _Solver:
    """HiGHS with one program, to which goals are put one after the other."""

    def __init__(self, program: _Program, most_branches: int) -> None:
        try:
            import highspy
        except ImportError as fault:
            message = "The best distribution needs the library highspy; install it, or name a strategy."
            raise Unavailable("no-solver", message) from fault
        self._kinds: Any = highspy
        self._columns = len(program.uppers)
        self._whole = sorted(program.pairs.values())
        self._highs: Any = highspy._core._Highs()  # noqa: SLF001 - the same solver without its modelling layer
        for name, value in (
            ("output_flag", False),
            ("threads", 1),
            ("parallel", "off"),
            ("mip_rel_gap", 0.0),
            ("mip_abs_gap", 0.5),
            ("mip_max_nodes", most_branches),
        ):
            self._highs.setOptionValue(name, value)
        self._highs.passModel(_model(highspy, program))
        self.values = [float(lower) for lower in program.lowers]

    def reach(self, goal: dict[int, int]) -> int:
        """Make the goal as large as it can be and hold it there; gives the gap when branching was stopped early."""
        highs, kinds = self._highs, self._kinds
        columns = list(range(self._columns))
        highs.changeColsCost(len(columns), columns, [float(goal.get(column, 0)) for column in columns])
        highs.run()
        relaxed = highs.getSolution()
        values, duals, gap = list(relaxed.col_value), list(relaxed.col_dual), 0
        bound = highs.getInfo().objective_function_value
        if all(abs(values[at] - round(values[at])) <= _WHOLE for at in self._whole):
            self.values = values
        else:
            gap = self._branch(goal, bound)
        best = sum(weight * round(self.values[column]) for column, weight in goal.items())
        self._settle(values, duals, bound - best)
        highs.addRow(float(best), kinds.kHighsInf, len(goal), list(goal), [float(each) for each in goal.values()])
        return gap

    def _settle(self, values: list[float], duals: list[float], lost: float) -> None:
        """Fix what every answer as good as this one shares: whose change costs more than whole numbers have lost."""
        fixed = [at for at in self._whole if abs(duals[at]) > lost + 0.5]
        ends = [float(round(values[at])) for at in fixed]
        self._highs.changeColsBounds(len(fixed), fixed, ends, ends)

    def _branch(self, goal: dict[int, int], bound: float) -> int:
        """The same in whole numbers; without an answer in time, the one of the goal before stays."""
        highs, kinds, whole = self._highs, self._kinds, self._whole
        highs.changeColsIntegrality(len(whole), whole, [kinds.HighsVarType.kInteger] * len(whole))
        highs.run()
        info = highs.getInfo()
        if info.primal_solution_status == kinds.SolutionStatus.kSolutionStatusFeasible:
            self.values = list(highs.getSolution().col_value)
        highs.changeColsIntegrality(len(whole), whole, [kinds.HighsVarType.kContinuous] * len(whole))
        reached = sum(weight * round(self.values[column]) for column, weight in goal.items())
        return max(0, int(min(bound, info.mip_dual_bound) + 1e-3) - reached)


def _model(kinds: Any, program: _Program) -> Any:  # noqa: ANN401 - the library has no types for its inner layer
    lp = kinds.HighsLp()
    lp.num_col_, lp.num_row_ = len(program.uppers), len(program.rows)
    lp.sense_ = kinds.ObjSense.kMaximize
    lp.col_cost_ = [0.0] * len(program.uppers)
    lp.col_lower_ = [float(each) for each in program.lowers]
    lp.col_upper_ = [float(each) for each in program.uppers]
    lp.row_lower_ = [float(row[0]) for row in program.rows]
    lp.row_upper_ = [float(row[1]) for row in program.rows]
    starts, columns, values = [0], [], []
    for _, _, row in program.rows:
        columns += row.keys()
        values += [float(each) for each in row.values()]
        starts.append(len(columns))
    lp.a_matrix_.format_ = kinds.MatrixFormat.kRowwise
    lp.a_matrix_.start_, lp.a_matrix_.index_, lp.a_matrix_.value_ = starts, columns, values
    return lp
