"""Changes that were overtaken while the database was away, on Home: resume_customizer.ui.desk.kept_changes."""

from builders.web import Web
from resume_customizer.core.permissions import Role
from resume_customizer.core.records.record import new_id
from resume_customizer.core.records.work import KeptChange
from ui.test_desk_screens import press


def test_home_lists_what_was_not_made_until_somebody_has_looked_at_it(web: Web) -> None:
    ann = web.desk.workspace("ann")
    web.desk.member(ann, "bob", Role.VIEWER)
    assert not web.screen("home", web.pass_of("ann")).expander
    with web.desk.ground.inside(ann) as tx:
        for row in ({"title": "Java <b>Developer</b>", "version": 3}, {}):
            reason = "Somebody else changed it meanwhile."
            tx.add(KeptChange(of_kind="requirements", of_id=new_id(), reason=reason, row=row, accepted_at=web.desk.now))

    test = web.screen("home", web.pass_of("ann"))
    assert not test.exception
    assert [each.label for each in test.expander] == ["Requirements · 2026-11-23 09:00 UTC"] * 2
    assert [each.value for each in test.code] == ['{\n  "title": "Java <b>Developer</b>"\n}']
    assert "It was to be removed." in [each.value for each in test.caption]
    assert "I have looked at it" not in [each.label for each in web.screen("home", web.pass_of("bob")).button]

    press(test, "I have looked at it")
    assert not test.exception
    assert len(web.desk.services.kept_changes.list_open(ann)) == 1
