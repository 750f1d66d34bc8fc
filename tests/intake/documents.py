"""Documents made on the fly for the tests of the intake."""

import io
import zipfile
from collections.abc import Sequence

from reportlab.lib import pdfencrypt
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen import canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument"/></Relationships>'
)
STYLES = (
    f'<?xml version="1.0"?><w:styles xmlns:w="{W}">'
    '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style></w:styles>'
)
WORD_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="s1" Target="styles.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/styles"/></Relationships>'
)


def word(
    paragraphs: Sequence[tuple[str, str]], *, core: str = "", more: dict[str, bytes] | None = None
) -> bytes:
    """A DOCX of (style id, text) paragraphs; a text that begins with `<` is taken as WordprocessingML."""
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        + (text if text.startswith("<") else f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>')
        + "</w:p>"
        for style, text in paragraphs
    )
    members = {
        "[Content_Types].xml": TYPES.encode(),
        "_rels/.rels": RELATIONS.encode(),
        "word/document.xml": f'<?xml version="1.0"?><w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode(),
        "word/_rels/document.xml.rels": WORD_RELATIONS.encode(),
        "word/styles.xml": STYLES.encode(),
        **(more or {}),
    }
    if core:
        members["docProps/core.xml"] = (
            f'<?xml version="1.0"?><cp:coreProperties xmlns:cp="{CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
            f'xmlns:dcterms="http://purl.org/dc/terms/">{core}</cp:coreProperties>'
        ).encode()
    return zipped(members)


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in members.items():
            container.writestr(name, content)
    return buffer.getvalue()


def pdf(
    paragraphs: Sequence[tuple[str, str]], *, title: str = "", author: str = "", running: str = ""
) -> bytes:
    """A PDF of (reportlab style, text) paragraphs, laid out on A4, with a running head if one is given."""
    buffer = io.BytesIO()
    styles = getSampleStyleSheet()

    def head(page: canvas.Canvas, _: SimpleDocTemplate) -> None:
        if running:
            page.setFont("Helvetica", 8)
            page.drawString(72, 800, running)
            page.drawString(280, 30, f"Seite {page.getPageNumber()}")

    document = SimpleDocTemplate(buffer, pagesize=A4, title=title, author=author)
    document.build(
        [Paragraph(text, styles[style]) for style, text in paragraphs], onFirstPage=head, onLaterPages=head
    )
    return buffer.getvalue()


def pdf_lines(lines: Sequence[str], *, password: str = "", empty: bool = False) -> bytes:
    """A PDF with each line drawn where it is told, one under the other."""
    buffer = io.BytesIO()
    locked = pdfencrypt.StandardEncryption(password) if password else None
    page = canvas.Canvas(buffer, pagesize=A4, encrypt=locked)
    if empty:
        page.rect(100, 100, 200, 300, fill=1)
    for number, line in enumerate(lines):
        page.drawString(72, 780 - 14 * number, line)
    page.showPage()
    page.save()
    return buffer.getvalue()
