"""The titles that sections of resumes have, and the words that titles are made of; all lower case."""

from typing import Literal

from resume_customizer.core.document import SectionKind

Topic = SectionKind | Literal["volunteer"]
"""A section kind, or `volunteer`: a part that is no employment but may hold engagements of the same form."""

_EXACT: dict[Topic, str] = {
    "experience": "experience|employment|jobs|jobs held|"
    "work|work life|background and experience|positions held|appointments|"
    "work record|what i have done|where i've worked|where i worked|industrial training|industrial trainings|"
    "internship|internships|professional practice|clinical rotations|client engagements|key engagements|"
    "assignments|engagements|career|careers|career path|my journey|my journey so far|my career so far|"
    "where i have worked|"
    "what i've done|current position|current role|previous positions|przebieg pracy zawodowej|praca zawodowa|"
    "historia zawodowa|professional career|my career|career record|career details|employment details|"
    "berufserfahrung|berufserfahrungen|berufspraxis|"
    "beruflicher werdegang|werdegang|berufliche stationen|beruflicher hintergrund|berufliche erfahrung|"
    "berufliche erfahrungen|berufliche tätigkeit|berufliche tätigkeiten|praxiserfahrung|praktische erfahrung|"
    "arbeitserfahrung|praktika|praktikum|expérience|expériences|expérience professionnelle|"
    "expériences professionnelles|experience professionnelle|experiences professionnelles|"
    "parcours professionnel|parcours|expériences détaillées|experiences detaillees|expérience détaillée|emplois|"
    "stages|stage|missions|missions réalisées|experiencia|experiencia laboral|experiencia profesional|"
    "experiencias|experiencias laborales|historial laboral|trayectoria|trayectoria profesional|"
    "trayectoria laboral|prácticas|experiência|experiências|experiência profissional|experiências profissionais|"
    "experiencia profissional|histórico profissional|esperienza|esperienze|esperienza professionale|"
    "esperienze professionali|esperienza lavorativa|esperienze lavorative|carriera|tirocini|werkervaring|"
    "ervaring|professionele ervaring|loopbaan|sea service|sea experience|flight experience|service record|"
    "arbeidsverleden|relevante werkervaring|stages en werkervaring|doświadczenie|"
    "doświadczenie zawodowe|przebieg kariery|historia zatrudnienia|arbetslivserfarenhet|erfarenhet|"
    "arbeidserfaring|erhvervserfaring|työkokemus|pracovní zkušenosti|praxe|zkušenosti|iş deneyimi|deneyim|"
    "iş tecrübesi|experiență profesională|опыт работы|опыт|трудовой опыт|профессиональный опыт|досвід роботи|"
    "pengalaman kerja|pengalaman|riwayat pekerjaan|kinh nghiệm làm việc|kinh nghiệm|szakmai tapasztalat|"
    "munkatapasztalat|εργασιακή εμπειρία|επαγγελματική εμπειρία|experiència laboral|experiència professional|"
    "ประสบการณ์ทำงาน|کار کا تجربہ|सोबत काम|工作经历|工作经验|工作經歷|工作經驗|经历|實習經歷|实习经历|实习经验|"
    "职业经历|教学经验|教学经历|相关经验|相关经历|职业经验|工作履历|職務経歴|職歴|職務経歴書|業務経歴|경력|"
    "경력사항|경력 사항|خبرة|الخبرة|الخبرات|الخبرة العملية|ניסיון תעסוקתי",
    "projects": "projects|project|project work|project experience|project details|project profile|"
    "projects undertaken|projects handled|project history|projects summary|portfolio|case studies|side projects|"
    "open source|open source contributions|open source projects|hackathons|projekte|projekt|projekterfahrung|"
    "projekterfahrungen|referenzprojekte|projekthistorie|projektliste|ausgewählte projekte|"
    "ausgewählte referenzprojekte|projets|projet|projets personnels|projets académiques|réalisations|"
    "projets professionnels|projets réalisés|proyectos|proyecto|proyectos personales|projetos|projetos pessoais|"
    "progetti|projecten|projekty|prosjekter|projektit|projeler|proyek|dự án|проекты|项目经历|项目经验|项目|"
    "專案經歷|専案|プロジェクト|プロジェクト経験|프로젝트|المشاريع",
    "volunteer": "volunteer|volunteering|volunteer work|volunteer experience|volunteer service|volunteerism|"
    "volunteer activities|volunteer and leadership|voluntary work|voluntary experience|community service|"
    "community involvement|community engagement|community|civic engagement|leadership|leadership and activities|"
    "leadership and service|leadership roles|leadership activities|leadership and involvement|activities|"
    "activities and honors|activities and leadership|activities and interests|extracurricular|extracurriculars|"
    "extracurricular activities|extra-curricular activities|extra curricular activities|"
    "co-curricular activities|campus involvement|campus activities|involvement|positions of responsibility|"
    "positions and responsibilities|positions of responsibilities|position of responsibility|student activities|"
    "service|outreach|military service|ehrenamt|ehrenamtliches engagement|ehrenamtliche tätigkeiten|"
    "ehrenamtliche tätigkeit|engagement|soziales engagement|bénévolat|engagement associatif|activités bénévoles|"
    "vie associative|activités extra-professionnelles|voluntariado|trabajo voluntario|actividades|"
    "trabalho voluntário|voluntário|volontariato|attività di volontariato|vrijwilligerswerk|wolontariat|"
    "волонтерство|志愿者经历|志愿服务|社会实践|校园经历|社团经历|學生活動|ボランティア活動|ボランティア|봉사활동",
    "education": "where i studied|education|academics|academic background|academic details|academic profile|"
    "academic qualifications|academic history|academic record|academic credentials|educational background|"
    "educational qualifications|educational qualification|educational details|academic qualification|"
    "education and training|qualifications and education|education and qualifications|schooling|studies|"
    "coursework|course work|relevant coursework|relevant courses|courses|technical courses|selected coursework|"
    "scholastics|education and certifications|education enrollment|degrees|degree|thesis|dissertation|academia|"
    "university|ausbildung|bildung|bildungsweg|bildungsgang|schulbildung|studium|akademischer werdegang|"
    "akademische ausbildung|schule|aus- und weiterbildung|ausbildung und weiterbildung|schulische ausbildung|"
    "hochschulbildung|ausbildung und studium|studium und ausbildung|formation|formations|études|etudes|"
    "formation académique|parcours académique|parcours scolaire|diplômes|diplomes|diplômes et formations|"
    "formation et diplômes|scolarité|éducation|cursus|cursus scolaire|educación|formación|formación académica|"
    "formacion academica|estudios|formación y estudios|educacion|educação|formação|formação acadêmica|"
    "formação académica|escolaridade|formacao|formação escolar|istruzione|formazione|istruzione e formazione|"
    "titoli di studio|studi|formazione accademica|opleiding|opleidingen|onderwijs|opleidingen en cursussen|"
    "wykształcenie|edukacja|utbildning|utdanning|uddannelse|koulutus|vzdělání|eğitim|educație|образование|"
    "освіта|pendidikan|riwayat pendidikan|học vấn|trình độ học vấn|tanulmányok|εκπαίδευση|formació|การศึกษา|"
    "教育背景|教育经历|教育|educação e formação|学历|學歷|教育經歷|学歴|学歴・職歴|학력|학력사항|التعليم|השכלה",
    "skills": "what i can do|what i know|skills|skill|skillset|skill set|skill sets|skills summary|key skills|"
    "expertise|competencies|"
    "competences|competency|proficiencies|proficiency|technical exposure|technologies|technology|"
    "technical summary|technical expertise|technical profile|technical proficiency|technical knowledge|"
    "technical environment|tech stack|core competencies|areas of expertise|area of expertise|areas of knowledge|"
    "areas of strength|capabilities|strengths|key strengths|tools|tools and technologies|technologies and tools|"
    "computer skills|skill highlights|skills and abilities|skills and expertise|skills and languages|"
    "languages and skills|skills and interests|it skills|toolbox|specialties|specialities|software|"
    "software proficiency|software skills|key qualifications|hard skills|soft skills|computer proficiency|"
    "computer knowledge|programming languages|technical languages|languages and technologies|skills and tools|"
    "technical tools|technical stack|kenntnisse|fähigkeiten|kompetenzen|fachkenntnisse|it-kenntnisse|"
    "edv-kenntnisse|fachwissen|stärken|qualifikationen|fähigkeiten und kenntnisse|kenntnisse und fähigkeiten|"
    "besondere kenntnisse|sonstige kenntnisse|technische kenntnisse|persönliche stärken|kernkompetenzen|"
    "fachliche kompetenzen|fachwissen und schwerpunkte|schwerpunkte|technologien|sprach- und it-kenntnisse|"
    "soziale kompetenzen|edv|weitere kenntnisse|compétences|competences|compétence|compétences techniques|"
    "compétences clés|domaines de compétences|domaines de competences|savoir-faire|savoir-être|"
    "résumé des compétences|resume des competences|compétences informatiques|informatique|"
    "compétences fonctionnelles|compétences professionnelles|compétences linguistiques et informatiques|atouts|"
    "outils|logiciels|habilidades|aptitudes|competencias|conocimientos|destrezas|conocimientos técnicos|"
    "conocimientos informáticos|habilidades técnicas|informática|tecnologías|competências|"
    "habilidades técnicas e comportamentais|conhecimentos|conhecimentos técnicos|qualificações|tecnologias|"
    "competenze|capacità|conoscenze|competenze tecniche|competenze informatiche|competenze digitali|abilità|"
    "capacità e competenze personali|competenze personali|capacità e competenze tecniche|"
    "capacità e competenze organizzative|capacità e competenze relazionali|conoscenze informatiche|vaardigheden|"
    "competenties|kennis|kennis en vaardigheden|eigenschappen|umiejętności|kompetencje|färdigheter|kompetenser|"
    "kompetanse|ferdigheter|kompetencer|taidot|dovednosti|znalosti|beceriler|yetenekler|keahlian|keterampilan|"
    "kemampuan|kỹ năng|készségek|δεξιότητες|habilitats|ทักษะ|навыки|ключевые навыки|навички|"
    "профессиональные навыки|技能|专业技能|專業技能|技术技能|能力|个人技能|掌握技能|技能特长|技術|スキル|"
    "保有スキル|活かせる経験・知識・技術|기술|보유기술|المهارات|מיומנויות|digital skills|communication skills|"
    "job-related skills|organisational managerial skills|personal skills|personal skills and competences",
    "summary": "career snapshot|professional snapshot|career at a glance|"
    "summary|profile|objective|objectives|about|about me|overview|introduction|bio|biography|"
    "personal statement|career objective|career objectives|professional objective|job objective|"
    "employment objective|objective statement|career goal|career goals|goals|career profile|career summary|"
    "professional summary|executive summary|executive profile|professional profile|personal profile|"
    "personal summary|profile summary|summary of qualifications|qualifications summary|qualifications|"
    "qualification|qualification summary|highlights of qualifications|career highlights|career overview|"
    "professional overview|summary of experience|experience summary|highlights|who i am|background|"
    "professional background|statement|personal branding|value proposition|brief profile|key highlights|"
    "professional synopsis|synopsis|profile overview|about myself|professional statement|work summary|"
    "professional highlights|career synopsis|my profile|kurzprofil|profil|über mich|zusammenfassung|berufsziel|"
    "ziel|persönliches profil|zur person|kurzvorstellung|profil professionnel|à propos|à propos de moi|a propos|"
    "résumé|objectif|objectif professionnel|objectifs|présentation|accroche|synthèse|perfil|perfil profesional|"
    "objetivo|objetivo profesional|resumen|sobre mí|sobre mi|extracto|acerca de mí|resumen profesional|"
    "perfil profissional|objetivo profissional|resumo|resumo profissional|sobre|sobre mim|"
    "resumo de qualificações|profilo|profilo professionale|profilo personale|obiettivo|obiettivo professionale|"
    "obiettivi|chi sono|sommario|presentazione|profiel|persoonlijk profiel|over mij|samenvatting|doel|"
    "doelstelling|podsumowanie|profil zawodowy|o mnie|cel zawodowy|sammanfattning|om mig|om meg|sammendrag|"
    "profiili|o mně|profesní profil|özet|hakkımda|profesyonel özet|tentang saya|profil saya|"
    "mục tiêu nghề nghiệp|giới thiệu|о себе|обо мне|цель|про себе|个人简介|自我评价|个人总结|简介|求职意向|"
    "求职目标|職涯目標|自我介绍|自我評價|关于我|个人概述|職務要約|自己pr|自己紹介|概要|要約|소개|자기소개|نبذة|"
    "الملخص|الهدف الوظيفي|תקציר",
    "certifications": "certifications|certification|certificates|certificate|licenses|licences|licensure|"
    "license|credentials|licenses and certifications|certifications and licenses|professional certifications|"
    "professional development|training|trainings|trainings attended|training and certifications|"
    "certifications and training|certifications and additional training|courses and certifications|"
    "online courses|moocs|continuing education|professional training|additional training|"
    "workshops and certifications|accreditations|professional qualifications|professional credentials|"
    "certifications and courses|training and development|zertifikate|zertifizierungen|zertifizierung|"
    "weiterbildung|weiterbildungen|fortbildungen|fortbildung|schulungen|lehrgänge|"
    "trainings und zertifizierungen|weiterbildung und zertifikate|weiterbildungen und zertifikate|"
    "zusatzqualifikationen|certificats|formations complémentaires|formation continue|habilitations|"
    "certificaciones|certificados|cursos|cursos y certificaciones|formación complementaria|cursos y seminarios|"
    "certificações|certificados e cursos|cursos complementares|cursos e certificações|formação complementar|"
    "certificazioni|certificati|corsi|corsi e certificazioni|patenti|attestati|certificaten|certificeringen|"
    "cursussen|cursussen en trainingen|certyfikaty|kursy|kursy i szkolenia|szkolenia|certifikat|certifikater|"
    "kurser|certifikáty|kurzy|sertifikalar|сертификаты|курсы|сертифікати|повышение квалификации|证书|资格证书|"
    "认证|證照|证书与认证|培训经历|资质证书|資格|免許・資格|資格・免許|取得資格|자격증|자격 사항|الشهادات|"
    "الدورات التدريبية",
    "awards": "awards|award|honors|honours|achievements|accomplishments|recognition|recognitions|scholarships|"
    "distinctions|awards and honors|honors and awards|honours and awards|awards and achievements|"
    "achievements and awards|awards and recognition|awards and recognitions|awards and acknowledgements|"
    "awards and acknowledgments|awards and activities|key achievements|achievements and extracurriculars|"
    "selected accomplishments|prizes|fellowships|grants|awards and scholarships|grants and awards|"
    "honors and distinctions|acknowledgements|auszeichnungen|ehrungen|preise|stipendien|erfolge|"
    "preise und auszeichnungen|distinctions et prix|récompenses|prix|prix et distinctions|premios|logros|"
    "reconocimientos|premios y reconocimientos|prêmios|conquistas|premi|riconoscimenti|premi e riconoscimenti|"
    "prijzen|onderscheidingen|nagrody|osiągnięcia|nagrody i wyróżnienia|utmärkelser|priser|ocenění|ödüller|"
    "награды|достижения|нагороди|获奖经历|荣誉|奖项|荣誉奖项|获奖情况|所获荣誉|奖励荣誉|獲獎經歷|受賞歴|表彰|"
    "수상|수상 경력|수상경력|الجوائز",
    "contact": "contact|contact me|contacts|contact information|contact info|contact details|"
    "personal information|personal info|personal details|personal data|get in touch|"
    "name and contact information|find me|reach me|let's connect|kontakt|kontaktdaten|persönliche daten|"
    "persönliche angaben|angaben zur person|personalien|coordonnées|contact commercial|"
    "informations personnelles|état civil|mes coordonnées|me contacter|contacto|datos personales|"
    "datos de contacto|información de contacto|información personal|contato|dados pessoais|informações pessoais|"
    "contatti|dati personali|informazioni personali|anagrafica|contactgegevens|persoonlijke gegevens|"
    "persoonlijke informatie|personalia|dane osobowe|dane kontaktowe|kontaktuppgifter|kontaktoplysninger|"
    "kontaktinformasjon|yhteystiedot|osobní údaje|iletişim|kişisel bilgiler|контакты|контактная информация|"
    "личные данные|контакти|联系方式|个人信息|基本信息|聯絡方式|連絡先|個人資料|基本情報|연락처|인적사항|"
    "معلومات الاتصال|المعلومات الشخصية",
    "other": "references|reference|referees|professional references|languages|language|language skills|"
    "language proficiency|interests|hobbies|hobby|interests and hobbies|hobbies and interests|"
    "interests and activities|hobbies and activities|publications|publication|presentations|conferences|patents|"
    "research|research interests|memberships|membership|affiliations|professional affiliations|"
    "professional memberships|associations|professional associations|links|social|social links|social media|"
    "profiles|online profiles|declaration|additional|additional information|additional info|other|others|"
    "other information|miscellaneous|misc|others|testimonials|workshops|seminars|personal|personal interests|"
    "travel|availability|visa status|work authorization|security clearance|clearance|websites|"
    "publications and presentations|talks|speaking|speaking engagements|invited talks|teaching interests|"
    "professional memberships and affiliations|languages and interests|languages known|linguistic skills|"
    "mother tongue|other languages|driving licence|driving license|annexes|attachments|sprachen|"
    "sprachkenntnisse|referenzen|interessen|hobbys|hobbies und interessen|hobbys und interessen|"
    "veröffentlichungen|publikationen|mitgliedschaften|sonstiges|interessen und hobbys|führerschein|"
    "weitere informationen|vorträge|persönliches|langues|références|références significatives|"
    "references significatives|centres d'intérêt|centres d’intérêt|centres d'intérêts|loisirs|intérêts|divers|"
    "langues étrangères|centre d'intérêt|permis|informations complémentaires|hobbies et intérêts|idiomas|"
    "referencias|intereses|aficiones|publicaciones|otros datos|otros|datos de interés|información adicional|"
    "pasatiempos|referências|interesses|publicações|informações adicionais|outros|línguas|outras informações|"
    "lingue|referenze|interessi|hobby e interessi|pubblicazioni|altro|lingue straniere|competenze linguistiche|"
    "patente|patente di guida|ulteriori informazioni|allegati|trattamento dei dati|"
    "autorizzazione al trattamento dei dati|madrelingua|altre lingue|talen|talenkennis|hobby's|referenties|"
    "interesses|overig|overige|publicaties|języki|języki obce|zainteresowania|referencje|inne|publikacje|"
    "znajomość języków|språk|sprog|referenser|referanser|referencer|intressen|interesser|kielitaito|jazyky|"
    "jazykové znalosti|zájmy|diller|yabancı dil|referanslar|ilgi alanları|языки|владение языками|интересы|хобби|"
    "рекомендации|дополнительная информация|мови|语言|语言能力|語言能力|兴趣爱好|爱好|推荐人|参考人|发表作品|"
    "论文|出版物|其他|興趣|語学|語学力|趣味|趣味・特技|志望動機|언어|외국어|취미|참고인|اللغات|المراجع|הابحاث|"
    "שפות",
}

KNOWN: dict[str, Topic] = {title: kind for kind, titles in _EXACT.items() for title in titles.split("|")}

_NOUNS: dict[Topic, str] = {
    "experience": "experience experiences employment employments engagements assignments "
    "appointments internship internships apprenticeships consulting",
    "projects": "projects project",
    "volunteer": "volunteer volunteering voluntary extracurricular extracurriculars leadership activities involvement",
    "education": "education academics coursework courses academic schooling degrees",
    "skills": "skills skill competencies competences competency expertise proficiencies proficiency technologies "
    "strengths abilities capabilities tools skillset",
    "summary": "summary profile objective objectives overview qualifications statement synopsis introduction",
    "certifications": "certifications certification certificates certificate licenses licences licensure trainings "
    "training credentials",
    "awards": "awards award honors honours achievements accomplishments recognition recognitions scholarships "
    "fellowships grants",
    "contact": "contact",
    "other": "references languages interests hobbies publications presentations conferences patents memberships "
    "membership affiliations workshops seminars associations research declaration",
}
DECISIVE: dict[str, Topic] = {noun: kind for kind, nouns in _NOUNS.items() for noun in nouns.split()}
"""Words that say what a title is about."""

QUALIFYING = frozenset(
    "professional work job relevant additional other further selected key core main major technical tech "
    "academic career personal recent previous prior past current industry industrial related teaching "
    "clinical nursing it business general special specialized functional domain software computer digital "
    "soft hard programming engineering development management sales marketing legal medical military "
    "international history background details information highlights areas area fields record set full "
    "part time full-time part-time non-technical non soft summer campus community professionals and "
    "course class capstone earlier early career-related organizational organisational progression journey "
    "timeline it total pertinent significant notable detailed overview of the my in with for by to a an "
    "or & / , selected independent freelance client recent optional chronology chronological enrollment "
    "area field experiences positions roles administrative creative design healthcare health research "
    "laboratory lab field practical hands-on side student school university graduate undergraduate "
    "post-graduate postgraduate master's masters consulting consultancy contract contracting corporate "
    "executive board outside extra curricular extra-curricular special key primary expert online "
    "continuing writing public civilian federal government banking retail hospitality culinary financial finance "
    "accounting theatre theater performance coaching ministry pastoral construction manufacturing warehouse "
    "aviation pharmacy counseling tutoring childcare journalism editorial overseas foreign supervisory co-op "
    "practicum private sector nonprofit non-profit food restaurant conference poster invited".split()
)
"""Words that may stand beside them."""

HISTORY: dict[str, Topic] = {
    "employment": "experience",
    "work": "experience",
    "career": "experience",
    "job": "experience",
    "professional": "experience",
    "project": "projects",
    "academic": "education",
    "educational": "education",
}
"""What a history, a background or a record is one of."""
