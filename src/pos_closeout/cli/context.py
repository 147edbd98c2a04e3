"""What every verb needs: the common options, the data folder, and one way to answer and to refuse."""

import json
import locale
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial, wraps
from pathlib import Path
from typing import TypeVar

import click

from pos_closeout.actions.data_folder import Store, open_data_folder
from pos_closeout.actions.known_folders import check_known, remember_folder
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.domain.secrets import has_secret
from pos_closeout.guidance.bilingual import Bilingual
from pos_closeout.guidance.messages import load_messages, sentence
from pos_closeout.paths import Paths, find_paths, known_folders_file

F = TypeVar("F", bound=Callable[..., object])
Clock = Callable[[], datetime]

ROW_ID = click.IntRange(1, 2**63 - 1)
"""What SQLite can hold as a row number."""

LANGUAGES = ("zh", "en")
_META = "pos_closeout."


@dataclass(frozen=True, slots=True)
class VerbContext:
    """Where one verb works.

    Attributes:
        paths: the folders of this run.
        language: ``zh`` or ``en``, for sentences and human output.
        asked_language: the same when the caller named it, else empty.
        as_json: answer for programs instead of people.
        now: the moment the verb was called, aware.
    """

    paths: Paths
    language: str
    as_json: bool
    now: datetime
    asked_language: str = ""

    @property
    def today(self) -> date:
        """The day of the call."""
        return self.now.date()

    @contextmanager
    def open(self) -> Iterator[Store]:
        """Open the data folder for the length of a ``with``; the first case ever kept has a safety copy at its end.

        Raises:
            DataFolderError: as :func:`open_data_folder`.
        """
        memory = known_folders_file()
        check_known(self.paths.data, memory)
        with open_data_folder(self.paths.data, self.now) as store:
            warning = store.warning(self.now, os.environ)
            # That it can only be read is told by the verbs that want to write.
            if warning is not None and not store.read_only:
                click.echo(self.sentence_for(warning), err=True)
            yield store
            store.copy_first(self.now)
            remember_folder(store, self.paths.data, memory, self.now)

    def say(self, text: Bilingual) -> str:
        """Return a text in the language of this run."""
        return text.of(self.language)

    def answer(self, data: object, lines: Iterable[str]) -> None:
        """Print ``data`` as JSON, or ``lines`` for people."""
        text = json.dumps(data, ensure_ascii=False, indent=2) if self.as_json else "\n".join(lines)
        click.echo(text)

    def warn(self, message_id: str, **facts: str | int) -> None:
        """Print a sentence on stderr for people; what was asked for is done all the same."""
        if not self.as_json:
            click.echo(self.sentence_for(CloseoutError(message_id, **facts)), err=True)

    def warn_of_cards(self, files: Iterable[Path]) -> None:
        """Say which files show a whole card number, before they are kept."""
        # Imported here: few verbs keep files.
        from pos_closeout.actions.attachments import files_with_cards

        for file in files_with_cards(files):
            self.warn("file.card_number", name=file.name)

    def refuse(self, error: CloseoutError) -> None:
        """Print what went wrong on stderr, in one sentence or as JSON with the error's id and facts."""
        told, lost = self.sentence_for(error), self._lost(error)
        if self.as_json:
            entries = {"lost_entries": lost} if lost else {}
            facts = {"error": error.message_id, "message": told, **error.facts, **entries}
            told = json.dumps(facts, ensure_ascii=False)
        click.echo("\n".join((told, *(f"• {line}" for line in lost if not self.as_json))), err=True)

    def _lost(self, error: CloseoutError) -> list[str]:
        """Return what goes when a safety copy takes the place of damaged data, entry by entry."""
        if error.message_id != "store.damaged":
            return []
        # Imported here: data is hardly ever damaged.
        from pos_closeout.actions.safety.lost import lost_entries
        from pos_closeout.guidance.guidance import Guidance

        return lost_entries(error, Guidance(self.paths.resources / "guidance"), self.language)

    def noted(self, error: Exception) -> CloseoutError:
        """Write down an error that nobody foresaw, in the log of the data folder, and return what can be told of it."""
        # Imported here: verbs hardly ever need it.
        from pos_closeout.actions.error_log import keep_log, unforeseen

        keep_log(self.paths.logs)
        return unforeseen(error, "verb")

    def sentence_for(self, error: CloseoutError) -> str:
        """Return what went wrong in one sentence."""
        try:
            return sentence(load_messages(self.paths.resources / "guidance"), error, self.language)
        except CloseoutError:
            # An installation without its messages can still say the id.
            return str(error)


def common_options(command: F) -> F:
    """Add ``--data``, ``--language`` and ``--json``; they are taken before and after the verb alike."""
    # Eager: trouble with any other option is already told as asked for.
    option = partial(click.option, expose_value=False, is_eager=True, callback=_keep)
    for add in (
        option("--data", type=click.Path(path_type=Path), help="Data folder."),
        option("--language", type=click.Choice(LANGUAGES), help="Language."),
        option("--json", is_flag=True, help="Answer as JSON."),
    ):
        command = add(command)
    return command


def _keep(context: click.Context, option: click.Parameter, value: object) -> None:
    """Remember an option for the whole call, wherever in it the option stood."""
    if value:
        context.meta[f"{_META}{option.name}"] = value


def verb(function: Callable[..., None]) -> Callable[..., None]:
    """Make a function a verb: it gets the :class:`VerbContext`, and its errors become one sentence and exit code 2."""

    @common_options
    @click.pass_context
    @wraps(function)
    def run(context: click.Context, /, *args: object, **kwargs: object) -> None:
        verb_context = context_of(context)
        if any(has_secret(given) for given in (*args, *kwargs.values()) if isinstance(given, str)):
            verb_context.warn("secret.not_kept")
        try:
            function(verb_context, *args, **kwargs)
        except CloseoutError as error:
            verb_context.refuse(error)
            context.exit(2)
        except (click.ClickException, click.exceptions.Exit, click.Abort, ImportError):
            # A library that cannot be loaded is told by whoever started the program.
            raise
        except Exception as error:  # noqa: BLE001  # whatever it is becomes a sentence
            verb_context.refuse(verb_context.noted(error))
            context.exit(1)

    return run


def context_of(context: click.Context) -> VerbContext:
    """Return the verb_context for the options given so far."""
    clock: Clock = context.find_root().obj
    return VerbContext(
        paths=find_paths(context.meta.get(f"{_META}data")),
        language=context.meta.get(f"{_META}language") or guessed_language(),
        as_json=bool(context.meta.get(f"{_META}json")),
        now=clock(),
        asked_language=context.meta.get(f"{_META}language") or "",
    )


def guessed_language() -> str:
    """Return ``en`` on an English system, else ``zh``: the program is for shops in China."""
    name = locale.getlocale()[0] or ""
    return "en" if name.lower().startswith("en") else "zh"
