"""The script that Streamlit runs on every click; all it does stands in frame.py, which is imported once.

Processes that work on documents read this file too, as the program's main file: for them there is nothing in it.
"""

if __name__ == "__main__":  # as which Streamlit runs it
    from resume_customizer.ui.frame import show

    show()
