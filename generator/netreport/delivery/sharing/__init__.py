"""A built site as one file for one reader: it opens offline, and is encrypted on request.

One HTML file can carry everything a report has: pages, charts, search, the table of people, the
review. So there is no ZIP, which its reader would have to unpack, and whose list of files names
pages and sizes even where its contents are encrypted.
"""

from netreport.delivery.sharing import passphrase, saving
from netreport.delivery.sharing.locking import cipher, locked
from netreport.delivery.sharing.single import single_file

__all__ = ["cipher", "locked", "passphrase", "saving", "single_file"]
