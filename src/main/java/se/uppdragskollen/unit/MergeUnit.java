package se.uppdragskollen.unit;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.document.Position;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.request.Refusal;

/**
 * Closes a unit that becomes part of another.
 */
@Component
@Transactional
public class MergeUnit {

	private static final String INTO = "into";

	private static final String LAST_DAY = "last_day";

	private final UnitRegistry registry;

	private final Audit audit;

	MergeUnit(UnitRegistry registry, Audit audit) {
		this.registry = registry;
		this.audit = audit;
	}

	/**
	 * Merges a unit into another.
	 * @param version the version of the unit that this rests on
	 * @param into the unit that takes over
	 * @param lastDay the last day that the merged unit is open
	 * @return the merged unit
	 * @throws Refusal when it is closed before, has filials left, or the other cannot
	 * take over
	 */
	public RegisteredUnit merge(Actor actor, String id, long version, @Nullable String into, @Nullable String lastDay) {
		actor.require(Act.EDIT_UNITS, id);
		RegisteredUnits registered = this.registry.forChange();
		RegisteredUnit before = registered.at(id, version);
		if (before.mergedInto() != null) {
			throw Refusal.conflict("unit-merged", before.mergedInto());
		}
		RegisteredUnit after = merged(before, into, lastDay);
		Map<String, RegisteredUnit> units = registered.byId();
		units.put(id, after);
		check(units, id);
		this.registry.change(after);
		this.audit.note(actor, "unit-merged", "unit:" + id, id, UnitDifference.between(before.texts(), after));
		return after;
	}

	private static RegisteredUnit merged(RegisteredUnit unit, @Nullable String into, @Nullable String lastDay) {
		Problems problems = new Problems();
		Optional<LocalDate> day = UnitReader.day((lastDay == null) ? "" : lastDay);
		if (into == null || into.isBlank()) {
			problems.at("", Position.NOWHERE, INTO).say("field-missing");
		}
		if (day.isEmpty()) {
			problems.at("", Position.NOWHERE, LAST_DAY).found(lastDay).say("date-expected");
		}
		else if (day.get().isBefore(unit.opened())) {
			problems.at("", Position.NOWHERE, LAST_DAY).found(lastDay).say("closed-before-opened", unit.opened());
		}
		else if (unit.closed() != null && !unit.closed().equals(day.get())) {
			problems.at("", Position.NOWHERE, LAST_DAY).found(lastDay).say("closed-already", unit.closed());
		}
		if (into == null || day.isEmpty() || !problems.isEmpty()) {
			throw Refusal.invalid(problems);
		}
		return unit.merged(into.strip(), day.get()).at(unit.version() + 1);
	}

	private static void check(Map<String, RegisteredUnit> units, String id) {
		Problems problems = new Problems();
		new UnitChecks(units, (unit, field) -> problems.at("", Position.NOWHERE,
				field.equals(UnitEntry.MERGED_INTO) ? INTO : LAST_DAY))
			.check(Set.of(id));
		if (!problems.isEmpty()) {
			throw Refusal.invalid(problems);
		}
	}

}
