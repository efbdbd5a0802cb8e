"""Django's own but for the year: “2026 р.” at the end of a sentence would end it with two stops."""

DATE_FORMAT = "j E Y року"
DATETIME_FORMAT = "j E Y року, H:i"
YEAR_MONTH_FORMAT = "F Y року"
