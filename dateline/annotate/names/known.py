"""Well-known other names of organisations, and short forms of given names: general knowledge, one table each.

Rows are "name that is shown | other names". Only names that mean one thing in news stand here; acronyms that are shared
("ABC", "PA") are left to the articles, which spell them out.
"""

from __future__ import annotations

from functools import cache

ORGANISATIONS = """
Islamic State|IS|ISIL|ISIS|Daesh|Islamic State of Iraq and Syria|Islamic State of Iraq and the Levant|Islamic State in Iraq and Syria|Islamic State group|ISIS-K
NATO|North Atlantic Treaty Organization|North Atlantic Treaty Organisation|Nato|Atlantic alliance
United Nations|U.N.|UN|United Nations Organization
European Union|EU|E.U.
International Monetary Fund|IMF
World Health Organization|WHO|World Health Organisation
World Trade Organization|WTO|World Trade Organisation
International Atomic Energy Agency|IAEA
International Criminal Court|ICC
International Court of Justice|ICJ|World Court
UNICEF|Unicef|United Nations Children's Fund|U.N. Children's Fund
UNESCO|Unesco|United Nations Educational, Scientific and Cultural Organization
UNHCR|U.N. refugee agency|United Nations High Commissioner for Refugees|U.N. High Commissioner for Refugees
World Food Programme|WFP|World Food Program
Organization for Economic Co-operation and Development|OECD|Organisation for Economic Co-operation and Development|Organisation for Economic Cooperation and Development|Organization for Economic Cooperation and Development
Organization for Security and Co-operation in Europe|OSCE|Organisation for Security and Co-operation in Europe
OPEC|Organization of the Petroleum Exporting Countries|Organisation of the Petroleum Exporting Countries|Opec
ASEAN|Association of Southeast Asian Nations|Asean|Association of South East Asian Nations
African Union|AU
Economic Community of West African States|ECOWAS
Gulf Cooperation Council|GCC
Central Intelligence Agency|CIA|C.I.A.
Federal Bureau of Investigation|FBI|F.B.I.
National Security Agency|NSA
Department of Homeland Security|DHS|Homeland Security|Homeland Security Department
Department of Justice|DOJ|Justice Department|U.S. Department of Justice|U.S. Justice Department|US Justice Department
State Department|U.S. State Department|US State Department|Department of State|U.S. Department of State
Pentagon|Department of Defense|Defense Department|U.S. Defense Department|U.S. Department of Defense
Environmental Protection Agency|EPA|U.S. Environmental Protection Agency
Food and Drug Administration|FDA|U.S. Food and Drug Administration
Centers for Disease Control and Prevention|CDC|U.S. Centers for Disease Control and Prevention|Centers for Disease Control
Securities and Exchange Commission|SEC|U.S. Securities and Exchange Commission
Federal Reserve|Fed|U.S. Federal Reserve|US Federal Reserve|Federal Reserve Board
Federal Aviation Administration|FAA|U.S. Federal Aviation Administration
Federal Communications Commission|FCC
Federal Trade Commission|FTC|U.S. Federal Trade Commission
Internal Revenue Service|IRS
Immigration and Customs Enforcement|ICE|U.S. Immigration and Customs Enforcement
Drug Enforcement Administration|DEA
NASA|National Aeronautics and Space Administration|Nasa
European Space Agency|ESA
European Central Bank|ECB
Bank of England|BoE
Bank of Japan|BOJ
People's Bank of China|PBOC
Republican Party|GOP|G.O.P.|Grand Old Party
Democratic Party|Democratic National Party
Democratic National Committee|DNC
Republican National Committee|RNC
U.S. Senate|Senate|United States Senate|US Senate
U.S. House of Representatives|House of Representatives|US House of Representatives
U.S. Congress|Congress|United States Congress|US Congress
U.S. Supreme Court|Supreme Court of the United States|US Supreme Court|United States Supreme Court
African National Congress|ANC
Palestine Liberation Organization|PLO|Palestine Liberation Organisation
Hezbollah|Hizbollah|Hizbullah|Hezbullah
Hamas|Islamic Resistance Movement
al-Qaeda|al Qaeda|al-Qaida|al Qaida|Al-Qaeda|Al Qaeda|Al-Qaida
Taliban|Taleban
Kurdistan Workers' Party|PKK|Kurdistan Workers Party
Irish Republican Army|IRA
Scottish National Party|SNP
Christian Democratic Union|CDU
Social Democratic Party|SPD
Chinese Communist Party|CCP|Communist Party of China
Bharatiya Janata Party|BJP
National Health Service|NHS
British Broadcasting Corporation|BBC
Cable News Network|CNN
Associated Press|AP
Reuters|Reuters News Agency|Thomson Reuters
Agence France-Presse|AFP|Agence France Presse
New York Times|NYT|The New York Times|NY Times|N.Y. Times
Wall Street Journal|WSJ
FIFA|Fédération Internationale de Football Association|Fifa
UEFA|Union of European Football Associations|Uefa
International Olympic Committee|IOC
National Basketball Association|NBA
National Football League|NFL
Major League Baseball|MLB
National Hockey League|NHL
National Collegiate Athletic Association|NCAA
Premier League|English Premier League|EPL
World Anti-Doping Agency|WADA
General Motors|GM|General Motors Co|General Motors Corp
General Electric|GE|General Electric Co
International Business Machines|IBM
Hewlett-Packard|HP|Hewlett Packard
Procter & Gamble|P&G
Johnson & Johnson|J&J
JPMorgan Chase|JPMorgan|JP Morgan|J.P. Morgan|JPMorgan Chase & Co
Bank of America|BofA
Massachusetts Institute of Technology|MIT
University of California, Los Angeles|UCLA
International Committee of the Red Cross|ICRC
Médecins Sans Frontières|MSF|Doctors Without Borders|Medecins Sans Frontieres
Human Rights Watch|HRW
American Civil Liberties Union|ACLU
National Rifle Association|NRA
National Association for the Advancement of Colored People|NAACP
Transportation Security Administration|TSA|U.S. Transportation Security Administration
National Transportation Safety Board|NTSB
National Oceanic and Atmospheric Administration|NOAA
U.S. Geological Survey|USGS|United States Geological Survey|US Geological Survey
Islamic Revolutionary Guard Corps|IRGC|Revolutionary Guards|Revolutionary Guard|Revolutionary Guard Corps
Los Angeles Police Department|LAPD
New York Police Department|NYPD|New York City Police Department
"""

# Names whose label the model rarely knows: what they are, for every article.
LABELLED = """
EVENT|Brexit|Formula One|Formula 1|F1|Formula Two|Formula 2|F2|MotoGP|NASCAR|Olympics|Olympic Games|Olympic|Winter Olympics|Summer Olympics|Paralympics|Paralympic|World Cup|Super Bowl|World Series|Ryder Cup|Davis Cup|Wimbledon|U.S. Open|US Open|Australian Open|French Open|British Open|Masters|PGA Tour|European Tour|Tour de France|Giro d'Italia|Vuelta|Champions League|Europa League|Grand Prix|Grand Slam|Stanley Cup|Commonwealth Games|Asian Games|Asian Cup|Copa America|World War One|World War Two|World War I|World War II|Second World War|First World War|Cold War|Vietnam War|Korean War|Gulf War|Civil War|Holocaust|Great Depression|Arab Spring|September 11|Sept. 11|9/11|Oscars|Academy Awards|Grammys|Emmys|Golden Globes|Comic-Con|Euro 2020|Euro 2016|Euro 2024|Six Nations|Ashes|Boxing Day|Black Friday|Cyber Monday|Thanksgiving|Christmas|Ramadan|Easter|Halloween
LAW|JCPOA|Obamacare|Affordable Care Act|Patriot Act|NAFTA|Nafta|USMCA|Paris Agreement|Paris Accord|Kyoto Protocol|Geneva Conventions|Geneva Convention|Magna Carta|First Amendment|Second Amendment|Fourth Amendment|Fifth Amendment|Bill of Rights|GDPR|Internal Market Bill|Dodd-Frank|Good Friday Agreement|Lisbon Treaty|Maastricht Treaty|Maastricht|Schengen|Constitution
PRODUCT|iPhone|iPad|iPod|Android|Windows|PlayStation|Xbox|Kindle|Boeing 737|Boeing 747|Boeing 777|Boeing 787|Airbus A320|Airbus A380|737 MAX|CoronaVac|Sputnik V|Viagra|Prozac|Gmail|Photoshop|AK-47|F-16|F-35
NORP|Post-Brexit|post-Brexit|COVID-19
FAC|White House|Capitol Hill|Wall Street|Downing Street|Guantanamo Bay|Ground Zero|Camp David|Mar-a-Lago|Heathrow|Gatwick|Buckingham Palace|Windsor Castle|Kensington Palace|Trump Tower|World Trade Center|Eiffel Tower|Big Ben|Tiananmen Square|Tahrir Square|Times Square|Trafalgar Square|Red Square|Champs-Elysees|Champs-Élysées|Elysee|Élysée|Wembley|Old Trafford|Anfield|Madison Square Garden|Yankee Stadium|Fenway Park|Staples Center|Augusta National|Hyde Park|Central Park|Suez Canal|Panama Canal
"""

# One given name and its short forms; a person may be called by any of them.
NICKNAMES = """
alexander alex sasha|andrew andy drew|anthony tony|benjamin ben benny|charles charlie chuck|christopher chris|daniel dan danny
david dave|donald don|douglas doug|edward ed eddie ted|elizabeth liz beth betty lizzie|eugene gene|francis frank|frederick fred
gerald gerry jerry|gregory greg|harold harry|henry hank harry|jacob jake|james jim jimmy jamie|jeffrey jeff|jennifer jen jenny
jonathan jon|joseph joe joey|joshua josh|katherine kate kathy katie|kathryn kate kathy katie|catherine cathy kate|kathleen kathy|alexandros alexis alex|maurice mo|mohammed mohammad muhammad mohamed|elisabeth liz|jacqueline jackie|deborah deb debbie|barbara barb|abraham abe|albert al|alfred al fred|alan al|nancy nan|pamela pam|sandra sandy|cynthia cindy|christine chris|christina chris tina|kenneth ken|lawrence larry|leonard len
margaret maggie meg peggy|matthew matt|michael mike mick mickey|nathaniel nathan nate|nicholas nick|patricia pat patty
patrick pat|peter pete|philip phil|phillip phil|raymond ray|rebecca becky|richard rick dick rich|robert bob rob bobby robbie
ronald ron|samuel sam|stephen steve|steven steve|susan sue|theodore ted teddy|theresa terry tess|thomas tom tommy
timothy tim|victoria vicky|vincent vince|walter walt|william bill will billy|zachary zach
"""


@cache
def organisations() -> dict[str, str]:
    """Key of a name (see ``places.key``) → the name that is shown."""
    from dateline.annotate.names.places import key

    out: dict[str, str] = {}
    for row in ORGANISATIONS.strip().splitlines():
        shown, *others = row.split("|")
        for name in (shown, *others):
            out[key(name)] = shown
    return out


@cache
def labels() -> dict[str, str]:
    """Key of a name (see ``places.key``) → its label, for names that mean one thing in news."""
    from dateline.annotate.names.places import key

    rows = (row.split("|") for row in LABELLED.strip().splitlines())
    return {key(name): label for label, *names in rows for name in names}


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Given name (lower case) → the other forms of it."""
    out: dict[str, set[str]] = {}
    for row in NICKNAMES.replace("\n", "|").split("|"):
        names = row.split()
        for a in names:
            # a short form may stand for the long one, not for its other short forms
            out.setdefault(a, set()).update(names if a == names[0] else names[:1])
    return {k: frozenset(v - {k}) for k, v in out.items()}
