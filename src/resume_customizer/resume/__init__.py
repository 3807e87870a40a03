"""The file: bytes in, bytes out; the only code that knows DOCX."""
