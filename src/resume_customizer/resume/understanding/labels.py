"""Labels at the beginning of a line: `Client: Acme`, `Role - Lead`, `Responsibilities:`.

text  ->  split_label()  ->  (key, value)        key  ->  label_kind()  ->  what it says about the value
"""

from resume_customizer.resume.understanding.label_words import (
    COMMON_LABELS,
    ENVIRONMENT_LABELS,
    LABELS,
    TASK_ENDINGS,
    TASK_LABELS,
)

FIELD_LABELS = frozenset(("role", "title", "company", "location", "period", "project"))
"""Kinds whose values are part of a header."""

_EDGES = " \t\r\n*_.-–—•·[(#0123456789:：<>"
_DASHES = (" - ", " – ", " — ", "- ", "– ")
_FAR = 48
_FAR_WIDE = 30


def has_colon(text: str) -> bool:
    """A colon stands where labels have theirs."""
    return ":" in text[:_FAR] or "：" in text[:_FAR_WIDE]


def label_key(text: str) -> str:
    """A label as it is looked up: lower case, without numbers, brackets and marks around it."""
    key = text.casefold()
    if "(" in key or "–" in key:
        key = key.replace("(", " ").replace(")", " ").replace("–", "-")
    return " ".join(key.split()).strip(_EDGES)


def label_kind(key: str) -> str:
    """`tasks`, `environment`, `detail`, or the field of a header; empty for an unknown key."""
    if key in TASK_LABELS or _ends_as_task_label(key) or ("/" in key and TASK_LABELS.issuperset(key.split("/"))):
        return "tasks"
    return "environment" if key in ENVIRONMENT_LABELS else LABELS.get(key, "")


def split_label(text: str) -> tuple[str, str]:
    """`Client: Acme` as key and value; an empty key when no known label stands in front."""
    cut = text.find(":", 0, _FAR)
    wide = text.find("：", 0, _FAR_WIDE)
    if cut < 0 or 0 <= wide < cut:
        cut = wide
    if cut > 0:
        key = label_key(text[:cut])
        return (key, text[cut + 1 :].strip()) if label_kind(key) else ("", text)
    for dash in _DASHES:
        cut = text.find(dash, 0, _FAR_WIDE)
        if cut > 0:
            key, value = label_key(text[:cut]), text[cut + len(dash) :].strip()
            known = " " not in key and COMMON_LABELS.get(key) in FIELD_LABELS
            return (key, value) if known or _names_what_was_used(key, value) else ("", text)
    return "", text


def split_field(text: str) -> tuple[str, str]:
    """What the label in front says (`company`, …; `detail` for all others) and the value; empty without label."""
    key, value = split_label(text)
    return (LABELS.get(key, "detail"), value) if key else ("", text)


def is_environment_label(text: str) -> bool:
    """The text is such a label and nothing else."""
    return label_key(text) in ENVIRONMENT_LABELS


def is_enumeration(value: str) -> bool:
    """Names with commas between, no sentence."""
    words = value.count(" ") + 1
    return words <= 4 or words <= 4 * (value.count(",") + value.count(";") + value.count("|") + value.count("/"))


def _names_what_was_used(key: str, value: str) -> bool:
    """`Tech Stack - PHP, MySQL`: with a dash, a label has to be clear and to stand before several names."""
    clear = " " in key or key in ("environment", "technologies", "tools")
    return clear and key in ENVIRONMENT_LABELS and "," in value and is_enumeration(value)


def _ends_as_task_label(key: str) -> bool:
    words = key.split()
    return 2 <= len(words) <= 5 and words[-1] in TASK_ENDINGS
