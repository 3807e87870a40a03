"""Draw the picture of the README anew: the demo's sample, customized by the real command, drawn by LibreOffice.

sample  ->  customize  ->  LibreOffice  ->  docs/pictures/before-after.png
"""

from pathlib import Path

from commands import resume_customizer
from pages import draw_before_and_after
from sample import POINTS, a_resume

PICTURES = Path(__file__).parent.parent / "docs" / "pictures"


def main() -> None:
    """Make the picture."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "resume.docx").write_bytes(a_resume())
        (folder / "points.txt").write_text(POINTS, "utf-8")
        resume_customizer("customize", "resume.docx", "--points", "points.txt", "-o", "out.docx", folder=folder)
        for document in ("resume.docx", "out.docx"):
            resume_customizer("pdf", document, folder=folder)
        draw_before_and_after(folder / "resume.pdf", folder / "out.pdf", PICTURES / "before-after.png")
    print(f"{PICTURES / 'before-after.png'} is the picture.")


if __name__ == "__main__":
    main()
