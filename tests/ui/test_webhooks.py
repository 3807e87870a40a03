"""The screen of webhooks: resume_customizer.ui.screens.webhooks."""

from builders.web import Web
from loopback.receiver import receiver
from resume_customizer.core.permissions import Role
from resume_customizer.services.webhooks import WebhookWish
from resume_customizer.ui.screens import screens_for
from resume_customizer.ui.session import Visit
from ui.test_desk_parts import labelled
from ui.test_desk_screens import press, texts


def test_a_webhook_is_added_its_secret_shown_once_tried_out_and_removed(web: Web) -> None:
    ann = web.desk.workspace("ann")
    test = web.screen("webhooks", web.pass_of("ann"))
    assert "Nobody is told yet" in texts(test)
    with receiver() as there:
        labelled(test.text_input, "Name").set_value("Tracking <i>")
        labelled(test.text_input, "Address").set_value(there.url)
        press(test, "Add it")
        assert not test.exception
        (shown,) = [each.value for each in test.code]
        assert shown.startswith("whsec_")

        press(test, "Try it out")
        assert test.success[0].value.startswith("It was taken, after")
        assert not test.code
        test.toggle[0].set_value(v=True).run()
        assert not test.exception
        (line,) = web.desk.webhooks.list_webhooks(ann)
        assert len(web.desk.webhooks.list_deliveries(ann, line.webhook_id).records) == 1

    press(test, "Try it out")
    assert test.error[0].value.startswith("It was not taken:")
    test.session_state[f"webhook-{line.webhook_id}-remove-yes"] = True  # as the dialog's button does
    test.run()
    assert not test.exception
    assert web.desk.webhooks.list_webhooks(ann) == ()


def test_what_is_wrong_is_said_and_nothing_kept(web: Web) -> None:
    ann = web.desk.workspace("ann")
    test = web.screen("webhooks", web.pass_of("ann"))
    labelled(test.text_input, "Name").set_value("Inside")
    labelled(test.text_input, "Address").set_value("http://hooks.example/a")
    press(test, "Add it")
    assert len(test.error) == 1
    assert web.desk.webhooks.list_webhooks(ann) == ()


def test_only_who_changes_the_workspace_sees_the_screen(web: Web) -> None:
    ann = web.desk.workspace("ann")
    web.desk.webhooks.add(ann, WebhookWish("Tracking", "https://hooks.example/a"))
    for role, sees in ((Role.ADMIN, True), (Role.EDITOR, False)):
        member = web.desk.member(ann, role.value, role)
        paths = [each.path for each in screens_for(Visit(member, web.desk.services, web.sandbox))]
        assert ("webhooks" in paths) is sees
