"""One count, as everybody may know it: a multiple of k, or nothing."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from netreport.model.published import Cell


@dataclass(frozen=True, slots=True)
class Rounding:
    """Rounds counts to multiples of `k` by dice that `key` throws; `before`: what was last told.

    `told` collects every cell that was looked at: what the next build has to know.
    """

    k: int
    key: bytes = field(repr=False)
    before: Mapping[str, Cell] = field(default_factory=dict, repr=False)
    told: dict[str, Cell] = field(default_factory=dict, repr=False)

    def of(self, name: str, count: int) -> int:
        """Give what is said of a count under a name: a multiple of k, or 0 for nothing.

        What was said stays until at least k people have moved it; below k it goes at once.
        """
        last = self._last(name)
        if count < self.k:
            found = last if last and not last.shown and count < self.k else Cell(count, 0)
        elif last is not None and abs(count - last.count) < self.k:
            found = last
        else:
            found = Cell(count, self._thrown(count))
        self.told[name] = found
        return found.shown

    def _last(self, name: str) -> Cell | None:
        """Give what was said last, but for what was rounded for another k."""
        last = self.before.get(name)
        return None if last is None or last.shown % self.k else last

    def _thrown(self, count: int) -> int:
        """Round up as often as the remainder is of k, so that on average nothing is added.

        Only the count decides: what is counted twice under two names is rounded once.
        """
        below = count // self.k * self.k
        text = f"round\0{count}".encode()
        lot = int.from_bytes(hmac.new(self.key, text, sha256).digest()[:8]) % self.k
        return max(self.k, below + (self.k if lot < count - below else 0))

    def least(self, shown: int) -> int:
        """Give the smallest count that may stand behind what was said."""
        return max(self.k, shown - self.k + 1)

    def most(self, shown: int) -> int:
        """Give the largest count that may stand behind what was said."""
        return shown + self.k - 1
