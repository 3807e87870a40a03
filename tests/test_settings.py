"""The settings of an installation: the promises of resume_customizer.settings."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from resume_customizer.core.errors import InvalidInput
from resume_customizer.settings import PREFIX, Settings, read_settings

TABLE = Path(__file__).parent.parent / "docs" / "settings.md"
ROW = re.compile(r"\| `(RCP_\w+)` \|([^|]*)\|([^|]*)\|")


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Read anew, from an empty folder."""
    monkeypatch.chdir(tmp_path)
    read_settings.cache_clear()
    yield
    read_settings.cache_clear()


def test_nothing_has_to_be_set() -> None:
    settings = read_settings()

    assert settings.data_dir.is_absolute()
    assert settings.llm_url == ""


def test_the_environment_goes_before_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("RCP_LLM_MODEL=small\nRCP_LLM_SECONDS=7\nOTHER=1\n", "utf-8")
    monkeypatch.setenv("RCP_LLM_MODEL", "large")

    assert (read_settings().llm_model, read_settings().llm_seconds) == ("large", 7)


def test_a_wrong_setting_is_named_and_its_value_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RCP_LLM_SECONDS", "hunter2")

    with pytest.raises(InvalidInput, match="RCP_LLM_SECONDS") as caught:
        read_settings()
    assert "hunter2" not in str(caught.value)


def test_a_slip_of_the_pen_is_not_passed_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("RCP_LLM_MODLE=small\n", "utf-8")
    with pytest.raises(InvalidInput, match=r"RCP_LLM_MODLE is no setting\. Is RCP_LLM_MODEL meant"):
        read_settings()

    (tmp_path / ".env").unlink()
    monkeypatch.setenv("RCP_QQQ", "1")
    with pytest.raises(InvalidInput, match="RCP_QQQ"):
        read_settings()


def test_secrets_can_lie_in_files_of_their_own_and_the_environment_goes_before_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "secrets"
    folder.mkdir()
    (folder / "RCP_LLM_KEY").write_text("of the file\n", "utf-8")
    (folder / "RCP_DATABASE_URL").write_text("postgresql://app:hunter2@/resumes", "utf-8")  # pragma: allowlist secret
    (folder / "RCP_LLM_MODEL").write_text("small", "utf-8")
    monkeypatch.setenv("RCP_SECRETS_DIR", str(folder))
    monkeypatch.setenv("RCP_LLM_MODEL", "large")

    settings = read_settings()

    assert settings.llm_key.get_secret_value() == "of the file"
    assert settings.database_url.get_secret_value().endswith("hunter2@/resumes")
    assert settings.llm_model == "large"
    assert "hunter2" not in repr(settings)


def test_a_folder_of_secrets_that_is_none_or_holds_a_slip_of_the_pen_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("RCP_SECRETS_DIR", str(tmp_path / "nowhere"))
    with pytest.raises(InvalidInput, match="RCP_SECRETS_DIR names no folder"):
        read_settings()

    (tmp_path / "nowhere").mkdir()
    (tmp_path / "nowhere" / "RCP_SECRET_KEY").write_text("hunter2", "utf-8")
    with pytest.raises(InvalidInput, match=r"RCP_SECRET_KEY is no setting\. Is RCP_SECRET_KEYS meant") as caught:
        read_settings()
    assert "hunter2" not in str(caught.value)


def test_secrets_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RCP_LLM_KEY", "hunter2")

    assert "hunter2" not in repr(read_settings())
    assert read_settings().llm_key.get_secret_value() == "hunter2"


def test_the_table_says_what_the_code_knows() -> None:
    rows = ROW.findall(TABLE.read_text("utf-8"))
    fields = {f"{PREFIX}{name.upper()}": field for name, field in Settings.model_fields.items()}

    assert [name for name, _, _ in rows] == list(fields)
    for name, usual, meaning in rows:
        default = fields[name].default
        assert meaning.strip() == fields[name].description
        if isinstance(default, str | int | float) and default != "":
            assert usual.strip() == f"`{default}`"
