"""Tables that several metrics share, derived once: who is who, who spoke with whom, what changed.

Takes a `Network` and a `Strategy`, gives the same network with derived tables. Pure: knows no
file, clock or network connection. What people wrote is read here and goes no further: no table
that leaves this room holds a message, a note, a subject or an e-mail address.
"""

from netreport.facts.classifier import classifier
from netreport.facts.concern import concerned
from netreport.facts.deriving import derive

__all__ = ["classifier", "concerned", "derive"]
