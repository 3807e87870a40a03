"""Sentences of the core, in the language of who reads them: reasons of a plan, remarks of a reader, places in a text.

"Kafka is named in line 3; newest experience, 2 of 6 points."  ->  sentence()  ->  the same in the reader's language

The core speaks English and knows no other language; plans keep its sentences. Here stand the forms that they have, with
places for what changes; errors have theirs in resume_customizer.ui.error_sentences.

Promises (tests in tests/ui/test_sentences.py):

* What the sample and every kind of resume of ours bring up has its form, in every language.
* A sentence that has no form is shown whole, as it is: none is translated by halves.
"""

from functools import lru_cache
from typing import Final

from resume_customizer.ui.sentence_forms import Forms
from resume_customizer.ui.texts import language, marked

SENTENCES: Final = (
    # why a point stands where it does
    marked("{name} is named in {where}"),
    marked("{relative}, a relative of {name}, is named in {where}"),
    marked("this experience (“{line}”)"),
    marked("this experience's {label} line"),
    marked("this experience's role"),
    marked("it shares {words} and {last} with this experience"),
    marked("it shares {word} with this experience"),
    marked("it is about leading, as the role is"),
    marked("it is about leading, and the role is a junior one"),
    marked("its meaning is near ({near}) to a line there"),
    marked("its meaning is near ({near}) to what the posting asks for"),
    marked("newest experience"),
    marked("second newest experience"),
    marked("third newest experience"),
    marked("{n}th newest experience"),
    marked("newest experience that can take points ({why})"),
    marked("“{title}” can't: {why}"),
    marked("dealt in turn"),
    marked("dealt in cycles"),
    marked("{n} of {all} point"),
    marked("{n} of {all} points"),
    marked("the posting asks for {name} in line {n}"),
    marked("the posting welcomes {name} in line {n}"),
    marked("the posting names {name} in line {n}"),
    marked("the posting asks for {name}, a relative of {other}, in line {n}"),
    marked("the posting welcomes {name}, a relative of {other}, in line {n}"),
    marked("the posting names {name}, a relative of {other}, in line {n}"),
    marked("but {why}"),
    marked("{name} came out in {year} ({source}), and this experience ended in {end}"),
    marked("{name} ended in {year} ({source}), and this experience began in {start}"),
    marked("Moved here by hand."),
    marked("Moved back to the usual place by hand."),
    marked("Put in this order by hand."),
    marked("Put here by hand."),
    marked("Put here by hand; it had been left out ({code})."),
    marked("Added by hand."),
    # why it stands nowhere
    marked("Left out by hand."),
    marked("The resume says this already: “{line}”"),
    marked("Says the same as the point in line {n}: “{text}”"),
    marked("Refused everywhere: {why}."),
    marked("No room: 1 point of this technology is placed, and more were not wanted."),
    marked("No room: {count} points of this technology are placed, and more were not wanted."),
    marked("No room: the one experience that receives has 1 point already."),
    marked("No room: the one experience that receives has {count} points already."),
    marked("No room: the {n} experiences that receive have 1 point each already."),
    marked("No room: the {n} experiences that receive have {count} points each already."),
    marked("No room: the {n} experiences that receive have as many points as they may already."),
    marked("No room: at most 1 line may be added, and other points make more of them."),
    marked("No room: at most {count} lines may be added, and other points make more of them."),
    marked("No room: where there is room, the limits asked for keep it out."),
    marked("{why} The posting does not name {name}, so others went first."),
    marked("It is only listed, no experience shows it. {why}"),
    marked("A point that names it was left out: “{text}” {why}"),
    marked("1 point stands under its heading, but the words do not name it."),
    marked("{count} points stand under its heading, but the words do not name it."),
    marked("No point names it."),
    marked("The resume has no experience that a point could go under."),
    marked("Every experience is excluded."),
    marked("No experience can take a point. {why}"),
    # remarks about a resume
    marked("“{title}” (experience {n}) can't take points: {why}."),
    marked("no bullet can be added safely"),
    marked("it has no line that a bullet could follow"),
    marked("it is a PDF, in which nothing can be put between lines; use the Word file (.docx) it came from"),
    marked("“{title}” (experience {n}) was read with doubt (confidence {confidence}); check the points there."),
    marked("“{title}” stands in a text box; after adding points, see whether it is still tall enough."),
    marked("The marks of “{title}” stand in a table column of their own; put one beside each added point."),
    marked("This was taken for an experience, but not surely: please check it."),
    marked("Which is the role and which the organization was not told for sure: please check both."),
    marked("This experience has no bullets yet."),
    marked("No experience was found in this document."),
    marked("The file holds macros; they were kept byte for byte and not run."),
    marked("The file holds ActiveX controls; they were kept byte for byte and not run."),
    marked("The file was digitally signed; the customized one no longer is."),
    marked("The file refers to content outside of it ({kinds}); that was kept and not fetched."),
    marked("The file holds embedded objects; they were kept and not opened."),
    marked("The file holds text in another format (altChunk); it was kept and not read."),
    marked(
        "A PDF holds no paragraphs, so that bullets and headings were told by their words alone. "
        "It can be read, not customized."
    ),
    # remarks about points
    marked("“{text}”: {why}."),
    marked("the same point as in line {n}; kept once: {text}"),
    marked("the same point stands under {technology} (line {n}) too; both are kept: {text}"),
    marked("this line has no bullet; read as a point of its own"),
    marked("no points follow the heading {heading}"),
    marked("no point was found; a technology and its points were expected"),
    marked("1 point stands here under no heading; a technology's name was expected before"),
    marked("{count} points from here on stand under no heading; a technology's name was expected before"),
    marked("1 point stands here in Markdown's **, which was taken out"),
    marked("{count} points from here on stand in Markdown's **, which was taken out"),
    marked("the file is not UTF-8; it was read as Windows-1252: check letters with accents and quotes"),
    marked("{count} characters that a document can't hold were removed ({kinds})"),
    marked("{why}; left out: {text}"),
    marked("a point is a text"),
    marked("a group of technologies"),
    marked("a comment"),
    marked("a label, not a technology"),
    marked("reads as talk, not as a point"),
    marked("a row without a point"),
    marked("columns that hold neither technologies nor points"),
    marked("read as the names of columns"),
    marked("not a technology and not a point"),
    marked("not a technology and not a point (up to line {n})"),
    marked("Taken out of the plan by hand: {text}"),
    marked("Not in the points, put into the plan by hand: {text}"),
    marked("the mail itself says little, so that what it quotes was read as the posting"),
    # where it is
    marked("line {n}"),
    marked("paragraph {n}"),
    marked("experience {n}"),
    marked("{begin} – present"),
)
REASONS: Final = Forms(SENTENCES)


def sentence(text: str) -> str:
    """A sentence of the core in the language that is spoken."""
    return text if language() == "en" else _told(language(), text) or text


def remark(message: str, where: str) -> str:
    """What a reader noticed, behind its place if it has one."""
    return f"{sentence(where)}: {sentence(message)}" if where else sentence(message)


@lru_cache(4096)
def _told(_language: str, text: str) -> str:
    """Empty when it has no form."""
    return REASONS.told(text)
