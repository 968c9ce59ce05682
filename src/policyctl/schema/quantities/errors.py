"""What goes wrong with quantities: a text that cannot be read, and two values that cannot be compared."""


class QuantityError(ValueError):
    """A text is not the quantity that its field asks for.

    `message` is one plain sentence about what was written, `hint` says what to write instead.
    """

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Incomparable(TypeError):  # noqa: N818 - It is no mistake of anybody: the values are of two kinds.
    """Neither value is the greater, because they are not measured alike: rings and seconds, pounds and euros."""

    def __init__(self, one: object, other: object) -> None:
        super().__init__(f"“{one}” cannot be compared with “{other}”")
