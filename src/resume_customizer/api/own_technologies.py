"""What a workspace knows of technologies beside and against the catalogue."""

from typing import Annotated

from pydantic import Field

from resume_customizer.api.entrance import Entrance
from resume_customizer.api.fields import Flag, In, Listed, Out, Text
from resume_customizer.api.pages import listed
from resume_customizer.api.routes import Routes, Who
from resume_customizer.core.permissions import Action
from resume_customizer.services.library.workspace_technologies import OwnEntry

_Words = Annotated[list[Annotated[str, Text("technology")]], Field(max_length=30)]


class TechnologyToKeep(In):
    """What is to hold in the workspace."""

    name: Annotated[str, Text("technology")] = Field(min_length=1, examples=["Harbor Ledger"])
    aliases: _Words = Field(default_factory=list, description="Other spellings.", examples=[["HLedger"]])
    category: Annotated[str, Text("label")] = Field("", examples=["In-house systems"])
    parents: _Words = Field(default_factory=list, description="What it is part of or stands on.", examples=[["Java"]])
    is_ignored: Flag = Field(False, description="It is no technology here, whatever the catalogue says.")

    def entry(self) -> OwnEntry:
        """As the service takes it."""
        return OwnEntry(self.name, self.aliases, self.category, self.parents, self.is_ignored)


class OwnTechnology(Out):
    """A technology as the workspace knows it."""

    id: str
    name: str
    aliases: list[str]
    category: str
    parents: list[str]
    is_ignored: bool
    version: int


def own_technology_routes(entrance: Entrance) -> Routes:
    """The operations."""
    technologies, routes = entrance.desk.technologies, Routes("own technologies", "/own-technologies")

    @routes.get("", Action.VIEW_RECORDS, "What the workspace knows beside and against the catalogue")
    def list_own(actor: Who) -> Listed[OwnTechnology]:
        return listed(OwnTechnology, technologies.list_own(actor))

    @routes.post("", Action.CHANGE_RECORDS, "Add a technology, or say something else of it", once=True)
    def save(actor: Who, technology: TechnologyToKeep) -> OwnTechnology:
        """The same name again takes the place of what was said before; `is_ignored` hides one of the catalogue."""
        return OwnTechnology.of(technologies.save(actor, technology.entry()))

    @routes.delete("/{technology_id}", Action.CHANGE_RECORDS, "What the catalogue says counts again")
    def remove(actor: Who, technology_id: str) -> None:
        technologies.remove(actor, technology_id)

    return routes
