"""Another person, as a recommendation names one."""

from dataclasses import dataclass
from datetime import date
from typing import NoReturn

from netreport.model.text import Untrusted


@dataclass(frozen=True, slots=True, repr=False)
class Person:
    """Somebody in the network, or who asks to join it. `key` joins the tables.

    How a person is shown depends on who reads, which the audience decides. So a person prints as
    nothing: `str`, formatting and templates raise TypeError.
    """

    key: str
    name: Untrusted
    first_name: Untrusted | None = None
    position: Untrusted | None = None
    company: Untrusted | None = None
    connected_on: date | None = None

    def __repr__(self) -> str:
        """Give what may stand in a log: nobody's name."""
        return "Person(…)"

    def __str__(self) -> NoReturn:
        """Refuse to be printed."""
        raise TypeError("how a person is shown is for the audience to say")

    def __html__(self) -> NoReturn:
        """Refuse to be printed by a template."""
        raise TypeError("how a person is shown is for the audience to say")
