"""A large document takes memory in proportion: at most four times its text and 40 MB."""

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
CUSTOMIZE = """
import sys
from pathlib import Path
from resume_customizer.core.points import Point, PointBank, TechStack
from resume_customizer.services.documents.customizing import customize
from resume_customizer.services.documents.instructions import Instructions

def peak():  # in MB, of this program alone
    if not Path("/proc/self/status").exists():
        import resource
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    status = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) / 1000

content = Path(sys.argv[1]).read_bytes()
before = peak()
done = customize(content, Instructions(bank=PointBank((TechStack("Kafka", (Point("Moved events to topics.", 1),)),))))
assert done.written is not None, done.planned.plan
print(peak() - before)
"""
BUILD = """
import sys
from pathlib import Path
from builders.docx import WORD, a_docx, heading, line, raw

words = "Delivered change number {i} to the claim service, with tests and a note for the help desk, in good time."
look = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="20"/>'
bullet = (
    '<w:p w14:paraId="{i:08X}" w14:textId="77777777" w:rsidR="00A41C7E" w:rsidRDefault="00A41C7E" w:rsidP="00A41C7E">'
    '<w:pPr><w:pStyle w:val="ListBullet"/><w:rPr>' + look + '</w:rPr></w:pPr><w:r w:rsidR="00A41C7E"><w:rPr>' + look
    + '</w:rPr><w:t>' + words + ' – “quoted”</w:t></w:r></w:p>'
)
bullets = raw("".join(bullet.format(i=0x1000 + i) for i in range(int(sys.argv[2]))))
job = line("Java Developer | Acme | Jan 2021 – Present", bold=True)
Path(sys.argv[1]).write_bytes(a_docx(heading("Experience"), job, bullets, habits=WORD))
"""


def _run(code: str, *arguments: str) -> str:
    environment = {"PYTHONPATH": f"{HERE.parent}:{HERE.parent.parent / 'src'}"}
    ran = subprocess.run(
        [sys.executable, "-c", code, *arguments], env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@pytest.mark.parametrize("bullets", [1_000, 16_000])
def test_a_document_takes_at_most_four_times_its_text_and_40_mb(tmp_path: Path, bullets: int) -> None:
    path = tmp_path / "long.docx"
    _run(BUILD, str(path), str(bullets))
    text = bullets * 500 / 1_000_000

    assert float(_run(CUSTOMIZE, str(path))) <= 4 * text + 40
