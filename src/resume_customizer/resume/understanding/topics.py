"""What a part of a resume is about."""

from typing import Literal

from resume_customizer.core.document import SectionKind

Topic = SectionKind | Literal["volunteer"]
"""A section kind, or `volunteer`: a part that is no employment but may hold engagements of the same form."""
