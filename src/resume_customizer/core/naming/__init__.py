"""What technologies are called, and where a text names them.

    catalogue/  ->  catalogue_index  ->  technologies  ->  mentions: places in a text  ->  technology_use: in a resume

How an entry of the catalogue is written, and what holds it: docs/technologies.md.
"""
