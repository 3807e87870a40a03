"""Which point goes where, and why: from what may be asked for to a plan that a person can change.

rules  ->  receivers, similarity: who may get what  ->  weighing, objective  ->  solving | strategies
->  distribution  ->  plan  ->  plan_editing: changed by hand | explaining: asked about | reapplying: carried over
"""
