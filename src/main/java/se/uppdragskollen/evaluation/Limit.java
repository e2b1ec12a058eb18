package se.uppdragskollen.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import se.uppdragskollen.assignment.Parameter;

/**
 * A parameter as it stands on a period's last day.
 *
 * @param parameter the parameter
 * @param name as results write it: {@code G25.lowest_share}
 * @param value its value that day
 * @param from the day from which that value is in force
 * @param changedInPeriod the value came into force after the period's first day
 */
record Limit(Parameter parameter, String name, Object value, LocalDate from, boolean changedInPeriod) {

	BigDecimal number() {
		return (BigDecimal) this.value;
	}

	int count() {
		return number().intValue();
	}

	List<?> items() {
		return (List<?>) this.value;
	}

}
