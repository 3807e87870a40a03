"""The web app: Streamlit behind a gate of ours, and the pages around it.

browser  ->  gate (who is there?)  ->  front (sign in …)  |  Streamlit: frame  ->  screens  ->  services

How to add a screen: see `screens/__init__.py`. What screens are made of: `components/`.
"""
