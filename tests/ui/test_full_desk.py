"""Every screen over a desk that is full: none throws, and none reads more than it shows."""

import json

from builders.everyday import an_everyday_desk
from builders.full_desk import NAMED, written_often
from builders.web import Web
from resume_customizer.ui.components.table import PAGE
from resume_customizer.ui.screens import SCREENS, screens_for
from resume_customizer.ui.session import Visit

MANY, SEVERAL = 100_000, 3_000


def test_every_screen_works_over_a_desk_that_is_full(web: Web) -> None:
    ann = web.desk.workspace("ann")
    batch = an_everyday_desk(web.desk.services, ann)
    web.desk.batches.run(ann, batch)
    for table in NAMED:
        count = MANY if table == "requirements" else SEVERAL
        assert written_often(web.desk.engine, table, count) > count
    paths = [each.path for each in screens_for(Visit(ann, web.desk.services, web.sandbox))]
    assert len(paths) >= len(SCREENS) - 2
    tests = {path: web.screen(path, web.pass_of("ann")) for path in paths}

    assert {path: [each.value for each in (*test.exception, *test.error)] for path, test in tests.items()} == {
        path: [] for path in paths
    }
    for path in ("resumes", "points", "consultants", "bulk", "jobs"):
        protos = [each.proto for each in tests[path].get("bidi_component")]
        (table,) = [json.loads(each.json)[0] for each in protos if each.component_name == "rcp_table"]
        assert len(table["rows"]) == PAGE
