"""Which sport an article reports, if any. There "France" is a team, and another team in another sport."""

from __future__ import annotations

from collections.abc import Sequence

# Words that few articles outside the sport hold; two different ones must stand in the article.
SPORTS: dict[str, frozenset[str]] = {
    sport: frozenset(words.split())
    for sport, words in {
        "soccer": """soccer football midfielder midfielders striker strikers goalkeeper goalkeepers defender defenders
            penalty equaliser equalizer offside headed scorers fifa uefa relegation bundesliga ligue serie laliga
            fulltime halftime substitute libero friendly first-half second-half""",
        "cricket": """cricket wicket wickets innings batsman batsmen batting bowler bowlers bowled overs lbw test
            declared
            wicketkeeper unbeaten stumps pitch runs one-day odi twenty20 t20""",
        "baseball": """baseball inning innings pitcher pitchers pitched homer homers homered rbi batter bullpen
            shortstop
            outfielder baseman dugout mlb hitter hits double-header strikeouts ballpark run-scoring two-run
            three-run""",
        "basketball": """basketball nba rebounds rebound assists three-pointer three-pointers layup dunk free-throw ncaa
            point guard forward 3-pointers 3-pointer jumper""",
        "american football": """touchdown touchdowns quarterback quarterbacks nfl linebacker cornerback receiver yards
            interception interceptions fumble kickoff super bowl rushing punt""",
        "ice hockey": """hockey nhl puck goaltender goalie power-play stanley rink shutout shorthanded""",
        "rugby": """rugby scrum scrum-half fly-half flanker prop hooker lock fullback wing tries try conversion lineout
            springboks wallabies five-eighth centre""",
        "tennis": """tennis seeded seed seeds set sets serve serves grasscourt claycourt hardcourt wimbledon baseline
            tiebreak tie-break match-point wta atp davis fed doubles singles backhand forehand break""",
        "golf": """golf golfer golfers birdie birdies bogey bogeys par fairway putt putts tee pga lpga leaderboard eagle
            caddie under-par greens""",
        "boxing": """boxing boxer bout heavyweight middleweight welterweight flyweight knockout wba wbc ibf wbo ring
            referee
            featherweight light-heavyweight""",
        "motor racing": """formula grand prix lap laps driver drivers pole pit-stop f1 nascar rally ferrari mclaren
            circuit
            motogp podium stage stages""",
        "athletics": """athletics metres meters sprinter hurdles marathon javelin discus steeplechase triple
            pole-vault relay
            100m 200m 400m 800m 1,500 5,000 10,000 decathlon iaaf""",
        "cycling": """cycling cyclist cyclists peloton stage stages tour giro vuelta sprint breakaway jersey climb
            time-trial""",
        "squash": """squash badminton""",
        "skiing": """skiing slalom downhill super-g ski skier skiers biathlon snowboard""",
        "volleyball": """volleyball handball water-polo""",
        "horse racing": """jockey furlongs furlong racecourse thoroughbred stakes filly colt trainer derby""",
        "swimming": """swimming swimmer freestyle backstroke breaststroke butterfly medley""",
    }.items()
}
GENERAL = frozenset(
    """match matches season coach league scored score cup tournament championship championships final finals defeated
    beat
    beaten points players player team teams game games win won victory title round seeded semifinal semifinals
    semi-final semi-finals quarterfinal quarter-final quarter-finals playoff playoffs play-off qualifier qualifying
    standings results fixtures fixture result home away draw drew loss lost defeat division club clubs stadium world
    goals goal champion champions play played winners scores first-round second-round runners-up halftime
    postseason unbeaten""".split()
)
# Words of a sport that are common outside it: they count only beside one that is not.
AMBIGUOUS = frozenset(
    """penalty substitute friendly headed soccer pitch test declared runs bowled bowler forward assists point guard
    jumper
    batter hits hitter shutout hooker lock prop wing tries try conversion centre set sets seed seeds serve serves break
    singles doubles fed davis eagle par greens caddie ring referee bout formula circuit driver drivers pole stage stages
    lap laps relay triple marathon metres meters 100m tour climb sprint jersey trainer derby stakes butterfly medley
    yards receiver bowl super fumble rushing yards interception ferrari podium filly freestyle serie halftime stanley
    power-play
    rink ski skier cyclist cyclists swimmer""".split()
)
_LONG = 90
"""A longer article holds more words of any kind: one general word more is asked for so many different words."""


_NAMES = {"football": "soccer", "hockey": "ice hockey", "nfl": "american football", "nba": "basketball"} | {
    sport.split()[0]: sport for sport in SPORTS if sport.split()[0] not in ("motor", "american", "ice", "horse")
}
_HEADLINE = 12


def sport_of(words: Sequence[str]) -> str:
    """The sport of an article by its words in lower case: a key of SPORTS, 'sport' where it cannot be told, or ''."""
    seen = set(words)
    general = len(seen & GENERAL)
    if general >= 2 and (named := next((_NAMES[w] for w in words[:_HEADLINE] if w in _NAMES), "")):
        return "american football" if named == "soccer" and "american" in words[:_HEADLINE] else named
    needed = 3 + len(seen) // _LONG
    if general < min(needed, 4):
        return ""
    special = {sport: len(seen & vocabulary) for sport, vocabulary in SPORTS.items()}
    best = max(special, key=lambda s: special[s])
    strong = len((seen & SPORTS[best]) - AMBIGUOUS)
    if strong and special[best] + general >= needed + 2 and (general >= needed or special[best] >= 3):
        return best
    return "sport" if general >= needed + 6 else ""
