"""One module = one question. METRICS finds them by file name, in the order of their codes."""
