"""What is said of files: uploads, the container, its parts, the document inside, PDFs, what is made of them."""

from typing import Final

from resume_customizer.ui.texts import marked

FILES: Final = (
    # uploads
    marked("The file is empty."),
    marked("The file is larger than {most} MB."),
    marked("This is {what}; what is taken here: {names}."),
    marked("The file holds macros. Save it without them."),
    marked("a Word document"),
    marked("a PDF"),
    marked("an Excel workbook"),
    marked("a PowerPoint presentation"),
    marked("a ZIP file"),
    marked("another kind of ZIP"),
    marked("a PNG picture"),
    marked("a JPEG picture"),
    marked("a GIF picture"),
    marked("a WebP picture"),
    marked("an RTF text"),
    marked("a file of Office 97 to 2003, or one with a password"),
    marked("a text"),
    marked("a file of an unknown kind"),
    marked("This file is no longer here; drop it once more."),
    marked("At most {most} resumes are worked on at once."),
    marked("Without an account there is room for 20 MB of files: begin anew, or make an account."),
    # the container
    marked("The file has {n} parts; {most} are accepted."),
    marked("The part {name} is damaged. Open the file in Word, save it again, and try that."),
    marked("The file is protected with a password. Open it in Word, remove the password, and save it."),
    marked("This is a Word 97–2003 file (.doc). Open it in Word and save it as .docx."),
    marked(
        "This is a PDF. A PDF can't be customized: it holds where each character stands, and nothing can be put "
        "between. Use the Word file (.docx) it came from. `inspect` can read it."
    ),
    marked("This is a rich text file (.rtf). Open it in Word and save it as .docx."),
    marked("The file is an empty ZIP, not a Word document."),
    marked("This is not a Word document (.docx): it does not begin as one."),
    marked("There are foreign bytes in front of the document's first part."),
    marked("Parts of the file overlap, as they do in a decompression bomb."),
    marked("The file holds the part {name} twice; programs would differ on which one counts."),
    marked("The file holds a part with an unsafe name: {name}."),
    marked("The file is an encrypted ZIP. Remove its password, and try again."),
    marked("The part {name} is packed in a way that Word does not read."),
    marked("The part {name} unpacks to far more than it weighs."),
    marked("The file unpacks to more than {most} MB."),
    marked("The file is damaged: {why}. Get a fresh copy, or save it again in Word."),
    marked("a part has two names"),
    marked("a part is not where its table of contents says"),
    marked("it is one piece of several"),
    marked("its table of contents (zip64) is not where it should be"),
    marked("its table of contents holds more than it counts"),
    marked("its table of contents is broken"),
    marked("its table of contents is cut off"),
    marked("its table of contents is missing"),
    marked("its table of contents is not where it should be"),
    marked("its table of contents lacks sizes"),
    # the document inside
    marked("This is {what}, not a Word document: it has no main text."),
    marked("This is {what}, not a Word document."),
    marked("The document's text weighs {n} MB; up to {most} MB is accepted."),
    marked("The part {name} weighs more than {most} MB."),
    marked("The file lacks its list of content types, so Word can't open it. Get a fresh copy."),
    marked(
        "The document's text is in a part named {name}; independent checks expect word/document.xml. Open the file "
        "in Word and save it again."
    ),
    marked("The file holds macros. Save it as .docx without them; on the command line --allow-macros keeps them."),
    marked("The file holds ActiveX controls. Remove them in Word; on the command line --allow-macros keeps them."),
    marked(
        "The file is digitally signed, and any change breaks the signature. Use an unsigned copy; on the command "
        "line --allow-signed accepts that."
    ),
    marked(
        "The document is protected against editing. In Word: Review, Restrict Editing, Stop Protection; then try again."
    ),
    marked("The document has {n} paragraphs; up to {most} are accepted."),
    marked("A paragraph of the document has more attributes than any needs."),
    marked("The document nests tables or controls deeper than any program shows."),
    marked("The document nests its elements in an unusual way. Open it in Word and save it again."),
    marked("The document names its elements in an unusual way. Open it in Word and save it again."),
    marked("The document nests its properties in an unusual way. Open it in Word and save it again."),
    marked("The part {name} is not the text of a Word document."),
    marked("The part {name} is not in the encoding that it states."),
    marked("The part {name} is damaged: it is not UTF-8. Open the file in Word and save it again."),
    marked("The part {name} is damaged: {reason} in line {n}. Open the file in Word and save it again."),
    marked("The part {name} holds a document type definition, which no Word document has."),
    marked("The document is too long for its pages to be counted: that is done up to some 200 pages."),
    marked("No preview can be made of this document ({name})."),
    # PDFs and LibreOffice
    marked("The PDF has {n} pages; the most that is read is {most}. Take the pages that matter."),
    marked(
        "This PDF holds no text, only pictures of it, as scans do. Run it through text recognition (OCR), use the "
        "document that it was made from, or paste the text."
    ),
    marked("The PDF holds more than {most} characters, more than any posting or resume. Take the pages that matter."),
    marked("The PDF is protected with a password. Open it, save it without one, and use that file."),
    marked("The PDF is damaged and can't be read. Get a fresh copy, or paste the text."),
    marked("The pages can't be drawn: this is no PDF that can be read."),
    marked("LibreOffice makes the {name}, and it is not installed here. {why}"),
    marked("LibreOffice made no {name} of it. {said}"),
    marked("LibreOffice made no {name} of it."),
    marked("LibreOffice took longer than {n} seconds and was stopped."),
    marked(
        "Install LibreOffice: `sudo apt install libreoffice-writer` on Debian and Ubuntu, `sudo dnf install "
        "libreoffice-writer` on Fedora, `brew install --cask libreoffice` on macOS, or the installer from "
        "libreoffice.org on Windows."
    ),
    # the work on a file
    marked("Too many documents are being worked on right now. Try again in a moment."),
    marked("The processes that work on documents do not start. Try again in a moment."),
    marked("This took longer than {n} seconds, so it was stopped."),
    marked("The process that worked on this file did not survive it."),
    marked("This takes more memory than one document may use."),
    marked("Something unexpected happened ({name}); nothing was changed."),
    marked(
        "The virus scanner found “{name}” in this file, and it was not kept. Take a clean copy, or ask whoever runs "
        "this installation."
    ),
    marked(
        "The virus scanner did not look at this file from end to end (its limit {name}), and it was not kept. Take "
        "one that is smaller or has less packed within it, or ask whoever runs this installation."
    ),
    marked(
        "The file could not be looked at for viruses, and was not kept. Try again in a moment; if it goes on, "
        "whoever runs this installation has to look at clamd (RCP_CLAMD_URL, StreamMaxLength)."
    ),
    marked("This stored file is not there."),
    marked("This stored file has changed on its disk and is not used. Restore it from a backup."),
    marked("A stored file can't be read: {said}."),
    marked("A stored file can't be removed: {said}."),
    marked("The object store did not do it ({said}). Check its address, keys and network."),
    marked("The disk failed: {said}."),
    marked(
        "The file can't be written: {said}. Name another place for it, or look at its name, its folder's permissions "
        "and the space on the disk."
    ),
    marked("The files can't be written: {said}."),
    # tables
    marked("The table has more than {most} rows. Split it."),
    marked("The table has no rows under its head. Its first line must name the columns."),
    marked("The table is not CSV ({said}). Save it as CSV or XLSX again."),
    marked("The file is no JSON list of objects, nor an object on each line."),
    marked("The table has {n} columns; {most} are read."),
    marked("Columns are named twice: {names}."),
    marked("The file is no readable XLSX table. Save it again, or as CSV."),
    marked("The table is too large. Save the rows that are meant as CSV."),
    marked("1 to {most} rows can be imported at once; there are {n}."),
)
