"""Publishing: what leaves the newsroom (page, disclosure, bundle) and the formats a report is printed in."""
