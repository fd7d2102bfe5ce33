"""Bytes become tables and issues. Takes paths, gives `Network`, `Strategy` and the owner's files.

Must not know metrics, pages, Jinja or MkDocs. A bad row costs that row and is told; only a file
that cannot be read at all stops the run.
"""
