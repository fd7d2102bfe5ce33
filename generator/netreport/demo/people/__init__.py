"""Who is in the demo network: names, jobs, requests to connect and what came of them.

Takes a plan, gives requests. Must not know what is said or how files are written.
"""
