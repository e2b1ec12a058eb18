package se.uppdragskollen.statement;

import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.report.RegisterValue;

/**
 * A register's value to be entered.
 *
 * @param unit whom it is about
 * @param period the period
 * @param value what the register says
 */
record NewRegisterValue(String unit, Period period, RegisterValue value) {

	/** Of each only one value counts. */
	record Key(String unit, String period, String source, String element) {

	}

	Key key() {
		return new Key(this.unit, this.period.toString(), this.value.source(), this.value.element());
	}

	/** The value as it is kept. */
	String json() {
		return RegisterValues.json(this.value.value());
	}

}
