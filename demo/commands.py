"""Run the real command, as a person would, and stop at the first one that fails.

"customize", "resume.docx", …  ->  resume_customizer()  ->  what it printed is seen
"""

import subprocess
import sys
from pathlib import Path


def resume_customizer(*arguments: str, folder: Path, shown: bool = False) -> None:
    """Run it in `folder`; `shown` prints the command line and what it says, else only failures are seen."""
    if shown:
        print(f"\n$ resume-customizer {' '.join(arguments)}", flush=True)
    command = [sys.executable, "-m", "resume_customizer", *arguments]
    done = subprocess.run(command, cwd=folder, check=False, capture_output=not shown, encoding="utf-8")
    if done.returncode:
        print(f"resume-customizer {arguments[0]} ended with exit code {done.returncode}.", file=sys.stderr)
        print(done.stderr or "", end="", file=sys.stderr)
        raise SystemExit(done.returncode)
