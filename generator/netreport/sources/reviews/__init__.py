"""Reviews: files that came back from a coach, or that the owner made on the private build.

Takes bytes and the seals of this workspace, gives `Review`s. A review is as untrusted as an
export: a file that is not whole, not ours or not of this workspace is refused in one sentence.
"""

from netreport.sources.reviews.filing import Filed, add, read_all, returned
from netreport.sources.reviews.reading import read

__all__ = ["Filed", "add", "read", "read_all", "returned"]
