"""The parts of the screen Bulk: what is chosen, the cells of a batch, and what runs.

choosing (resumes × targets)  ->  a batch  ->  cells (what each would be, which are made)  ->  running
"""
