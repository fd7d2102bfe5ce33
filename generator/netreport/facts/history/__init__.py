"""What changed between two exports: takes two derived networks, gives CHANGES."""

from netreport.facts.history.changing import changes

__all__ = ["changes"]
