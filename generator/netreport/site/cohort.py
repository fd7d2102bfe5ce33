"""The summary of many networks becomes the source of a site of one page."""

import hashlib
from collections.abc import Mapping

from netreport import __version__
from netreport.audience import Audience
from netreport.model.settings import Settings
from netreport.site.build import Source, Stamp
from netreport.site.markdown import environment

TEMPLATE = "cohort/index.md.j2"
SITE_NAME = "My networks"


def render(context: Mapping[str, object], counted: str) -> Source:
    """Render the page in memory. `counted`: how many networks there are, in a sentence."""
    page = environment().get_template(TEMPLATE).render(context)
    build_id = hashlib.sha256(f"{__version__}\0{page}".encode()).hexdigest()[:16]
    line = f"For the coach only. {counted}. Nobody in them is named."
    stamp = Stamp(build_id, str(Audience.COACH), "Coach", line)
    return Source({"index.md": page}, {}, [{"Networks": "index.md"}], stamp, Settings(SITE_NAME))
