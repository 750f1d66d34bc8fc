"""The process that reads one file of a format given by its id: `python -m beleg.intake pdf`; see
`beleg.intake.apart`.
"""

import sys

from beleg.intake.apart import answer

if __name__ == "__main__":
    answer(sys.argv[1])
