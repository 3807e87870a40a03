"""Words that say what somebody does, in the languages that resumes come in; all lower case.

word  ->  names_role()
"""

from resume_customizer.resume.understanding.role_words_abroad import COMPOUNDED, ROLES_ABROAD

ROLES = ROLES_ABROAD | frozenset(
    # English
    "maker processor avp svp evp rvp gm dev hacker hand deckhand stagehand farmhand ironworker pipefitter steamfitter "
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
    "sde swe modeler modeller integrator ta ra rn lpn cna acupuncturist adjudicator adjutant advocate aesthetician "
    "alderman anaesthetist arbitrator astrophysicist attache banksman barrister beautician blacksmith bosun bouncer "
    "cabbie cataloguer caterer ceramicist chancellor childminder chocolatier choirmaster co-owner cobbler colorist "
    "compositor confectioner consul conveyancer coroner councillor councilor counsel croupier cryptographer "
    "cytologist dealer diver dosimetrist dressmaker embryologist entomologist enumerator envoy esthetician fireman "
    "fishmonger franchisee gaffer gamekeeper ghostwriter glassblower greengrocer grocer grower gunsmith headteacher "
    "helmsman helper herbalist histologist homemaker homeopath hospitalist houseman hydrographer hydrologist "
    "ichthyologist imam immunologist indexer intensivist internist jockey joiner landlord locum lumberjack mailman "
    "mammographer manicurist masseur masseuse mate metrologist minister moulder mycologist naturopath navvy nco "
    "netadmin newsreader ombudsman organist ornithologist orthoptist orthotist osteopath owner-operator patissier "
    "operative stockman herdsman loadmaster chambermaid orthodontist geodesist rifleman midshipman sapper vintner "
    "handyperson storesperson foreperson chargehand ganger expediter jeweller embalmer verger speechwriter toolpusher "
    "mudlogger gravedigger slinger conservator launderer valeter "
    "payroller perfusionist pharmacologist physiologist piercer playworker porter postman preceptor presenter "
    "proprietor prosthetist rabbi roadworker rotoscoper sandblaster scaffolder scriptwriter scrummaster seismologist "
    "signaller signalman solderer splicer sprayer stocktaker stoker storeman sub-editor subcontractor subeditor "
    "substitute tattooist telemarketer telesales tradesman tradesperson valuer verifier virologist volcanologist "
    "watchmaker corpsman yeoman quartermaster guardsman crewman tradeswoman matron ward-clerk barman barmaid "
    "sacristan preparer rater trimmer shelver framer drywaller groundsman greenskeeper interventionist behaviorist "
    "hypnotherapist biostatistician bioinformatician hydrogeologist geophysicist agrologist silviculturist teamleader "
    "retoucher colourist letterer inker storyboarder showrunner grantwriter evaluator "
    # the words that templates put in their place
    "title jobtitle role position designation".split()
)

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
    return word in ROLES or (len(word) > _LONG and word.endswith(COMPOUNDED))
