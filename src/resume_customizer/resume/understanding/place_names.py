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
    "d.c. ont. b.c. que. alta. sask. man. qro. gto. jal. n.l. pue. ver. edo.mex. cdmx. b.c.s. coah. chih. sin. son. "
    "tamps. yuc. q.roo. hgo. gro. oax. tab. chis. nay. zac. dgo. ags. mor. tlax. s.l.p.".split()
)
"""States as newspapers shorten them, stop and all."""
_COUNTIES = (
    "carlow cavan clare cork donegal dublin galway kerry kildare kilkenny laois leitrim limerick longford louth mayo "
    "meath monaghan offaly roscommon sligo tipperary waterford westmeath wexford wicklow "
    "antrim armagh down fermanagh londonderry tyrone durham"
).split()
"""Of Ireland and England, which have `Co.` or `County` before them."""

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
    *(f"{county} {name}" for county in ("co.", "co", "county") for name in _COUNTIES),
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
    | frozenset(
        (
            "'s-hertogenbosch|aalst|abbotsford|adana|addison|agadir|aguascalientes|aix-en-provence|ajman|ajmer|"
            "al ain|al khobar|albacete|aleppo|algeciras|aligarh|alkmaar|allahabad|almaty|amarillo|ambato|amravati|"
            "amritsar|ancona|annecy|antalya|antananarivo|antofagasta|anápolis|apeldoorn|appleton|aracaju|arequipa|"
            "arezzo|asansol|ashburn|asheville|astana|asti|aurangabad|badajoz|badalona|baghdad|baguio|bahía blanca|"
            "bakersfield|baku|ballarat|bamako|bangor|bareilly|barquisimeto|barrie|basingstoke|basra|batam|bauru|"
            "bayonne|beaumont|beaverton|bekasi|belgaum|bellingham|bendigo|benghazi|benin city|bergisch gladbach|"
            "bhavnagar|bhilai|biel|bielsko-biała|bikaner|billings|biloxi|binghamton|bishkek|bismarck|blackpool|"
            "bloemfontein|bloomington|blumenau|boca raton|bogor|bolzano|borås|bottrop|boulogne-billancourt|bourges|"
            "bournemouth|bowling green|bracknell|bradford|brampton|braunschweig|brașov|bregenz|bremerhaven|"
            "bridgeport|brookfield|bucaramanga|bujumbura|burgas|busto arsizio|bytom|béziers|böblingen|cairns|calabar|"
            "calais|calicut|campo grande|can tho|cancún|cannes|canterbury|carlsbad|carrollton|cartagena|caserta|"
            "castellón|caxias do sul|cebu city|cedar rapids|centurion|chambéry|champaign|chandler|chapel hill|"
            "charlottetown|chelmsford|cheltenham|chemnitz|chesapeake|chesterfield|cheyenne|chiang mai|chiba|"
            "chihuahua|chișinău|chula vista|chur|ciudad juárez|ciudad real|clearwater|clermont-ferrand|cochabamba|"
            "colchester|college park|colmar|conakry|constanța|contagem|corpus christi|cosenza|costa mesa|cotonou|"
            "cottbus|council bluffs|courbevoie|craiova|cranbury|crawley|cremona|cuenca|cuiabá|culiacán|cuneo|cusco|"
            "cuttack|cyberjaya|częstochowa|cáceres|cúcuta|da nang|daegu|daejeon|dalian|dallas-fort worth|damascus|"
            "dammam|danbury|davao city|davenport|daytona beach|dearborn|debrecen|den bosch|denizli|denpasar|denton|"
            "depok|derry|deventer|dhahran|diyarbakır|dnipro|dodoma|doncaster|dongguan|dordrecht|dornbirn|douala|"
            "drammen|duluth|dunedin|dunkerque|durgapur|east brunswick|east london|eastbourne|edison|elbląg|elche|"
            "eldoret|elmira|emmen|englewood|entebbe|enugu|erbil|erlangen|erode|esbjerg|escondido|eskilstuna|"
            "eskişehir|esslingen|evanston|evansville|exeter|fairfax|fargo|farmington hills|fayetteville|ferrara|fez|"
            "flagstaff|flensburg|flint|foggia|folsom|forlì|fort myers|foshan|foster city|framingham|fredericton|"
            "fredrikstad|freetown|fribourg|friedrichshafen|funchal|fuzhou|fès|fürth|gaborone|gaithersburg|galle|"
            "galveston|gandhinagar|gatineau|gaziantep|geelong|gelsenkirchen|george town|getafe|gießen|giza|"
            "glen allen|glendale|gliwice|gorakhpur|gorzów|gouda|gqeberha|grand forks|grand prairie|great falls|"
            "greater noida|greeley|greenville|gresham|grimsby|grosseto|guadalajara|guarulhos|guatemala city|guelph|"
            "guildford|guimarães|gujranwala|guntur|gurdaspur|gwalior|gwangju|győr|gävle|gütersloh|hagerstown|"
            "hai phong|halmstad|hanau|harare|harrogate|hasselt|havana|heerlen|hefei|heilbronn|helmond|helsingborg|"
            "hengelo|heraklion|hereford|hermosillo|herndon|hialeah|hildesheim|hillsboro|hilversum|hiroshima|"
            "hoofddorp|horsens|hosur|howrah|hsinchu|hubballi|hubli|huddersfield|huelva|huntington beach|huntsville|"
            "hyderabad|ibadan|ibagué|ilorin|imola|ingolstadt|inverness|iowa city|ipoh|ipswich|iselin|isfahan|ithaca|"
            "izmit|i̇zmir|jabalpur|jalandhar|jammu|jamnagar|jamshedpur|jerez|jinan|jodhpur|johor bahru|joliet|"
            "joão pessoa|jubail|juiz de fora|juneau|jyväskylä|jönköping|kabul|kaduna|kaiserslautern|kakinada|"
            "kalamazoo|kalmar|kandy|karlstad|kaunas|kawasaki|kayseri|keighley|kelowna|kennewick|khartoum|khulna|"
            "kigali|kilkenny|killeen|kinshasa|kiruna|kisumu|klaipėda|koblenz|kocaeli|kolding|kolhapur|konstanz|konya|"
            "kortrijk|koszalin|kota kinabalu|kozhikode|košice|krefeld|kristiansand|kuching|kumasi|kunming|kuopio|"
            "kurnool|la défense|la habana|la plata|la spezia|lafayette|lahti|lake charles|lakeland|lakewood|landshut|"
            "laredo|larissa|las palmas|le havre|lecce|lecco|leeuwarden|legnica|leiria|lelystad|lethbridge|leverkusen|"
            "lewisville|león|liberec|libreville|limassol|lincolnshire|lisburn|livonia|livorno|lomé|londrina|lorient|"
            "lowell|luanda|lubbock|lucca|ludwigsburg|ludwigshafen|lugo|luleå|lusaka|luton|lüneburg|maceió|macon|"
            "magdeburg|maidenhead|maidstone|makassar|makati|makati city|malacca|malang|malatya|managua|mangaluru|"
            "manizales|mansoura|mantova|maputo|mar del plata|maracaibo|maracay|marburg|maribor|maringá|markham|"
            "marrakech|mashhad|matera|mazatlán|mckinney|mecca|mechelen|medan|medford|meerut|meknes|melbourne|merced|"
            "mersin|mesquite|messina|mexicali|middlesbrough|midrand|milpitas|milton keynes|minot|miskolc|modesto|"
            "moline|mombasa|moncton|mons|montreuil|monza|moradabad|morelia|morrisville|mulhouse|murfreesboro|"
            "muskegon|mönchengladbach|nakuru|nanaimo|nanded|nanterre|naperville|napier|naples|nashua|nellore|"
            "neuchâtel|neuquén|neuss|new haven|newport|newport beach|newport news|nicosia|ningbo|niterói|niš|"
            "norrköping|north charleston|northampton|northbrook|norwalk|norwich|novara|novi|novi sad|nowy sącz|"
            "o'fallon|oak brook|oakville|oaxaca|oberhausen|ocala|odessa|offenbach|offenburg|ogden|oldenburg|oldham|"
            "olomouc|olsztyn|olympia|onitsha|oostende|opole|oradea|oran|orem|osasco|oshawa|osijek|osnabrück|oulu|"
            "ourense|overland park|owerri|oxnard|pachuca|paderborn|palembang|palm beach|palm springs|"
            "palmerston north|panaji|panama city|panchkula|panipat|pardubice|parramatta|parsippany|pasig|passau|"
            "patiala|patras|pavia|pensacola|peoria|perpignan|pesaro|pescara|petaling jaya|peterborough|pforzheim|"
            "phnom penh|phuket|piacenza|pietermaritzburg|piracicaba|piscataway|pistoia|piura|plainfield|pleasanton|"
            "ploiești|plovdiv|plzeň|pocatello|podgorica|pokhara|polokwane|pomona|pondicherry|pontevedra|poole|"
            "pordenone|port elizabeth|port harcourt|port louis|port said|port st. lucie|port-au-prince|potenza|"
            "poughkeepsie|prayagraj|puducherry|pueblo|putrajaya|pécs|płock|quetta|quezon city|quimper|racine|radom|"
            "raipur|rajahmundry|rajshahi|ramallah|ranchi|randers|rapid city|ras al khaimah|ravenna|ravensburg|"
            "red deer|remscheid|reutlingen|rialto|ribeirão preto|richardson|richmond hill|rijeka|rimini|roanoke|"
            "rockford|roermond|rohtak|roorkee|roosendaal|rosenheim|roseville|roskilde|rotherham|round rock|rourkela|"
            "rybnik|saarbrücken|sabadell|saginaw|saint-denis|saint-nazaire|saint-étienne|saitama|sakarya|salalah|"
            "salerno|salisbury|salta|saltillo|samara|samsun|san bernardino|san josé|san juan|san luis potosí|"
            "san marcos|san ramon|san salvador|sandnes|sandton|sandy springs|sangli|santa ana|santa marta|santa rosa|"
            "santiago de compostela|santo andré|santo domingo|sarajevo|sarasota|sargodha|saskatoon|sassari|savona|"
            "schaffhausen|schaumburg|schwerin|scranton|segovia|semarang|sendai|sfax|shah alam|sharjah|shenyang|"
            "sherbrooke|shimla|shiraz|shreveport|shrewsbury|sialkot|sibiu|siena|siliguri|sioux city|sioux falls|"
            "siracusa|skellefteå|skopje|sligo|slough|sohar|solapur|solihull|solingen|sonipat|sopot|soria|sorocaba|"
            "sosnowiec|sousse|south bend|southend-on-sea|southfield|soweto|springfield|srinagar|st albans|st. cloud|"
            "st. john's|st. petersburg|stellenbosch|stevenage|steyr|stirling|stockport|stoke-on-trent|subang jaya|"
            "sudbury|sugar land|sunderland|sundsvall|sunshine coast|suwon|swansea|swindon|syosset|szeged|"
            "são bernardo do campo|são josé dos campos|södertälje|tabriz|taguig|taichung|tainan|takoradi|tangerang|"
            "tangier|tanta|taranto|tarnów|tartu|tashkent|taunton|tauranga|tbilisi|tegucigalpa|tehran|telford|"
            "temecula|temuco|teresina|terni|terrassa|terre haute|teruel|thousand oaks|thrissur|thunder bay|tirana|"
            "tiruchirappalli|tirunelveli|tirupati|tiruppur|toluca|toowoomba|topeka|torrance|torreón|toulon|tournai|"
            "townsville|trabzon|treviso|trichy|tripoli|trnava|trois-rivières|tromsø|troyes|trujillo|tucumán|tumkur|"
            "tuscaloosa|tychy|tübingen|uberlândia|udaipur|udine|ujjain|ulsan|umeå|uyo|vaasa|vallejo|valletta|vannes|"
            "vantaa|vapi|varanasi|varese|varna|vejle|vellore|venlo|veracruz|vercelli|vicenza|vientiane|villach|"
            "villahermosa|villeurbanne|villingen|vinnytsia|virginia beach|visalia|viseu|vitória|vizag|viña del mar|"
            "volos|växjö|waco|walsall|warrington|waterbury|waterford|watford|waukesha|wauwatosa|west chester|"
            "west des moines|west palm beach|white plains|whitehorse|wichita falls|wiener neustadt|wigan|"
            "wilhelmshaven|winchester|windhoek|winston-salem|woking|wolfsburg|wollongong|wolverhampton|woodbridge|"
            "woodland hills|wrexham|wuxi|xiamen|yakima|yanbu|yangon|yaoundé|yerevan|yogyakarta|yonkers|youngstown|"
            "yuma|zaandam|zabrze|zacatecas|zamora|zamość|zaporizhzhia|zhengzhou|zhuhai|zielona góra|zlín|zoetermeer|"
            "zwickau|ávila|ålesund|évora|östersund|žilina|волгоград|воронеж|ижевск|краснодар|красноярск|"
            "нижний новгород|омск|пермь|ростов-на-дону|самара|саратов|тюмень|уфа|челябинск|"
            "东莞|京都|仙台|佛山|厦门|台中|合肥|大连|"
            "天津|宁波|広島|新北|无锡|昆明|札幌|沈阳|济南|珠海|神戸|福州|郑州|重庆|长沙|青岛|高雄|광주|대구|대전|부산|인천"
        ).split("|")
    )
    | {
        "new york",
        "state college",
        "college station",
        "cdmx",
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
