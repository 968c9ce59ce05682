"""The first policies that `policyctl init` writes, trade by trade, with the answers that are ready."""

from functools import cache
from typing import Any

from policyctl.rendering.language import LocaleFormatter
from policyctl.scaffold.answers import Answers, complete
from policyctl.scaffold.trades import languages, load_trade, trade_names
from policyctl.scaffold.writing import write_policy

TRADES = [(language, trade) for language in languages() for trade in trade_names(language)]


@cache
def first_policy(trade: str = "shop", language: str = "en") -> str:
    return written(Answers(language=language, trade=trade))


def written(answers: Answers, **changed: Any) -> str:
    """What is written from these answers; those that are missing are as the trade has them ready."""
    trade = load_trade(answers.language or "en", answers.trade or "shop")
    whole = complete(answers.but(language=trade.language, trade=trade.id, **changed), trade)
    return write_policy(whole, trade, LocaleFormatter(trade.language).gettext)
