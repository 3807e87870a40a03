"""Many press the same button at the same moment: one submission comes of it, on SQLite and PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from builders.desk import Desk
from builders.staffing import a_consultant, a_sending, a_version, an_opening
from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.core.records.desk import SentLine, SubmissionLock

AT_ONCE = 50


class AtHand:
    """Reads documents in the thread that asks: here it is the store that is hurried."""

    def call(self, work, *given, **named):  # noqa: ANN001, ANN002, ANN003, ANN201 - any work
        return work(*given, **named)


def test_fifty_at_once_send_somebody_exactly_once(shared: Desk) -> None:
    ann = shared.workspace("ann")
    petra = a_consultant(shared, ann)
    version = a_version(shared, ann, petra)
    openings = [an_opening(shared, ann, end_client=name) for name in ("Harbor Bank", "HARBOR BANK Inc.")]
    shared.submissions._documents = AtHand()
    start = Barrier(AT_ONCE)

    def submit(number: int) -> str:
        start.wait()
        try:
            shared.submissions.submit(ann, a_sending(openings[number % 2], petra, version_id=version))
        except ResumeCustomizerError as fault:
            return fault.code
        return "sent"

    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = list(pool.map(submit, range(AT_ONCE)))

    assert answers.count("sent") == 1
    assert set(answers) <= {"sent", "double-submission", "store-busy"}
    (made,) = shared.submissions.list_submissions(ann).records
    with shared.ground.inside(ann) as tx:
        assert tx.count(SubmissionLock) == 1
        assert {each.submission_id for each in tx.every(SentLine)} == {made.id}
    assert shared.audit.verify(ann).broken is None
