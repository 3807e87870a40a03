#!/usr/bin/env bash
# pyproject.toml -> requirements/*.txt: exact versions with hashes, for every platform and Python from 3.11, without addresses.
# Give --upgrade to take newer versions; without it the locked ones are kept where they still fit.
set -euo pipefail
cd "$(dirname "$0")/.."
more=("$@")

# lock NAME SOURCE…: writes requirements/NAME.txt
lock() {
    local target=requirements/$1.txt
    shift
    "${UV:-uv}" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --custom-compile-command "make lock" \
        --output-file "$target" "$@" "${more[@]}"
    if grep -nE '://|file:|^-' "$target"; then
        echo "$target names a place; it must hold names, versions and hashes only." >&2
        return 1
    fi
}

# All extras but `s3`, whose client alone weighs more than everything else; its tests go through fsspec itself.
extras=(--extra semantic --extra app)
grep -q "^server = " pyproject.toml && extras+=(--extra server)
grep -q "^workers = " pyproject.toml && extras+=(--extra workers)

lock base pyproject.toml
lock dev pyproject.toml "${extras[@]}" --group dev --constraint requirements/base.txt
# What an installation for a team takes (deploy/), in the versions that the tests ran with.
lock server pyproject.toml --extra app --extra server --extra workers --constraint requirements/dev.txt
lock build --group build --constraint requirements/dev.txt
lock audit --group audit
lock fuzz --group fuzz
lock lock --group lock
