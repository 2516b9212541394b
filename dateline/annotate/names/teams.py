"""Towns and countries that are teams: in a report of a team sport "France beat Peru 2-1" speaks of two teams.

A mention is a team's where the words beside it say so (a score, "beat", "against", "captain"); once a name is a
team's in an article, its other mentions are too, but for those behind "in", "at" or "from" and those that are
somebody's country.
"""

from __future__ import annotations

from dateline.annotate.names.common import is_common
from dateline.annotate.names.places import is_place
from dateline.annotate.names.tokens import Span, Tokens

_NO_CLUB = ("WORK_OF_ART", "PRODUCT", "PERSON", "EVENT", "LAW", "LOC", "FAC", "GPE")
TEAM_SPORTS = frozenset(
    ("soccer", "cricket", "baseball", "basketball", "american football", "ice hockey", "rugby", "volleyball")
)
_BEFORE = frozenset(
    """against beat beating beats defeated defeating v vs vs. versus over host hosts hosted hosting visiting visitors
    edged thrashed downed overcame crushed blanked routed trounced edging downing play plays played playing face faces
    facing meet meets met joined rejoined signed lead led leading knocked upset stunned outclassed tackle tackling
    holders champions leaders newcomers rivals minnows""".split()
)
_AFTER = frozenset(
    """beat beats beaten defeated won win wins lost lose loses drew draw scored score scores play plays played face
    faces
    faced lead led trail trailed trailing leads striker midfielder defender goalkeeper captain coach manager skipper
    players player squad team side bowler batsman pitcher quarterback keeper forward winger hooker opener striker's
    clinched secured advanced qualified equalised equalized rallied outscored outshot improved snapped suffered
    declared bowled batted innings replied v vs vs. host hosts edged thrashed downed overcame crushed blanked routed
    second-half first-half number top fullback scrum-half fly-half rookie starter closer reliever righthander
    left-hander third-string center guard""".split()
)
_ADJECTIVES = frozenset(
    """
    seeded ranked top-seeded top-ranked second-ranked third-ranked unbeaten winless hapless
    visiting host defending no. fuels beat over
    """.split()
)
TEAM_VERBS = _AFTER | frozenset(
    "place put suffer sign clinch lose win beat top edge rout sink down stun reach agree buy".split()
)
_PLACE = frozenset("in at near from to around outside".split())


def mark_clubs(spans: list[Span], t: Tokens, sport: str) -> None:
    """Give nicknames of teams ("the Colts") the label ORG, in place: no person or work of art is spoken of like
    that."""
    if sport not in TEAM_SPORTS:
        return
    for s in spans:
        if s.label in _NO_CLUB and (_nickname(s.a, s.b, t) or _town_and_nickname(s, t)):
            s.label = "ORG"


def _town_and_nickname(s: Span, t: Tokens) -> bool:
    """'Oldtown Rovers'."""
    towns = (" ".join(t.words[s.a : s.a + n]) for n in range(1, min(3, s.b - s.a)))
    return _plural(t.words[s.b - 1]) and any(is_place(town) for town in towns)


def clubs(spans: list[Span], t: Tokens, sport: str) -> list[Span]:
    """Nicknames of teams that the model missed, beside the given spans."""
    if sport not in TEAM_SPORTS:
        return []
    covered = {i for s in spans for i in range(s.a, s.b)}
    known = {t.lower[i] for s in spans if s.label == "ORG" for i in (s.b - 1,) if _plural(t.words[i])}
    towns = {s.b: s for s in spans if s.label == "GPE" and is_place(t.text(s))}
    # "San Diego" and "Chargers", which the model marks apart, are one club
    out = [
        Span(towns[s.a].a, s.b, "ORG", "rescan")
        for s in spans
        if s.a in towns and s.b - s.a == 1 and s.label in ("ORG", *_NO_CLUB) and _plural(t.words[s.a])
    ]
    for i, w in enumerate(t.words):
        if i in towns and _plural(w) and i not in covered and w[0].isupper():
            out.append(Span(towns[i].a, i + 1, "ORG", "rescan"))
            continue
        if i in covered or not w[0].isupper() or not _plural(w):
            continue
        a = i - 1 if i and i - 1 not in covered and _capital_inside(i - 1, t) and not is_common(t.lower[i - 1]) else i
        if _nickname(a, i + 1, t) or (t.lower[i] in known and not (t.opens[i] and is_common(t.lower[i]))):
            out.append(Span(a, i + 1, "ORG", "rescan"))
    return out


def _plural(w: str) -> bool:
    return len(w) > 4 and w.endswith("s") and not w.endswith(("ss", "'s", "’s", "us", "is")) and not w.isupper()


def _capital_inside(i: int, t: Tokens) -> bool:
    return t.words[i][0].isupper() and t.words[i].isalpha() and not t.opens[i]


def _nickname(a: int, b: int, t: Tokens) -> bool:
    """'the Colts', 'top-seeded Tar Heels': a capitalised plural behind an article or adjective, with no name behind
    it."""
    if a == 0 or b - a > 2 or not _plural(t.words[b - 1]) or not all(_capital_inside(i, t) for i in range(a, b)):
        return False
    if b < len(t.words) and t.words[b][:1].isupper() and t.words[b].isalpha() and not t.words[b].isupper():
        return False
    before = t.lower[a - 1]
    if t.words[a - 1].isdigit() and a > 1 and t.lower[a - 2] in ("no.", "no"):
        return True
    return (before == "the" and t.words[a - 1] in ("the", "The")) or before in _ADJECTIVES


def mark_teams(spans: list[Span], t: Tokens, sport: str) -> None:
    """Give places that are teams the label ORG, in place."""
    if sport not in TEAM_SPORTS:
        return
    surnames = {t.lower[s.b - 1] for s in spans if s.label == "PERSON" and s.b - s.a > 1}
    lone = [s for s in spans if s.label == "PERSON" and s.b - s.a == 1 and t.lower[s.a] not in surnames]
    # a lone name that nobody bears in full here and that plays as a team does: a school or club
    schools = {_key(s, t) for s in lone if _is_team(s, t)}
    for s in lone:
        if _key(s, t) in schools:
            s.label = "ORG"
    places = [s for s in spans if s.label == "GPE" and s.how != "rule"]
    found = {_key(s, t) for s in places if _is_team(s, t)}
    for s in places:
        before = t.lower[s.a - 1] if s.a else ""
        if _is_team(s, t) or (_key(s, t) in found and before not in _PLACE and not _bracketed(s, t)):
            s.label = "ORG"


def _key(s: Span, t: Tokens) -> str:
    return " ".join(t.lower[s.a : s.b])


def _is_team(s: Span, t: Tokens) -> bool:
    before = t.lower[s.a - 1] if s.a else ""
    after = t.lower[s.b] if s.b < len(t.lower) else ""
    if before in _PLACE and after not in _AFTER:
        return False
    if _is_score(s.b, t):
        return True
    if after in ("'s", "’s"):
        return s.b + 1 < len(t.lower) and t.lower[s.b + 1] in _AFTER
    if after in _AFTER or before in _BEFORE:
        return True
    # "scored 12 for Oldtown", "a 2-1 win over"
    return (
        before in ("for", "of")
        and s.a > 1
        and (
            t.lower[s.a - 2] in _AFTER
            or t.words[s.a - 2].isdigit()
            or t.lower[s.a - 2] in ("goals", "points", "runs", "minutes")
        )
    )


def _is_score(i: int, t: Tokens) -> bool:
    """A figure of at most three digits directly behind, that no year, unit or date makes another thing."""
    if i >= len(t.words) or not t.words[i].replace("-", "").isdigit() or len(t.words[i]) > 7:
        return False
    return (t.words[i].isdigit() and len(t.words[i]) <= 3) or "-" in t.words[i]


def _bracketed(s: Span, t: Tokens) -> bool:
    """'Ada Hale (Peru)': the country of a player."""
    return s.a > 0 and s.b < len(t.words) and t.words[s.a - 1] == "(" and t.words[s.b] == ")"


def tables(t: Tokens, sport: str) -> list[Span]:
    """The teams in tables of results and standings: "Oldtown 2 Newbridge 1", "Oldtown 4 2 1 1 6 5 7"."""
    if sport not in TEAM_SPORTS:
        return []
    out: list[Span] = []
    begin = 0
    for i in range(len(t.words) + 1):
        if i == len(t.words) or t.breaks[i]:
            if i - begin >= 2:
                out += _row(t, begin, i)
            begin = i + 1
    return out


def _row(t: Tokens, a: int, end: int) -> list[Span]:
    """The names of one row: each a run of capitalised words before a figure; no other words may stand in the row."""
    out: list[Span] = []
    figures = depth = 0
    start = -1
    for i in range(a, end + 1):
        w = t.words[i] if i < end else "0"
        if w in "([":
            depth += 1
        if depth or w.isspace() or (w in "-,.:" and start < 0):
            depth -= w in ")]"
            continue
        if w[0].isdigit() or w[0] == "." or i == end:
            figures += i < end
            if start >= 0 and i < end:
                out.append(Span(start, _close(start, i, t), "ORG", "rule"))
            start = -1 if i < end or start < 0 else start
        elif w[0].isupper() or (start >= 0 and (w in _INSIDE or t.glued(i))):
            start = i if start < 0 else start
            if i - start > 4:
                return []
        elif w not in ("v", "*", "x"):
            return []
    return out if out and figures >= max(2, len(out)) and start < 0 else []


def _close(a: int, b: int, t: Tokens) -> int:
    """The end of a name before a bracket: 'Radnik ( B )' ends before it."""
    return next((i for i in range(a, b) if t.words[i] in "(["), b)


_INSIDE = ("of", "'s", "&", "de", "-", ".", "la", "du", "'")
