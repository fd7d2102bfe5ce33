"""What things are: tables, results, metrics, the strategy, people, advice.

Takes nothing, gives types. Knows no file, clock, Click, Jinja, YAML or MkDocs.
"""
