"""The one exception that a user sees: a sentence and, where there is one, the way out."""


class PolicyctlError(Exception):
    """policyctl could not do its work at all; what is wrong *in* a policy is a Finding instead.

    The front door prints `message` and `hint` to standard error and ends with exit code 2.
    """

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
