"""docs/technologies.md says what the catalogue says."""

import runpy
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_page_on_technologies_is_current() -> None:
    tool = runpy.run_path(str(ROOT / "tools" / "technologies_page.py"))

    assert (ROOT / "docs" / "technologies.md").read_text("utf-8") == tool["page"](), "run tools/technologies_page.py"
