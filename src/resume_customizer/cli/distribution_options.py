"""The options that say where points go, shared by `plan` and `customize`, and how they are read.

@taking_rules above a command  ->  options  ->  rules_of()  ->  DistributionRules, the command's `rules`
"""

import inspect
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from resume_customizer.cli.exits import wrong_usage

if TYPE_CHECKING:
    from resume_customizer.core.planning.objective import Weights
    from resume_customizer.core.planning.rules import DistributionRules

StrategyName = Literal["auto", "best", "weighted", "round-robin", "cycles", "newest", "even"]
Strategy = Annotated[
    StrategyName,
    typer.Option(
        "--strategy",
        "-s",
        help="How points are spread: best (the best answer by what posting, experiences and points say, see --preset), "
        "weighted (more for newer experiences), round-robin (one each in turn), cycles (--per-cycle points of each "
        "technology to the first, then the second …), newest (all to the newest), even; auto is best with a posting or "
        "with an option that only best keeps, else weighted.",
    ),
]
PresetName = Literal["balanced", "recent-first", "deep-in-newest", "even"]
PresetOption = Annotated[
    PresetName | None,
    typer.Option("--preset", help="For best: how it weighs.", show_default="balanced"),
]
WeightsOption = Annotated[
    str,
    typer.Option(
        "--weights",
        metavar="NAME=N,…",
        help="For best: own weights, like share=1200,words=0; docs/distribution.md explains them.",
        show_default=False,
    ),
]
Quota = Annotated[
    str,
    typer.Option(
        "--quota",
        metavar="NAME=N,…",
        help="For best: the most points of a technology: Java=3,Kafka=2",
        show_default=False,
    ),
]
PerTechnology = Annotated[
    int | None,
    typer.Option(
        "--per-technology",
        min=1,
        metavar="N",
        help="For best: the most points of any technology.",
        show_default="no limit",
    ),
]
SameTechnology = Annotated[
    int | None,
    typer.Option(
        "--same-technology",
        min=1,
        metavar="N",
        help="For best: the most points of one technology in one experience.",
        show_default="no limit",
    ),
]
MostLines = Annotated[
    int | None,
    typer.Option(
        "--most-lines", min=0, metavar="N", help="For best: the most lines added in all.", show_default="no limit"
    ),
]
Pages = Annotated[
    str,
    typer.Option(
        "--pages",
        metavar="same|N",
        help="For best: the most pages that the resume may have; points are left out as far as that takes.",
        show_default="no limit",
    ),
]
Cap = Annotated[
    str,
    typer.Option(
        "--cap", metavar="NUMBER=N,…", help="The most points for single experiences: 0=6,2=1", show_default=False
    ),
]
Behind = Annotated[
    str,
    typer.Option(
        "--behind",
        metavar="NUMBER=BULLET,…",
        help="Experiences whose points follow another bullet than the last, by its number in the plan: 0=14",
        show_default=False,
    ),
]
RefuseAnachronisms = Annotated[
    bool,
    typer.Option("--refuse-anachronisms", help="For best: never place a point where its technology did not exist yet."),
]
PerCycle = Annotated[
    int,
    typer.Option("--per-cycle", min=1, metavar="N", help="For cycles: points of each technology to one experience."),
]
OrderName = Literal["grouped", "interleaved", "as-given", "relevance"]
Order = Annotated[
    OrderName,
    typer.Option(
        "--order",
        help="Points within an experience: by technology, technologies in turn, as in the points file, or what the "
        "posting asks for first.",
    ),
]
Experiences = Annotated[
    int | None,
    typer.Option(
        "--experiences", "-n", min=1, metavar="N", help="How many experiences receive points.", show_default="3"
    ),
]
PerExperience = Annotated[
    int | None,
    typer.Option(
        "--per-experience", min=1, metavar="N", help="The most points for one experience.", show_default="no limit"
    ),
]
Include = Annotated[
    str,
    typer.Option(
        "--include",
        metavar="NUMBERS",
        help="Only these experiences, as `inspect` numbers them: 0,2",
        show_default=False,
    ),
]
Exclude = Annotated[
    str, typer.Option("--exclude", metavar="NUMBERS", help="Never these experiences.", show_default=False)
]
PostingFile = Annotated[
    Path | None,
    typer.Option(
        "--posting",
        metavar="FILE",
        help="A job advertisement (.txt, .md, .html, .eml, .docx, .pdf): what it asks for goes first.",
        show_default=False,
    ),
]
NearnessName = Literal["words", "meaning", "model"]
Nearness = Annotated[
    NearnessName,
    typer.Option(
        "--nearness",
        help="For best: how near a point is to an experience and to the posting: by shared words, or also by meaning "
        "(takes the extra `semantic`), or as a language model says (RCP_LLM_URL; points and resume are sent there).",
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help="Accept only the three classic shapes of points.")]
AfterParagraph = Annotated[
    int | None,
    typer.Option(
        "--after-paragraph",
        min=1,
        metavar="N",
        help="Put all points behind paragraph N, whatever the document is; `inspect --paragraphs` numbers them.",
        show_default=False,
    ),
]


def rules_of(
    strategy: Strategy = "auto",
    preset: PresetOption = None,
    experiences: Experiences = None,
    per_experience: PerExperience = None,
    per_technology: PerTechnology = None,
    same_technology: SameTechnology = None,
    most_lines: MostLines = None,
    pages: Pages = "",
    per_cycle: PerCycle = 2,
    include: Include = "",
    exclude: Exclude = "",
    cap: Cap = "",
    quota: Quota = "",
    weights: WeightsOption = "",
    order: Order = "grouped",
    behind: Behind = "",
    refuse_anachronisms: RefuseAnachronisms = False,
) -> "DistributionRules":
    """What the options say; raises the error of wrong usage, and InvalidInput for rules that make no sense."""
    from resume_customizer.core.planning.rules import DistributionRules

    return DistributionRules(
        strategy=strategy,
        preset=preset,
        experiences=experiences,
        points_per_experience=per_experience,
        points_per_technology=per_technology,
        same_technology=same_technology,
        most_lines=most_lines,
        most_pages=pages_of(pages),
        points_per_cycle=per_cycle,
        include=numbers_of(include, "--include"),
        exclude=numbers_of(exclude, "--exclude"),
        caps=pairs_of(cap, "--cap"),
        quotas=counts_of(quota, "--quota"),
        weights=weights_of(weights, preset),
        order=order,
        behind=pairs_of(behind, "--behind"),
        refuse_anachronisms=refuse_anachronisms,
    )


def taking_rules(command: Callable[..., None]) -> Callable[..., None]:
    """The command with the options of rules_of() where its parameter `rules` stands."""
    options = inspect.signature(rules_of).parameters
    parameters: list[inspect.Parameter] = []
    for name, parameter in inspect.signature(command).parameters.items():
        parameters += options.values() if name == "rules" else [parameter]

    @wraps(command)
    def run(**given: Any) -> None:  # noqa: ANN401 - what typer read
        wanted = {name: given.pop(name) for name in options}
        command(**given, rules=rules_of(**wanted))

    run.__dict__["__signature__"] = inspect.Signature(parameters, return_annotation=None)
    run.__annotations__ = {each.name: each.annotation for each in parameters}
    return run


def weights_of(text: str, preset: PresetName | None) -> "Weights | None":
    """`share=1200,words=0` as weights; those that are not named are the preset's."""
    if not text:
        return None
    from dataclasses import asdict

    from resume_customizer.core.planning.objective import PRESETS
    from resume_customizer.core.planning.rules import parse_weights

    return parse_weights(asdict(PRESETS[preset or "balanced"]) | dict(counts_of(text, "--weights")))


def pages_of(text: str) -> int | None:
    """`same` or a number as the most pages; 0 for as many as there are now."""
    if not text:
        return None
    if text.strip().lower() == "same":
        return 0
    if not _is_number(text.strip()) or not int(text):
        raise wrong_usage(f"--pages takes a number of pages, or same for as many as there are now; not {text!r}.")
    return int(text)


def numbers_of(text: str, option: str) -> tuple[int, ...]:
    """`0,2` or `0 2` as numbers."""
    words = text.replace(",", " ").split()
    if not all(_is_number(word) for word in words):
        raise wrong_usage(f"{option} takes numbers of experiences as `inspect` shows them, like 0,2; not {text!r}.")
    return tuple(int(word) for word in words)


def counts_of(text: str, option: str) -> tuple[tuple[str, int], ...]:
    """`Java=3,C++=2` as names and numbers."""
    pairs = [pair.rpartition("=") for pair in text.split(",") if pair.strip()]
    if not all(name.strip() and _is_number(number.strip()) for name, _, number in pairs):
        raise wrong_usage(f"{option} takes names and numbers, like NAME=3,NAME=2; not {text!r}.")
    return tuple((name.strip(), int(number)) for name, _, number in pairs)


def pairs_of(text: str, option: str) -> tuple[tuple[int, int], ...]:
    """`0=6,2=1` as pairs of numbers."""
    pairs = counts_of(text, option)
    if not all(_is_number(name) for name, _ in pairs):
        raise wrong_usage(f"{option} takes numbers of experiences as `inspect` shows them, like 0=6,2=1; not {text!r}.")
    return tuple((int(name), number) for name, number in pairs)


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdecimal() and len(word) < 6
