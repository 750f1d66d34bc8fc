"""The example story: an invented bridge in the invented town of Grauwerder, six sources and a draft with eight faults.

Data only; `beleg.newsroom.example` loads it. Everything in it is made up and written for Beleg: the town, its river,
the people, the paper, the agency.
"""
