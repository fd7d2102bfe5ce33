"""netreport: is a LinkedIn network designed, or a pile of randoms?"""

__version__ = "1.0.0"
