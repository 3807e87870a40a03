"""Re-apply a customization to a new version of the resume.

    customized + certificate (or the old resume)  ->  old resume, insertions  ->  plan for the new one  ->  carry_out()

Everything behind the plan is the normal road: its checks, the writer, the certificate.
"""

from collections import Counter
from dataclasses import dataclass, replace
from hashlib import sha256

from resume_customizer.core.certificate import Certificate
from resume_customizer.core.document import ResumeDocument
from resume_customizer.core.errors import Conflict, InvalidInput, PromiseBroken, RefusedInput
from resume_customizer.core.planning.plan import Placement
from resume_customizer.core.planning.reapplying import Carried, Outcome, Reapplied, reapply
from resume_customizer.core.planning.similarity import index_lines, text_key
from resume_customizer.resume.package import NO_PERMISSIONS, Permissions
from resume_customizer.resume.reader import anchor_at, open_document, read_resume
from resume_customizer.resume.verifier import undo, verify
from resume_customizer.services.documents.customizing import Customized, carry_out, make_plan
from resume_customizer.services.documents.instructions import Instructions

_ANY = Permissions(macros=True, signature=True)


@dataclass(frozen=True, slots=True)
class Reapplication:
    """What was done to the new version, and what became of each insertion."""

    done: Customized
    outcomes: tuple[Outcome, ...]
    tracked: bool
    """The old customization was written as tracked changes."""
    edited: bool
    """The customized file was changed by hand since."""

    @property
    def counts(self) -> dict[str, int]:
        """How many insertions ended in which way; ways that did not occur are left out."""
        return dict(Counter(each.status for each in self.outcomes))


def reapply_to(
    customized: bytes,
    new_base: bytes,
    certificate: Certificate | None = None,
    old_base: bytes | None = None,
    permissions: Permissions = NO_PERMISSIONS,
) -> Reapplication:
    """Carry the insertions of `customized` over to `new_base`; raises Conflict that says what else is needed."""
    edited = certificate is not None and sha256(customized).hexdigest() != certificate.customized_sha256
    base = old_base if old_base is not None else _old_base(customized, certificate)
    old, new = read_resume(base, _ANY), read_resume(new_base, permissions)
    if certificate is not None:
        if old.sha256 != certificate.original_sha256:
            raise Conflict("other-original", "The old version is not the one that the certificate was made for.")
        insertions = _certified(certificate, read_resume(customized, _ANY) if edited else None)
    else:
        insertions = _compared(base, customized, old)
    reapplied = _settled(new_base, new, reapply(old, new, insertions), permissions)
    sources = [point.source for point in certificate.points if point.source] if certificate else []
    instructions = Instructions(plan=reapplied.plan, permissions=permissions, source=sources[0] if sources else "")
    done = carry_out(new_base, make_plan(new_base, instructions), instructions)
    return Reapplication(done, reapplied.outcomes, certificate is not None and certificate.tracked, edited)


def _old_base(customized: bytes, certificate: Certificate | None) -> bytes:
    if certificate is None:
        message = "There is no certificate of this file. Give the version that it was made from: --old-base FILE."
        raise Conflict("no-certificate", message)
    try:
        return undo(customized, certificate)
    except PromiseBroken as fault:
        message = f"{fault.message} Give the version that it was made from: --old-base FILE."
        raise Conflict("edited-since", message) from None


def _certified(certificate: Certificate, edited: ResumeDocument | None) -> tuple[Carried, ...]:
    """The insertions as certified; one that a person has since taken out of the file by hand stays out."""
    said = index_lines(edited.lines) if edited else None
    return tuple(
        Carried(
            each.text,
            each.technology,
            each.line,
            each.experience,
            each.after,
            each.rule,
            each.reason,
            "it was taken out of the customized file or reworded by hand" if said and not said.find(each.text) else "",
        )
        for each in certificate.points
    )


def _compared(base: bytes, customized: bytes, old: ResumeDocument) -> tuple[Carried, ...]:
    """The insertions without a certificate, found by holding both versions against each other."""
    found = verify(base, customized)
    if not found.holds:
        message = (
            "Without its certificate, only a file that is its old version plus new lines can be re-applied; "
            f"here {found.problems[0]}."
        )
        raise Conflict("not-additive", message)
    left = Counter(dict.fromkeys(map(text_key, found.inserted), 1))
    after_of = {}
    for index, experience in enumerate(read_resume(customized, _ANY).experiences):
        last = ""
        for bullet in experience.bullets:
            if left[text_key(bullet.text)] > 0:
                after_of[text_key(bullet.text)] = (index if index < len(old.experiences) else -1, last)
            else:
                last = bullet.text
    texts = {text_key(text): text for text in found.inserted}
    return tuple(Carried(text, "", 0, *after_of.get(key, (-1, "")), "by hand") for key, text in texts.items())


def _settled(content: bytes, new: ResumeDocument, made: Reapplied, permissions: Permissions) -> Reapplied:
    """Places where the document itself allows no new bullet become the end of their experience."""
    opened = open_document(content, permissions)
    rows: list[Placement] = []
    refused: dict[str, str] = {}
    for row in made.plan.placements:
        models = tuple(bullet.paragraph for bullet in new.experiences[row.experience].bullets)
        try:
            if row.after is not None:
                anchor_at(opened, row.after, models)
            rows.append(row)
        except (InvalidInput, RefusedInput) as fault:
            rows.append(replace(row, after=None))
            why = fault.message.rstrip(".")
            refused[row.point] = f"no bullet can follow the one it followed ({why}); it stands last"
    outcomes = tuple(
        replace(each, status="moved", reason=refused[each.point]) if each.point in refused and each.now else each
        for each in made.outcomes
    )
    return Reapplied(replace(made.plan, placements=tuple(rows)), outcomes)
