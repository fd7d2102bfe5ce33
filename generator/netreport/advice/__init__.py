"""What to do about it: recommendations with ids that last, reasons, evidence and minutes."""
