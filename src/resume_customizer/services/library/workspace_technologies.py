"""What a workspace knows of technologies beside and against the catalogue: names of its own, and what it ignores.

    save()  ->  TechnologyOverride  ->  with working_for(actor): analyses, plans and scores know it

Promises (tests in tests/services/test_workspace_technologies.py):

* What a workspace adds is found in postings, resumes and points by its members, and by nobody else.
* What it ignores is no technology for it any more; removing the row brings the catalogue's back.
* A spelling stands for one technology of the workspace.
"""

from collections.abc import Callable, Generator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from typing import Final, ParamSpec, TypeVar

from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import Conflict, InvalidInput
from resume_customizer.core.input_rules import read_text
from resume_customizer.core.naming.own_technologies import (
    NONE,
    OwnTechnologies,
    OwnTechnology,
    knowing,
    own_technologies,
)
from resume_customizer.core.naming.technologies import find_technology
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.banks import TechnologyOverride
from resume_customizer.services.ground import Ground
from resume_customizer.services.ports import DocumentWork
from resume_customizer.services.store import Reading

Given = ParamSpec("Given")
Result = TypeVar("Result")
_MOST: Final = 500
_MOST_WORDS: Final = 30


@dataclass(frozen=True, slots=True)
class OwnEntry:
    """What a member says of one technology."""

    name: str
    aliases: Sequence[str] = ()
    """Other spellings, in any case; those of one or two characters count only as written."""
    category: str = ""
    parents: Sequence[str] = ()
    """What it is part of or stands on; a resume that names those is near to it."""
    is_ignored: bool = False
    """It is no technology here, whatever the catalogue says."""


class DocumentsOf:
    """Work on documents as the actor's workspace knows technologies (a DocumentWork)."""

    def __init__(self, ground: Ground, documents: DocumentWork, actor: Actor) -> None:
        self._ground, self._documents, self._actor = ground, documents, actor

    def call(self, work: Callable[Given, Result], *given: Given.args, **named: Given.kwargs) -> Result:
        """The result of `work`; raises what it raises."""
        with working_for(self._ground, self._actor):
            return self._documents.call(work, *given, **named)


class WorkspaceTechnologies:
    """The technologies of the actor's workspace."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def list_own(self, actor: Actor) -> tuple[TechnologyOverride, ...]:
        """All of them, by name."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.store.reading(actor) as tx:
            return tuple(tx.every(TechnologyOverride, order="name_key"))

    def save(self, actor: Actor, entry: OwnEntry) -> TechnologyOverride:
        """Add one, or say something else of it; raises InvalidInput, Conflict `spelling-taken`, `too-many`."""
        actor.require(Action.CHANGE_RECORDS)
        wanted = _read(entry)
        with self._ground.inside(actor) as tx:
            there = list(tx.every(TechnologyOverride, order="name_key"))
            found = next((each for each in there if each.name_key == wanted.name_key), None)
            others = [each for each in there if each is not found]
            if found is None and len(there) >= _MOST:
                raise Conflict(
                    "too-many", f"A workspace has at most {_MOST} technologies of its own; remove one first."
                )
            for other in others:
                if taken := _spellings(wanted) & _spellings(other):
                    message = f"“{min(taken)}” already stands for {other.name} here. Choose another spelling."
                    raise Conflict("spelling-taken", message)
            kept = tx.update(_with(found, wanted)) if found else tx.add(wanted)
            self._ground.record(tx, actor, "technology.saved", ("technology", kept.id), {"name": kept.name})
        return kept

    def remove(self, actor: Actor, technology_id: str) -> None:
        """What the catalogue says counts again. Raises NotFound."""
        actor.require(Action.CHANGE_RECORDS)
        with self._ground.inside(actor) as tx:
            found = tx.get(TechnologyOverride, technology_id)
            tx.delete(found)
            self._ground.record(tx, actor, "technology.removed", ("technology", found.id), {"name": found.name})

    def working_for(self, actor: Actor) -> AbstractContextManager[None]:
        """Until the end of the block, texts are read as the actor's workspace knows technologies; guests have none."""
        return working_for(self._ground, actor)


@contextmanager
def working_for(ground: Ground, actor: Actor) -> Generator[None]:
    """The same for other services."""
    own = NONE
    if actor.workspace_id:
        actor.require(Action.VIEW_RECORDS)
        with ground.store.reading(actor) as tx:
            own = known_in(tx)
    with knowing(own):
        yield


def known_in(tx: Reading) -> OwnTechnologies:
    """What the transaction's workspace knows."""
    rows = tx.every(TechnologyOverride, order="name_key")
    return own_technologies(
        tuple(OwnTechnology(row.name, row.aliases, row.category, row.parents, row.is_ignored) for row in rows)
    )


def _read(entry: OwnEntry) -> TechnologyOverride:
    name = read_text(entry.name, "technology", "name").strip()
    if not name:
        raise InvalidInput("no-name", "Give the technology a name.", "name")
    known = find_technology(name)
    if known is not None and known.name.lower() != name.lower() and not entry.is_ignored:
        message = f"“{name}” is a spelling of {known.name}. Save that under its own name."
        raise InvalidInput("is-a-spelling", message, "name")
    return TechnologyOverride(
        name=known.name if known else name,
        name_key=(known.name if known else name).lower(),
        aliases=_words(entry.aliases, "aliases"),
        category=read_text(entry.category, "label", "category").strip(),
        parents=_words(entry.parents, "parents"),
        is_ignored=entry.is_ignored,
    )


def _words(typed: Sequence[str], where: str) -> tuple[str, ...]:
    if len(typed) > _MOST_WORDS:
        raise InvalidInput("too-many", f"Give at most {_MOST_WORDS}: there are {len(typed)}.", where)
    words = (" ".join(read_text(each, "technology", where).split()) for each in typed)
    return tuple(dict.fromkeys(filter(None, words)))


def _with(found: TechnologyOverride, wanted: TechnologyOverride) -> TechnologyOverride:
    return replace(
        found,
        aliases=wanted.aliases,
        category=wanted.category,
        parents=wanted.parents,
        is_ignored=wanted.is_ignored,
    )


def _spellings(row: TechnologyOverride) -> set[str]:
    return {each.lower() for each in (row.name, *row.aliases)}
