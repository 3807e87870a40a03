"""The index of the catalogue: the promises of resume_customizer.core.naming.catalogue_index."""

import json
import runpy
import subprocess
import sys
from pathlib import Path

from resume_customizer.core.naming.catalogue_index import FOLDER, INDEX, index, list_entries

ROOT = Path(__file__).parent.parent.parent


def test_the_index_says_what_the_catalogue_says() -> None:
    tool = runpy.run_path(str(ROOT / "tools" / "catalogue_index.py"))

    assert INDEX.read_text("utf-8") == tool["index_text"](), "run tools/catalogue_index.py"


def test_every_technology_is_found_by_its_number_with_its_category() -> None:
    files = [json.loads(file.read_bytes()) for file in sorted(FOLDER.glob("*.json"))]
    written = [each | {"category": file["category"]} for file in files for each in file["technologies"]]

    assert len(written) == index().count > 4000
    assert list(list_entries()) == written


def test_a_question_about_one_technology_leaves_most_of_the_catalogue_unread() -> None:
    code = (
        "import sys\n"
        "opened = []\n"
        "sys.addaudithook(lambda event, given: opened.append(str(given[0])) if event == 'open' else None)\n"
        "from resume_customizer.core.naming.technologies import find_technology\n"
        "assert find_technology('Terraform').year == 2014\n"
        "print(sum('catalogue' in name and name.endswith('.json') for name in opened))\n"
    )

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)

    assert 0 < int(ran.stdout) < len(index().files) / 4
