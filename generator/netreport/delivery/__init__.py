"""What happens to a finished build: swapped in, served, shared, published, checked for leaks."""
