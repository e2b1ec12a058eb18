package se.uppdragskollen.unit;

import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Problems;

/**
 * Checks what units say of each other: parents and successors. A successor is open after
 * the unit that it follows, so no merge can come back to where it began.
 */
final class UnitChecks {

	private final Map<String, RegisteredUnit> units;

	private final BiFunction<String, String, Problems.At> problem;

	/**
	 * Checks a registry.
	 * @param units all of them by id, as they are to be
	 * @param problem starts a problem with a unit's field
	 */
	UnitChecks(Map<String, RegisteredUnit> units, BiFunction<String, String, Problems.At> problem) {
		this.units = units;
		this.problem = problem;
	}

	/** Checks those that are changed, and others in so far as they rest on them. */
	void check(Set<String> changed) {
		for (RegisteredUnit unit : this.units.values()) {
			if (changed.contains(unit.id())) {
				checkParent(unit);
				checkSuccessor(unit);
			}
			else {
				checkThoseRelyingOn(changed, unit);
			}
		}
	}

	private void checkParent(RegisteredUnit unit) {
		if (unit.parent() == null) {
			return;
		}
		RegisteredUnit parent = this.units.get(unit.parent());
		Problems.At at = this.problem.apply(unit.id(), UnitEntry.PARENT).found(unit.parent());
		if (parent == null) {
			at.allowedNames(this.units.keySet()).say("unit-not-registered");
		}
		else if (unit.id().equals(unit.parent())) {
			at.say("parent-itself");
		}
		else if (parent.parent() != null) {
			at.say("parent-is-filial");
		}
		else if (outlives(unit, parent)) {
			at.say("parent-closed", String.valueOf(parent.closed()));
		}
	}

	private void checkSuccessor(RegisteredUnit unit) {
		if (unit.mergedInto() == null) {
			return;
		}
		RegisteredUnit successor = this.units.get(unit.mergedInto());
		Problems.At at = this.problem.apply(unit.id(), UnitEntry.MERGED_INTO).found(unit.mergedInto());
		if (successor == null) {
			at.allowedNames(this.units.keySet()).say("unit-not-registered");
		}
		else if (unit.id().equals(unit.mergedInto())) {
			at.say("merged-into-itself");
		}
		else if (!follows(successor, unit)) {
			at.say("successor-closed", String.valueOf(unit.closed()));
		}
	}

	/** What is wrong with a unit that was not touched is told of the one it relies on. */
	private void checkThoseRelyingOn(Set<String> changed, RegisteredUnit unit) {
		RegisteredUnit parent = changed(changed, unit.parent());
		if (parent != null && parent.parent() != null) {
			this.problem.apply(parent.id(), UnitEntry.PARENT)
				.found(parent.parent())
				.say("filial-has-filial", unit.id());
		}
		else if (parent != null && outlives(unit, parent)) {
			this.problem.apply(parent.id(), UnitEntry.CLOSED)
				.found(String.valueOf(parent.closed()))
				.say("filial-still-open", unit.id());
		}
		RegisteredUnit successor = changed(changed, unit.mergedInto());
		if (successor != null && !follows(successor, unit)) {
			this.problem.apply(successor.id(), UnitEntry.CLOSED)
				.say("successor-needed", unit.id(), String.valueOf(unit.closed()));
		}
	}

	private @Nullable RegisteredUnit changed(Set<String> changed, @Nullable String id) {
		return (id != null && changed.contains(id)) ? this.units.get(id) : null;
	}

	private static boolean outlives(RegisteredUnit unit, RegisteredUnit parent) {
		return parent.closed() != null && (unit.closed() == null || unit.closed().isAfter(parent.closed()));
	}

	/** Whether it is open on the day after the other's last one. */
	private static boolean follows(RegisteredUnit successor, RegisteredUnit unit) {
		return unit.closed() == null || successor.openBetween(unit.closed().plusDays(1), unit.closed().plusDays(1));
	}

}
