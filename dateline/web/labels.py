"""What the labels of names are called on pages."""

from __future__ import annotations

LABEL_WORDS = {
    "PERSON": "Person",
    "ORG": "Organisation",
    "GPE": "Place",
    "LOC": "Place",
    "FAC": "Building or site",
    "NORP": "Nationality or group",
    "EVENT": "Event",
    "WORK_OF_ART": "Work",
    "LAW": "Law or agreement",
    "PRODUCT": "Product",
}
"""What a label is called on a page."""

KIND_WORDS = LABEL_WORDS | {"GPE": "Place: country, region, town", "LOC": "Place: river, mountain, part of the world"}
"""The same where one has to be chosen."""
