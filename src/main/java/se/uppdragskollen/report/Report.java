package se.uppdragskollen.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Period;

/**
 * All that is known of a unit for a period. Values are typed as their element: a
 * {@code BigDecimal}, {@code Boolean}, {@code LocalDate}, {@code LocalTime},
 * {@code String} (text, choice) or {@code List<String>}. Not reported, zero, not
 * applicable and suppressed are kept apart.
 *
 * @param unit the unit's HSA-id or other id
 * @param assignment the assignment's id
 * @param period the period reported
 * @param handedIn when the report was handed in, null when not told
 * @param values by element; what is not there was not reported
 * @param notApplicable the unit's reason by element
 * @param suppressed elements withheld because the group is small
 * @param registers what registers say
 * @param signals what counterparts say
 * @param exemptions decided reliefs
 * @param history earlier values by element or derived element, and period
 * @param peers comparable units by element or derived element
 */
public record Report(String unit, String assignment, Period period, @Nullable LocalDate handedIn,
		Map<String, Object> values, Map<String, String> notApplicable, Set<String> suppressed,
		List<RegisterValue> registers, List<Signal> signals, List<Exemption> exemptions,
		Map<String, SortedMap<Period, Object>> history, Map<String, Peers> peers) {

	/** The same report with history and peers that the product has filled in. */
	public Report with(Map<String, SortedMap<Period, Object>> otherHistory, Map<String, Peers> otherPeers) {
		return new Report(this.unit, this.assignment, this.period, this.handedIn, this.values, this.notApplicable,
				this.suppressed, this.registers, this.signals, this.exemptions, otherHistory, otherPeers);
	}

	/** The same report with these register values. */
	public Report withRegisters(List<RegisterValue> others) {
		return new Report(this.unit, this.assignment, this.period, this.handedIn, this.values, this.notApplicable,
				this.suppressed, others, this.signals, this.exemptions, this.history, this.peers);
	}

	/** The SHA-256 of all that is in it, the order of writing aside. */
	public String fingerprint() {
		return ReportWriter.fingerprint(this);
	}

}
