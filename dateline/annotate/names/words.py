"""Word lists that the rules about names read. Lower case throughout unless a comment says otherwise.

They hold words of the trade (titles, credits, kinds of organisation), never the names of particular people.
"""

from __future__ import annotations


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


ARTICLES = _set("the a an")
QUOTE_MARKS = frozenset("\"'“”‘’«»„‹›`") | {"''", "``"}
POSSESSIVES = frozenset({"'s", "’s", "'S", "’S", "'", "’", "´s", "`s"})
DASHES = frozenset("-–—―")

# Forms of address: never part of a name, and they say the gender where the value says so.
HONORIFICS = {
    **dict.fromkeys("""
    mr mr. mister sir lord monsieur herr king prince duke baron count emperor sheikh sultan
    """.split(), "m"),
    **dict.fromkeys(
        """
    mrs mrs. ms ms. miss dame lady madame mme mme. mlle frau queen princess duchess baroness countess empress
    """.split(),
        "f",
    ),
    **dict.fromkeys("""
    dr dr. doctor prof prof. professor rev rev. reverend hon hon. maître fr fr. br st
    """.split(), ""),
}  # fmt: skip

# Titles that stand directly before a name and are cut from it. Military, clerical, political; short forms too.
TITLES = _set(
    """president vice-president premier chancellor minister secretary senator sen sen. representative rep rep.
    congressman congresswoman governor gov gov. mayor ambassador commissioner chairman chairwoman chairperson chair
    director judge justice attorney lawyer prosecutor sheriff detective inspector officer constable superintendent
    general gen gen. lieutenant lt lt. colonel col col. major maj maj. captain capt capt. sergeant sgt sgt. corporal cpl
    cpl. private pvt admiral adm adm. commander cmdr cmdr. brigadier marshal commodore cardinal archbishop bishop pope
    father sister brother rabbi imam ayatollah mullah pastor coach manager skipper striker midfielder defender
    goalkeeper quarterback actor actress singer rapper author writer director filmmaker comedian model celebrity
    spokesman spokeswoman spokesperson ceo cfo coo chief boss lawmaker legislator deputy mp mep councillor councilman
    councilwoman speaker leader candidate nominee founder co-founder analyst economist strategist trader professor
    doctor scientist researcher student teacher crown prime state-run ex-president ex-minister chairman-elect
    president-elect billionaire tycoon first-lady emir king queen prince princess duke duchess baron baroness sheikh
    winger forward guard rookie pitcher outfielder shortstop driver rider champion dictator editor reporter
    correspondent anchor host executive judge-elect lawyer counsel solicitor barrister treasurer envoy negotiator"""
)

# Nouns that make a phrase beside a name a role ("the country's finance minister").
ROLE_NOUNS = TITLES | _set(
    """head minister-president undersecretary adviser advisor aide consul diplomat official member chancellor co-chair
    co-chairman vice-chairman president-designate partner owner co-owner publisher columnist historian biologist
    epidemiologist virologist physician surgeon nurse pilot astronaut engineer architect activist campaigner organizer
    organiser survivor resident neighbor neighbour farmer fisherman worker shopkeeper businessman businesswoman
    entrepreneur investor banker manager-general broker dealer musician guitarist drummer bassist composer conductor
    artist painter photographer producer screenwriter novelist poet playwright critic star player footballer golfer
    cyclist swimmer sprinter runner boxer wrestler jockey trainer referee umpire captain batsman bowler wicketkeeper
    soldier fighter commander rebel militant warlord jihadist suspect defendant witness victim plaintiff gunman
    robber killer attacker hacker whistleblower widow wife husband son daughter mother father brother sister cousin
    uncle aunt nephew niece grandson granddaughter fiance fiancee girlfriend boyfriend friend colleague
    prosecutor-general ombudsman auditor controller comptroller clerk registrar curator librarian principal dean
    provost rector chancellor headteacher coordinator supervisor operator technician agent scout chaplain priest monk
    nun cleric preacher evangelist theologian philosopher linguist sociologist psychologist psychiatrist pathologist
    coroner chemist physicist geologist meteorologist seismologist astronomer mathematician statistician demographer"""
)

# Words that may stand inside a role phrase beside its noun.
ROLE_WORDS = _set(
    """front former ex acting interim then late vice deputy assistant associate senior junior chief prime first
    second third
    foreign defence defense interior finance home trade justice health education energy environment agriculture labour
    labor transport treasury budget economic economy financial central national international federal state provincial
    regional local general executive managing non-executive founding co-founding honorary presidential congressional
    parliamentary opposition ruling majority minority military police army navy naval air force marine coast
    intelligence security supreme high top leading veteran retired outgoing incoming newly elected longtime long-time
    world olympic defending reigning two-time three-time four-time five-time investment equity market currency
    portfolio fund commodity credit research policy legal campaign press media communications public relations
    affairs party group company bank club team crown attorney district county city town village human rights
    of for and in at the & 's ’s"""
)

# Kinds of organisation at the end of its name; the first group names firms and is left out in short forms.
FIRM_ENDINGS = _set(
    """inc inc. corp corp. co co. ltd ltd. plc llc l.l.c. lp llp ag sa s.a. s.a nv n.v. bv b.v. se ab asa as oyj oy a/s
    spa s.p.a. s.p.a gmbh kg kgaa kk sae pjsc jsc ojsc oao bhd berhad tbk pte pty corporation incorporated limited
    company companies"""
)
ORG_ENDINGS = FIRM_ENDINGS | _set(
    """group holdings holding partners associates bank bancorp financial capital securities insurance assurance
    ventures airlines airways motors motor pharmaceuticals pharma laboratories technologies systems industries
    enterprises resources energy petroleum oil gas telecom communications media entertainment pictures studios records
    press news agency ministry department commission committee council authority administration bureau office board
    court parliament congress senate assembly party union federation confederation association society institute
    institution foundation fund trust university college academy school hospital clinic church army navy corps force
    forces police brigade brigades league club team organization organisation alliance coalition front movement
    network service services company exchange times post journal tribune herald gazette guardian telegraph"""
)
ORG_WORDS = _set(
    """ministry department commission committee council authority agency bureau association federation university
    institute foundation bank party union league organization organisation court parliament fc afc cf sc"""
)

# Buildings, roads, stations: FAC, though the model often calls them ORG or PERSON.
FACILITY_ENDINGS = _set(
    """airport station stadium arena palace castle tower bridge tunnel hotel mall plaza square street avenue road
    boulevard lane highway cathedral mosque temple synagogue abbey basilica monastery cemetery prison jail museum
    theatre theater gallery library zoo dam canal circuit racecourse racetrack speedway raceway base airfield harbour
    harbor pier wharf dock hall center centre garden gardens park barrier weir viaduct aqueduct causeway lighthouse
    terminal quay gate depot"""
)
# ... and those of them that rarely name anything else; 'center', 'park', 'hall' need the model's agreement.
SURE_FACILITY = FACILITY_ENDINGS - _set(
    """park center centre garden gardens hall base dock library museum
    gallery theatre theater mall plaza circuit gate depot barrier"""
)
# Parts of a site that bear a number ("Gate Three", "Platform 4", "Reactor 2"): places, whatever the model says.
NUMBERED_PLACES = _set(
    """gate gates platform platforms pier piers terminal terminals reactor reactors berth berths dock lock runway
    runways hangar junction turbine boiler silo"""
)
NUMBER_WORDS = _set("one two three four five six seven eight nine ten eleven twelve i ii iii iv v vi")
# Buildings and streets by ends that name bodies too: told by what stands before ("outside the Cloth Exchange",
# "on Baker's Court").
BUILDING_ENDINGS = _set("house hall exchange hotel inn arms rooms works baths mill chapel")
STREET_ENDINGS = _set("court row steps terrace close mews hill green walk way drive place crescent rise yard wynd")
STORMS = _set("storm hurricane typhoon cyclone")

# Natural places.
LOC_ENDINGS = _set(
    """sea ocean river lake gulf bay strait straits mountains mountain mount alps island islands peninsula desert
    valley delta canyon glacier forest coast cape reef basin plateau"""
)
LOC_STARTS = _set("lake mount mt mt. cape gulf river sea strait bay")

EVENT_ENDINGS = _set(
    """cup olympics olympiad games championship championships tournament open masters prix festival marathon rally
    derby bowl playoffs trophy grand-prix war revolution uprising summit conference awards"""
)
LAW_ENDINGS = _set("act treaty accord accords agreement pact convention protocol constitution bill amendment deal plan")
INDEX_WORDS = _set("index average composite futures benchmark")

# Names of stock indices, contracts and currencies that the model takes for organisations. Case as written.
INDICES = frozenset(
    """FTSE|FTSE 100|FTSE 250|DAX|CAC|CAC 40|CAC-40|S&P|S&P 500|S&P/TSX|Nikkei|Nikkei 225|Hang Seng|Dow|Dow Jones|
    Dow Jones Industrial Average|Dow Jones Industrials|Nasdaq Composite|Nasdaq 100|STOXX|STOXX 600|Stoxx 600|Euro STOXX|
    Euro STOXX 50|KOSPI|Kospi|Sensex|Nifty|Bovespa|IBEX|MIB|AEX|SMI|TOPIX|Topix|MSCI|Russell 2000|BRENT|Brent|WTI|
    LIBOR|Libor|EURIBOR|Euribor|CPI|PPI|GDP|PMI|VIX|CSI300|CSI 300|Shanghai Composite|All Ordinaries|Straits
    Times""".replace("\n", "")
    .replace("    ", "")
    .split("|")
)

# Not names at all, whatever the model says. Zones of time, units, months, credits of a picture, section heads.
NOT_NAMES = _set(
    """gmt est edt pst pdt cet cest bst utc ist et am pm a.m. p.m. jan feb mar apr jun jul aug sep sept oct nov dec
    jan. feb. mar. apr. aug. sept. oct. nov. dec. monday tuesday wednesday thursday friday saturday sunday january
    february march april may june july august september october november december mon tue wed thu fri sat sun
    usd eur gbp jpy bps bpd mln bln pct percent percentage no no. vs v ceo cfo coo cto mp mps mep meps mvp rbi era td
    pts rebounds assists covid-19 covid coronavirus dna rna mrna pcr hiv aids ai it tv dvd cd pc gp ngo ngos faq pdf sms
    suv suvs ipo dui dwi gps swat atm hr pr dj lol rip q1 q2 q3 q4 h1 h2 fy ebitda eps etf etfs ppe icu vip photo
    photos video slideshow file editing
    reporting writing additional graphic breaking update updated exclusive explainer factbox analysis opinion
    i ii iii iv me my he she they we you it his her our who what when where why how this that these those
    yesterday today tomorrow tonight christmas easter ramadan thanksgiving halloween state government internet web
    twitterati mayoral presidential prime minister president chairman god lord jesus dear hello thanks thank yes"""
)

# Words before the names of journalists and photographers.
CREDIT_VERBS = _set(
    "reporting writing editing additional photo photos photograph picture pictures image images graphic "
    "compiled translated edited written reported by by: credit source file"
)

# Forms of address that nothing but a person bears.
ADDRESS = _set("mr mr. mrs mrs. ms ms. miss herr frau monsieur madame mme mlle")

# Second parts of family names that stand in lower case.
PARTICLES = _set(
    "von van de der den del della di da dos das du la le el al bin ibn bint ben ter ten zu zum af av y e lo abu abd ul"
)
SUFFIXES = _set("jr jr. sr sr. ii iii iv snr jnr")

# Verbs that a person or a spokesman does in news: a bare capitalised word before them is somebody or some body.
# A given name behind one of these is a relative's, not that of somebody else in the article.
FAMILY = _set(
    "husband wife son daughter brother sister mother father uncle aunt cousin nephew niece grandson granddaughter "
    "grandmother grandfather friend girlfriend boyfriend fiance fiancee partner widow stepson stepdaughter twin baby"
)

SAYING = _set(
    """said says say told tells added adds wrote writes tweeted argued argues explained noted warned insisted recalled
    joked quipped testified replied responded admitted conceded acknowledged confirmed denied claimed claims asked"""
)
PLACE_PREPOSITIONS = _set("in at near from around outside across throughout toward towards via inside into")

MALE = _set(
    "he him his himself spokesman chairman actor businessman husband son father brother king prince duke widower"
)
FEMALE = _set(
    "she her hers herself spokeswoman chairwoman actress businesswoman wife daughter mother sister queen princess "
    "duchess widow"
)

# Nouns that stand directly before the name of a firm or body ("the regulator Ofplay"), and behind it ("Hale shares").
BODY_NOUNS = _set(
    """regulator firm company maker agency group retailer bank utility broker brokerage startup start-up operator
    manufacturer producer carrier airline supplier developer insurer lender exporter importer miner drugmaker carmaker
    automaker chipmaker giant watchdog newspaper daily magazine broadcaster network channel station website site
    publisher charity thinktank think-tank tank nonprofit ngo consultancy consultant auditor rival competitor partner
    unit subsidiary arm conglomerate chain brand business organization organisation movement party union university
    college school club team side franchise militia faction rebels militants biotech studio label app platform
    provider"""
)
# ... of which these never stand before a person.
SURE_BODY_NOUNS = BODY_NOUNS - _set(
    "partner rival competitor station channel website site unit arm label side party group team star giant chain brand"
)
BODY_FOLLOWERS = _set(
    """shares stock stocks shareholders investors employees workers spokesman spokeswoman spokesperson executives
    ceo executive bonds debt customers factory plant headquarters subsidiary unit fans players coach"""
)
PLACE_NOUNS = _set(
    "city town village province district county island region suburb port resort capital municipality hamlet"
)
# Nouns that stand before "of" and a place, and those that stand behind its bare name.
PLACES_OF = PLACE_NOUNS | _set(
    """cities towns villages provinces districts counties islands regions suburbs outskirts residents inhabitants mayor
    streets quays port neighbourhood neighborhood"""
)
PLACE_FOLLOWERS = _set("quarter district neighbourhood neighborhood suburb riverside waterfront seafront")
# In compounds with a hyphen a name is an adjective: "the Oslo-based firm", "pro-Hale marchers".
COMPOUND_HEADS = _set("pro anti non post pre mid trans un")
