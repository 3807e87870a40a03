"""Names of places, and words that stand for them; all lower case."""

COUNTRIES = frozenset(
    "usa us u.s.a. u.s. uk u.k. canada india germany deutschland france spain españa italy italia "
    "portugal brazil brasil mexico méxico netherlands nederland belgium belgique switzerland schweiz "
    "suisse svizzera austria österreich poland polska sweden sverige norway norge denmark danmark finland "
    "suomi ireland scotland england wales australia singapore china japan korea taiwan malaysia indonesia "
    "philippines vietnam thailand pakistan bangladesh nepal uae israel turkey türkiye egypt kenya nigeria "
    "ghana ethiopia morocco maroc tunisia tunisie algeria algérie argentina chile colombia peru perú "
    "ecuador venezuela russia россия ukraine україна romania românia bulgaria greece hungary czechia "
    "serbia croatia slovakia luxembourg lebanon jordan qatar kuwait iran iraq".split()
) | {
    "united states",
    "united kingdom",
    "south africa",
    "new zealand",
    "saudi arabia",
    "hong kong",
    "sri lanka",
    "czech republic",
    "united arab emirates",
    "south korea",
    "costa rica",
    "puerto rico",
    "northern ireland",
    "united states of america",
}

STATES = frozenset(
    "al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc "
    "nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc pr st on bc ab qc mb sk ns nb nl pe nsw vic "
    "qld act nt up ts tg ap ka mh wb mp kl".split()
)
SHORT_STATES = frozenset(
    "ala. ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. kan. ky. la. md. mass. mich. minn. miss. mo. mont. "
    "neb. nev. okla. ore. pa. penn. tenn. tex. va. vt. wash. wis. wyo. n.y. n.j. n.c. s.c. n.d. s.d. n.h. n.m. r.i. "
    "d.c. ont. b.c. que. alta. sask. man.".split()
)
"""States as newspapers shorten them, stop and all."""
STATE_NAMES = frozenset(
    "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii "
    "idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan "
    "minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee "
    "texas utah vermont virginia washington wisconsin wyoming ontario quebec québec alberta manitoba "
    "saskatchewan telangana karnataka maharashtra gujarat kerala punjab haryana rajasthan bavaria bayern "
    "hessen sachsen victoria queensland state province".split()
) | {
    "new york",
    "new jersey",
    "new mexico",
    "new hampshire",
    "north carolina",
    "south carolina",
    "north dakota",
    "south dakota",
    "west virginia",
    "rhode island",
    "british columbia",
    "nova scotia",
    "tamil nadu",
    "andhra pradesh",
    "uttar pradesh",
    "west bengal",
    "madhya pradesh",
    "new south wales",
}

CITIES = (
    frozenset(
        "nyc london paris berlin munich münchen hamburg frankfurt köln cologne stuttgart düsseldorf vienna wien "
        "zurich zürich geneva genève bern basel madrid barcelona valencia sevilla lisbon lisboa porto rome "
        "roma milan milano torino napoli bologna amsterdam rotterdam utrecht brussels bruxelles antwerp "
        "dublin edinburgh glasgow manchester birmingham leeds bristol liverpool cambridge oxford lyon "
        "marseille toulouse nantes bordeaux lille nice strasbourg warsaw warszawa kraków krakow wrocław "
        "poznań gdańsk prague praha budapest bucharest sofia athens stockholm göteborg malmö oslo copenhagen "
        "københavn helsinki moscow москва kyiv київ istanbul ankara dubai bangalore bengaluru hyderabad "
        "chennai mumbai pune delhi noida gurgaon gurugram kolkata ahmedabad karachi lahore islamabad dhaka "
        "singapore tokyo osaka seoul beijing shanghai shenzhen guangzhou hangzhou sydney melbourne brisbane "
        "perth auckland toronto montreal montréal vancouver ottawa calgary chicago houston dallas austin "
        "seattle boston atlanta denver miami phoenix philadelphia detroit minneapolis portland orlando tampa "
        "charlotte nashville pittsburgh cleveland columbus cincinnati baltimore sacramento oakland lagos "
        "nairobi cairo johannesburg bogotá lima santiago buenos caracas quito rio recife curitiba brooklyn "
        "manhattan".split()
    )
    | frozenset(
        "new jersey city|jersey city|newark|hoboken|stamford|hartford|providence|worcester|burlington|albany|buffalo|"
        "rochester|syracuse|harrisburg|richmond|norfolk|raleigh|durham|greensboro|charleston|savannah|jacksonville|"
        "tallahassee|gainesville|fort lauderdale|birmingham|montgomery|memphis|knoxville|chattanooga|louisville|"
        "lexington|indianapolis|fort wayne|dayton|akron|toledo|ann arbor|grand rapids|lansing|milwaukee|madison|"
        "green bay|st. paul|saint paul|des moines|omaha|lincoln|wichita|tulsa|oklahoma city|little rock|new orleans|"
        "baton rouge|fort worth|arlington|plano|irving|frisco|san antonio|el paso|albuquerque|santa fe|tucson|"
        "scottsdale|tempe|boulder|colorado springs|fort collins|provo|boise|spokane|tacoma|bellevue|redmond|kirkland|"
        "eugene|salem|fresno|irvine|anaheim|santa monica|santa clara|santa barbara|sunnyvale|cupertino|fremont|"
        "berkeley|redwood city|san mateo|pasadena|long beach|honolulu|anchorage|reston|mclean|alexandria|bethesda|"
        "rockville|wilmington|princeton|cambridge|waltham|bentonville|alpharetta|winnipeg|edmonton|halifax|"
        "mississauga|waterloo|kitchener|hamilton|québec|laval|surrey|burnaby|victoria|sheffield|nottingham|leicester|"
        "cardiff|belfast|newcastle|southampton|portsmouth|brighton|reading|coventry|york|bath|aberdeen|dundee|cork|"
        "galway|limerick|dortmund|essen|bremen|leipzig|dresden|hannover|nürnberg|nuremberg|duisburg|bochum|wuppertal|"
        "bielefeld|bonn|münster|mannheim|karlsruhe|augsburg|wiesbaden|mainz|aachen|kiel|lübeck|freiburg|erfurt|"
        "rostock|kassel|ulm|heidelberg|darmstadt|regensburg|würzburg|potsdam|jena|fulda|göttingen|graz|linz|salzburg|"
        "innsbruck|klagenfurt|luzern|lausanne|winterthur|st. gallen|lugano|montpellier|rennes|reims|grenoble|dijon|"
        "angers|nîmes|le mans|brest|tours|limoges|amiens|metz|besançon|orléans|rouen|caen|nancy|avignon|poitiers|"
        "versailles|la rochelle|pau|liège|gand|gent|namur|charleroi|leuven|brugge|zaragoza|málaga|malaga|murcia|"
        "palma|bilbao|alicante|córdoba|valladolid|vigo|gijón|granada|vitoria|la coruña|oviedo|pamplona|santander|"
        "san sebastián|almería|salamanca|burgos|huesca|logroño|tarragona|girona|lleida|cádiz|jaén|toledo|braga|"
        "coimbra|aveiro|faro|setúbal|firenze|florence|genova|palermo|catania|bari|verona|venezia|venice|padova|"
        "trieste|brescia|parma|modena|reggio emilia|perugia|cagliari|bergamo|trento|pisa|the hague|den haag|"
        "eindhoven|groningen|tilburg|almere|breda|nijmegen|arnhem|haarlem|enschede|delft|leiden|maastricht|"
        "amersfoort|zwolle|łódź|szczecin|bydgoszcz|lublin|katowice|gdynia|białystok|rzeszów|toruń|kielce|brno|"
        "ostrava|bratislava|ljubljana|zagreb|belgrade|cluj-napoca|timișoara|iași|riga|tallinn|vilnius|uppsala|"
        "linköping|lund|västerås|örebro|bergen|trondheim|stavanger|aarhus|odense|aalborg|tampere|turku|espoo|"
        "reykjavik|санкт-петербург|новосибирск|екатеринбург|казань|минск|харків|львів|одеса|lisbon|thessaloniki|"
        "izmir|bursa|beirut|amman|doha|riyadh|jeddah|kuwait city|muscat|manama|haifa|jerusalem|jaipur|lucknow|kanpur|"
        "nagpur|indore|thane|bhopal|visakhapatnam|patna|vadodara|ghaziabad|ludhiana|agra|nashik|faridabad|coimbatore|"
        "kochi|trivandrum|thiruvananthapuram|mysore|mysuru|mangalore|chandigarh|mohali|surat|rajkot|bhubaneswar|"
        "guwahati|dehradun|vijayawada|madurai|navi mumbai|secunderabad|warangal|rawalpindi|faisalabad|peshawar|"
        "multan|sylhet|chittagong|kathmandu|colombo|hanoi|bangkok|jakarta|surabaya|bandung|manila|cebu|taipei|"
        "kaohsiung|busan|incheon|yokohama|nagoya|kyoto|fukuoka|sapporo|kobe|chengdu|wuhan|nanjing|xi'an|suzhou|"
        "tianjin|chongqing|qingdao|北京|上海|广州|深圳|杭州|成都|南京|武汉|西安|苏州|台北|東京|大阪|名古屋|福岡|横浜|"
        "서울|adelaide|canberra|gold coast|hobart|darwin|wellington|christchurch|hamilton|abuja|accra|kampala|"
        "dar es salaam|addis ababa|durban|pretoria|casablanca|rabat|tunis|alger|alexandria|dakar|abidjan|monterrey|"
        "guadalajara|puebla|tijuana|querétaro|medellín|cali|barranquilla|guayaquil|montevideo|asunción|la paz|"
        "rosario|mendoza|valparaíso|belo horizonte|brasília|salvador|fortaleza|porto alegre|campinas|florianópolis|"
        "joinville|goiânia|manaus|belém".split("|")
    )
    | {
        "new york",
        "san francisco",
        "los angeles",
        "san diego",
        "san jose",
        "las vegas",
        "salt lake city",
        "kansas city",
        "st. louis",
        "new delhi",
        "são paulo",
        "rio de janeiro",
        "buenos aires",
        "mexico city",
        "ciudad de méxico",
        "cape town",
        "tel aviv",
        "palo alto",
        "mountain view",
        "menlo park",
        "washington dc",
        "washington d.c.",
        "new york city",
        "abu dhabi",
        "kuala lumpur",
        "ho chi minh city",
    }
)

PLACE_WORDS = frozenset(
    "remote hybrid onsite on-site home-office homeoffice télétravail remoto remota city location country "
    "town state address suburb ort standort lieu ville ciudad lugar 地点 城市 位置".split()
)
