"""Colours of figures: stand-ins that the browser replaces with the ten chart colours of the theme.

Streamlit's front end substitutes #000001 … #000010 by ``theme.chartCategoricalColors``, so that a figure follows light
and dark without being drawn anew. The order is that of .streamlit/config.toml.
"""

from __future__ import annotations

PERSON, ORG, PLACE, GROUP, EVENT, OTHER = (f"#{n:06}" for n in range(1, 7))
QUIET = tuple(f"#{n:06}" for n in range(7, 11))
"""Four quiet tones, from strong to faint, for what is not the subject of a figure."""

OF_LABEL = {
    "PERSON": PERSON,
    "ORG": ORG,
    "GPE": PLACE,
    "LOC": PLACE,
    "FAC": PLACE,
    "NORP": GROUP,
    "EVENT": EVENT,
    "WORK_OF_ART": EVENT,
    "LAW": EVENT,
    "PRODUCT": EVENT,
}
"""The colour of a label of ``schema.LABELS``."""

SYMBOLS = {PERSON: "circle", ORG: "square", PLACE: "diamond", GROUP: "triangle-up", EVENT: "star", OTHER: "hexagon"}
"""The marker that goes with a colour: colour never carries meaning alone."""
