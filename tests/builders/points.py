"""Points for tests: small texts in each classic shape, and point banks made without reading any text.

points_text(Java=["Built …"], shape="classic-1")  ->  str
a_bank(java=["Built …"], aws=["Moved …"])  ->  PointBank
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from resume_customizer.core.points import Point, PointBank, TechStack

Shape = Literal["classic-1", "classic-2", "classic-3", "inline", "markdown", "csv"]

SAMPLE_POINTS: dict[str, tuple[str, ...]] = {
    "Java": (
        "Designed microservices in Java 17 that serve 3,000 requests a second.",
        "Replaced thread pools by virtual threads, which halved the number of servers.",
        "Wrote contract tests for 14 services.",
    ),
    "Kafka": (
        "Introduced Kafka topics between billing and shipping.",
        "Cut consumer lag from minutes to seconds by keyed partitions.",
    ),
    "AWS": (
        "Moved nightly jobs to AWS Lambda and Step Functions.",
        "Set up cross-region backups in S3 with lifecycle rules.",
        "Lowered the monthly bill by 22% with Savings Plans.",
    ),
    "C#": ("Built ASP.NET Core services in C# for the partner portal.",),
    "CI/CD": ("Shortened the pipeline from 48 to 11 minutes.", "3.5x faster test runs by sharding."),
}
"""Points that no sample resume says already."""

POINTS_TEXT = "\n".join(
    f"{technology}\n" + "".join(f"•\t{point}\n" for point in points) for technology, points in SAMPLE_POINTS.items()
)
"""Those points as a person types them: classic shape 1."""

FEW_POINTS_TEXT = "Java\n•\tWrote contract tests for 14 services.\n\nKafka\n•\tIntroduced Kafka topics.\n"


def points_text(points: Mapping[str, Sequence[str]], shape: Shape = "classic-1") -> str:
    """The points as text in one of the accepted shapes."""
    return _WRITERS[shape](points)


def a_bank(points: Mapping[str, Sequence[str]] | None = None, **more: Sequence[str]) -> PointBank:
    """A point bank: `a_bank(java=["Built …"])`, or `a_bank({"C#": […]})` for names that are no Python words.

    Lines are numbered as in `points_text` of the classic shape.
    """
    stacks, at = [], 1
    for technology, texts in {**(points or {}), **more}.items():
        stacks.append(TechStack(technology, tuple(Point(text, at + i) for i, text in enumerate(texts, 1))))
        at += len(texts) + 2
    return PointBank(tuple(stacks))


def sample_bank() -> PointBank:
    """All of SAMPLE_POINTS."""
    return a_bank(SAMPLE_POINTS)


def _classic(points: Mapping[str, Sequence[str]], after_heading: str = "", marker: str = "•\t") -> str:
    return "\n".join(
        f"{name}{after_heading}\n" + "".join(f"{marker}{text}\n" for text in texts) for name, texts in points.items()
    )


def _inline(points: Mapping[str, Sequence[str]]) -> str:
    return "".join(f"{name}: {' '.join(f'• {text}' for text in texts)}\n" for name, texts in points.items())


def _markdown(points: Mapping[str, Sequence[str]]) -> str:
    return "\n".join(f"## {name}\n\n" + "".join(f"- {text}\n" for text in texts) for name, texts in points.items())


def _csv(points: Mapping[str, Sequence[str]]) -> str:
    rows = [(name, text) for name, texts in points.items() for text in texts]
    return "technology,point\n" + "".join(f'{name},"{text}"\n' for name, text in rows)


_WRITERS: dict[Shape, Callable[[Mapping[str, Sequence[str]]], str]] = {
    "classic-1": _classic,
    "classic-2": lambda points: _classic(points, after_heading=":"),
    "classic-3": lambda points: _classic(points, marker="• "),
    "inline": _inline,
    "markdown": _markdown,
    "csv": _csv,
}
