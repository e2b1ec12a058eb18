package se.uppdragskollen.report;

import java.time.LocalDate;

/**
 * Decided relief from a requirement.
 *
 * @param requirement the requirement's id
 * @param from the first day
 * @param to the last day
 * @param approver who decided
 * @param reason why
 */
public record Exemption(String requirement, LocalDate from, LocalDate to, String approver, String reason) {

	public boolean covers(LocalDate day) {
		return !day.isBefore(this.from) && !day.isAfter(this.to);
	}

}
