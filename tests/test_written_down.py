"""The lists of docs/written-down.md say what the code says.

docs/written-down.md  ->  its tables  ->  the same numbers, tables, columns, settings and modules as in the code
"""

import re
from collections import Counter
from dataclasses import fields
from pathlib import Path
from typing import Final

from resume_customizer.api.pacing import MOST_AT_ONCE as REQUESTS_AT_ONCE
from resume_customizer.api.resumes import MAX_UPLOAD
from resume_customizer.api.server import MOST_CONNECTIONS
from resume_customizer.core import jobs, text
from resume_customizer.core.tech_stack_readers.gathering import MAX_LINES, MAX_POINTS
from resume_customizer.core.tiers import COUNTED, TIERS, Limit, Tier
from resume_customizer.infrastructure.sql.schema import KINDS
from resume_customizer.resume import pdf
from resume_customizer.services.library import uploads
from resume_customizer.services.mail import mail_files
from resume_customizer.services.running.resealing import SEALED
from resume_customizer.settings import PREFIX, Settings
from resume_customizer.ui import guests, look

ROOT: Final = Path(__file__).parent.parent
SOURCE: Final = ROOT / "src" / "resume_customizer"
PAGE: Final = (ROOT / "docs" / "written-down.md").read_text("utf-8")
HASHED: Final = {"password_hash", "token_hash"}
CRYPTOGRAPHIC: Final = re.compile(r"^\s*(?:import|from) (?:hmac|cryptography|jwt|bcrypt|ssl)\b", re.MULTILINE)
LEADS_OUT: Final = re.compile(r"_(url|host|hosts|command)$")


def section(title: str) -> str:
    """What stands below a heading."""
    found = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found, title
    return found[1]


def rows(title: str) -> list[list[str]]:
    """The cells of the tables below a heading, without their heads."""
    lines = [line.strip("|").split("|") for line in section(title).splitlines() if line.startswith("|")]
    cells = [[each.strip() for each in line] for line in lines]
    heads = {at - 1 for at, row in enumerate(cells) if set("".join(row)) <= set("-: ")}
    return [row for at, row in enumerate(cells) if at not in heads and at - 1 not in heads]


def number(said: str) -> int:
    digits, _, unit = said.replace(",", "").partition(" ")
    return int(digits) * {"": 1, "MB": 10**6, "GB": 10**9}[unit]


def test_what_a_tier_allows_is_what_the_table_in_the_code_says() -> None:
    *limits, at_once = rows("What a tier allows")
    said = {
        (Limit(name), tier): number(cell) for name, _, *cells in limits for tier, cell in zip(Tier, cells, strict=True)
    }

    assert said == {(limit, tier): TIERS[tier][limit] for tier in Tier for limit in Limit}
    assert {name: over for name, over, *_ in limits} == {limit: COUNTED[limit].window for limit in Limit}
    assert list(map(number, at_once[2:])) == [jobs.MOST_AT_ONCE[tier] for tier in Tier]
    assert f"{REQUESTS_AT_ONCE} requests at once" in section("What a tier allows")
    assert f"{MOST_CONNECTIONS:,} connections" in section("What a tier allows")
    assert f"{guests.MOST} guests" in section("What a tier allows")


def test_every_table_has_one_sort_and_what_is_hashed_or_sealed_in_it_is_said() -> None:
    sorts = {row[0].strip("*") for row in rows("Sorts of data") if row[0].startswith("**")}
    told = {row[0].strip("`"): row[1:] for row in rows("Sorts of data") if row[0].startswith("`")}
    sealed = dict(SEALED.values())

    assert Counter(row[0] for row in rows("Sorts of data")).most_common(1)[0][1] == 1
    assert set(told) == {each.name for each in KINDS}
    assert {sort for sort, _ in told.values()} <= sorts
    assert "sealed" in sorts
    for each in KINDS:
        wanted = {(field.name, "hashed") for field in fields(each.record_type) if field.name in HASHED}
        wanted |= {(sealed[each.name], "sealed")} if each.name in sealed else set()
        assert set(re.findall(r"`(\w+)` (hashed|sealed)", told[each.name][1])) == wanted, each.name


def test_the_kinds_and_sizes_of_files_are_those_that_are_taken() -> None:
    said = {door: (kinds, most) for door, kinds, most in rows("Files that are taken")}
    attached = said["files of a requirement, a consultant, a submission"]

    assert attached[0].split(", ") == sorted(uploads.ATTACHMENTS)
    assert attached[1].startswith(f"{uploads.LARGEST // 10**6} MB ({look.MOST_UPLOADED} MB in the web app)")
    assert said["command line, resumes"][1].startswith(f"{uploads.LARGEST // 10**6} MB")
    assert said["web app, resumes"][1].startswith(f"{look.MOST_UPLOADED} MB each")
    assert f"{guests.MOST_BYTES // 10**6} MB together" in said["web app, resumes"][1]
    assert said["API, resumes"][1].startswith(f"{MAX_UPLOAD // 10**6} MB")
    assert said["points, as text"][1] == f"{text.MAX_BYTES // 10**6} MB, {MAX_LINES:,} lines, {MAX_POINTS:,} points"
    assert said["a PDF to read from"][1] == f"{pdf.MAX_PAGES} pages, {pdf.MAX_CHARACTERS:,} characters"
    assert said["files sent along with a mail"][1] == f"ten, {mail_files.MOST_BYTES // 10**6} MB together"
    assert mail_files.MOST_FILES == 10


def test_every_module_that_uses_cryptography_is_named_and_there() -> None:
    named = set(re.findall(r"`((?:core|infrastructure)/[\w/]+\.py)`", section("Cryptography")))
    using = {
        each.relative_to(SOURCE).as_posix()
        for each in SOURCE.rglob("*.py")
        if CRYPTOGRAPHIC.search(each.read_text("utf-8"))
    }

    assert len(using) > 8
    assert using - named == set()
    assert [each for each in named if not (SOURCE / each).is_file()] == []


def test_every_setting_that_leads_out_of_the_program_is_in_the_list_of_what_it_talks_to() -> None:
    leading = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields if LEADS_OUT.search(name)}
    leading -= {"RCP_HOSTS"}  # under which names it is called itself

    assert len(leading) > 6
    assert leading - set(re.findall(r"`(RCP_\w+)`", section("What it talks to"))) == set()


def test_every_setting_that_is_named_is_one() -> None:
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}

    assert set(re.findall(r"RCP_\w+", PAGE)) <= known
