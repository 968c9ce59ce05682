"""What people write in, what it is read as out, in short English; a refusal with its hint."""

import pytest

from policyctl.spec.quantities import (
    Allowance,
    Count,
    Date,
    Duration,
    Frequency,
    Money,
    Quantity,
    QuantityError,
    Relative,
    Share,
    TimeOfDay,
    Week,
)

READS: dict[type[Quantity], dict[str, str]] = {
    Duration: {
        "4 business hours": "4 business hours",
        "4 working hours": "4 business hours",
        "2 working days": "2 working days",
        "2 business days": "2 working days",
        "5 calendar days": "5 calendar days",
        "30 seconds": "30 seconds",
        "6 rings": "6 rings",
        "3 weeks": "3 weeks",
        "1 year": "1 year",
        "24 hours": "24 hours",
        "24-hour": "24 hours",
        "half an hour": "30 minutes",
        "half a year": "6 months",
        "a quarter of an hour": "15 minutes",
        "an hour": "1 hour",
        "a fortnight": "2 weeks",
        "two days": "2 days",
        "twenty-four hours": "24 hours",
        "achtundvierzig Stunden": "48 hours",
        "one and a half hours": "1.5 hours",
        "2½ hours": "2.5 hours",
        "anderthalb Stunden": "1.5 hours",
        "30 Min.": "30 minutes",
        "1.5 hours": "1.5 hours",
        "90 min": "90 minutes",
        "1h 30min": "90 minutes",
        "1 hour and 30 minutes": "90 minutes",
        "30 business minutes": "30 business minutes",
        "12 hours on working days": "12 hours on working days",
        "4 hours during opening hours": "4 business hours",
        "2-4 hours": "2-4 hours",
        "2 – 4 hours": "2-4 hours",
        "2 to 4 working days": "2-4 working days",
        "4 Geschäftsstunden": "4 business hours",
        "2 Werktage": "2 working days",
        "3 Arbeitstage": "3 working days",
        "zwei bis drei Kalendertage": "2-3 calendar days",
        "1,5 Stunden": "1.5 hours",
        "eine halbe Stunde": "30 minutes",
        "eine Stunde": "1 hour",
        "6-mal klingeln": "6 rings",
        "6 Klingeltöne": "6 rings",
    },
    TimeOfDay: {
        "9:00": "9:00",
        "09.30": "9:30",
        "7:00 a.m.": "7:00",
        "7 pm": "19:00",
        "12 am": "0:00",
        "12:30 pm": "12:30",
        "noon": "12:00",
        "midnight": "0:00",
        "12 Uhr": "12:00",
        "9:30 Uhr": "9:30",
        "17.30h": "17:30",
    },
    Date: {
        "2026-03-01": "1 March 2026",
        "1 April 2026": "1 April 2026",
        "1st April 2026": "1 April 2026",
        "Wednesday, 1 April 2026": "1 April 2026",
        "April 1, 2026": "1 April 2026",
        "1 Sept. 2026": "1 September 2026",
        "1. April 2026": "1 April 2026",
        "1. März 2026": "1 March 2026",
        "1.4.2026": "1 April 2026",
        "13/4/2026": "13 April 2026",
        "4/13/2026": "13 April 2026",
        "4/4/2026": "4 April 2026",
    },
    Week: {
        "Mon-Fri 9:00-12:00 and 13:00-16:30": "Mon-Fri 9:00-12:00 and 13:00-16:30",
        "Mon-Sat 7:00-21:00 and Sun 8:00-18:00": "Mon-Sat 7:00-21:00, Sun 8:00-18:00",
        "Mon-Fri 9:00-17:30, Sat 10:00-16:00": "Mon-Fri 9:00-17:30, Sat 10:00-16:00",
        "Monday to Friday: 9am to 5.30pm": "Mon-Fri 9:00-17:30",
        "9am-5pm Monday to Friday, 10am-4pm Saturday": "Mon-Fri 9:00-17:00, Sat 10:00-16:00",
        "Mon, Wed and Fri 9-12; Sun closed": "Mon 9:00-12:00, Wed 9:00-12:00, Fri 9:00-12:00",
        "Sat-Mon 9:00-12:00": "Mon 9:00-12:00, Sat-Sun 9:00-12:00",
        "24 hours": "24/7",
        "24/7": "24/7",
        "around the clock": "24/7",
        "daily 9-17": "Mon-Sun 9:00-17:00",
        "every day 10:00-18:00": "Mon-Sun 10:00-18:00",
        "weekdays 9-5pm": "Mon-Fri 9:00-17:00",
        "weekdays 1-5pm": "Mon-Fri 13:00-17:00",
        "weekdays 24 hours, Sat 9:00-noon": "Mon-Fri 0:00-24:00, Sat 9:00-12:00",
        "Fri and Sat 18:00-02:00": "Fri-Sat 18:00-2:00",
        "Fri 9:00-midnight": "Fri 9:00-24:00",
        "Mo–Fr 8:00–17:00 und Sa 9–13": "Mon-Fri 8:00-17:00, Sat 9:00-13:00",
        "Montag bis Freitag von 9 bis 17 Uhr": "Mon-Fri 9:00-17:00",
        "rund um die Uhr": "24/7",
    },
    Money: {
        "£20": "£20",
        "20 EUR": "€20",
        "€1,000": "€1,000",
        "1.000 €": "€1,000",
        "1 000 €": "€1,000",
        "£1,000.50": "£1,000.50",
        "EUR 1.000,50": "€1,000.50",
        "20.50": "20.50",
        "20,50 €": "€20.50",
        "20,- €": "€20",
        "US$ 20": "$20",
        "CHF 20.-": "CHF 20",
        "200 dollars": "$200",
        "50p": "£0.50",
        "20": "20",
    },
    Share: {
        "95%": "95%",
        "95 %": "95%",
        "99,5 %": "99.5%",
        "95 percent": "95%",
        "95 Prozent": "95%",
        "9 in 10": "90%",
        "nine out of ten": "90%",
        "neun von zehn": "90%",
        "2 in 3": "66.67%",
    },
    Count: {
        "3": "3",
        "three": "3",
        "one email": "1 email",
        "an email": "1 email",
        "2 messages": "2 messages",
        "1,000 letters": "1000 letters",
        "one follow-up email": "1 follow-up email",
        "once": "1",
        "twice": "2",
        "3 times": "3",
        "3-mal": "3",
        "dreimal": "3",
        "eine E-Mail": "1 E-Mail",
    },
    Frequency: {
        "6 months": "every 6 months",
        "every 6 months": "every 6 months",
        "month": "every month",
        "monthly": "every month",
        "every week": "every week",
        "weekly": "every week",
        "every other week": "every 2 weeks",
        "twice a year": "twice a year",
        "3 times a month": "3 times a month",
        "once a year": "every year",
        "twice every 3 months": "twice every 3 months",
        "every quarter": "every quarter",
        "half year": "every 6 months",
        "every half hour": "every 30 minutes",
        "daily": "every day",
        "every 1 working day": "every working day",
        "30 minutes": "every 30 minutes",
        "vierteljährlich": "every quarter",
        "monatlich": "every month",
        "alle 6 Monate": "every 6 months",
        "zweimal im Jahr": "twice a year",
        "jeden Werktag": "every working day",
    },
    Relative: {
        "2 x First reply": "2 x First reply",
        "2× First reply": "2 x First reply",
        "twice the First reply": "2 x First reply",
        "three times First reply": "3 x First reply",
        "double First reply": "2 x First reply",
        "2 x The usual answer": "2 x The usual answer",
        "half of First reply": "0.5 x First reply",
        "halb so lang wie Erste Antwort": "0.5 x Erste Antwort",
    },
    Allowance: {
        "£20 per case": "£20 per case",
        "up to £20 per case": "£20 per case",
        "£150 a month": "£150 per month",
        "£20/month": "£20 per month",
        "€50 per customer and year": "€50 per customer and year",
        "€50 per customer per year": "€50 per customer and year",
        "20% per case": "20% per case",
        "20 € pro Fall": "€20 per case",
        "£20": "£20",
    },
}


@pytest.mark.parametrize(
    ("quantity", "text", "printed"), [(kind, *pair) for kind, texts in READS.items() for pair in texts.items()]
)
def test_a_text_is_read_and_kept(quantity: type[Quantity], text: str, printed: str) -> None:
    value = quantity.read(text)
    assert str(value) == printed
    assert value.text == text
    assert quantity.read(printed) == value


OTHER_THINGS: dict[type[Quantity], list[str]] = {
    Duration: [
        "",
        "soon",
        "24/7 hours",
        "3 working months",
        "4-2 hours",
        "hours",
        "month",
        "3 emails",
        "2 hours 3 hours",
    ],
    TimeOfDay: ["9", "25:00", "9:60", "13 pm", "teatime"],
    Date: ["tomorrow", "1 Brumaire 2026", "April 2026", "1 April"],
    Week: ["by appointment", "9-17", "Mon-Fri", "Mon 9:00-12:00 mostly", "Sun closed"],
    Money: ["£", "-5", "twenty", "20%", "20 apples", "€1,0,0"],
    Share: ["95", "most", "0 in 0"],
    Count: ["a neighbour", "one of us", "2 hours", "1.5", "three or more", "one hour's notice", "20 minutes"],
    Frequency: ["often", "every now and then", "every 6 rings", "0 days"],
    Relative: ["twice a year", "2 x", "2 x days", "First reply"],
    Allowance: ["by judgement", "£20 per kindness", "per case"],
}


@pytest.mark.parametrize(("quantity", "text"), [(kind, text) for kind, texts in OTHER_THINGS.items() for text in texts])
def test_a_text_that_says_something_else_is_refused(quantity: type[Quantity], text: str) -> None:
    assert quantity.find(text) is None
    with pytest.raises(QuantityError) as refused:
        quantity.read(text)
    assert f"“{text}” does not read as {quantity.noun}." == refused.value.message
    assert refused.value.hint.startswith("Write for example “")


@pytest.mark.parametrize(
    ("quantity", "text", "message", "hint"),
    [
        (
            Duration,
            "a while",
            "“a while” does not read as a length of time.",
            "Write for example “4 business hours” or “2 working days”.",
        ),
        (
            Date,
            "3/4/2026",
            "“3/4/2026” may mean two dates, as the day and the month look alike.",
            "Write the month as a word, for example “1 April 2026” or “April 1, 2026”.",
        ),
        (
            Date,
            "31 February 2026",
            "There is no such day as “31 February 2026”.",
            "Write a day that the calendar has, for example “28 February 2026”.",
        ),
        (
            Share,
            "120%",
            "“120%” is more than all there is.",
            "Write a share of at most 100%, for example “95%” or “9 in 10”.",
        ),
        (
            Week,
            "Mon-Fri 9-5",
            "It is not plain when “9-5” opens and closes.",
            "Write both times on a clock of 24 hours, for example “9:00-17:00” or “18:00-2:00”.",
        ),
        (
            Week,
            "Mon 9:00-12:00, Mon 11:00-14:00",
            "In “Mon 9:00-12:00, Mon 11:00-14:00” two of the times on Mon overlap.",
            "Write times that follow each other, for example “Mon 9:00-12:00 and 13:00-17:00”.",
        ),
        (
            Week,
            "Mon 8:00-9:00, Sun 20:00-8:30",
            "In “Mon 8:00-9:00, Sun 20:00-8:30” two of the times on Mon overlap.",
            "Write times that follow each other, for example “Mon 9:00-12:00 and 13:00-17:00”.",
        ),
    ],
)
def test_a_refusal_says_what_to_write(quantity: type[Quantity], text: str, message: str, hint: str) -> None:
    with pytest.raises(QuantityError) as refused:
        quantity.read(text)
    assert (refused.value.message, refused.value.hint) == (message, hint)
