"""Builders of test data: resumes, broken files, points. Everything in them is invented."""

from builders.docx import a_docx, bold, bullets, heading, line, typed_bullets

__all__ = ["a_docx", "bold", "bullets", "heading", "line", "typed_bullets"]
