"""What is stored: one frozen class for each kind of record, and nothing of how it is stored.

    accounts  workspaces  resumes  banks  desk  mail  work

A class says its columns by its fields; infrastructure/sql makes the tables from them, and says how they are found.
"""
