"""What the screens show, as frozen values made from dossier and review; no request, no HTML."""
