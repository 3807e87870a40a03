"""What Streamlit runs for one screen in a test; `screen` of the session says which."""

if __name__ == "__main__":
    import streamlit as st

    from resume_customizer.ui.refusing import note_screen
    from resume_customizer.ui.screens import SCREENS
    from resume_customizer.ui.session import come_in

    visit = come_in()
    note_screen(st.session_state["screen"])  # as the frame does
    next(each for each in SCREENS if each.path == st.session_state["screen"]).show()(visit)
