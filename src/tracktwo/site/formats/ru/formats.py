"""Django's own but for the year: “2026 г.” at the end of a sentence would end it with two stops."""

DATE_FORMAT = "j E Y года"
DATETIME_FORMAT = "j E Y года, H:i"
YEAR_MONTH_FORMAT = "F Y года"
