"""What a posting asks for, as data for programs.

Analysis  ->  analysis_to_json()  ->  values for JSON;  a line {"id", "text"}  ->  analyze_line()  ->  values
"""

from typing import Any

from resume_customizer.core.analysis import Analysis, AskedTechnology, Claim, Evidence
from resume_customizer.core.posting import analyze_posting
from resume_customizer.services.documents.json_lines import parse_line
from resume_customizer.services.documents.reports import notices_to_json


def analysis_to_json(analysis: Analysis) -> dict[str, Any]:
    """Everything but the text itself; spans count Unicode code points of it."""
    return {
        "title": analysis.title.value if analysis.title else None,
        "seniority": analysis.seniority.value if analysis.seniority else None,
        "years": float(analysis.years.value) if analysis.years else None,
        "location": analysis.location.value if analysis.location else None,
        "remote": analysis.remote.value if analysis.remote else None,
        "tax_terms": [each.value for each in analysis.tax_terms],
        "rate": analysis.rate.value if analysis.rate else None,
        "duration": analysis.duration.value if analysis.duration else None,
        "technologies": [_technology(each, analysis.text) for each in analysis.technologies],
        "refused": [
            {"name": each.value, "evidence": [_place(each.evidence, analysis.text)]} for each in analysis.refused
        ],
        "facts": {
            name: _place(claim.evidence, analysis.text)
            for name in ("title", "seniority", "years", "location", "remote", "rate", "duration")
            if (claim := _claim(analysis, name)) is not None
        },
        "notices": notices_to_json(analysis.notices),
    }


def analyze_line(line: bytes, number: int) -> dict[str, Any]:
    """One line `{"id", "text"}` of a pipeline, with the requirement of each sentence; raises UnreadableInput."""
    identifier, text = parse_line(line, number)
    analysis = analyze_posting(text)
    sentences = [{"text": each.text, "requirement": each.need} for each in analysis.sentences]
    return {"id": identifier, "sentences": sentences} | analysis_to_json(analysis)


def requirement_of(technology: AskedTechnology) -> str:
    """`must`, `nice`, `either` (one of several is required) or `mentioned`."""
    return "either" if technology.group is not None and technology.need == "must" else technology.need


def _technology(technology: AskedTechnology, text: str) -> dict[str, Any]:
    return {
        "name": technology.name,
        "requirement": requirement_of(technology),
        "group": technology.group,
        "years": technology.years,
        "evidence": [_place(each, text) for each in technology.evidence],
    }


def _claim(analysis: Analysis, name: str) -> Claim | None:
    claim: Claim | None = getattr(analysis, name)
    return claim


def _place(evidence: Evidence, text: str) -> dict[str, Any]:
    return {
        "line": evidence.line,
        "text": evidence.text,
        "start": evidence.start,
        "end": evidence.end,
        "words": text[evidence.start : evidence.end],
    }
