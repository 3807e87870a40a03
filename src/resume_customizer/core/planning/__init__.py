"""Which point goes where, and why: from what may be asked for to a plan that a person can change.

    rules  ->  receivers, similarity: who may get what  ->  weighing, objective  ->  solving | strategies
    ->  distribution  ->  decided: Study, Plan  ->  plan_editing: by hand | explaining: why | reapplying: carried over

Everything here is a pure function of what a resume says, the points, and what a person asks for.
"""
