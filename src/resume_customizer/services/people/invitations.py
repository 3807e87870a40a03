"""Invitations: links that carry the workspace they lead to.

new_invitation_token()  ->  <workspace>.<token>  ->  open_invitation()  ->  Invitation, or None
"""

from resume_customizer.core.records.record import is_id
from resume_customizer.core.records.workspaces import Invitation
from resume_customizer.core.tokens import TokenUse, hash_token
from resume_customizer.services.ground import Ground
from resume_customizer.services.store import Transaction


def workspace_of(token: str) -> str:
    """The workspace that an invitation's token names; empty for what is no such token."""
    workspace_id = token.partition(".")[0]
    return workspace_id if is_id(workspace_id) else ""


def find_invitation(tx: Transaction, ground: Ground, token: str) -> Invitation | None:
    """The invitation of a token, when it still counts; the transaction is in its workspace."""
    found = tx.find(Invitation, token_hash=hash_token(token, TokenUse.INVITATION))
    counts = found is not None and found.ended_at is None and ground.clock() < found.expires_at
    return found if counts else None


def open_invitation(ground: Ground, token: str) -> Invitation | None:
    """The invitation of a token, when it still counts."""
    workspace_id = workspace_of(token)
    if not workspace_id:
        return None
    with ground.within(workspace_id) as tx:
        return find_invitation(tx, ground, token)
