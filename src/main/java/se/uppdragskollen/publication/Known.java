package se.uppdragskollen.publication;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assessment.JudgedReport;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Unit;

/**
 * What is known of a centre in a period, and which of its counts may not be shown.
 */
final class Known {

	private final Map<String, Object> values;

	private final Map<String, BigDecimal> people = new TreeMap<>();

	private final Set<String> suppressed;

	private final Set<String> notApplicable;

	private final List<Column> columns;

	private final SmallGroups groups;

	private final Set<String> withheld;

	private Remembered remembered = Remembered.NOTHING;

	private Carried carried = Carried.NOTHING;

	private Known(Map<String, Object> values, Set<String> counts, Set<String> suppressed, Set<String> notApplicable,
			List<Column> columns, SmallGroups groups) {
		this.values = values;
		this.suppressed = suppressed;
		this.notApplicable = notApplicable;
		this.columns = columns;
		this.groups = groups;
		counts.forEach((id) -> {
			if (values.get(id) instanceof BigDecimal count) {
				this.people.put(id, count);
			}
		});
		Set<String> few = new HashSet<>(suppressed);
		few.retainAll(counts);
		this.withheld = new HashSet<>(groups.withheld(this.people, few));
	}

	/** Of a centre that has not reported. */
	static Known nothing() {
		return new Known(Map.of(), Set.of(), Set.of(), Set.of(), List.of(), new SmallGroups(0, Map.of()));
	}

	/**
	 * As it is reported.
	 * @param counts the edition's counts of people
	 */
	static Known of(JudgedReport judged, List<Column> columns, Set<String> counts, SmallGroups groups) {
		Edition edition = judged.evaluator().edition();
		Set<String> asked = new HashSet<>(counts);
		columns.forEach((column) -> asked.add(column.datum()));
		asked.removeIf((id) -> edition.datum(id).isEmpty());
		return new Known(judged.evaluator().values(judged.report(), asked), counts, judged.report().suppressed(),
				judged.report().notApplicable().keySet(), columns, groups);
	}

	/** The counts that may not be shown. */
	Set<String> withheld() {
		return this.withheld;
	}

	/**
	 * Withholds also what would tell of few to whoever remembers what was shown before.
	 */
	void remember(Remembered before, Carried elsewhere) {
		this.remembered = before;
		this.carried = elsewhere;
		this.withheld.addAll(before.telling(this.columns, this.people, this.groups));
		for (Column column : this.columns) {
			BigDecimal all = largest(column);
			BigDecimal some = (all == null) ? null : some(column, all);
			if (all != null && some != null && elsewhere.tells(column, some, all, this.people, this.groups)) {
				withhold(column.carried());
			}
		}
		close();
	}

	/** Withholds counts, and what is set against them. */
	void withhold(Set<String> counts) {
		for (String id : counts) {
			this.withheld.addAll(this.groups.family(id, this.people.keySet()));
			this.withheld.add(id);
		}
		close();
	}

	/** One that is withheld may make others tell. */
	private void close() {
		boolean more = true;
		while (more) {
			more = false;
			for (Column column : this.columns) {
				if (few(column)) {
					more |= this.withheld
						.addAll(this.remembered.changed(column, this.withheld, this.people, this.groups));
					for (String id : this.carried.changed(column, this.people)) {
						more |= this.withheld.addAll(this.groups.family(id, this.people.keySet()));
						more |= this.withheld.add(id);
					}
				}
			}
		}
	}

	/** Whether a figure tells of few. */
	boolean few(Column column) {
		return column.counts().stream().anyMatch(this.withheld::contains)
				|| column.elements().stream().anyMatch(this.suppressed::contains) || tellsFew(column);
	}

	/**
	 * Whether a share that the edition computes tells of few, or that few are left over;
	 * also where it does not say that one count is part of the other.
	 */
	private boolean tellsFew(Column column) {
		BigDecimal all = largest(column);
		BigDecimal some = (all == null || column.whole() != null) ? null : some(column, all);
		return all != null && some != null && this.groups.areFew(some, all);
	}

	/** The count that the others of a figure are set against. */
	private @Nullable BigDecimal largest(Column column) {
		return column.counts()
			.stream()
			.filter(column.elements()::contains)
			.map(this.people::get)
			.filter(Objects::nonNull)
			.max(Comparator.naturalOrder())
			.orElse(null);
	}

	/** How many a share says, null when the figure is none. */
	private @Nullable BigDecimal some(Column column, BigDecimal all) {
		if (column.whole() != null) {
			return this.people.get(column.datum());
		}
		return Unit.PERCENT.word().equals(column.figure().measure())
				&& this.values.get(column.datum()) instanceof BigDecimal percent ? SmallGroups.some(percent, all)
						: null;
	}

	/** Whether it does not apply to the centre. */
	boolean notApplicable(Column column) {
		return column.elements().stream().anyMatch(this.notApplicable::contains);
	}

	/** A value as it counts, null when there is none. */
	@Nullable Object value(String datum) {
		return this.values.get(datum);
	}

}
