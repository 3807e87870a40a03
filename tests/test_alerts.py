"""The files for Prometheus and Grafana ask for figures that there are, and each alert says what to do.

deploy/prometheus, deploy/grafana  ->  names in expressions  ->  what /metrics serves
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from builders.api import ApiOfTest

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "deploy"
WORDS: Final = frozenset(
    "sum min max by rate increase changes histogram_quantile predict_linear topk and or on le".split()
)
"""Of the language of expressions, as far as ours use it."""
SCRAPED: Final = "up"
"""Prometheus itself says this of each that it asks."""
NOT_NAMES: Final = re.compile(r'"[^"]*"|\{[^}]*\}|\[[^\]]*\]|by \([^)]*\)|\b\d[\w.]*')
NAME: Final = re.compile(r"[a-zA-Z_]\w*")
LABEL: Final = re.compile(r"(\w+)\s*(?:=~|!=|=)")
SECONDS: Final = re.compile(r"\d+[smhd]")


def rules() -> list[dict[str, Any]]:
    read = yaml.safe_load((DEPLOY / "prometheus" / "alerts.yaml").read_text("utf-8"))
    return [rule for group in read["groups"] for rule in group["rules"]]


def panels() -> list[dict[str, Any]]:
    read = json.loads((DEPLOY / "grafana" / "dashboard.json").read_text("utf-8"))
    return [panel for panel in read["panels"] if panel["type"] != "row"]


def expressions() -> Iterator[str]:
    yield from (rule["expr"] for rule in rules())
    yield from (target["expr"] for panel in panels() for target in panel["targets"])


def names_in(expression: str) -> set[str]:
    return set(NAME.findall(NOT_NAMES.sub(" ", expression))) - WORDS


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """What a process serves after a request."""
    api = ApiOfTest(tmp_path_factory.mktemp("watched"))
    operator = api.person("operator", is_operator=True)
    api.client.get("/metrics", headers=operator)
    yield api.client.get("/metrics", headers=operator).text
    api.close()


def test_every_figure_that_is_asked_for_is_served(served: str) -> None:
    known = {line.partition(" ")[0].partition("{")[0] for line in served.splitlines() if not line.startswith("#")}
    asked = set().union(*map(names_in, expressions())) - {SCRAPED}

    assert len(asked) > 15
    assert asked - known == set()
    ours = {name for name in known if name.startswith("rcp_") and not name.endswith(("_created", "_sum", "_count"))}
    assert ours - asked == set(), "a figure that nobody asks for"


def test_a_figure_that_is_not_served_would_be_found() -> None:
    assert names_in('max by (queue) (rcp_gone{queue="mail"}[5m]) > 1e9 or rate(rcp_requests_total[5m])') == {
        "rcp_gone",
        "rcp_requests_total",
    }


def test_labels_that_are_chosen_by_are_served(served: str) -> None:
    chosen = {
        label for each in expressions() for part in re.findall(r"\{([^}]*)\}", each) for label in LABEL.findall(part)
    }

    assert chosen
    assert [label for label in chosen - {"job"} if f'{label}="' not in served] == []


def test_each_alert_says_what_is_wrong_how_bad_it_is_and_where_it_stands_what_to_do() -> None:
    sections = set(re.findall(r"^## (.+)$", (ROOT / "docs" / "runbook.md").read_text("utf-8"), re.MULTILINE))
    names = [rule["alert"] for rule in rules()]

    assert len(names) == len(set(names)) > 10
    assert set(names) == sections
    for rule in rules():
        assert rule["labels"]["severity"] in {"page", "ticket"}, rule["alert"]
        assert rule["annotations"]["summary"].endswith("."), rule["alert"]
        assert rule["annotations"]["runbook"] == f"docs/runbook.md#{rule['alert'].lower()}"
        assert SECONDS.fullmatch(rule.get("for", "0s")), rule["alert"]


def test_prometheus_is_told_of_the_alerts_and_asks_where_figures_are() -> None:
    read = yaml.safe_load((DEPLOY / "prometheus" / "prometheus.yaml").read_text("utf-8"))
    (job,) = read["scrape_configs"]

    assert [(DEPLOY / "prometheus" / name).exists() for name in read["rule_files"]] == [True]
    assert (job["job_name"], job["metrics_path"]) == ("resume-customizer", "/metrics")
    assert all('job="resume-customizer"' in each for each in expressions() if "up{" in each)


def test_each_panel_has_a_name_a_place_of_its_own_and_a_unit() -> None:
    places = [tuple(panel["gridPos"].values()) for panel in panels()]

    assert len(places) == len(set(places)) > 12
    assert len({panel["id"] for panel in panels()}) == len(places)
    for panel in panels():
        assert panel["title"]
        assert panel["fieldConfig"]["defaults"]["unit"]
        assert panel["gridPos"]["x"] + panel["gridPos"]["w"] <= 24


def test_what_the_guide_names_is_there() -> None:
    named = re.findall(r"\]\(([\w./-]+)\)", (DEPLOY / "README.md").read_text("utf-8"))

    assert len(named) > 5
    assert [each for each in named if not (DEPLOY / each).exists()] == []
