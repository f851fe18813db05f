"""`python -m uzkz_kb`."""

from uzkz_kb.cli import main

main()
