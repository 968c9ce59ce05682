"""Take the signals that end a program as exceptions, so that all that was begun is undone on the way out."""

import signal
import sys
from _thread import interrupt_main
from typing import Any


class Terminated(BaseException):
    """The program was told to end."""


def on_interrupt(handler: Any) -> None:
    """What an interrupt does from now on, unless it was to be ignored from the start, as under nohup."""
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, handler)


def end_in_order() -> None:
    """Take an interrupt, and being told to end, as exceptions; being told to end again changes nothing.

    Python drops an exception that comes up while it tidies away an object: it is raised once more, a moment later.
    """
    raised = False

    def end(_number: int, _frame: object) -> None:
        nonlocal raised
        if not raised:
            raised = True
            raise Terminated

    def again(dropped: "sys.UnraisableHookArgs") -> None:
        nonlocal raised
        if isinstance(dropped.exc_value, Terminated):
            raised = False
            _soon(signal.SIGTERM)
        elif isinstance(dropped.exc_value, KeyboardInterrupt):
            _soon(signal.SIGINT)
        else:
            sys.__unraisablehook__(dropped)

    on_interrupt(signal.default_int_handler)
    if signal.getsignal(signal.SIGTERM) is not signal.SIG_IGN:
        signal.signal(signal.SIGTERM, end)
    sys.unraisablehook = again


def _soon(number: int) -> None:
    from threading import Timer

    Timer(0.01, interrupt_main, (number,)).start()
