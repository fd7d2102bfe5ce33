"""The leak gate: looks through the final bytes of a site for what its reader may not see.

Takes the folder of a built site, the networks it was made from as they were read, and what is the
owner's own. Raises PrivacyError, or lets the site pass; changes nothing. It trusts nobody before
it: it knows the export, and neither pages nor audiences.
"""

from pathlib import Path

from netreport.delivery.leaks.kinds import ALWAYS
from netreport.delivery.leaks.knowing import Known, Own, known, own
from netreport.delivery.leaks.searching import search
from netreport.errors import PrivacyError

__all__ = ["Known", "Own", "known", "own", "refuse"]


def refuse(site: Path, what: Known, *, names: bool = False) -> None:
    """Raise PrivacyError if a file of the site, or its name, tells of somebody.

    `names`: its reader may see names, companies and titles, but still no address, no number and
    no words that were written.
    """
    found = search(site, what.of(ALWAYS) if names else what)
    if found:
        places = len({leak.file for leak in found})
        raise PrivacyError(
            f"the site tells of other people, in {places} {'file' if places == 1 else 'files'}",
            remedy="take what names them out of your strategy and your pages; what netreport "
            "wrote by itself is a bug, please report it. Nothing was installed or sent",
            found=tuple(str(leak) for leak in found),
        )
