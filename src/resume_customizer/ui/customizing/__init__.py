"""The parts of the screen Customize: what goes in, the plan, what comes out.

bench (what is under way)  ->  inputs  ->  planning  ->  results
"""
