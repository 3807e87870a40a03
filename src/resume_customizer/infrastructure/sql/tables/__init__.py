"""Every table: what identifies its records, how they are listed and searched, what they name.

core/records says what a record holds; the file of the same name here says how it is found. A list that is not here has
no index, and the store refuses to make it. All of them together: infrastructure/sql/schema.py.
"""
