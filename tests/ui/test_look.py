"""What Streamlit is set to: the promises of resume_customizer.ui.look."""

from collections.abc import Callable
from pathlib import Path

import pytest

from resume_customizer.ui import look


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """How much one stands out from the other (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("kind", ["light", "dark"])
def test_text_and_what_can_be_clicked_stand_out(kind: str) -> None:
    for behind in (look.PAPER[kind], look.SHADE[kind]):
        for colour in (look.INK[kind], look.LINK[kind], look.QUIET[kind]):
            assert contrast(colour, behind) >= 4.5, (colour, behind)
    assert contrast("#ffffff", look.ACCENT[kind]) >= 4.5


def test_what_protects_people_is_on_whatever_a_file_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, configure: Callable[[], None]
) -> None:
    from streamlit import config

    folder = tmp_path / ".streamlit"
    folder.mkdir()
    (folder / "config.toml").write_text(
        "[server]\nenableXsrfProtection = false\nmaxUploadSize = 999\nenableAgentApi = true\n"
        '[client]\nshowErrorDetails = "full"\n[browser]\ngatherUsageStats = true\n',
        "utf-8",
    )
    monkeypatch.chdir(tmp_path)
    configure()

    assert config.get_option("server.enableXsrfProtection") is True
    assert config.get_option("server.enableAgentApi") is False
    assert config.get_option("server.maxUploadSize") == look.MOST_UPLOADED
    assert config.get_option("server.trustedUserHeaders") == {look.VISITOR_HEADER: "visitor"}
    assert config.get_option("client.showErrorDetails") == "none"
    assert config.get_option("client.allowedOrigins") == []
    assert config.get_option("browser.gatherUsageStats") is False
    assert config.get_option("runner.postScriptGC") is False
