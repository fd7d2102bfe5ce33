"""The demo network: an invented LinkedIn export, and the script that writes it in any size.

Takes a seed, a size and a day; gives files as LinkedIn writes them, and knows nothing of how
netreport reads them. `network/` holds what the script wrote once, as a workspace that ships with
the package; `python -m netreport.demo --pair FOLDER` writes it again, byte for byte.
Must not know any other room but the errors.
"""

from pathlib import Path


def network() -> Path:
    """Give the folder of the demo workspace: strategy, tables, own page and two exports."""
    return Path(__file__).with_name("network")
