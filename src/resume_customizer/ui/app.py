"""The script that Streamlit runs on every click; all it does stands in frame.py, which is imported once."""

from resume_customizer.ui.frame import show

if __name__ == "__main__":  # as which Streamlit runs it
    show()
