"""The door of Celery's workers: `celery -A resume_customizer.worker:app worker`, as `resume-customizer worker` says it.

a nudge  ->  run_job(workspace, job)  ->  the job whose turn it is  ->  its row
"""

from functools import cache
from typing import Any

from resume_customizer.app_bootstrap import open_working, require_safe_links
from resume_customizer.settings import read_settings


@cache
def make_app() -> Any:  # noqa: ANN401 - Celery has no types
    """Celery, as the settings say; raises InvalidInput without Redis."""
    from resume_customizer.infrastructure.celery import add_work, make_celery

    settings = read_settings()
    require_safe_links(settings)
    app = make_celery(settings.redis_url.get_secret_value())
    add_work(app, open_working)
    return app


def __getattr__(name: str) -> Any:  # noqa: ANN401 - what Celery asks for
    """`app`, made when Celery asks for it: reading this file needs no Redis."""
    if name == "app":
        return make_app()
    raise AttributeError(name)
