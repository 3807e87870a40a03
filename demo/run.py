"""What `make demo` shows: a sample resume, its plan with reasons, the customized file, the proof, and the way back.

sample  ->  plan  ->  customize  ->  verify  ->  undo  ->  preview, picture  ->  out/demo/
"""

import filecmp
import shutil
from pathlib import Path

from commands import resume_customizer
from pages import draw_before_and_after
from sample import POINTS, POSTING, a_resume

from resume_customizer.infrastructure.libreoffice import find_libreoffice

FOLDER = Path(__file__).parent.parent / "out" / "demo"
CUSTOMIZED = "customized/resume.docx"


def main() -> None:
    """Make everything anew in `out/demo`."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    (FOLDER / "resume.docx").write_bytes(a_resume())
    (FOLDER / "points.txt").write_text(POINTS, "utf-8")
    (FOLDER / "posting.txt").write_text(POSTING, "utf-8")
    print(f"A sample resume, its points and a posting are in {FOLDER}.")

    run("plan", "resume.docx", "--points", "points.txt", "--posting", "posting.txt", "-o", "plan.json")
    run("customize", "resume.docx", "--plan", "plan.json", "-o", CUSTOMIZED)
    run("verify", "resume.docx", CUSTOMIZED)
    run("undo", CUSTOMIZED, "-o", "resume-again.docx")
    same = filecmp.cmp(FOLDER / "resume.docx", FOLDER / "resume-again.docx", shallow=False)
    print(f"resume-again.docx and resume.docx are {'the same, byte for byte' if same else 'DIFFERENT'}.")
    run("preview", CUSTOMIZED, "-o", "preview.html")
    picture = _draw()

    print("\nLook at:")
    for name in ("resume.docx", CUSTOMIZED, f"{CUSTOMIZED}.certificate.json", "plan.json", "preview.html"):
        print(f"  {FOLDER / name}")
    print(f"  {picture}")
    print("\nThe same in the browser: make run, then open http://127.0.0.1:8501")
    if not same:
        raise SystemExit(1)


def run(*arguments: str) -> None:
    """One command, as a person would type it."""
    resume_customizer(*arguments, folder=FOLDER, shown=True)


def _draw() -> str:
    """The picture's place, or why there is none."""
    if find_libreoffice() is None or shutil.which("pdftoppm") is None:
        return "(no picture of the page: that takes LibreOffice and pdftoppm; preview.html opens in any browser)"
    run("pdf", "resume.docx", "-o", "before.pdf")
    run("pdf", CUSTOMIZED, "-o", "after.pdf")
    draw_before_and_after(FOLDER / "before.pdf", FOLDER / "after.pdf", FOLDER / "before-after.png")
    return str(FOLDER / "before-after.png")


if __name__ == "__main__":
    main()
