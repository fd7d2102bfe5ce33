"""Where a published site will be read: takes a repository's address, gives the site's."""

import re

_HOSTED = re.compile(r"(?:.*[@/])?github\.com[:/](?P<owner>[\w.-]+)/(?P<name>[\w.-]+?)(?:\.git)?/?")


def pages_address(repository: str, domain: str = "") -> str | None:
    """Give the site's address at GitHub, or on the owner's domain; None where nobody can tell."""
    if domain:
        return f"https://{domain}/"
    found = _HOSTED.fullmatch(repository)
    if found is None:
        return None
    host = f"{found['owner'].lower()}.github.io"
    return (
        f"https://{host}/" if found["name"].lower() == host else f"https://{host}/{found['name']}/"
    )
