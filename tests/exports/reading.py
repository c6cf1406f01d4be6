"""What a reader can find in a made file, whatever its format."""

import io
import zipfile

import pypdfium2

# Where the words and addresses of a report stand in a Word document; the rest is the template's.
_TOLD = ("docProps/core", "word/document", "word/footer", "word/_rels/document")


def read_words(data: bytes) -> str:
    """All text of a PDF, all parts of a Word document, anything else as it is."""
    if data.startswith(b"%PDF"):
        return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = [name for name in package.namelist() if name.startswith(_TOLD)]
            return "".join(package.read(name).decode() for name in names)
    return data.decode("utf-8", "replace")
