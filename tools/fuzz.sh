#!/usr/bin/env bash
# Documents broken by chance, then coverage-guided fuzzing: so many seconds for each (first argument).
# Findings stand in out/fuzz/.
set -euo pipefail
cd "$(dirname "$0")/.."
python=.venv/bin/python

echo "== mutations, ${1:-300} seconds"
PYTHONPATH=tests "$python" tests/faults/mutations.py --seconds "${1:-300}" --seed "$RANDOM"

if ! "$python" -c 'import platform, sys; sys.exit((sys.platform, platform.machine()) != ("linux", "x86_64"))'; then
    echo "Coverage-guided fuzzing runs on Linux on x86_64 only: its library has no packages for other machines." >&2
    exit 1
fi
"$python" -m pip -qq --disable-pip-version-check install --require-hashes --requirement requirements/fuzz.txt
for target in points story fragments package; do
    echo "== $target, ${1:-300} seconds"
    PYTHONPATH=tests "$python" tests/faults/fuzz.py "$target" "${1:-300}"
done
