"""`python -m beleg.cli`: the same as `beleg`."""

from beleg.cli.main import main

if __name__ == "__main__":
    main()
