package se.uppdragskollen.assignment;

import java.time.LocalDate;

import se.uppdragskollen.document.Word;

/**
 * How long a reporting period is.
 */
public enum PeriodKind implements Word {

	/** {@code 2025-02}. */
	MONTH("month", 1, '-'),

	/** {@code 2025-Q1}. */
	QUARTER("quarter", 3, 'Q'),

	/** {@code 2025-T1}: four months. */
	TERTIAL("tertial", 4, 'T'),

	/** {@code 2025-H1}. */
	HALF_YEAR("half-year", 6, 'H'),

	/** {@code 2025}. */
	YEAR("year", 12, '-');

	private final String word;

	private final int months;

	private final char sign;

	PeriodKind(String word, int months, char sign) {
		this.word = word;
		this.months = months;
		this.sign = sign;
	}

	@Override
	public String word() {
		return this.word;
	}

	/** Its length in calendar months. */
	public int months() {
		return this.months;
	}

	/** The period of this kind in which a date lies. */
	public Period at(LocalDate date) {
		return Period.of(this, date.getYear(), (date.getMonthValue() - 1) / this.months + 1);
	}

	char sign() {
		return this.sign;
	}

}
