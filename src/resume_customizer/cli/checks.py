"""`verify`, `undo`, `diff`: proof, and the way back."""

from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resume_customizer.cli.exits import BROKEN, wrong_usage
from resume_customizer.cli.files import certificate_beside, read_certificate, write_output
from resume_customizer.cli.options import AsJson
from resume_customizer.cli.screen import count, print_json, say
from resume_customizer.core.errors import ResumeCustomizerError, UnreadableInput, about
from resume_customizer.infrastructure.files import read_file

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from resume_customizer.core.differences import Change

Original = Annotated[Path, typer.Argument(metavar="ORIGINAL", help="The resume as it was.", show_default=False)]
Customized = Annotated[Path, typer.Argument(metavar="CUSTOMIZED", help="The customized resume.", show_default=False)]
CertificateArgument = Annotated[
    Path | None,
    typer.Argument(
        metavar="CERTIFICATE", help="Its certificate; the one beside the file unless given.", show_default=False
    ),
]
CertificateOption = Annotated[
    Path | None, typer.Option("--certificate", metavar="FILE", help="The same, as an option.", show_default=False)
]


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    app.command("verify", cls=kind)(verify)
    app.command("undo", cls=kind)(undo)
    app.command("diff", cls=kind)(diff)


def verify(
    original: Original,
    customized: Customized,
    certificate: CertificateArgument = None,
    certificate_option: CertificateOption = None,
    as_json: AsJson = False,
) -> None:
    """Prove that whole paragraphs were added, and nothing else.

        resume-customizer verify resume.docx customized/resume.docx

    Exit code 0 when the promise holds, 1 when it is broken. A certificate is not needed; when there is one, what it
    states is checked too.
    """
    from resume_customizer.resume.verifier import verify as hold_against

    place = _one_of(certificate, certificate_option) or _existing(certificate_beside(customized))
    before, after = read_file(original), read_file(customized)
    stated = read_certificate(place) if place else None
    with about(original):
        found = hold_against(before, after, stated)
    if as_json:
        print_json(
            {
                "holds": found.holds,
                "problems": list(found.problems),
                "inserted": list(found.inserted),
                "certificate": str(place) if place else None,
            }
        )
    elif found.holds:
        proof = f"also as {place.name} states" if place else "no certificate was needed"
        say(f"The promise holds: {original.name} plus {count(len(found.inserted), 'new paragraph')}; {proof}.", "green")
        for text, times in Counter(found.inserted).items():
            say(f"+ {text}{f' (×{times}: a text box is stored twice)' if times > 1 else ''}", indent=2, hanging=2)
    else:
        say(f"The promise is broken: {customized.name} is not {original.name} plus new lines.", "red")
        for problem in found.problems:
            say(f"- {problem}", indent=2, hanging=2)
        with suppress(ResumeCustomizerError):  # then it is no file that anything could be added to
            if hold_against(after, before).holds:
                say("It holds the other way round: the original is named first, then the customized file.", "yellow")
    if not found.holds:
        raise typer.Exit(BROKEN)


def undo(
    customized: Customized,
    certificate: CertificateArgument = None,
    certificate_option: CertificateOption = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where the original goes.",
            show_default="restored/NAME beside the file",
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Give back the original file, byte for byte.

    resume-customizer undo customized/resume.docx -o resume-again.docx
    """
    from resume_customizer.resume.verifier import undo as take_back

    place = _one_of(certificate, certificate_option) or _existing(certificate_beside(customized))
    if place is None:
        message = "There is no certificate beside it. Name the one that customize wrote: undo CUSTOMIZED CERTIFICATE."
        raise UnreadableInput("no-certificate", message, str(customized))
    target = output or customized.parent / "restored" / customized.name
    content, stated = read_file(customized), read_certificate(place)
    with about(customized):
        original = take_back(content, stated)
    write_output({target: original}, (customized, place), customized)
    if as_json:
        print_json({"output": str(target), "output_sha256": stated.original_sha256})
    else:
        say(f"{target} is the original again, byte for byte.", "green")


def diff(
    original: Original,
    customized: Customized,
    context: Annotated[
        int, typer.Option("--context", "-c", min=0, metavar="N", help="Unchanged lines shown around a change.")
    ] = 2,
    as_json: AsJson = False,
) -> None:
    """Show which lines differ between two versions.

    resume-customizer diff resume.docx customized/resume.docx
    """
    from resume_customizer.core.differences import compare_lines

    changes = compare_lines(_lines(original), _lines(customized))
    if as_json:
        differing = [change for change in changes if change.kind != "kept"]
        print_json({"changes": [_change_to_json(change) for change in differing]})
        return
    added, removed = (sum(change.kind == kind for change in changes) for kind in ("added", "removed"))
    say(f"before  {original}", "red")
    say(f"after   {customized}", "green")
    say(f"{count(added, 'line')} added, {count(removed, 'line')} removed.")
    _show_changes(changes, context)


def _one_of(argument: Path | None, option: Path | None) -> Path | None:
    if argument and option and argument != option:
        raise wrong_usage("Two certificates are given; name one.")
    return argument or option


def _existing(path: Path) -> Path | None:
    return path if path.exists() else None


def _lines(path: Path) -> list[str]:
    """What a reader sees, paragraph by paragraph."""
    from resume_customizer.resume.package import Permissions
    from resume_customizer.resume.reader import open_document

    content = read_file(path)
    with about(path):
        document = open_document(content, Permissions(macros=True, signature=True))
    return [line.text for line in document.lines if not line.fallback]


def _change_to_json(change: "Change") -> dict[str, object]:
    return {
        "kind": change.kind,
        "text": change.text,
        "before": _counted(change.before),
        "after": _counted(change.after),
    }


def _counted(position: int | None) -> int | None:
    return None if position is None else position + 1


def _show_changes(changes: "tuple[Change, ...]", context: int) -> None:
    """Changes with a few unchanged lines around them, as a reader of both versions would go through them."""
    near = set[int]()
    for at, change in enumerate(changes):
        if change.kind != "kept":
            near.update(range(at - context, at + context + 1))
    looks = {"added": ("green",), "removed": ("red",), "kept": ("dim",)}
    signs = {"added": "+ ", "removed": "- ", "kept": "  "}
    last = -1
    for at, change in enumerate(changes):
        if at not in near:
            continue
        if at != last + 1:
            say("  …", "dim")
        say(signs[change.kind] + " ".join(change.text.split()), *looks[change.kind], hanging=2)
        last = at
