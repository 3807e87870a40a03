#!/usr/bin/env bash
# Coverage-guided fuzzing, so many seconds for each target (first argument). Findings stand in out/fuzz/.
set -euo pipefail
cd "$(dirname "$0")/.."
python=.venv/bin/python

if ! "$python" -c 'import platform, sys; sys.exit((sys.platform, platform.machine()) != ("linux", "x86_64"))'; then
    echo "Coverage-guided fuzzing runs on Linux on x86_64 only: its library has no packages for other machines." >&2
    exit 1
fi
"$python" -m pip -qq --disable-pip-version-check install --require-hashes --requirement requirements/fuzz.txt
for target in points story package; do
    echo "== $target, ${1:-300} seconds"
    PYTHONPATH=tests "$python" tests/faults/fuzz.py "$target" "${1:-300}"
done
