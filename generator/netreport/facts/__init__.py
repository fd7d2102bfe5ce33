"""Tables that several metrics share, derived once: who is who, who spoke with whom, what changed.

Takes a `Network` and a `Strategy`, gives the same network with derived tables. Pure: knows no
file, clock or network connection.
"""
