"""Tables of points that are kept, and of a workspace's own technologies."""

from typing import Any, Final

from resume_customizer.core.records.banks import BankPoint, PointBank, TechnologyOverride
from resume_customizer.core.records.desk import Consultant
from resume_customizer.infrastructure.sql.kinds import Kind, by

BANKS: Final[tuple[Kind[Any], ...]] = (
    Kind(
        PointBank,
        "point_banks",
        listed=(by(order="name"), by("consultant_id"), by("owner_id")),
        names={"consultant_id": Consultant},
        words=("name",),
    ),
    Kind(
        BankPoint,
        "bank_points",
        unique=(("bank_id", "technology", "text_key"),),
        listed=(
            by("bank_id"),
            by("bank_id", "technology"),
            by("bank_id", "approval"),
            by("approval"),
            by("technology"),
            by("bank_id", order="technology"),
        ),
        names={"bank_id": PointBank},
        words=("technology", "text", "tags"),
    ),
    Kind(TechnologyOverride, "technology_overrides", unique=(("name_key",),), listed=(by(order="name_key"),)),
)
