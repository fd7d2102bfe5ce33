"""What the owner and the people of the demo network write to each other.

Takes requests, gives threads of timed lines. Must not know how files are written.
"""
