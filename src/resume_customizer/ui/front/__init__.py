"""Pages that do without Streamlit: signing in and all around it.

They are plain forms, so that a password never passes a websocket, the cookie of the session is set by the server and no
script can read it, and password managers and keyboards find what they expect.
"""
