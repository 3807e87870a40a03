"""What users can do: one file per thing that a user would name, shared by every door.

    a door  ->  desk.py: all services  ->  a service, in the room of what it is about  ->  ground.py, store.py, ports.py

What stands here beside the rooms is what several of them share.
"""
