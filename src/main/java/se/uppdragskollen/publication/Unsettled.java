package se.uppdragskollen.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assessment.JudgedReport;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.followup.UnsettledFindings;
import se.uppdragskollen.selfreport.SelfReports;

/**
 * What reviewer and centre have not finished with, in the period that is drawn up and in
 * those from which a figure takes a value: last quarter's count is no surer in a figure
 * of the half-year than by itself.
 */
final class Unsettled {

	private final Edition edition;

	private final Period period;

	private final UnsettledFindings findings;

	private final SelfReports reports;

	private final LocalDate today;

	private final Map<Period, Map<String, Set<String>>> open = new HashMap<>();

	private final Map<Period, Set<String>> returned = new HashMap<>();

	Unsettled(Edition edition, Period period, UnsettledFindings findings, SelfReports reports, LocalDate today) {
		this.edition = edition;
		this.period = period;
		this.findings = findings;
		this.reports = reports;
		this.today = today;
	}

	/** How a figure of a centre stands. */
	Standing of(Column column, String unit, @Nullable JudgedReport judged) {
		Set<String> waiting = new TreeSet<>();
		boolean isReturned = false;
		for (Period one : periods(column, judged)) {
			this.open.computeIfAbsent(one, (key) -> this.findings.of(this.edition.assignment(), key, this.today))
				.getOrDefault(unit, Set.of())
				.stream()
				.filter(column.requirements()::contains)
				.forEach(waiting::add);
			isReturned |= this.returned
				.computeIfAbsent(one, (key) -> this.reports.returned(this.edition.assignment(), key))
				.contains(unit);
		}
		return new Standing(waiting.isEmpty() && !isReturned, List.copyOf(waiting));
	}

	/** The period, and the earlier ones whose values it rests on. */
	private List<Period> periods(Column column, @Nullable JudgedReport judged) {
		List<Period> all = new ArrayList<>(List.of(this.period));
		for (String id : column.elements()) {
			boolean own = Objects.requireNonNull(this.edition.elements().get(id)).period() == this.period.kind();
			if (judged != null && !own) {
				Period source = judged.source(id);
				if (source != null && !all.contains(source)) {
					all.add(source);
				}
			}
		}
		return all;
	}

	/**
	 * How a figure stands.
	 *
	 * @param settled whether it may be shown
	 * @param open the requirements whose findings wait
	 */
	record Standing(boolean settled, List<String> open) {

	}

}
