"""`analyze`: what a posting asks for, with the lines that say so.

FILE | standard input  ->  text  ->  Analysis  ->  text or JSON;  lines of JSON  ->  lines of JSON
"""

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resume_customizer.cli.exits import wrong_usage
from resume_customizer.cli.files import STANDARD_INPUT, answer_lines, name_of, read_any_text
from resume_customizer.cli.options import AsJson, PostingNamed, one_posting
from resume_customizer.cli.screen import print_json, say, show_notices

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from resume_customizer.core.analysis import Analysis, AskedTechnology, Evidence

_GROUPS = (
    ("must", "Must have", "green"),
    ("either", "One of these is enough", "green"),
    ("nice", "Nice to have", "cyan"),
    ("mentioned", "Only mentioned", "dim"),
)
_LONG = 140
"""Characters of a line that is shown whole."""


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    app.command("analyze", cls=kind)(analyze)


def analyze(
    posting: Annotated[
        Path | None,
        typer.Argument(
            metavar="POSTING",
            help="A job advertisement: .txt, .md, .html, .eml, .docx or .pdf; - reads standard input.",
            show_default="-",
        ),
    ] = None,
    named: PostingNamed = None,
    as_lines: Annotated[
        bool,
        typer.Option("--jsonl", help='Read lines {"id", "text"} and print one line of JSON for each, with sentences.'),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Show what a posting asks for: technologies, years, place, terms.

    Must-haves, choices, nice-to-haves and what is only mentioned, each with its line.

    resume-customizer analyze posting.txt
    resume-customizer analyze posting.pdf --json
    cat postings.jsonl | resume-customizer analyze --jsonl
    """
    file = one_posting(posting, named) or STANDARD_INPUT
    if as_lines:
        if as_json:
            raise wrong_usage("--jsonl prints JSON anyway; leave --json out.")
        from resume_customizer.services.documents.analyzing import analyze_line

        answer_lines(file, analyze_line)
        return
    from dataclasses import replace

    from resume_customizer.core.posting import analyze_posting

    read = read_any_text(file, "posting")
    analysis = analyze_posting(read.text)
    analysis = replace(analysis, notices=(*read.notices, *analysis.notices))
    if as_json:
        from resume_customizer.services.documents.analyzing import analysis_to_json

        print_json(analysis_to_json(analysis))
    else:
        _show(name_of(file), analysis)


def _show(name: str, analysis: "Analysis") -> None:
    say(analysis.title.value if analysis.title else name, "bold")
    facts = [
        each.value
        for each in (analysis.seniority, analysis.location, analysis.remote, analysis.rate, analysis.duration)
        if each
    ]
    if analysis.years:
        facts.append(f"{_years(float(analysis.years.value))} overall")
    if facts:
        say(" · ".join(facts), indent=2, hanging=2)
    if analysis.tax_terms:
        say(f"Terms: {', '.join(each.value for each in analysis.tax_terms)}", indent=2, hanging=2)
    for kind, title, colour in _GROUPS:
        _show_group(title, colour, [each for each in analysis.technologies if _kind_of(each) == kind], analysis)
    if analysis.refused:
        say()
        say("Not wanted", "bold", "yellow")
        for each in analysis.refused:
            say(each.value, indent=2)
            say(_quoted(each.evidence, analysis), "dim", indent=4, hanging=2)
    if not analysis.technologies:
        say()
        say("No technology that is known is named.", "yellow", indent=2)
    show_notices(analysis.notices)


def _kind_of(technology: "AskedTechnology") -> str:
    from resume_customizer.services.documents.analyzing import requirement_of

    return requirement_of(technology)


def _show_group(title: str, colour: str, asked: "list[AskedTechnology]", analysis: "Analysis") -> None:
    """The technologies of one kind, those of one line together."""
    if not asked:
        return
    say()
    say(title, "bold", colour)
    ordered = sorted(asked, key=lambda each: (each.evidence[0].line, each.group or 0))
    for (line, group), row in groupby(ordered, key=lambda each: (each.evidence[0].line, each.group)):
        members = list(row)
        joined = _joined(list(map(_named, members)), "or" if group is not None else "")
        others = sorted({place.line for each in members for place in each.evidence} - {line})
        also = f" (also in line{'s' if len(others) > 1 else ''} {', '.join(map(str, others[:8]))})" if others else ""
        say(joined, indent=2, hanging=2)
        say(f"{_quoted(members[0].evidence[0], analysis)}{also}", "dim", indent=4, hanging=2)


def _quoted(place: "Evidence", analysis: "Analysis") -> str:
    """The line that says it; of a long one, the sentence."""
    text = place.text
    if len(text) > _LONG:
        text = next((each.text for each in analysis.sentences if each.start <= place.start < each.end), text)
    return f"line {place.line}: “{text if len(text) <= 2 * _LONG else text[: 2 * _LONG] + ' …'}”"


def _joined(names: list[str], word: str) -> str:
    return f"{', '.join(names[:-1])} {word} {names[-1]}" if word and len(names) > 1 else ", ".join(names)


def _named(technology: "AskedTechnology") -> str:
    return f"{technology.name} ({_years(technology.years)})" if technology.years else technology.name


def _years(number: float) -> str:
    return f"{number:g}+ {'year' if number == 1 else 'years'}"
