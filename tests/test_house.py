"""The house rules that a program can hold: who imports whom, what is written down, what must not be there.

Each guard first asserts that it found something to guard; where a tool does the guarding, it is made to fail once.
"""

import ast
import re
import shutil
import socket
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import typer

from resume_customizer.core import errors

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "resume_customizer"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
IMPORT_NAMES = {"python-docx": "docx", "python-dotenv": "dotenv", "PyJWT": "jwt"}


def _modules(*folders: str) -> list[Path]:
    """Every Python file below these folders; there must be some."""
    found = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    assert found, f"nothing to guard in {folders}"
    return found


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def _texts() -> list[Path]:
    """Every file of ours that a person may read."""
    kinds = {".py", ".md", ".toml", ".sh", ".txt"}
    folders = ("src", "tests", "docs", "demo", "benchmarks", "tools", "requirements", ".ci")
    found = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.suffix in kinds]
    found += [*ROOT.glob("*.md"), ROOT / "Makefile", ROOT / "pyproject.toml", ROOT / ".ci" / "run"]
    assert len(found) > 20
    return found


# ------------------------------------------------------------------ who imports whom


def _break_and_lint(folder: Path, module: str, line: str) -> subprocess.CompletedProcess[str]:
    """Run import-linter over a copy of the package in which `module` begins with one more import."""
    shutil.copytree(PACKAGE, folder / "src" / "resume_customizer", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    if module:
        path = folder / "src" / "resume_customizer" / module
        path.write_text(line + (path.read_text("utf-8") if path.exists() else ""), "utf-8")
    command = "import sys; sys.path.insert(0, 'src'); from importlinter.cli import lint_imports_command as c; c()"
    return subprocess.run(
        [sys.executable, "-c", command, "--no-cache"],
        cwd=folder,
        env={"PYTHONPATH": "src", "PATH": "", "COLUMNS": "200", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("core/zz.py", "import resume_customizer.resume.reader\n"),
        ("resume/zz.py", "from resume_customizer import services\n"),
        ("services/zz.py", "def late():\n    import resume_customizer.infrastructure.files\n"),
        ("services/zz.py", "import lxml.etree\n"),
        ("core/zz.py", "import docx\n"),
        ("cli/zz.py", "import sqlalchemy\n"),
        ("services/zz.py", "import streamlit\n"),
        ("infrastructure/zz.py", "import fastapi\n"),
        ("core/points.py", "import resume_customizer.core.tech_stack\n"),
        ("new_room.py", ""),
    ],
)
def test_an_import_against_the_direction_is_found(tmp_path: Path, module: str, line: str) -> None:
    linted = _break_and_lint(tmp_path, module, line)

    assert linted.returncode == 1, linted.stdout + linted.stderr
    assert "BROKEN" in linted.stdout or "missing" in linted.stdout


def test_imports_point_one_way_only(tmp_path: Path) -> None:
    linted = _break_and_lint(tmp_path, "", "")

    assert linted.returncode == 0, linted.stdout + linted.stderr
    assert "7 kept, 0 broken" in linted.stdout


def test_every_library_that_is_imported_is_a_stated_dependency() -> None:
    project = PROJECT["project"]
    always = _modules_of(project["dependencies"])
    extras = _modules_of(line for lines in project["optional-dependencies"].values() for line in lines)
    imported = {name.split(".")[0] for path in _modules("src") for name in _imports(_tree(path))}
    foreign = imported - set(sys.stdlib_module_names) - {"resume_customizer"}

    assert always <= foreign, "a dependency is not used"
    assert foreign <= always | extras, "a library is not stated"


def _modules_of(requirements: Iterable[str]) -> set[str]:
    names = {re.split(r"[<>=;\[ ]", line, maxsplit=1)[0] for line in requirements}
    return {IMPORT_NAMES.get(name, name).replace("-", "_") for name in names}


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


# ------------------------------------------------------------------ what is written down


def test_every_module_says_what_it_is_for() -> None:
    silent = [path for path in _modules("src", "tests") if not ast.get_docstring(_tree(path))]

    assert silent == []


def test_every_error_has_an_exit_code_of_its_own() -> None:
    from resume_customizer.cli import exits

    tree = {errors.__name__, exits.__name__}
    leaves = [leaf for leaf in _leaves(errors.ResumeCustomizerError) if leaf.__module__ in tree]

    assert len(leaves) > 5
    assert [leaf.__name__ for leaf in leaves if leaf not in exits.EXIT_CODES] == []


def test_an_error_that_one_adapter_tells_apart_is_a_kind_of_one_that_has_an_exit_code() -> None:
    from resume_customizer.cli.exits import EXIT_CODES
    from resume_customizer.infrastructure.sql.faults import ConnectionLost, GotInTheWay

    leaves = [leaf for leaf in _leaves(errors.ResumeCustomizerError) if ".infrastructure." in leaf.__module__]

    assert {ConnectionLost, GotInTheWay} <= set(leaves)
    assert [leaf.__name__ for leaf in leaves if EXIT_CODES.keys().isdisjoint(leaf.__mro__)] == []


def _leaves(kind: type[errors.ResumeCustomizerError]) -> Iterator[type[errors.ResumeCustomizerError]]:
    for below in kind.__subclasses__():
        yield below
        yield from _leaves(below)


def test_every_link_and_file_that_the_documents_name_is_there() -> None:
    documents = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    links = [
        (document.name, target)
        for document in documents
        for target in re.findall(r"\]\(([^)#\s]+)", document.read_text("utf-8"))
        if "://" not in target
    ]

    assert len(links) > 5
    missing = [(name, target) for name, target in links if not _exists_beside(name, target, documents)]
    assert missing == []


def _exists_beside(name: str, target: str, documents: list[Path]) -> bool:
    return any((document.parent / target).exists() for document in documents if document.name == name)


def test_every_test_that_the_documents_name_is_there() -> None:
    named = {
        match
        for document in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
        for match in re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", document.read_text("utf-8"))
    }

    assert len(named) > 5
    missing = [(file, test) for file, test in sorted(named) if not _has_test(ROOT / file, test)]
    assert missing == []


def test_every_file_that_a_module_names_is_there() -> None:
    named = {
        (module.name, name)
        for module in _modules("src")
        for name in re.findall(r"(?<![\w/.-])(?:[a-z_]+/)+[a-z0-9_]+\.py\b", module.read_text("utf-8"))
    }

    assert len(named) > 200
    missing = [(module, name) for module, name in sorted(named) if not _is_ours(name)]
    assert missing == []


def _is_ours(name: str) -> bool:
    """Whether it is a file here: named from the top of the project, of the package, or of a room of the package."""
    return (ROOT / name).exists() or (PACKAGE / name).exists() or any(PACKAGE.glob(f"*/{name}"))


def _has_test(path: Path, name: str) -> bool:
    if not path.exists():
        return False
    return not name or any(isinstance(node, ast.FunctionDef) and node.name == name for node in ast.walk(_tree(path)))


def test_every_make_target_that_the_documents_name_is_there() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    documents = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    named = {name for path in documents for name in re.findall(r"`make ([a-z]+)", path.read_text("utf-8"))}

    assert {"demo", "run", "test"} <= named
    assert named <= targets


def test_the_user_guide_has_every_command_and_every_option_and_no_other() -> None:
    from resume_customizer.cli.program import app

    guide = (ROOT / "docs" / "user-guide.md").read_text("utf-8")
    program = typer.main.get_command(app)
    commands = getattr(program, "commands", {})
    nested = [inner for each in commands.values() for inner in getattr(each, "commands", {}).values()]
    every = (program, *commands.values(), *nested)
    parameters = [parameter for each in every for parameter in each.params]
    options = {name for each in parameters for name in each.opts}
    opposites = {name for each in parameters for name in each.secondary_opts}

    assert len(commands) >= 10
    assert [name for name in commands if f"](#{name})" not in guide and f"[`{name}`](#" not in guide] == []
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", guide))
    assert named - options - opposites == {"--help"}
    assert {name for name in options if name.startswith("--")} - named == set()


def test_the_user_guide_has_every_exit_code() -> None:
    from resume_customizer.cli.exits import EXIT_CODES

    guide = (ROOT / "docs" / "user-guide.md").read_text("utf-8")
    told = {int(code) for code in re.findall(r"^\| (\d) \|", guide, re.MULTILINE)}

    assert told == {0, 2, *EXIT_CODES.values()}


def test_continuous_integration_runs_the_test_command_of_the_readme() -> None:
    commands = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()

    assert "set -euo pipefail" in commands
    assert commands[-1] == "make test"
    assert "`make test`" in (ROOT / "README.md").read_text("utf-8")


# ------------------------------------------------------------------ what must not be there


def test_no_file_names_a_place_outside_of_the_project() -> None:
    outside = re.compile(
        r"(?<![\w.])/(?:wo" + r"rk|home|tmp/w)/|\.\./sha" + r"red|(?:extra-)?index-ur" + r"l *=|find-lin" + r"ks *="
    )
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in _texts()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if outside.search(line)
    ]

    assert outside.search("see ../sha" + "red/x")
    assert found == []


def test_no_requirement_file_holds_an_address_and_each_requirement_a_hash() -> None:
    files = sorted((ROOT / "requirements").glob("*.txt"))
    assert {path.name for path in files} >= {"base.txt", "dev.txt"}

    for path in files:
        text = path.read_text("utf-8")
        pinned = re.findall(r"^([a-z0-9-]+)==[^\n]*\n((?:    --hash=sha256:[0-9a-f]{64}[^\n]*\n)+)", text, re.MULTILINE)
        assert pinned, path.name
        assert len(pinned) == len(re.findall(r"^[^\s#]", text, re.MULTILINE)), f"{path.name} has a line without a hash"
        assert "://" not in text
        assert "file:" not in text
        assert not re.search(r"^ *-(?!-hash=)", text, re.MULTILINE), f"{path.name} holds an option"


def test_the_locked_files_hold_what_pyproject_asks_for() -> None:
    asked = PROJECT["project"]["dependencies"]
    names = {re.split(r"[<>=;\[ ]", line, maxsplit=1)[0].lower() for line in asked}
    assert names

    for file in ("base.txt", "dev.txt"):
        locked = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements" / file).read_text("utf-8"), re.MULTILINE))
        assert names - locked == set(), file


def test_no_test_is_skipped_and_nothing_of_ours_is_replaced_in_tests() -> None:
    words = ("pytest.sk" + "ip", "mark.sk" + "ip", "mark.xf" + "ail", "Magic" + "Mock", "mock.pa" + "tch")
    found = [(path.name, word) for path in _modules("tests") for word in words if word in path.read_text("utf-8")]

    assert found == []


def test_a_test_that_reaches_for_the_network_fails() -> None:
    with pytest.raises(RuntimeError, match="over the network"):
        socket.create_connection(("192.0.2.1", 9), timeout=0.1)
    with pytest.raises(RuntimeError, match="over the network"):
        socket.getaddrinfo("example.invalid", 80)


def test_the_command_line_starts_without_the_heavy_libraries() -> None:
    heavy = ("lxml", "docx", "mammoth", "rapidfuzz", "isal", "rich", "multiprocessing", "xml", "asyncio")
    command = f"import sys; from resume_customizer.cli import main; print([n for n in {heavy!r} if n in sys.modules])"

    started = subprocess.run([sys.executable, "-c", command], capture_output=True, encoding="utf-8", check=True)

    assert started.stdout.strip() == "[]"
