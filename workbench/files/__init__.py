"""Content-addressed files: written before the row that names them, opened by hash and by nothing else."""

from workbench.files.store import FileStore

__all__ = ["FileStore"]
