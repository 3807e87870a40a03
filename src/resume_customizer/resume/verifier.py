"""Prove that a customized file is its original plus whole new paragraphs, and get the original back.

    original + customized (+ Certificate)  ->  verify()  ->  Verification
    customized + Certificate               ->  undo()    ->  the original, byte for byte

Needs no server and, to verify, no certificate: what was inserted is found by holding both story parts
against each other.

Promises:

* Whatever differs from “the original plus whole new paragraphs” is named as a problem.
* Whatever a certificate states is checked: digests, byte ranges, sentences, and that the original can be rebuilt.
"""

from dataclasses import dataclass
from hashlib import sha256

from resume_customizer.core.certificate import Certificate
from resume_customizer.core.errors import InvalidInput, PromiseBroken, UnreadableInput
from resume_customizer.resume.additions import find_additions
from resume_customizer.resume.archive import Archive, Member, open_archive
from resume_customizer.resume.archive_splicing import with_payload
from resume_customizer.resume.package import STORY_LIMIT, Permissions, open_package
from resume_customizer.resume.writer import is_without

_ANY = Permissions(macros=True, signature=True)
_LARGEST = 0xFFFFFFFE
"""What the 32-bit fields of a ZIP hold; one more means that the number stands elsewhere."""
_LONGEST_NAME = 200
"""Characters that are shown of a part's name."""


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
        if story is None:
            return Verification(False, tuple(problems), ())
        if story.size > 2 * STORY_LIMIT:
            return Verification(False, ("the customized text is far larger than any that is accepted",), ())
        changed = after.read(story)
        additions = find_additions(before.archive.read(before.story), changed)
        problems += additions.problems
        if certificate is not None:
            problems += _certificate_problems(before.archive, after, story, certificate)
            problems += _text_problems(additions.texts, certificate)
    except InvalidInput as fault:
        return Verification(False, (f"the customized file can't be read: {fault.message}",), ())
    return Verification(not problems, tuple(problems), additions.texts)


def undo(customized: bytes, certificate: Certificate) -> bytes:
    """The original file, byte for byte; raises PromiseBroken when file and certificate don't belong together."""
    if sha256(customized).hexdigest() != certificate.customized_sha256:
        raise PromiseBroken("other-file", "The certificate is not for this file, or the file was changed since.")
    archive = open_archive(customized)
    member = archive.by_name.get(certificate.story_part)
    if member is None:
        raise UnreadableInput(
            "bad-certificate", f"The certificate names a part that the file lacks: {_shown(certificate.story_part)}."
        )
    stored = certificate.restore
    if not (0 <= stored.crc <= _LARGEST and 0 <= stored.size <= _LARGEST):
        raise UnreadableInput("bad-certificate", "The certificate states sizes that no file has.")
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


def _certificate_problems(before: Archive, after: Archive, story: Member, certificate: Certificate) -> list[str]:
    """Everything that the certificate states must be so."""
    if sha256(before.content).hexdigest() != certificate.original_sha256:
        return ["the certificate is for another original"]
    if sha256(after.content).hexdigest() != certificate.customized_sha256:
        return ["the certificate is for another customized file"]
    original = before.by_name[story.name]
    problems = []
    if certificate.story_part != story.name:
        problems.append(f"the certificate is for the part {_shown(certificate.story_part)}")
    if not is_without(after.read(story), certificate.insertions, before.read(original)):
        problems.append("without the certified insertions the text is not the original")
    stored = certificate.restore
    if (stored.payload, stored.crc, stored.size) != (before.payload(original), original.crc, original.size):
        problems.append("the original can't be rebuilt from the certificate")
    stated = {part.name: (part.sha256_before, part.sha256_after) for part in certificate.parts}
    for member in after.members:
        was = before.by_name.get(member.name)
        found = was and (sha256(before.read(was)).hexdigest(), sha256(after.read(member)).hexdigest())
        if stated.get(member.name) != found:
            problems.append(f"{member.name} is not as certified")
    return problems


def _text_problems(inserted: tuple[str, ...], certificate: Certificate) -> list[str]:
    """Each new paragraph must say its certified sentence, and none more."""
    order = sorted(certificate.insertions, key=lambda each: each.start)
    if len(order) != len(inserted):
        return [f"the certificate names {len(order)} new paragraphs; there are {len(inserted)}"]
    points = certificate.points
    return [
        f"a new paragraph does not say what is certified: {text[:60]!r}"
        for text, insertion in zip(inserted, order, strict=True)
        if not (0 <= insertion.point < len(points) and text.endswith(points[insertion.point].text))
    ]


def _shown(name: str) -> str:
    """A name that a certificate gives: it could steer a terminal, and have no end."""
    return "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in name[:_LONGEST_NAME])
