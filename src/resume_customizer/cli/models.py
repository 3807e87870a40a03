"""The language model that the settings name, for the commands that may ask one."""

from typing import TYPE_CHECKING

from resume_customizer.core.errors import Unavailable

if TYPE_CHECKING:
    from resume_customizer.infrastructure.language_model import ChatModel


def language_model() -> "ChatModel":
    """The model of this installation; raises Unavailable `no-language-model` when none is set up."""
    from resume_customizer.infrastructure.language_model import ChatModel, Endpoint
    from resume_customizer.settings import read_settings

    settings = read_settings()
    if settings.production:
        from resume_customizer.app_bootstrap import require_safe_links

        require_safe_links(settings)
    if not settings.llm_url or not settings.llm_model:
        message = "No language model is set up. Set RCP_LLM_URL and RCP_LLM_MODEL (docs/settings.md), or go on without."
        raise Unavailable("no-language-model", message)
    key = settings.llm_key.get_secret_value()
    return ChatModel(Endpoint(settings.llm_url, settings.llm_model, key, settings.llm_seconds))
