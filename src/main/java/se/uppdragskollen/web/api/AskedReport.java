package se.uppdragskollen.web.api;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.selfreport.ReportKey;

/**
 * Reads which report or period an address names.
 */
final class AskedReport {

	private AskedReport() {
	}

	static ReportKey key(String unit, String assignment, String period) {
		return new ReportKey(unit, assignment, period(period));
	}

	/**
	 * A period.
	 * @throws Refusal when it is none
	 */
	static Period period(String written) {
		return Period.parse(written).orElseThrow(() -> Refusal.invalid("period", "period-form", written));
	}

	/** A period, or null when none is asked for. */
	static @Nullable Period optional(@Nullable String written) {
		return (written == null || written.isEmpty()) ? null : period(written);
	}

}
