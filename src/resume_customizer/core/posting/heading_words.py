"""The words that headings and labels of postings are made of.

Phrases are in lower case, hyphens and slashes as blanks, `'ll` and the like written out; `*` stands for any ending.
"""

from typing import Literal

Kind = Literal["unknown", "must", "nice", "duties", "stack", "company", "benefits", "equal", "apply", "fact", "title"]
"""What the lines under a heading are about."""

KIND_WORDS: dict[Kind, str] = {
    "equal": "equal|eeo|eoe|diversity|inclusion|accommodation*|disclaimer|privacy|accessibility|gdpr",
    "benefits": "benefit*|perks|we offer|our offer|we provide|why join|why work|why us|why you|in it for you"
    "|what you get|you receive|you enjoy|what you will get|you will receive|you will enjoy|compensation"
    "|we give|reward*|our promise|wir bieten|nous offrons|avantages|ofrecemos|se ofrece",
    "nice": "nice|preferred|preferably|preference*|desir*|bonus|plus|pluses|optional|good to have|great if"
    "|great to have|wish|wish list|extra points|beneficial|advantage*|stand out|even better|ideally|icing"
    "|assets|additional skills|additional qualifications|additional experience|would love it|would be a"
    "|would be great|would be nice|would help|von vorteil|wünschenswert|pluspunkt*|idealerweise|serait un"
    "|atout*|deseable*|valorable",
    "apply": "to apply|how apply|please apply|apply now|apply here|apply today|application process"
    "|interview process|hiring process|recruitment process|selection process|next steps|contact|contact us"
    "|bewerbung",
    "must": "profile|fit if|a fit|good fit|great fit|right fit|hear from you|thrive"
    "|require*|qualif*|must|mandatory|essential|essentials|minimum|skill|skills|skillset|need"
    "|needed|bring|who you are|about you|your background|your experience|your expertise|your strengths"
    "|you have|you are|looking for|seeking|seek|experience|expertise|knowledge|competenc*|ideal candidate"
    "|successful candidate|what it takes|prerequisites|you should|you know|education|certification*"
    "|proficienc*|eligibility|criteria|anforderungen|profil|voraussetzungen|das bringst du|qualifikation*"
    "|compétences|requisitos|requerimientos",
    "stack": "stack|technolog*|environment|tools|tooling|toolset|toolbox|we use|we work with",
    "duties": "responsib*|duties|you will|your role|your tasks|your mission|your job|your day|your impact"
    "|your work|your challenge|the role|the job|the position|the opportunity|day to day|typical day|tasks"
    "|accountabilit*|in this role|overview|description|summary|mission|scope of|project|role purpose"
    "|job purpose|role details|job details|position details|job profile|aufgaben|missions|funciones",
    "company": "about|who we are|company|our team|our story|our culture|our mission|our values|our client"
    "|our people|the team|your team|meet|über uns|unternehmen",
}
"""In this order: "bonus and benefits" is no wish, and what says "nice to have" is no plain requirement."""

LEADING = frozenset(
    (
        "the your our key core main basic minimum required mandatory essential technical job role position"
        " preferred desired desirable optional additional primary secondary general major other soft hard"
        " professional bonus further candidate specific top work expected project special personal relevant"
        " education educational skill skills experience and & , must nice to have"
    ).split()
)
"""What may stand in front of the words of a usual heading."""

USUAL = frozenset(
    (
        "requirement|requirements|qualification|qualifications|responsibility|responsibilities|duties|skill"
        "|skills|skill set|skills required|skills needed|skills and abilities|skillset|experience"
        "|experience required|education|competency|competencies|expertise|knowledge|benefits|perks"
        "|description|summary|overview|nice to have|nice to haves|must have|must haves|bonus|bonus points"
        "|pluses|tech stack|technology stack|technical stack|stack|technologies|environment|tools"
        "|certification|certifications|essentials|tasks|accountabilities|profile|mission|criteria"
        "|prerequisites|assets|preferred|required|desired|desirable|what you need|what you bring|what you do"
        "|what you have|what you offer|what you get|what you work on|what you know|what you will need"
        "|what you will bring|what you will do|what you will be doing|what you will have|what you will get"
        "|what you will work on|what you will bring to the table|what you will bring to the team"
        "|what you will bring to the role|what we offer|what we offer you|what we are looking for"
        "|what we look for|what we need|what we expect|what we provide|what we do|what we use|what it takes"
        "|what is in it for you|what makes you stand out|what makes you a great fit|who you are|who we are"
        "|who we are looking for|about you|about us|about the role|about the job|about the team"
        "|about the company|about the position|about the project|about the client|in this role, you will"
        "|in this role you will|you will|you have|you are|you bring|you should have|you must have"
        "|you may also have|you might also have|we offer|we offer you|here is what we offer"
        "|here is what we offer you|why join us|why us|why work for us|why work with us|why work here"
        "|how to apply|how you will make an impact|how you will stand out|how we work|our offer|our team"
        "|our culture|our values|our mission|our story|our company|our tech stack|our stack|our client|role"
        "|job|team|position|opportunity|company|background|day|challenge|job description|job requirements"
        "|job benefits|company description|company overview|company profile|good to have|great to have"
        "|equal opportunity|equal opportunity employer|eeo|eeo statement|diversity and inclusion"
        "|diversity & inclusion|you will get extra points for|you will get extra points for the following"
        "|day to day|it is a plus if you have|it is a plus if you|it would be great if you have"
        "|it would be nice if you have|it is great if you have|anforderungen|dein profil|ihr profil"
        "|deine aufgaben|ihre aufgaben|aufgaben|voraussetzungen|wir bieten|wir bieten dir|wir bieten ihnen"
        "|das bringst du mit|von vorteil|pluspunkte|über uns|profil recherché|compétences"
        "|compétences requises|missions|vos missions|nous offrons|requisitos|deseable|funciones|ofrecemos"
    ).split("|")
)
"""Headings that are known without a colon or a mark, when nothing else stands in their line."""
NEVER_ALONE = frozenset("role job team position opportunity company background day challenge".split())
"""Headings only behind "the" or "your"."""

FACTS = frozenset(
    (
        "location|locations|location options|work location|job location|client location|office location|work mode"
        "|work model|work site|work arrangement|work type|working model|workplace|work place|place of work"
        "|based in|onsite remote|remote|duration|length|term|period|contract duration|contract length"
        "|contract term|project duration|assignment length|assignment duration|rate|rates|hourly rate"
        "|pay rate|bill rate|max rate|day rate|rate range|salary|salary range|pay|pay range|budget"
        "|employment type|job type|position type|contract type|hire type|engagement type|type"
        "|type of employment|type of contract|type of hire|terms|tax term|tax terms|visa|visas|visa type"
        "|work authorization|work authorisation|start|start date|client|end client|direct client|vendor"
        "|prime vendor|implementation partner|company|company name|company size|company type|employer"
        "|industry|domain|department|reports to|reference|job id|req id|requisition id|interview"
        "|interview mode|interview type|experience level|seniority level|seniority|level|date posted|posted"
        "|openings|positions|number of positions|priority|email|e mail|phone|tel|mobile|fax|web|website"
        "|linkedin|from|to|cc|sent|date|likes|hours|shift|schedule|travel|deadline|closing date|category"
        "|source|status|language|recruiter|contact person|name|address|mail|call"
    ).split("|")
)
"""Labels of facts about the opening."""
TITLES = frozenset(
    (
        "title|job title|position title|role title|posting title|position|position name|role|role name|job"
        "|vacancy|opening|subject|hiring|re|fw|fwd"
    ).split("|")
)
"""Labels of what the opening is called."""
