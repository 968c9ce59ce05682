"""The name of a template in, its text out: the user's own file before the one that policyctl brings."""

from collections.abc import Callable, Sequence
from pathlib import Path

from jinja2 import BaseLoader, Environment, TemplateNotFound
from jinja2.loaders import split_template_path

from policyctl.errors import PolicyctlError

_LARGEST = 1_000_000


class Templates(BaseLoader):
    """Looks in each folder of templates, first below the format and then at its top."""

    def __init__(self, folders: Sequence[Path], format_name: str) -> None:
        self.folders = [folder.resolve() for folder in folders]
        self.format_name = format_name

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The text and the path of a template; a link that leads out of its folder is an error, not a template."""
        del environment
        parts = split_template_path(template)
        for folder in self.folders:
            for path in (folder.joinpath(self.format_name, *parts), folder.joinpath(*parts)):
                if path.is_file():
                    return _read(path, folder), str(path), lambda: True
        raise TemplateNotFound(template)

    def shown(self, path: str) -> str:
        """How a message names a template: from its folder of templates on; nothing for a path of something else."""
        for folder in self.folders:
            if Path(path).is_relative_to(folder):
                return Path(path).relative_to(folder).as_posix()
        return ""


def _read(path: Path, folder: Path) -> str:
    name = path.relative_to(folder).as_posix()
    if not path.resolve().is_relative_to(folder):
        raise PolicyctlError(
            f"The template {name} is a link that leads out of its folder.", hint="Copy the file instead."
        )
    try:
        data = path.read_bytes()
        if len(data) > _LARGEST:
            raise PolicyctlError(f"The template {name} is larger than 1 MB.", hint="Split it, or shorten it.")
        return data.decode()
    except OSError as error:
        raise PolicyctlError(f"The template {name} cannot be read.", hint="Check who may read the file.") from error
    except UnicodeDecodeError as error:
        raise PolicyctlError(f"The template {name} is not saved as UTF-8.", hint="Save it again as UTF-8.") from error
