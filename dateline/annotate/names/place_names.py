"""What news calls places and peoples, beyond the libraries' data: tables that places.py adds to them.

Values are names as written, joined by '|' or white space; keys are two-letter codes of countries.
"""

from __future__ import annotations

# What news calls a country, beyond its name in the data; the first wins as canonical where it differs from the data.
COUNTRY_NAMES: dict[str, str] = {
    "US": "United States|U.S.|US|USA|U.S.A.|America|United States of America|the States",
    "GB": "United Kingdom|U.K.|UK|Britain|Great Britain",
    "AE": "United Arab Emirates|UAE|U.A.E.|Emirates",
    "CD": "Democratic Republic of the Congo|Democratic Republic of Congo|DR Congo|DRC|Congo-Kinshasa|Zaire",
    "CG": "Republic of the Congo|Congo Republic|Congo-Brazzaville|Republic of Congo",
    "KR": "South Korea|S. Korea|Republic of Korea|S.Korea|ROK",
    "KP": "North Korea|N. Korea|Democratic People's Republic of Korea|DPRK|N.Korea",
    "CZ": "Czech Republic|Czechia",
    "NL": "Netherlands|The Netherlands|Holland",
    "TR": "Turkey|Türkiye|Turkiye",
    "MM": "Myanmar|Burma",
    "CI": "Ivory Coast|Cote d'Ivoire|Côte d’Ivoire",
    "MK": "North Macedonia|Macedonia|FYROM",
    "SZ": "Eswatini|Swaziland",
    "CV": "Cape Verde|Cabo Verde",
    "TL": "East Timor|Timor-Leste",
    "BA": "Bosnia and Herzegovina|Bosnia|Bosnia-Herzegovina|Bosnia & Herzegovina",
    "RU": "Russia|Russian Federation",
    "CN": "China|People's Republic of China|PRC|P.R.C.",
    "TW": "Taiwan|Republic of China",
    "SA": "Saudi Arabia|Saudi|Kingdom of Saudi Arabia",
    "NZ": "New Zealand|N.Z.|NZ",
    "ZA": "South Africa|S. Africa|S.Africa",
    "PG": "Papua New Guinea|PNG",
    "VA": "Vatican City|Vatican|Holy See",
    "PS": "Palestinian Territories|Palestine|Palestinian Territory|State of Palestine|Occupied Palestinian Territory",
    "VN": "Vietnam|Viet Nam",
    "SY": "Syria|Syrian Arab Republic",
    "LA": "Laos|Lao PDR",
    "IE": "Ireland|Republic of Ireland|Irish Republic",
    "TT": "Trinidad and Tobago|Trinidad & Tobago",
    "MO": "Macau|Macao",
    "HK": "Hong Kong|HK",
    "BS": "Bahamas|The Bahamas",
    "GM": "Gambia|The Gambia",
    "DO": "Dominican Republic",
}

# Nationalities beyond the data, and the forms for people; each belongs to a country.
NATIONALITIES: dict[str, str] = {
    "US": "American Americans",
    "GB": "British Briton Britons Brit Brits",
    "NL": "Dutch Dutchman Dutchmen",
    "FR": "French Frenchman Frenchmen Frenchwoman",
    "ES": "Spanish Spaniard Spaniards",
    "SE": "Swedish Swede Swedes",
    "DK": "Danish Dane Danes",
    "FI": "Finnish Finn Finns",
    "PL": "Polish Pole Poles",
    "TR": "Turkish Turk Turks",
    "IE": "Irish Irishman Irishmen",
    "IS": "Icelandic Icelander Icelanders",
    "AR": "Argentine Argentines Argentinian Argentinians Argentinean",
    "SA": "Saudi Saudis",
    "PH": "Philippine Filipino Filipinos Filipina",
    "CH": "Swiss",
    "KR": "South-Korean",
    "KP": "North-Korean",
    "NZ": "New-Zealander New-Zealanders Kiwi Kiwis",
    "AF": "Afghan Afghans",
    "KZ": "Kazakh Kazakhs",
    "KG": "Kyrgyz",
    "TJ": "Tajik Tajiks",
    "UZ": "Uzbek Uzbeks",
    "TM": "Turkmen",
    "SI": "Slovenian Slovenians Slovene Slovenes",
    "RS": "Serbian Serbians Serb Serbs",
    "HR": "Croatian Croatians Croat Croats",
    "SK": "Slovak Slovakian",
    "MM": "Burmese",
    "PS": "Palestinian Palestinians",
    "PT": "Portuguese",
    "BW": "Botswanan",
    "XK": "Kosovan Kosovar Kosovars",
    "LS": "Basotho",
    "MG": "Malagasy",
    "EC": "Ecuadorian Ecuadorians Ecuadorean",
    "SV": "Salvadoran Salvadorans Salvadorean",
    "BA": "Bosnian Bosnians",
    "CD": "Congolese",
    "AU": "Australian Australians Aussie Aussies",
    "NP": "Nepali Nepalis Nepalese",
    "IN": "Indian Indians",
    "JP": "Japanese",
    "AE": "Emirati Emiratis",
    "MV": "Maldivian",
    "BB": "Barbadian Bajan",
    "DM": "",
    "HK": "Hongkonger Hongkongers",
    "MO": "Macanese",
    "ZA": "South-African South-Africans",
    "DO": "Dominican Dominicans",
    "JM": "Jamaican Jamaicans",
    "CR": "Costa-Rican Costa-Ricans",
    "PR": "Puerto-Rican Puerto-Ricans",
    "TD": "Chadian",
    "CV": "Cape-Verdean",
    "GE": "Georgian Georgians",
}
# Peoples, faiths and parts of a country: NORP as well, without a country of their own.
PEOPLES = frozenset(
    """
    european africa-american asian african arab arabs jewish jew jews muslim muslims islam islamic christianity
    judaism latina latinas latinx islamist islamists
    christian christians catholic catholics protestant protestants sunni sunnis shiite shiites shia shi'ite
    shi'ites hindu hindus buddhist buddhists sikh sikhs kurdish kurd kurds latin latino latinos hispanic
    hispanics scottish welsh english englishman welshman scotsman scot scots englishmen catalan catalans basque
    basques tibetan tibetans uighur uighurs uyghur uyghurs rohingya chechen chechens soviet nazi nazis western nordic
    baltic scandinavian balkan europeans africans asians republican republicans democrat democrats democratic
    conservative conservatives labour tory tories communist communists socialist socialists liberal liberals anglican
    orthodox evangelical evangelicals mormon mormons amish tamil tamils sinhalese pashtun pashtuns hutu hutus tutsi
    tutsis zulu zulus maori bavarian flemish texan texans californian californians parisian londoner londoners yorker
    yorkers hawaiian alaskan czech czechs slavic slav slavs caucasian mediterranean
    """.split()
)
REGIONS = (
    "Europe|Asia|Africa|Middle East|Mideast|Near East|North America|South America|Latin America|Central America|"
    "Central Asia|Southeast Asia|South Asia|East Asia|Eastern Europe|Western Europe|Central Europe|West Africa|"
    "East Africa|"
    "North Africa|Sub-Saharan Africa|southern Africa|Balkans|Caribbean|Antarctica|Arctic|Oceania|Scandinavia|Baltics|"
    "Caucasus|Sahel|Horn of Africa|Persian Gulf|Gulf|Maghreb|Levant|Asia-Pacific|Asia Pacific|Pacific|Atlantic|"
    "Mediterranean|Black Sea|Red Sea|South China Sea|East China Sea|Baltic Sea|North Sea|Himalayas|Alps|Andes|"
    "Sahara|Sinai|"
    "West Bank|Gaza Strip|Golan Heights|Kashmir|Crimea|Donbass|Donbas|Kurdistan|Midwest|New England|Silicon Valley|"
    "Midlands|Highlands|Amazon basin|Antarctic|Eurasia|Far East|Pacific Ocean|Atlantic Ocean|Indian Ocean|Western world"
)
# Parts of countries that have sides and governments of their own, and provinces that news names without their country.
PARTS: dict[str, str] = {
    "GB": "England|Scotland|Wales|Northern Ireland|Yorkshire|Lancashire|Cheshire|Derbyshire|Nottinghamshire|"
    "Leicestershire|"
    "Lincolnshire|Warwickshire|Worcestershire|Gloucestershire|Oxfordshire|Buckinghamshire|Bedfordshire|Hertfordshire|"
    "Cambridgeshire|Northamptonshire|Staffordshire|Shropshire|Herefordshire|Wiltshire|Hampshire|Berkshire|"
    "Surrey|Sussex|"
    "Kent|Essex|Norfolk|Suffolk|Devon|Cornwall|Dorset|Somerset|Cumbria|Northumberland|County Durham|Merseyside|"
    "Glamorgan|"
    "Middlesex|Aberdeenshire|Ayrshire|Fife|Pembrokeshire|Gwynedd|Ulster|County Antrim|County Down",
    "CA": "Ontario|Quebec|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia|New Brunswick|Newfoundland|Yukon|"
    "Nunavut|Prince Edward Island",
    "AU": "New South Wales|Queensland|Tasmania|Western Australia|South Australia|Northern Territory",
    "DE": "Bavaria|Saxony|Hesse|North Rhine-Westphalia|Lower Saxony|Thuringia|Brandenburg|Saxony-Anhalt",
    "ES": "Catalonia|Andalusia|Basque Country|Galicia",
    "IT": "Lombardy|Tuscany|Sicily|Sardinia|Veneto|Piedmont",
    "FR": "Normandy|Brittany|Provence|Corsica",
    "RU": "Chechnya|Dagestan|Siberia|Tatarstan",
    "CN": "Xinjiang|Tibet|Sichuan|Guangdong|Hubei|Hunan|Yunnan|Fujian|Zhejiang|Jiangsu|Hebei|Henan|Shandong",
    "IN": "Punjab|Gujarat|Kerala|Maharashtra|Tamil Nadu|Uttar Pradesh|West Bengal|Bihar|Rajasthan|Karnataka|Assam",
    "PS": "Gaza",
    "US": "Washington, D.C.|Washington D.C.|Washington DC|D.C.",
}
# How news shortens American states after the name of a town ("Flint, Mich."), and Canadian provinces.
STATE_SHORT = dict(
    row.replace("_", " ").split("=")
    for row in """
    Ala.=Alabama Ariz.=Arizona Ark.=Arkansas Calif.=California Colo.=Colorado Conn.=Connecticut Del.=Delaware
    Fla.=Florida Ga.=Georgia Ill.=Illinois Ind.=Indiana Kan.=Kansas Ky.=Kentucky La.=Louisiana Md.=Maryland
    Mass.=Massachusetts Mich.=Michigan Minn.=Minnesota Miss.=Mississippi Mo.=Missouri Mont.=Montana Neb.=Nebraska
    Nev.=Nevada N.H.=New_Hampshire N.J.=New_Jersey N.M.=New_Mexico N.Y.=New_York N.C.=North_Carolina
    N.D.=North_Dakota Okla.=Oklahoma Ore.=Oregon Pa.=Pennsylvania R.I.=Rhode_Island S.C.=South_Carolina
    S.D.=South_Dakota Tenn.=Tennessee Tex.=Texas Vt.=Vermont Va.=Virginia Wash.=Washington W.Va.=West_Virginia
    Wis.=Wisconsin Wyo.=Wyoming Ont.=Ontario Que.=Quebec B.C.=British_Columbia Alta.=Alberta Sask.=Saskatchewan
    Man.=Manitoba
    """.split()
)
