"""Intake: sources as they come, in every format the newsroom gets."""

from beleg.intake.taking_in import take_in

__all__ = ["take_in"]
