"""Words that say what somebody does, in the languages that resumes come in; all lower case.

word  ->  names_role()
"""

ROLES = frozenset(
    # English
    "processor avp svp evp rvp gm dev hacker hand deckhand stagehand farmhand ironworker pipefitter steamfitter "
    "millwright journeyman lineman linesman glazier stonemason tiler plasterer insulator boilermaker toolmaker "
    "paraeducator paraprofessional orderly anesthesiologist anesthetist cardiologist neurologist oncologist "
    "radiologist pediatrician psychiatrist dermatologist pathologist audiologist podiatrist epidemiologist "
    "microbiologist toxicologist sociologist anthropologist historian lvn crna scribe transcriptionist doula greeter "
    "sorter shopper detailer cabinetmaker upholsterer seamstress jeweler goldsmith brewer winemaker sommelier barback "
    "busboy expeditor maid bellhop bellman doorman cameraman cinematographer dj comedian composer vocalist guitarist "
    "pianist filmmaker storyteller blogger influencer columnist correspondent announcer screenwriter playwright "
    "author poet publisher typesetter bookbinder cartographer oceanographer botanist zoologist geneticist "
    "metallurgist agronomist horticulturist arborist farrier rancher wrangler fisherman logger roughneck roustabout "
    "driller trucker longshoreman stevedore boatswain seaman purser airman aviator navigator infantryman commander "
    "cadet constable magistrate notary mayor senator councilman councilwoman commissioner diplomat lobbyist "
    "campaigner activist spokesperson priest deacon missionary vicar trustee bursar rector proctor invigilator "
    "referee athlete skipper appraiser auctioneer collector originator abstractor holder keyholder timekeeper "
    "storekeeper shopkeeper zookeeper keeper hauler mover grinder polisher sander finisher molder stitcher engraver "
    "checker weigher labeler annotator implementer pentester sme tpm bsa cmo cpo chro ciso cdo cso cno pharmd "
    "headhunter sourcer stager provider copyeditor proofer captioner subtitler localizer ethnographer crew bookseller "
    "archaeologist assembler assessor astronomer attendant bailiff barber biller bricklayer busser butcher cataloger "
    "chaplain chiropractor choreographer clinician coder comptroller concierge courier dancer demonstrator dishwasher "
    "drafter draftsman ecologist entrepreneur examiner extern fabricator farmer firefighter fitter florist forester "
    "fundraiser gardener geographer grader groomer groundskeeper hairdresser handyman installer interviewer "
    "landscaper linguist locksmith logistician mediator meteorologist negotiator nutritionist optician optometrist "
    "painter pastor policeman preacher promoter proofreader prosecutor publicist ranger realtor registrar reviewer "
    "rigger roofer sculptor sheriff singer sonographer stewardess tailor trader trooper typist umpire usher valet "
    "warden warehouseman watchman weaver bagger canvasser medic emt corporal colonel employee guide pollster engineer "
    "developer analyst manager consultant architect administrator admin programmer designer tester technician "
    "technologist specialist scientist researcher director officer executive lead leader head chief president ceo cto "
    "cfo coo cio vp founder co-founder cofounder owner partner principal associate assistant intern trainee "
    "apprentice fellow coordinator co-ordinator supervisor representative rep agent advisor adviser strategist "
    "planner buyer merchandiser recruiter trainer instructor teacher tutor professor lecturer educator coach mentor "
    "nurse physician doctor surgeon dentist pharmacist therapist paramedic caregiver carer aide counselor counsellor "
    "psychologist accountant auditor bookkeeper controller treasurer banker teller cashier clerk secretary "
    "receptionist attorney lawyer paralegal solicitor judge editor writer journalist reporter copywriter translator "
    "interpreter librarian photographer videographer animator illustrator artist musician producer actor chef cook "
    "baker barista bartender waiter waitress server host hostess housekeeper janitor custodian cleaner driver "
    "operator mechanic electrician plumber carpenter welder machinist foreman inspector surveyor estimator scheduler "
    "dispatcher guard captain pilot sailor soldier sergeant lieutenant volunteer member ambassador organizer "
    "organiser facilitator moderator contractor freelancer freelance salesperson salesman saleswoman seller stylist "
    "model lifeguard babysitter nanny caretaker scrum product-owner dba sre qa sdet devops sysadmin webmaster "
    "marketer evangelist economist statistician biologist chemist physicist mathematician geologist neurophysiologist "
    "radiographer dietitian hygienist phlebotomist midwife veterinarian practitioner resident postdoc co-op coop "
    "internship apprenticeship placement staff steward liaison curator archivist broker underwriter adjuster actuary "
    "investigator detective deputy superintendent expert generalist stocker packer picker laborer labourer worker "
    "loader handler janitorial dean chair chairman chairperson chairwoman provost headmaster student graduate scholar "
    "sde swe modeler modeller integrator ta ra rn lpn cna "
    # German
    "entwickler entwicklerin ingenieur ingenieurin berater beraterin leiter leiterin projektleiter projektleiterin "
    "teamleiter teamleiterin abteilungsleiter abteilungsleiterin geschäftsführer geschäftsführerin softwareentwickler "
    "softwareentwicklerin sachbearbeiter sachbearbeiterin kaufmann kauffrau bürokaufmann bürokauffrau "
    "industriekauffrau industriekaufmann bankkaufmann bankkauffrau verkäufer verkäuferin lehrer lehrerin "
    "krankenschwester krankenpfleger pflegefachkraft pflegekraft erzieher erzieherin praktikant praktikantin "
    "werkstudent werkstudentin auszubildender auszubildende mitarbeiter mitarbeiterin assistenz assistentin referent "
    "referentin techniker technikerin mechaniker mechatroniker elektriker buchhalter buchhalterin architektin arzt "
    "ärztin redakteur redakteurin aushilfe fachinformatiker fachinformatikerin informatiker informatikerin "
    "systemadministrator tutorin koch köchin kellner kellnerin fahrer fachkraft vertriebsmitarbeiter vertriebsleiter "
    "praktikum ausbildung angestellter angestellte bäcker metzger friseur friseurin maler schreiner tischler "
    "schlosser elektroniker lagerist disponent disponentin kassierer kassiererin rezeptionist rezeptionistin "
    "dolmetscher dolmetscherin übersetzer übersetzerin jurist juristin rechtsanwalt rechtsanwältin einkäufer "
    "einkäuferin gründer gründerin inhaber inhaberin dozent dozentin doktorand doktorandin hilfskraft barkeeper "
    # French
    "ingénieur ingénieure développeur développeuse développeur/se cheffe responsable directeur directrice gérant "
    "gérante assistante stagiaire alternant alternante apprenti apprentie conseiller conseillère consultante "
    "technicien technicienne vendeur vendeuse commercial commerciale comptable infirmier infirmière aide-soignante "
    "maçon couvreur plâtrier carreleur peintre charpentier jardinier jardinière aide-soignant ambulancier cariste "
    "conducteur conductrice opérateur opératrice enseignant enseignante professeur professeure chargé chargée "
    "secrétaire attaché attachée animateur animatrice serveur serveuse cuisinier cuisinière analyste architecte "
    "administrateur administratrice graphiste rédacteur rédactrice employé employée ouvrier ouvrière chauffeur "
    "caissier caissière hôte hôtesse formateur formatrice équipier équipière concepteur conceptrice coordinateur "
    "coordinatrice dessinateur dessinatrice projeteur juriste avocat avocate journaliste chercheur chercheuse "
    "doctorant doctorante éducateur éducatrice magasinier manutentionnaire préparateur livreur électricien plombier "
    "menuisier soudeur mécanicien boulanger pâtissier coiffeur coiffeuse pharmacien pharmacienne médecin acheteur "
    "acheteuse auditeur contrôleur traducteur traductrice bibliothécaire réceptionniste standardiste téléconseiller "
    "téléconseillère superviseur fondateur fondatrice gestionnaire bénévole moniteur monitrice entraîneur surveillant "
    "surveillante "
    # Spanish, Portuguese
    "ingeniero ingeniera desarrollador desarrolladora gerente jefe jefa directora asistente auxiliar analista "
    "consultor consultora coordinador coordinadora técnico técnica vendedor vendedora profesor profesora maestro "
    "maestra docente enfermero enfermera contador contadora administrador administradora becario becaria practicante "
    "encargado encargada supervisora diseñador diseñadora programador programadora arquitecto arquitecta dependiente "
    "camarero camarera cocinero cocinera operario operaria recepcionista ejecutivo ejecutiva abogado abogada médico "
    "médica asesor asesora engenheiro engenheira desenvolvedor desenvolvedora coordenador coordenadora estagiário "
    "estagiária diretor diretora assistente professora enfermeiro enfermeira atendente operador operadora secretária "
    "secretario especialista teleoperador teleoperadora monitora investigador investigadora farmacêutico farmacêutica "
    "contabilista escriturário motorista cozinheiro cozinheira empregado empregada balconista porteiro zelador "
    "eletricista pedreiro soldador nutricionista fisioterapeuta advogado advogada arquiteto arquiteta formador "
    "formadora educador educadora estafeta rececionista albañil chofer costurera almacenista traductor traductora "
    "periodista contable administrativo administrativa cajero cajera mozo repartidor repartidora conductor conductora "
    "electricista fontanero mecánico peluquero peluquera farmacéutico farmacéutica psicólogo psicóloga cuidador "
    "cuidadora socorrista gestor gestora subdirector subdirectora fundador fundadora voluntario voluntaria pasante "
    "ayudante "
    # Italian
    "ingegnere sviluppatore sviluppatrice responsabile direttore direttrice consulente impiegato impiegata "
    "tirocinante stagista addetto addetta commesso commessa cameriere cameriera cuoco insegnante infermiere "
    "infermiera operaio operaia programmatore programmatrice progettista contabile segretaria segretario "
    "collaboratore collaboratrice tecnico capo architetto medico venditore "
    # Dutch, Polish, Nordic
    "ontwikkelaar medewerker adviseur hoofd verkoopmedewerker leraar docent verpleegkundige stagiair programmeur "
    "projectleider inżynier programista programistka kierownik specjalista specjalistka asystent asystentka doradca "
    "nauczyciel nauczycielka pielęgniarka sprzedawca stażysta stażystka praktykant kasjer kasjerka analityk księgowa "
    "księgowy dyrektor młodszy starszy utvecklare ingenjör konsult projektledare säljare lärare sjuksköterska "
    "utvikler ingeniør konsulent lærer butiksbiträde undersköterska handläggare chaufför tekniker montör servitör "
    "servitris kock sekreterare ekonom samordnare medarbetare snickare butikksmedarbeider sykepleier rådgiver leder "
    "sælger sygeplejerske pædagog magazynier kierowca mechanik elektryk spawacz kucharz kelner kelnerka "
    "recepcjonistka koordynator menedżer przedstawiciel opiekunka pracownik właściciel timmerman secretaresse "
    "boekhouder kapper monteur begeleider magazijnmedewerker myyjä sairaanhoitaja kehittäjä "
    # Czech, Slovak
    "účetní asistentka asistent vedoucí ředitel ředitelka vývojář programátor specialistka prodavač prodavačka učitel "
    "učitelka inženýr technik účtovník účtovníčka řidič kuchař skladník zdravotní obchodník "
    # Hungarian, Romanian
    "mérnök értékesítő könyvelő asszisztens vezető fejlesztő tanár ápoló inginer contabil vânzător vânzătoare "
    "asistentă șofer casier profesoară "
    # Russian, Turkish
    "разработчик инженер менеджер программист аналитик директор руководитель специалист консультант администратор "
    "дизайнер бухгалтер преподаватель учитель стажер стажёр помощник продавец mühendis mühendisi geliştirici uzman "
    "uzmanı müdür müdürü stajyer öğretmen laborant muhasebeci şefi sorumlusu yöneticisi elemanı teknisyeni danışmanı "
    "koordinatörü asistanı garson aşçı şoför hemşire водитель повар кассир секретарь юрист врач медсестра электрик "
    "механик слесарь сварщик оператор логист маркетолог переводчик кладовщик товаровед мастер начальник тестировщик "
    # the words that templates put in their place
    "title jobtitle role position designation".split()
)

_COMPOUNDED = tuple(
    "mitarbeiter mitarbeiterin angestellter angestellte leiter leiterin pfleger pflegerin kraft berater beraterin "
    "verkäufer verkäuferin ingenieur ingenieurin techniker technikerin entwickler entwicklerin assistent "
    "assistentin kaufmann kauffrau meister meisterin führer führerin helfer helferin lehrer lehrerin arbeiter "
    "arbeiterin referent referentin betreuer betreuerin fahrer fahrerin trainer trainerin leitung händler händlerin "
    "leistender manager managerin buchhalter buchhalterin verwalter verwalterin planer planerin pädagoge pädagogin "
    "therapeut therapeutin prüfer prüferin zeichner zeichnerin chefin koordinator koordinatorin spezialist "
    "spezialistin werker werkerin medewerker leider ingenjör chef ledare biträde sköterska arbetare medarbeider "
    "arbeider medhjælper behandler selger rådgiver fører mechaniker "
    "mechanikerin elektroniker elektronikerin schlosser monteur monteurin".split()
)
"""Ends of long words that name a role in German, Dutch and Nordic languages: `Detailhandelsangestellte`."""
_LONG = 7

SENIORITY = frozenset(
    "senior sr junior jr lead principal staff chief associate assistant head vice deputy interim acting mid-level "
    "entry-level".split()
)

CJK_ROLES = tuple(
    "工程师 工程師 经理 經理 主管 总监 總監 助理 实习生 實習生 教师 教師 老师 顾问 顧問 专员 專員 "
    "设计师 設計師 分析师 開發 开发 讲师 教授 助教 研究员 职务 职位 職位 职称 エンジニア マネージャー "
    "開発 リーダー デザイナー コンサルタント プログラマ アナリスト アシスタント 店長 営業 スタッフ 程序员 "
    "程式 秘书 会计 编辑 记者 医生 护士 销售 部長 課長 主任 総監 개발자 매니저 엔지니어 디자이너 "
    "인턴 팀장".split()
)


def names_role(word: str) -> bool:
    """A word, in lower case, that says what somebody does."""
    return word in ROLES or (len(word) > _LONG and word.endswith(_COMPOUNDED))
