"""What a workspace has agreed on for its desk: when a right to represent is needed, how long a line counts as sent.

    settings of the workspace  ->  read_policy()  ->  DeskPolicy  ->  needs_right()

Promises (tests in tests/core/test_desk_policy.py):

* What is set reads back as it was set; what makes no sense is refused with its name.
* Without any setting, a right to represent is needed as soon as a vendor stands between.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Final

from resume_customizer.core.errors import InvalidInput

RIGHTS: Final = ("always", "with-vendor", "never")
SETTING: Final = "desk"
"""Its name among the settings of a workspace."""


@dataclass(frozen=True, slots=True)
class DeskPolicy:
    """What holds in a workspace."""

    is_career_service: bool = False
    """People are looked after by advisers, and each adviser sees their own."""
    right_to_represent: str = "with-vendor"
    """When a submission needs one: `always`, `with-vendor` or `never`."""
    needs_proof: bool = False
    """Whether the right to represent needs a file that proves it."""
    needs_sign_off: bool = False
    """Whether the consultant has to stand behind each added point before it is sent."""
    similarity_days: int = 90
    """For how long a line that was sent to a client or vendor counts."""

    def needs_right(self, *, has_vendor: bool) -> bool:
        """Whether a submission needs a right to represent."""
        return self.right_to_represent == "always" or (self.right_to_represent == "with-vendor" and has_vendor)


def read_policy(values: Mapping[str, Any], before: DeskPolicy | None = None) -> DeskPolicy:
    """The policy with these values; raises InvalidInput for one that makes no sense."""
    known = {each.name: each for each in fields(DeskPolicy)}
    wrong = [name for name, value in values.items() if not _fits(name, value, known)]
    if wrong:
        message = f"Not a usable setting of the desk: {', '.join(name[:60] for name in wrong)}."
        raise InvalidInput("bad-policy", message)
    return replace(before or DeskPolicy(), **values)


def policy_to_json(policy: DeskPolicy) -> dict[str, Any]:
    """The policy as it is kept."""
    return asdict(policy)


def _fits(name: str, value: object, known: Mapping[str, Any]) -> bool:
    if name not in known:
        return False
    if name == "right_to_represent":
        return value in RIGHTS
    if name == "similarity_days":
        return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 3650
    return isinstance(value, bool)
