"""What lies beside the exports: the owner's tables, and the truth about two exports.

Takes a world, gives tables and facts.
"""
