"""What a plan is made with besides points and rules: a posting, what helps to weigh, and what pages are told by.

options  ->  read_posting(), aids_of(), page_means()  ->  Instructions
"""

from pathlib import Path
from typing import TYPE_CHECKING

from resume_customizer.cli.distribution_options import NearnessName, StrategyName
from resume_customizer.cli.exits import wrong_usage
from resume_customizer.cli.files import read_any_text

if TYPE_CHECKING:
    from resume_customizer.core.analysis import Analysis
    from resume_customizer.core.planning.weighing import Aids
    from resume_customizer.core.points import PointBank
    from resume_customizer.resume.pages.means import PageMeans


def page_means() -> "PageMeans":
    """The fonts of this machine, and LibreOffice where it is installed."""
    from resume_customizer.infrastructure.font_files import find_faces
    from resume_customizer.infrastructure.libreoffice import find_libreoffice, set_pages
    from resume_customizer.resume.pages.means import PageMeans

    return PageMeans(find_faces(), set_pages if find_libreoffice() else None)


def aids_of(nearness: NearnessName, strategy: StrategyName) -> "Aids":
    """What helps to weigh, as asked; raises Unavailable without the extra that it takes."""
    from dataclasses import replace

    from resume_customizer.services.documents.instructions import USUAL_AIDS

    if nearness == "words":
        return USUAL_AIDS
    if strategy not in ("auto", "best"):
        raise wrong_usage(f"--nearness is for the strategy best; {strategy} looks at no meaning.")
    if nearness == "model":
        from resume_customizer.cli.models import language_model
        from resume_customizer.services.documents.suggesting import ModelNearness

        return replace(USUAL_AIDS, nearness=ModelNearness(language_model()))
    from resume_customizer.infrastructure.embeddings import SemanticNearness

    return replace(USUAL_AIDS, nearness=SemanticNearness())


def read_posting(path: Path | None, bank: "PointBank") -> "Analysis | None":
    """What the job advertisement asks for, be it text, a web page, a mail, a Word document or a PDF."""
    if path is None:
        return None
    from resume_customizer.core.posting import analyze_posting

    headings = [stack.technology for stack in bank.stacks]
    return analyze_posting(read_any_text(path, "posting").text, headings, facts=False)
