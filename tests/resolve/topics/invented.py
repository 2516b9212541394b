"""An invented pile: reports on four subjects, put together from a few sentences each, always the same."""

from __future__ import annotations

import random

import pandas as pd

from dateline import schema

SUBJECTS = {
    "harbour": [
        "The harbour authority of Aldmoor closed the east dock after the storm.",
        "Ada Quill, who runs the harbour authority, said the container cranes were safe.",
        "Dock workers in Aldmoor want a container terminal with deeper berths.",
        "The container terminal lost three cranes when the storm reached Aldmoor.",
        "Freight ships waited outside the harbour while pilots measured the channel.",
        "A freight company blamed the harbour authority for the slow container traffic.",
    ],
    "vaccine": [
        "Doctors at Tolland Hospital began a trial of the malaria vaccine.",
        "The malaria vaccine protected most children in the hospital trial.",
        "Nurses asked the health ministry for more vaccine and cold boxes.",
        "Ben Farrow, who leads the trial at Tolland Hospital, warned of side effects.",
        "The health ministry ordered doses of the malaria vaccine for every hospital.",
        "Patients in the clinic had fever but no malaria, doctors found.",
    ],
    "cup": [
        "Northgate United won the cup final after extra time.",
        "The striker scored twice for Northgate United in the cup final.",
        "Rovers fans cheered the goalkeeper, who saved a penalty in the semifinal.",
        "The referee showed the Rovers captain a red card before the penalty.",
        "Northgate United will play Rovers in the league opener, the coach announced.",
        "A penalty in the semifinal sent Rovers supporters home early.",
    ],
    "budget": [
        "Parliament in Weston passed the budget with a tax cut for farmers.",
        "The finance minister, Cara Lund, defended the tax cut in parliament.",
        "Opposition lawmakers called the budget a gift to landowners.",
        "The tax cut will cost the treasury, Cara Lund told parliament in Weston.",
        "Lawmakers in Weston argued over the budget deficit until midnight.",
        "The budget deficit worries the treasury more than the tax cut.",
    ],
}
HEADLINES = {"harbour": "Storm at the docks", "vaccine": "Trial goes on", "cup": "Cup night", "budget": "Budget vote"}


def pile(each: int = 40, seed: int = 1, subjects: tuple[str, ...] = tuple(SUBJECTS), start: int = 0) -> pd.DataFrame:
    """An articles frame; ``article_id`` begins with the subject."""
    rng = random.Random(seed)
    rows = []
    for subject in subjects:
        for n in range(start, start + each):
            text = " ".join(rng.sample(SUBJECTS[subject], 4)) + f" Page {n}."
            day = pd.Timestamp("2025-03-01") + pd.Timedelta(days=rng.randrange(60))
            rows.append(
                {
                    "article_id": f"{subject}-{n:03}",
                    "title": HEADLINES[subject],
                    "text": text,
                    "language": "en",
                    "published": day,
                }
            )
    return schema.conform("articles", rows)


def parts(articles: pd.DataFrame) -> tuple[list[str], list[str], list[str]]:
    """Titles, texts and languages, as ``fit`` takes them."""
    return list(articles.title), list(articles.text), list(articles.language)
