"""Which module adds which commands, with a line on each: help is shown, and a command found, without loading them all.

A test holds every line against the command itself.
"""

COMMANDS: dict[str, dict[str, str]] = {
    "analyzing": {"analyze": "Show what a posting asks for: technologies, years, place, terms."},
    "matching": {"match": "Show how well a resume fits a posting, and what is missing."},
    "customizing": {"customize": "Put points into a resume; everything else stays as it was."},
    "planning": {"plan": "Show which point would go where, and why."},
    "reading": {
        "inspect": "Show what is understood of a resume.",
        "parse-points": "Show what is understood of a points file.",
    },
    "checks": {
        "verify": "Prove that whole paragraphs were added, and nothing else.",
        "undo": "Give back the original file, byte for byte.",
        "diff": "Show which lines differ between two versions.",
    },
    "completing": {"completion": "Print what a shell needs to complete commands and options on Tab."},
    "doctor": {"doctor": "Check the installation, and say what to do."},
    "preflight": {
        "preflight": "Say what can be done with resumes, before anything is done.",
        "read-back": "Show what other programs read: nothing less than before, and each new point behind its bullet.",
    },
    "showing": {
        "preview": "Make an HTML page with the new points marked.",
        "pdf": "Make a PDF, when LibreOffice is installed.",
    },
    "drafting": {
        "draft": "Let a language model draft points; they wait for your approval.",
        "approve": "Go through drafts, one by one, and write those that are true of you to a points file.",
    },
    "versions": {
        "reapply": "Carry the points of a customized file over to a new version of the resume.",
        "compare": "Two plans, or two customized files, side by side.",
    },
    "technologies": {"technologies": "Look up technologies, and find them in texts."},
    "serving": {"serve": "Serve the web app and the API, until Ctrl-C."},
    "working": {
        "worker": "Do background work until Ctrl-C; what is in hand then is put back, for others to go on with.",
        "job": "Background work: what waits, runs and has ended.",
    },
    "batches": {"batch": "Many resumes for many openings: looked at first, then made."},
    "assistants": {"mcp": "Let an assistant use a workspace, over standard input and output (MCP)."},
    "users": {"user": "The accounts of this installation."},
    "workspaces": {
        "workspace": "The workspaces of this installation.",
        "usage": "What workspaces use of their tier.",
    },
    "keys": {"key": "Keys that seal secrets, and keys of the API."},
    "requirements": {"requirement": "The openings of a workspace, and what is done for them."},
    "consultants": {"consultant": "The consultants of a workspace."},
    "submissions": {"submission": "Who was sent for what, with which file."},
    "interviews": {"interview": "Interviews, with files for calendars."},
    "desk_files": {
        "attachment": "Files at requirements, consultants and submissions.",
        "client-copy": "What a stored file says besides its text; copies without contact.",
    },
    "agreements": {"desk": "What a workspace agrees on, its caseload, its views."},
    "figures": {"analytics": "Figures: what comes of requirements, and what works."},
    "mail_accounts": {"mail-account": "Mail servers that mail goes out through."},
    "mailing": {"mail": "Write mails, and see what became of them."},
    "sequences": {"sequence": "Follow-ups: steps that follow a mail until somebody answers."},
    "mail_texts": {"template": "Texts to write mails from."},
    "mail_sending": {
        "mailer": "Send what is due, write follow-ups, look for answers and tell webhooks, until Ctrl-C.",
        "letters": "List letters of the program itself that wait, because no mail server is set (RCP_SMTP_HOST).",
        "mailing": "Mails of one text to many people.",
        "no-mail": "Who is not written to.",
    },
    "webhooks": {"webhook": "Where workspaces are told what happened."},
    "audit_trail": {"audit": "What was done, by whom, and whether the trail is as it was."},
    "keeping": {
        "migrate": "Prepare the database for this version, or move all records to another one.",
        "backup": "Write all records and stored files into one new file, sealed.",
        "restore": "Bring everything of a backup back, all of it or nothing.",
        "files": "Stored files, and whether they are all there.",
    },
}
"""In the order of the help."""
