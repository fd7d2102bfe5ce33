"""The Review page: what a coach said, what the owner decided, what was done, what is still open.

Takes a `Report` with its discussion and a `Writer`, gives contexts; `answers_of` gives what stands
beside each thing that can be answered, on every page.
"""

from netreport.pages.review.agenda import agenda
from netreport.pages.review.agenda import context as agenda_context
from netreport.pages.review.beside import ReviewView, answers_of
from netreport.pages.review.page import context

__all__ = ["ReviewView", "agenda", "agenda_context", "answers_of", "context"]
