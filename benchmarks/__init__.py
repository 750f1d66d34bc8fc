"""Figures: what Beleg reaches and how quickly, measured. `make bench` prints all of them."""
