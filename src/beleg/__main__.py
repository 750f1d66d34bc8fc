"""`python -m beleg`: the terminal, without the script on the path."""

from beleg.cli.main import main

if __name__ == "__main__":
    main()
