"""The name of a file as a user wrote it in, its path from the top of the project, as other services know it, out."""

import os
from hashlib import sha256
from pathlib import PurePath
from typing import NamedTuple

from policyctl.findings import Finding


class Project(NamedTuple):
    """The folder at the top of the project and the one that policyctl was started in, from which files are named."""

    top: str = ""
    here: str = ""

    def path(self, file: str) -> str:
        """The way from the top with forward slashes; a file that lies elsewhere keeps its name."""
        whole = PurePath(os.path.normpath(PurePath(self.here, file)))
        return (whole.relative_to(self.top) if whole.is_relative_to(self.top) else PurePath(file)).as_posix()

    def fingerprint(self, finding: Finding) -> str:
        """What tells a finding from all others of the project, in 64 hexadecimal digits; lines do not touch it."""
        name = f"{self.path(finding.span.file)}\0{finding.key}"
        return sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
