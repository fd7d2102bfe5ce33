"""Many networks in one run: finds workspaces, builds each for a coach, and sums them up.

Takes a folder; gives what a run came to, client by client, and one summary site. Each build is
`pipeline.build` in a process of its own, one workspace at a time, so that nothing of one client
can get to another. Must not know Jinja, MkDocs or Click. Nothing heavy is imported here: the
processes begin with this file.
"""
