"""netreport: is a LinkedIn network designed, or a pile of randoms?"""

__version__ = "0.9.0"
