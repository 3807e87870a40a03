#!/usr/bin/env bash
# Known faults of the locked libraries, by the advisory service of PyPI (the one step that asks the network), and a
# software bill of materials of what an installation takes, in the form of CycloneDX.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mkdir -p out
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
.venv/bin/python -m venv "$tools"
"$tools/bin/pip" install --quiet --disable-pip-version-check --require-hashes --requirement requirements/audit.txt
"$tools/bin/cyclonedx-py" requirements requirements/server.txt --output-reproducible --output-file out/sbom.json
echo "out/sbom.json lists what an installation takes."
"$tools/bin/pip-audit" --progress-spinner off --disable-pip --require-hashes --requirement requirements/server.txt
