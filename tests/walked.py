"""A page walked through by keyboard alone: what the key Tab reaches, and whether one can see it."""

from collections.abc import Sequence
from dataclasses import dataclass

from playwright.sync_api import Page

# Opens what can be opened, and writes down what gets the focus and what of it cannot be seen.
BEGIN = """() => {
  for (const one of document.querySelectorAll("details")) one.open = true;
  const seen = (window.walked = new Set()), unseen = (window.unseen = new Set());
  addEventListener("focusin", ({ target }) => {
    seen.add(target);
    const marks = [target, ...target.querySelectorAll("rect, path, circle")].map((one) => {
      const look = getComputedStyle(one);
      return look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 1;
    });
    const label = target.labels?.[0];
    if (!marks.some(Boolean) && !label?.matches(":focus-within, [for]")) unseen.add(target);
  });
}"""
# Every control that a mouse could use; of radio buttons of one name, the keys reach one by Tab.
CONTROLS = """a[href], button:not([disabled]), input:not([type=hidden]):not([disabled]), select,
  textarea, summary, [tabindex='0']"""
TOLD = """(list) => {
  const groups = new Set([...walked].filter((one) => one.type === "radio").map((one) => one.name));
  const all = [...document.querySelectorAll(list)].filter((one) =>
    one.checkVisibility({ visibilityProperty: true }) && one.tabIndex >= 0);
  const missed = all.filter((one) => !walked.has(one) && !groups.has(one.name));
  const told = (one) => one.outerHTML.slice(0, 120);
  return { reached: walked.size, missed: missed.map(told), unseen: [...unseen].map(told) };
}"""
# After a key was pressed, whatever takes the focus shows it as if a key had led there.
STRIDE = """(list) => {
  for (const one of document.querySelectorAll(list)) if (one.tabIndex >= 0) one.focus();
}"""


@dataclass(frozen=True, slots=True)
class Walk:
    """How many controls were reached, which were not, and which showed no focus."""

    reached: int
    missed: Sequence[str]
    unseen: Sequence[str]


def walk(page: Page) -> Walk:
    """Press Tab from the top of an open page to its end."""
    page.evaluate(BEGIN)
    count = page.locator(CONTROLS).count()
    for _ in range(count + 5):
        page.keyboard.press("Tab")
    return Walk(**page.evaluate(TOLD, CONTROLS))


def stride(page: Page) -> Walk:
    """Give every control of an open page the focus in turn: for pages too long to walk by Tab.

    It tells who cannot take the focus or does not show it, not in which order Tab goes.
    """
    page.evaluate(BEGIN)
    page.keyboard.press("Tab")
    page.evaluate(STRIDE, CONTROLS)
    return Walk(**page.evaluate(TOLD, CONTROLS))
