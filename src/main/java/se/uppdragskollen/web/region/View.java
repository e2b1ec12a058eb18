package se.uppdragskollen.web.region;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.selfreport.OwedPeriod;
import se.uppdragskollen.web.page.Say;

/**
 * Which periods the region is looked at through: of every kind the newest one that had
 * ended by a month's end.
 *
 * @param assignments the assignments that are reported, to choose from
 * @param assignment the one chosen
 * @param ends the ends to choose from with the edition then in force, the newest first
 * @param end the one chosen, null while no period has ended
 * @param periods the periods seen, the shortest first
 */
public record View(Set<String> assignments, String assignment, Map<LocalDate, String> ends, @Nullable LocalDate end,
		List<OwedPeriod> periods) {

	/**
	 * The view asked for; without an end, the newest one by which all reports were due.
	 */
	static View of(List<OwedPeriod> owed, @Nullable String assignment, @Nullable String end, LocalDate today) {
		Set<String> assignments = new TreeSet<>();
		owed.forEach((one) -> assignments.add(one.assignment()));
		String chosen = (assignment != null && assignments.contains(assignment)) ? assignment
				: assignments.stream().findFirst().orElse("");
		List<OwedPeriod> ended = owed.stream()
			.filter((one) -> one.assignment().equals(chosen) && one.period().to().isBefore(today))
			.toList();
		Map<LocalDate, String> ends = new LinkedHashMap<>();
		Set<LocalDate> open = new LinkedHashSet<>();
		for (OwedPeriod one : ended) {
			ends.putIfAbsent(one.period().to(), one.edition());
			if (!one.due().isBefore(today)) {
				open.add(one.period().to());
			}
		}
		LocalDate by = ends.keySet()
			.stream()
			.filter((one) -> one.toString().equals(end))
			.findFirst()
			.or(() -> ends.keySet().stream().filter((one) -> !open.contains(one)).findFirst())
			.or(() -> ends.keySet().stream().findFirst())
			.orElse(null);
		return new View(assignments, chosen, ends, by, newest(ended, by));
	}

	private static List<OwedPeriod> newest(List<OwedPeriod> ended, @Nullable LocalDate by) {
		Map<PeriodKind, OwedPeriod> newest = new LinkedHashMap<>();
		ended.stream()
			.filter((one) -> by != null && !one.period().to().isAfter(by))
			.forEach((one) -> newest.merge(one.period().kind(), one,
					(had, other) -> other.period().to().isAfter(had.period().to()) ? other : had));
		List<OwedPeriod> periods = new ArrayList<>();
		for (PeriodKind kind : PeriodKind.values()) {
			OwedPeriod one = newest.get(kind);
			if (one != null) {
				periods.add(one);
			}
		}
		return periods;
	}

	List<Period> bare() {
		return this.periods.stream().map(OwedPeriod::period).toList();
	}

	/** The editions with their ends to choose from, the newest first. */
	public Map<String, List<LocalDate>> byEdition() {
		Map<String, List<LocalDate>> groups = new LinkedHashMap<>();
		this.ends.forEach((day, edition) -> groups.computeIfAbsent(edition, (id) -> new ArrayList<>()).add(day));
		return groups;
	}

	/** An end as people say it: the month. */
	public String month(LocalDate day, Say say) {
		return say.period(PeriodKind.MONTH.at(day));
	}

}
