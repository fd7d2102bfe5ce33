"""What each page says. PAGES is the page list, in reading order."""
