"""Contexts become Markdown, Markdown becomes a site. The only room that knows Jinja and MkDocs."""
