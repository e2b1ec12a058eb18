package se.uppdragskollen.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Severity;
import se.uppdragskollen.rule.ObligationWord;
import se.uppdragskollen.rule.Takes;

/**
 * One comparison that a rule says must hold for this report, and how it went.
 *
 * @param rule the rule's name
 * @param word what was asked
 * @param subjects the elements, registers and counterparts that it speaks of, as in the
 * rule
 * @param severity of a deviation from this obligation
 * @param holds whether it holds, null when that is not known
 * @param value the value compared, null when not known
 * @param limit what it was compared with, null when not known
 * @param parameter the deciding parameter as {@code G25.lowest_share}, null when none
 * @param inForceFrom from when the parameter's value is in force, null without parameter
 * @param changedInPeriod the parameter changed inside the period
 * @param margin signed distance to the limit in the value's unit (percentage points for
 * shares, days for dates), positive when it holds; null when there is no distance
 * @param elements the values read
 * @param observed from when values of other periods are, by element
 * @param missing what would have to be known
 * @param absence why it is not known, null when it is
 * @param notApplicableReason the unit's reason when it says "not applicable"
 * @param smallestChange the smallest change that would be enough, by element; empty when
 * it holds or no single change is
 */
public record Obligation(String rule, ObligationWord word, List<String> subjects, Severity severity,
		@Nullable Boolean holds, @Nullable Object value, @Nullable Object limit, @Nullable String parameter,
		@Nullable LocalDate inForceFrom, boolean changedInPeriod, @Nullable BigDecimal margin,
		Map<String, Object> elements, Map<String, Object> observed, List<String> missing, @Nullable Absence absence,
		@Nullable String notApplicableReason, Map<String, Object> smallestChange) {

	/** The same with other figures to tell. */
	Obligation said(@Nullable Object saidValue, Object saidLimit, @Nullable BigDecimal saidMargin,
			Map<String, Object> enough) {
		return new Obligation(this.rule, this.word, this.subjects, this.severity, this.holds, saidValue, saidLimit,
				this.parameter, this.inForceFrom, this.changedInPeriod, saidMargin, this.elements, this.observed,
				this.missing, this.absence, this.notApplicableReason, enough);
	}

	/** Whose signal it speaks of, by its word; null when of none. */
	public @Nullable String counterpart() {
		int at = this.word.takes().indexOf(Takes.COUNTERPART);
		return (at < 0) ? null : this.subjects.get(at);
	}

	public boolean fails() {
		return Boolean.FALSE.equals(this.holds);
	}

	public boolean isUnknown() {
		return this.holds == null && this.absence != Absence.NOT_APPLICABLE;
	}

}
