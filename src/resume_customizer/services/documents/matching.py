"""How well a resume fits a posting, as data for programs.

Match  ->  match_to_json()  ->  values for JSON
"""

from typing import Any

from resume_customizer.core.document import ResumeDocument
from resume_customizer.core.matching import WEIGHTS, Match, Row
from resume_customizer.core.naming.technology_use import TechnologyUse
from resume_customizer.core.planning.plan import experience_title


def match_to_json(found: Match, document: ResumeDocument) -> dict[str, Any]:
    """The score and everything that it comes from."""
    return {
        "score": found.score,
        "parts": [
            {"name": part.name, "weight": WEIGHTS[part.name], "share": round(part.share, 3), "clause": part.clause}
            for part in found.parts
        ],
        "requirements": [_row(row, document) for row in found.rows],
        "gaps": list(found.gaps),
        "years": {"asked": found.asked_years, "resume": found.resume.years},
        "technologies": [_use(use, document) for use in found.resume.technologies],
    }


def _row(row: Row, document: ResumeDocument) -> dict[str, Any]:
    return {
        "names": list(row.names),
        "requirement": "must" if row.is_must else "nice",
        "state": row.state,
        "asked_years": row.asked_years,
        "years": row.years,
        "posting": {"line": row.asked.line, "text": row.asked.text},
        "resume": [_use(use, document) for use in row.known],
        "close": row.close or None,
    }


def _use(use: TechnologyUse, document: ResumeDocument) -> dict[str, Any]:
    return {
        "name": use.name,
        "years": use.years,
        "first": use.first,
        "last": use.last,
        "uses": [
            {
                "experience": each.experience,
                "title": experience_title(document.experiences[each.experience], each.experience),
                "line": each.line,
            }
            for each in use.uses
        ],
        "listed": use.listed or None,
    }
