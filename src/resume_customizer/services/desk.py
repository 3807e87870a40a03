"""All services of accounts and workspaces, made from what they stand on.

ground + passwords + codes + rules  ->  make_desk()  ->  Desk
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from resume_customizer.core.accounts import SessionRules
from resume_customizer.core.tiers import Tier
from resume_customizer.services.accounts import AccountRules, Accounts
from resume_customizer.services.api_keys import ApiKeys
from resume_customizer.services.audit import Audit
from resume_customizer.services.ground import Ground
from resume_customizer.services.job_kinds import JobKinds
from resume_customizer.services.jobs import Jobs
from resume_customizer.services.operating import Operating
from resume_customizer.services.ports import AppCodes, PasswordHashes
from resume_customizer.services.privacy import Privacy
from resume_customizer.services.resealing import Resealing
from resume_customizer.services.second_factor import SecondFactor
from resume_customizer.services.signing_in import SigningIn
from resume_customizer.services.usage import UsageOfWorkspaces
from resume_customizer.services.working import Working
from resume_customizer.services.workspaces import Workspaces


@dataclass(frozen=True, slots=True)
class DeskRules:
    """What an installation has chosen."""

    accounts: AccountRules
    sessions: SessionRules
    tier: Tier = Tier.FREE
    """Of new workspaces."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What people do with accounts and workspaces."""

    ground: Ground
    accounts: Accounts
    signing_in: SigningIn
    second_factor: SecondFactor
    api_keys: ApiKeys
    workspaces: Workspaces
    usage: UsageOfWorkspaces
    operating: Operating
    audit: Audit
    privacy: Privacy
    resealing: Resealing
    jobs: Jobs
    working: Working


def make_desk(
    ground: Ground,
    passwords: PasswordHashes,
    codes: AppCodes,
    common: Callable[[], Collection[str]],
    rules: DeskRules,
    seal_keys: Mapping[str, bytes],
) -> Desk:
    """The services; `common` gives passwords that nobody may have, `seal_keys` seal the heads of audit trails."""
    second_factor = SecondFactor(ground, passwords, codes)
    kinds: JobKinds = {}
    return Desk(
        ground,
        Accounts(ground, passwords, common, rules.accounts),
        SigningIn(ground, passwords, second_factor, rules.sessions),
        second_factor,
        ApiKeys(ground),
        Workspaces(ground, rules.tier),
        UsageOfWorkspaces(ground),
        Operating(ground, passwords, common),
        Audit(ground, seal_keys),
        Privacy(ground, passwords),
        Resealing(ground),
        Jobs(ground, kinds),
        Working(ground, kinds),
    )
