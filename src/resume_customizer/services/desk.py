"""All services, made from what they stand on.

Means (one adapter for each port) + rules  ->  make_desk()  ->  Desk
"""

from collections import ChainMap
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from resume_customizer.core.accounts import SessionRules
from resume_customizer.core.password_rules import KnownPasswords
from resume_customizer.core.tiers import Tier
from resume_customizer.services.audit import Audit
from resume_customizer.services.background.batch_files import BatchFiles
from resume_customizer.services.background.batch_work import BatchWork
from resume_customizer.services.background.batches import Batches
from resume_customizer.services.background.job_kinds import JobKind
from resume_customizer.services.background.jobs import Jobs, Nudge, no_nudge
from resume_customizer.services.background.working import Working
from resume_customizer.services.delivering import Delivering
from resume_customizer.services.desk_policies import DeskPolicies
from resume_customizer.services.ground import Ground
from resume_customizer.services.library.banks import Banks
from resume_customizer.services.library.client_copies import ClientCopies
from resume_customizer.services.library.customizations import Customizations
from resume_customizer.services.library.drafts import Drafts
from resume_customizer.services.library.resumes import Resumes
from resume_customizer.services.library.stored_files import StoredFiles
from resume_customizer.services.library.workspace_technologies import WorkspaceTechnologies
from resume_customizer.services.mail.answers import Answers, ReadingAnswers
from resume_customizer.services.mail.composing import Composing
from resume_customizer.services.mail.follow_ups import FollowUps
from resume_customizer.services.mail.following_up import FollowingUp
from resume_customizer.services.mail.letters import Letters
from resume_customizer.services.mail.mail_accounts import MailAccounts
from resume_customizer.services.mail.mail_ports import MailMeans
from resume_customizer.services.mail.mail_templates import MailTemplates
from resume_customizer.services.mail.mailings import Mailings
from resume_customizer.services.mail.outbox import Outbox
from resume_customizer.services.mail.sending import Sending
from resume_customizer.services.once import Once
from resume_customizer.services.people.accounts import AccountRules, Accounts
from resume_customizer.services.people.api_keys import ApiKeys
from resume_customizer.services.people.asking_again import AskingAgain
from resume_customizer.services.people.devices import Devices
from resume_customizer.services.people.first_account import FirstAccount
from resume_customizer.services.people.privacy import Privacy
from resume_customizer.services.people.second_factor import SecondFactor
from resume_customizer.services.people.signing_in import SigningIn
from resume_customizer.services.people.workspaces import Workspaces
from resume_customizer.services.ports import (
    AccessTokens,
    AppCodes,
    Blobs,
    Machine,
    PasswordHashes,
    Receivers,
    WorkOnMany,
)
from resume_customizer.services.running.kept_changes import KeptChanges
from resume_customizer.services.running.operating import Operating
from resume_customizer.services.running.resealing import Resealing
from resume_customizer.services.running.system import System
from resume_customizer.services.running.upkeep import Upkeep
from resume_customizer.services.staffing.analytics import Analytics
from resume_customizer.services.staffing.attachments import Attachments
from resume_customizer.services.staffing.consultants import Consultants
from resume_customizer.services.staffing.fitting import Fitting
from resume_customizer.services.staffing.interview_sheets import InterviewSheets
from resume_customizer.services.staffing.interviews import Interviews
from resume_customizer.services.staffing.requirement_transfer import RequirementTransfer
from resume_customizer.services.staffing.requirements import Requirements
from resume_customizer.services.staffing.saved_views import SavedViews
from resume_customizer.services.staffing.sent_lines import SentLines
from resume_customizer.services.staffing.submissions import Submissions
from resume_customizer.services.staffing.timelines import Timelines
from resume_customizer.services.usage import UsageOfWorkspaces
from resume_customizer.services.webhooks import Webhooks


@dataclass(frozen=True, slots=True)
class DeskRules:
    """What an installation has chosen."""

    accounts: AccountRules
    sessions: SessionRules
    tier: Tier = Tier.FREE
    """Of new workspaces."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What people do in one installation."""

    ground: Ground
    accounts: Accounts
    signing_in: SigningIn
    devices: Devices
    second_factor: SecondFactor
    api_keys: ApiKeys
    workspaces: Workspaces
    usage: UsageOfWorkspaces
    operating: Operating
    system: System
    audit: Audit
    privacy: Privacy
    resealing: Resealing
    once: Once
    jobs: Jobs
    working: Working
    batches: Batches
    batch_files: BatchFiles
    resumes: Resumes
    banks: Banks
    customizations: Customizations
    drafts: Drafts
    requirements: Requirements
    timelines: Timelines
    requirement_transfer: RequirementTransfer
    saved_views: SavedViews
    attachments: Attachments
    desk_policies: DeskPolicies
    consultants: Consultants
    fitting: Fitting
    submissions: Submissions
    sent_lines: SentLines
    interview_sheets: InterviewSheets
    interviews: Interviews
    analytics: Analytics
    client_copies: ClientCopies
    first_account: FirstAccount
    files: StoredFiles
    kept_changes: KeptChanges
    technologies: WorkspaceTechnologies
    mail_accounts: MailAccounts
    mail_templates: MailTemplates
    composing: Composing
    outbox: Outbox
    mailings: Mailings
    follow_ups: FollowUps
    answers: Answers
    letters: Letters
    sending: Sending
    following_up: FollowingUp
    reading_answers: ReadingAnswers
    webhooks: Webhooks
    delivering: Delivering
    upkeep: Upkeep


@dataclass(frozen=True, slots=True)
class Means:
    """What the services are made from: one adapter for each port."""

    ground: Ground
    passwords: PasswordHashes
    codes: AppCodes
    tokens: AccessTokens
    common: Callable[[], KnownPasswords]
    """Passwords that nobody may have."""
    seal_keys: Mapping[str, bytes]
    """They seal the heads of audit trails."""
    blobs: Blobs
    documents: WorkOnMany
    machine: Machine
    mail: MailMeans
    receivers: Receivers
    job_kinds: dict[str, JobKind] = field(default_factory=dict)
    """Kinds of background work, besides those that the services bring."""
    nudge: Nudge = no_nudge
    """How workers hear of new work."""


def make_desk(means: Means, rules: DeskRules) -> Desk:
    """The services of one installation."""
    ground, passwords, blobs, documents = means.ground, means.passwords, means.blobs, means.documents
    kinds = ChainMap(BatchWork(ground, blobs, documents).kinds(), means.job_kinds)
    asking = AskingAgain(ground, passwords)
    second_factor = SecondFactor(ground, asking, means.codes)
    mail, delivering = means.mail, Delivering(ground, means.receivers)
    interviews, is_needed = Interviews(ground), rules.accounts.second_factor_needed
    return Desk(
        ground=ground,
        accounts=Accounts(ground, passwords, asking, means.common, rules.accounts),
        signing_in=SigningIn(ground, passwords, second_factor, means.tokens, rules.sessions, is_needed),
        devices=Devices(ground, asking, rules.sessions),
        second_factor=second_factor,
        api_keys=ApiKeys(ground, is_needed),
        workspaces=Workspaces(ground, rules.tier),
        usage=UsageOfWorkspaces(ground),
        operating=Operating(ground, passwords, means.common, rules.accounts, rules.sessions),
        system=System(ground, means.machine),
        audit=Audit(ground, means.seal_keys),
        privacy=Privacy(ground, asking),
        resealing=Resealing(ground),
        once=Once(ground),
        jobs=Jobs(ground, kinds, means.nudge),
        working=Working(ground, kinds),
        batches=Batches(ground, kinds, means.nudge),
        batch_files=BatchFiles(ground, blobs),
        resumes=Resumes(ground, blobs, documents),
        banks=Banks(ground, documents),
        customizations=Customizations(ground, blobs, documents),
        drafts=Drafts(ground),
        requirements=Requirements(ground),
        timelines=Timelines(ground),
        requirement_transfer=RequirementTransfer(ground),
        saved_views=SavedViews(ground),
        attachments=Attachments(ground, blobs),
        desk_policies=DeskPolicies(ground),
        consultants=Consultants(ground),
        fitting=Fitting(ground, blobs, documents),
        submissions=Submissions(ground, blobs, documents),
        sent_lines=SentLines(ground),
        interview_sheets=InterviewSheets(ground),
        interviews=interviews,
        analytics=Analytics(ground),
        mail_accounts=MailAccounts(ground, mail.servers, mail.mailboxes, mail.tokens),
        mail_templates=MailTemplates(ground, mail.texts),
        composing=Composing(ground, blobs, mail.texts, mail.to_pdf),
        outbox=Outbox(ground, blobs),
        mailings=Mailings(ground),
        follow_ups=FollowUps(ground, mail.texts),
        answers=Answers(ground, mail.mailboxes, mail.tokens),
        letters=Letters(ground, blobs, mail.own.sender if mail.own else None),
        sending=Sending(ground, blobs, mail),
        following_up=FollowingUp(ground, mail.texts),
        reading_answers=ReadingAnswers(ground, mail.mailboxes, mail.tokens),
        client_copies=ClientCopies(ground, blobs, documents),
        first_account=FirstAccount(ground, passwords, means.common, rules.accounts.shortest_password),
        files=StoredFiles(ground, blobs),
        kept_changes=KeptChanges(ground),
        technologies=WorkspaceTechnologies(ground),
        webhooks=Webhooks(ground, means.receivers, delivering),
        delivering=delivering,
        upkeep=Upkeep(ground, interviews),
    )
