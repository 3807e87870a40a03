"""What the headings and labels of a posting announce: requirements, wishes, duties, benefits, facts.

    "What you'll need:"  ->  find_heading()  ->  Heading("must", 17)
    "Location: Leeds"    ->  find_heading()  ->  Heading("fact", 10, "location")

Promises (tests in tests/core/posting/test_headings.py):

* A heading is known with its usual words around it, in any case, with or without marks and colon.
* A sentence that only holds such a word is no heading.
"""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

Kind = Literal["unknown", "must", "nice", "duties", "stack", "company", "benefits", "equal", "apply", "fact", "title"]
"""What the lines under a heading are about."""

LONGEST = 80
"""Characters of the longest heading."""


class Heading(NamedTuple):
    """What a line announces."""

    kind: Kind
    end: int
    """Where it ends and what it announces begins, in the line; the line's length for one that stands alone."""
    label: str = ""
    """The words of a label (`location`), in lower case."""


_WORDS: dict[Kind, str] = {
    "equal": "equal|eeo|eoe|diversity|inclusion|accommodations?|disclaimer|privacy|accessibility|gdpr",
    "nice": "nice|prefer(?:red|ably|ences?)?|desir(?:ed|able)|bonus(?! and| &)|plus(?:es)?|optional"
    "|good to have|great if|great to have|wish"
    "|wish list|extra points|beneficial|advantages?|advantageous|stand out|even better|ideally"
    "|icing|additional skills|assets"
    "|additional qualifications|additional experience|would love|would be an?|would help|von"
    " vorteil|wünschenswert|pluspunkte?"
    "|idealerweise|serait un|atouts?|deseables?|valorable",
    "benefits": "benefits?|perks?|we offer|our offer|what we provide|why (?:join|work|us|you)|in it for you"
    "|you get|you receive|you enjoy"
    "|you(?:'ll| will) (?:get|receive|enjoy)|compensation|we give|rewards?|our promise|wir"
    " bieten|nous offrons|avantages|ofrecemos|se ofrece",
    "apply": "(?:to|how|please) apply|apply (?:now|here|today)|(?:application|interview|hiring"
    "|recruitment|selection) process|next steps"
    "|contact|contact us|bewerbung",
    "must": "profile|require[sd]?|requirements?|qualif\\w*|must|mandatory|essentials?|minimum|skills?"
    "|skillset|need|needed|bring|who you are|about you"
    "|your (?:profile|background|experience|expertise|strengths)|you have|you are|looking for"
    "|seeking|seek|experience|expertise"
    "|knowledge|competenc\\w*|ideal candidate|candidate profile|successful candidate|what it"
    " takes|prerequisites|you've|you should"
    "|you know|education|certifications?|proficienc\\w*|eligibility|criteria|anforderungen"
    "|profil|voraussetzungen|das bringst du"
    "|qualifikation(?:en)?|compétences|requisitos|requerimientos",
    "stack": "stack|technolog\\w*|environment|tools|tooling|toolset|toolbox|we use|we work with",
    "duties": "responsib\\w*|duties|you'll|you will|your (?:role|tasks|mission|job|day|impact|work|challenge)"
    "|the (?:role|job|position|opportunity)|day[- ]to[- ]day|typical day|tasks"
    "|accountabilit\\w*|in this role|overview|description"
    "|summary|mission|scope of|project|(?:role|job|position|work) (?:purpose|details|profile"
    "|scope)|aufgaben|missions|funciones",
    "company": "about|who we are|company|our (?:team|story|culture|mission|values|client|people)|(?:the"
    "|your) team|meet|über uns|unternehmen",
}
_KINDS = tuple((kind, re.compile(rf"\b(?:{words})\b")) for kind, words in _WORDS.items())
"""In this order: what says "nice to have" is no plain requirement, whatever else it says."""
_ALONE = re.compile(
    r"(?:(?:the|your|our|key|core|main|basic|minimum|must[- ]have|required|mandatory|essential"
    r"|technical|job|role|position|preferred|desired|"
    r"desirable|optional|additional|primary|secondary|general|major|other|soft|hard|professional"
    r"|nice[- ]to[- ]have|bonus|further|"
    r"candidate|specific|top|work|expected|project|special|personal|relevant|education(?:al)?"
    r"|skills?|experience|and|&|/|,) ?)*"
    r"(?:requirements?|qualifications?|responsibilit(?:y|ies)|duties|skills?(?: ?set| required|"
    r" needed| and abilities)?|skillset|experience|experience required|"
    r"education|competenc(?:y|ies)|expertise|knowledge|benefits|perks|description|summary"
    r"|overview|nice[- ]to[- ]haves?|must[- ]haves?|"
    r"bonus(?: points)?|pluses|tech(?:nology|nical)? stack|stack|technologies|environment|tools"
    r"|certifications?|essentials|"
    r"tasks|accountabilities|profile|mission|criteria|prerequisites|assets|preferred|required|desired|desirable)"
    r"|what (?:you(?:'ll| will)? (?:need|bring|do|be doing|have|offer|get|work on|know)"
    r"|you(?:'ll| will) (?:bring|need|be doing)(?: to the (?:table|team|role))?"
    r"|we offer(?: you)?|we(?:'re| are) looking for|we need|we expect|we provide|we do|we use|it"
    r" takes|(?:is|'s) in it for you|makes you (?:a great fit|stand out))"
    r"|who (?:you|we) are|who we(?:'re| are) looking for|about (?:you|us|the (?:role|job|team"
    r"|company|position|project|client))|in this role,? you(?:'ll| will)"
    r"|you (?:will|have|are|bring|should have|must have|may also have|might also have)|we"
    r" offer(?: you)?|why (?:join us|us|work (?:for|with) us|work here)"
    r"|how to apply|how you(?:'ll| will) (?:make an impact|stand out)|how we work|our (?:offer"
    r"|team|culture|values|mission|story|company|tech stack|stack|client)"
    r"|(?:the|your) (?:role|job|team|position|opportunity|company|profile|tasks|mission"
    r"|background|responsibilities|day|challenge|skills|experience)"
    r"|job (?:description|requirements|benefits|summary|purpose|duties)|company (?:description"
    r"|overview|profile)|good to have|great to have|equal opportunity(?: employer)?"
    r"|eeo(?: statement)?|diversity (?:and|&) inclusion|you(?:'ll| will) get extra points for(?:"
    r" the following)?|day[- ]to[- ]day|it(?:'s| is| would be) (?:a plus|great|nice) if you(?:"
    r" have)?"
    r"|anforderungen|(?:dein|ihr) profil|(?:deine|ihre) aufgaben|aufgaben|voraussetzungen|wir"
    r" bieten(?: dir| ihnen)?|das bringst du mit|von vorteil|pluspunkte|über uns"
    r"|profil recherché|compétences(?: requises)?|missions|vos missions|nous offrons|requisitos"
    r"|deseable|funciones|ofrecemos"
)
"""Headings that are known without a colon or a mark, when nothing else stands in their line."""
_FACTS = re.compile(
    r"(?:work |job |client |office |primary )?locations?(?: options)?|work(?:ing)? (?:mode|model"
    r"|site|arrangement|type)|work ?place|place of work|based in|onsite/remote|remote|"
    r"(?:contract |project |assignment )?(?:duration|length|term|period)|(?:hourly |pay |bill "
    r"|max |day )?rate(?: range)?|salary(?: range)?|pay(?: range)?|budget|"
    r"(?:employment|job|position|contract|hire|engagement) ?types?|type(?: of (?:employment"
    r"|contract|hire))?|terms?|tax terms?|visas?(?: type)?|work authori[sz]ation|start(?: date)?"
    r"|"
    r"(?:end |direct )?client|vendor|prime vendor|implementation partner|company(?: name| size|"
    r" type)?|employer|industry|domain|department|reports to|reference|job id|req(?:uisition)?"
    r" id|"
    r"interview(?: mode| type)?|(?:experience|seniority) level|seniority|level|date posted"
    r"|posted|openings|positions|number of positions|priority|email|e-mail|phone|tel|mobile|fax"
    r"|web|website|"
    r"linkedin|from|to|cc|sent|date|likes|hours|shift|schedule|travel|deadline|closing date"
    r"|category|source|status|language|recruiter|contact person|name|address|mail|call"
)
_TITLES = re.compile(
    r"(?:job |position |role |posting )?title|position(?: name)?|role(?: name)?|job|vacancy"
    r"|opening|subject|hiring|re|fwd?"
)
_LONGEST_LABEL = 64
_MARKS = " \t\xa0*_#•·●▪■◦–—-=~>▶►✔✅→»|[]【】"
_SPACES = re.compile(r"\s+")


def find_heading(line: str, *, is_item: bool = False) -> Heading | None:
    """What a line, or the label at its beginning, announces; None when it is ordinary text or an unknown label."""
    colon = line.find(":", 0, _LONGEST_LABEL)
    if colon > 0 and line[colon : colon + 3] != "://":
        label = line[:colon].strip(_MARKS)
        if label and "\n" not in label:
            return _labelled(line, label, colon + 1)
    if is_item or len(line) > LONGEST:
        return None
    kind = _kind_of_bare(line.strip(_MARKS))
    return None if kind is None else Heading(kind, len(line))


def _labelled(line: str, label: str, end: int) -> Heading | None:
    while line[end : end + 1] in ("*", "_"):
        end += 1
    alone = not line[end:].strip(_MARKS)
    found = _kind_of_label(label)
    if found is None:
        return None
    kind, name = found
    if alone:
        return Heading(kind, len(line), name)
    # A label with its own text is a usual heading or says "nice to have"; anything else is a sentence with a colon.
    is_usual = name or _kind_of_bare(label) or (kind == "nice" and label.count(" ") < 5)
    return Heading(kind, end, name) if is_usual else None


@lru_cache(maxsize=2048)
def _kind_of_label(label: str) -> tuple[Kind, str] | None:
    plain = _plain(label)
    if _TITLES.fullmatch(plain):
        return "title", plain
    if _FACTS.fullmatch(plain):
        return "fact", plain
    kind = _kind_by_words(plain) if plain.count(" ") < 11 else None
    return None if kind is None else (kind, "")


@lru_cache(maxsize=2048)
def _kind_of_bare(line: str) -> Kind | None:
    """Without a colon: a usual heading as a whole."""
    plain = _plain(line).rstrip("!?.…")
    return _kind_by_words(plain) if _ALONE.fullmatch(plain) else None


def _kind_by_words(plain: str) -> Kind | None:
    return next((kind for kind, words in _KINDS if words.search(plain)), None)


def _plain(label: str) -> str:
    return _SPACES.sub(" ", label.lower().replace("’", "'").replace("´", "'")).strip(_MARKS)
