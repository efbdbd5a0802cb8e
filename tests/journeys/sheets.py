"""Opening what a house hands out, as anybody would: tagged, in its language, titled, and telling of nobody."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from io import BytesIO

from docx import Document as open_docx
from pypdf import PdfReader


def check_pdf(content: bytes, language: str, title: str, unwanted: Iterable[str]) -> str:
    """The words of its pages; fails where it is not tagged, says who made it, leads outside or holds an unwanted word."""
    pdf = PdfReader(BytesIO(content))
    root, told = pdf.trailer["/Root"], " ".join(page.extract_text() for page in pdf.pages)
    assert (root["/Lang"], bool(root["/MarkInfo"]["/Marked"]), "/StructTreeRoot" in root) == (language, True, True)
    assert pdf.metadata is not None
    assert (pdf.metadata.title, sorted(pdf.metadata)) == (title, ["/Creator", "/Title"])
    links = [note.get_object().get("/A", {}).get("/URI") for page in pdf.pages for note in page.get("/Annots", [])]
    assert ([link for link in links if link], [word for word in unwanted if word in told]) == ([], [])
    return " ".join(told.replace("\u00ad", "").split())


def check_docx(content: bytes, language: str, title: str, unwanted: Iterable[str]) -> str:
    """The same of a file for a word processor."""
    sheet = open_docx(BytesIO(content))
    assert sheet.paragraphs[0].text == title
    assert sheet.core_properties.author == ""
    assert [rel for rel in sheet.part.rels.values() if rel.is_external] == []
    with zipfile.ZipFile(BytesIO(content)) as parts:
        assert not [name for name in parts.namelist() if name.startswith("docProps")]
        assert f'w:val="{language}"' in parts.read("word/styles.xml").decode()
        told = parts.read("word/document.xml").decode()
    assert [word for word in unwanted if word in told] == []
    return "\n".join(line.text for line in sheet.paragraphs)
