"""What screens are made of: the same header, table, drop, question and error everywhere.

Each component says what it takes and gives back plain values. What people typed is shown as text: Streamlit's Markdown
is given escaped text (`plain`), own elements set `textContent`, and nothing else makes HTML.
"""
