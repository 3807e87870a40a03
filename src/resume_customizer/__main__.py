"""`python -m resume_customizer` is the command line."""

from resume_customizer.cli import main

if __name__ == "__main__":
    main()
