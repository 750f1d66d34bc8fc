"""The desk: the screens an editor works in."""
