"""What people see while the database is away: the banner of resume_customizer.ui.frame."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from builders.desk import Desk
from builders.web import Web
from resume_customizer.infrastructure.fallback.store import FallbackStore
from resume_customizer.infrastructure.sandbox import Sandbox
from resume_customizer.infrastructure.sql.engines import make_engine
from resume_customizer.infrastructure.sql.store import SqlStore

NOWHERE = "postgresql://nobody@127.0.0.1:1/none"
FRAME = "from resume_customizer.ui.frame import show\nshow()"


def _warnings(web: Web) -> list[str]:
    test = AppTest.from_string(FRAME, default_timeout=60)
    test.user = {"visitor": web.guest_pass()}
    return [each.value for each in test.run().warning]


def test_every_screen_says_that_the_database_is_away_and_what_that_means(tmp_path: Path, sandbox: Sandbox) -> None:
    store = FallbackStore(SqlStore(make_engine(NOWHERE), tries=1), tmp_path / "away", pause=60)
    shown = _warnings(Web(Desk(tmp_path, store=store), tmp_path, sandbox))
    store.close()
    assert len([each for each in shown if "your work is kept" in each]) == 1


def test_nothing_is_said_while_it_is_there(web: Web) -> None:
    assert [each for each in _warnings(web) if "your work is kept" in each] == []
