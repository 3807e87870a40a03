"""Prove that a customized file is its original plus whole new paragraphs, and get the original back.

    original + customized (+ Certificate)  ->  verify()  ->  Verification
    customized + Certificate               ->  undo()    ->  the original, byte for byte

Needs no server and, to verify, no certificate: what was inserted is found by holding both story parts
against each other.
"""

from dataclasses import dataclass
from hashlib import sha256

from resume_customizer.core.certificate import Certificate
from resume_customizer.core.errors import PromiseBroken, UnreadableInput
from resume_customizer.resume.additions import find_additions
from resume_customizer.resume.archive import Archive, Member, open_archive, with_payload
from resume_customizer.resume.package import Permissions, open_package
from resume_customizer.resume.writer import is_without

_ANY = Permissions(macros=True, signature=True)


@dataclass(frozen=True, slots=True)
class Verification:
    """Whether the promise holds, what breaks it, and the sentences that were inserted."""

    holds: bool
    problems: tuple[str, ...]
    inserted: tuple[str, ...]


def verify(original: bytes, customized: bytes, certificate: Certificate | None = None) -> Verification:
    """Hold the customized file against its original, and against its certificate when there is one.

    Raises UnreadableInput when the original can't be read; whatever is wrong with the customized file is a problem.
    """
    before = open_package(original, _ANY)
    try:
        after = open_archive(customized)
        problems = _member_problems(before.archive, after, before.story)
        story = after.by_name.get(before.story.name)
        changed = after.read(story) if story else b""
    except UnreadableInput as fault:
        return Verification(False, (f"the customized file can't be read: {fault.message}",), ())
    if story is None:
        return Verification(False, tuple(problems), ())
    additions = find_additions(before.archive.read(before.story), changed)
    problems += additions.problems
    if certificate is not None:
        problems += _certificate_problems(original, customized, changed, certificate, before.archive.read(before.story))
    return Verification(not problems, tuple(problems), additions.texts)


def undo(customized: bytes, certificate: Certificate) -> bytes:
    """The original file, byte for byte; raises PromiseBroken when file and certificate don't belong together."""
    if sha256(customized).hexdigest() != certificate.customized_sha256:
        raise PromiseBroken("other-file", "The certificate is not for this file, or the file was changed since.")
    archive = open_archive(customized)
    member = archive.by_name.get(certificate.story_part)
    if member is None:
        raise UnreadableInput(
            "bad-certificate", f"The certificate names a part that the file lacks: {certificate.story_part}."
        )
    stored = certificate.restore
    original = with_payload(archive, member, stored.payload, stored.crc, stored.size)
    if sha256(original).hexdigest() != certificate.original_sha256:
        raise PromiseBroken("not-the-original", "The original can't be rebuilt from this certificate: it was changed.")
    return original


def _member_problems(before: Archive, after: Archive, story: Member) -> list[str]:
    """Other members than the story part must be there, in order, with the same packed bytes."""
    names_before, names_after = [m.name for m in before.members], [m.name for m in after.members]
    problems = [f"{name} is gone" for name in names_before if name not in after.by_name]
    problems += [f"{name} is new" for name in names_after if name not in before.by_name]
    if not problems and names_before != names_after:
        problems.append("the parts stand in another order")
    for member in before.members:
        other = after.by_name.get(member.name)
        if other is None or member.name == story.name:
            continue
        if after.payload(other) != before.payload(member) and after.read(other) != before.read(member):
            problems.append(f"{member.name} was changed")
    return problems


def _certificate_problems(
    original: bytes, customized: bytes, story: bytes, certificate: Certificate, original_story: bytes
) -> list[str]:
    """Everything that the certificate states must be so."""
    problems = []
    if sha256(original).hexdigest() != certificate.original_sha256:
        problems.append("the certificate is for another original")
    if sha256(customized).hexdigest() != certificate.customized_sha256:
        problems.append("the certificate is for another customized file")
    if not problems and not is_without(story, certificate.insertions, original_story):
        problems.append("without the certified insertions the text is not the original")
    if not problems:
        digests = {part.name: part.sha256_after for part in certificate.parts}
        archive = open_archive(customized)
        problems += [
            f"{member.name} is not as certified"
            for member in archive.members
            if digests.get(member.name) != sha256(archive.read(member)).hexdigest()
        ]
    return problems
