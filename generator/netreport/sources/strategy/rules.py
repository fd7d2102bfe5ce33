"""Rules for invitations that contradict each other, or that would silently never be used."""

from collections.abc import Iterator

from netreport.model.strategy import Rule
from netreport.sources.strategy.view import Finding, View, error, warning

PEOPLE = (Rule.IDEAL, Rule.GOOD, Rule.NEUTRAL, Rule.POOR, Rule.UNKNOWN)


def order(view: View) -> Iterator[Finding]:
    """Find rules that are not in the order, twice in it, or behind the rule that takes all."""
    named = view.texts("invitations", "order")
    rules = [rule for _, rule in named]
    for index, (path, rule) in enumerate(named):
        if rule in rules[:index]:
            yield error(path, f'"{rule}" stands twice in the order; the second is never used')
        if Rule.DEFAULT in rules[:index]:
            yield error(path, f'"{rule}" is never used: "default" stands before it and takes all')
    for rule in Rule if rules else ():
        if rule in view.group("invitations") and rule not in rules:
            told = f'is never used: "{rule}" is missing from invitations.order'
            yield error(("invitations", rule), told)


def notes(view: View) -> Iterator[Finding]:
    """Find answers that speak of a missing note where none is asked for, or change nothing."""
    for rule in PEOPLE:
        path = ("invitations", rule)
        needed = view.at(*path, "needs_note")
        without = view.text(*path, "without_note")
        if without and needed is not True:
            yield warning((*path, "without_note"), "is never used without needs_note: true")
        elif without and without == view.text(*path, "decision"):
            yield warning((*path, "without_note"), "is the same as with a note")


def band(view: View) -> Iterator[Finding]:
    """Find a rate of acceptance outside its own limits."""
    path = ("invitations", "target_acceptance")
    low, rate, high = (view.number(*path, key) for key in ("low", "rate", "high"))
    if low is None or rate is None or high is None:
        return
    if low > high:
        yield error((*path, "low"), f"low is {low:g}, which is above high, {high:g}")
    elif not low <= rate <= high:
        yield error((*path, "rate"), f"{rate:g} is not between low, {low:g}, and high, {high:g}")


def hard_block(view: View) -> Iterator[Finding]:
    """Find people and companies that are both blocked and kept."""
    path = ("invitations", "hard_block")
    kept = {*view.words("safelist"), *view.words("social_context", "people")}
    for where, person in view.texts(*path, "people"):
        if person in kept:
            yield warning(where, "is blocked here, and kept under safelist or social_context")
    for where, company in view.texts(*path, "companies"):
        if company in view.words("social_context", "companies"):
            yield warning(where, "is blocked here, and kept under social_context")


CHECKS = (order, notes, band, hard_block)
