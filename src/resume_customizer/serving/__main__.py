"""`python -m resume_customizer.serving HOST PORT`.

A module of its own: processes that work on documents import the program's main module again, unless it is called so.
"""

from resume_customizer.infrastructure.garbage import collect_rarely

if __name__ == "__main__":
    collect_rarely()
    from resume_customizer.serving import main

    main()
