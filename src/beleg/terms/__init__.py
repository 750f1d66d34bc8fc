"""The newsroom's words as frozen dataclasses, one file per term; the standard library only."""
