"""What the owner of the demo network does besides writing: posts, reactions, follows, praise.

Takes a plan and requests, gives entries. Must not know how files are written.
"""
