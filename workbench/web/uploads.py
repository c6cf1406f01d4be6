"""Files that came with a form."""

from wtforms import Field

from workbench.services.uploads import UNKNOWN_TYPE, Upload


def read_uploads(field: Field) -> list[Upload]:
    """The files chosen in a field for one or for many; a field left alone sends one without a name."""
    chosen = field.data if isinstance(field.data, list) else [field.data]
    return [
        Upload(one.filename, one.mimetype or UNKNOWN_TYPE, one.stream.read())
        for one in chosen
        if one and one.filename
    ]
