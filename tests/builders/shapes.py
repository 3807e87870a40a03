"""Sample resumes in every shape that real documents have, each with its truth.

    the tuples of the modules shapes_*  ->  MAKING  ->  ALL_SHAPES

Names begin with the number of the shape; `shape_named("07-two-columns")` gives one of them.
"""

from builders.shapes_closings import CLOSING_SHAPES
from builders.shapes_dates import DATE_RESUMES
from builders.shapes_headers import HEADER_SHAPES
from builders.shapes_layouts import LAYOUT_SHAPES
from builders.shapes_makers import MAKER_SHAPES
from builders.shapes_markup import MARKUP_SHAPES
from builders.shapes_negatives import NEGATIVE_SHAPES
from builders.sheet import SampleResume, SectionKind, TrueExperience, Truth

__all__ = ["ALL_SHAPES", "MAKING", "SampleResume", "SectionKind", "TrueExperience", "Truth", "shape_named"]

MAKING = (
    *HEADER_SHAPES,
    *CLOSING_SHAPES,
    *LAYOUT_SHAPES,
    *DATE_RESUMES,
    *MARKUP_SHAPES,
    *MAKER_SHAPES,
    *NEGATIVE_SHAPES,
)
"""The functions that make them."""

ALL_SHAPES: tuple[SampleResume, ...] = tuple(sorted((make() for make in MAKING), key=lambda sample: sample.name))


def shape_named(name: str) -> SampleResume:
    """One sample by its name; KeyError when there is none."""
    return {sample.name: sample for sample in ALL_SHAPES}[name]
