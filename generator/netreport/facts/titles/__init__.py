"""A job title's function and seniority, with the words that decided."""
