"""`python -m netreport` is `netreport`."""

from netreport.cli import main

main(prog_name="netreport")
