from uzkz_kb.cli import main

main()
