package se.uppdragskollen.publication;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import se.uppdragskollen.assessment.JudgedReport;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;

/**
 * A period as the centres have reported it.
 *
 * @param edition the edition in force
 * @param period the period
 * @param columns its figures
 * @param reports by centre
 */
record PeriodReports(Edition edition, Period period, List<Column> columns, Map<String, JudgedReport> reports) {

	/** The counts that its figures take from other kinds of periods. */
	Set<String> carried() {
		Set<String> carried = new TreeSet<>();
		this.columns.forEach((column) -> carried.addAll(column.carried()));
		return carried;
	}

	/** The periods from which they are taken. */
	Set<Period> sources() {
		Set<Period> sources = new TreeSet<>();
		Set<String> carried = carried();
		this.reports.values().forEach((judged) -> carried.forEach((id) -> {
			Period source = judged.source(id);
			if (source != null) {
				sources.add(source);
			}
		}));
		return sources;
	}

	/** The counts that a centre's figures take from a period. */
	Set<String> takes(String unit, Period from) {
		Set<String> taken = carried();
		JudgedReport judged = this.reports.get(unit);
		taken.removeIf((id) -> judged == null || !Objects.equals(from, judged.source(id)));
		return taken;
	}

}
