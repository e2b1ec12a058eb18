package se.uppdragskollen.unit;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.document.Position;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.request.Refusal;

/**
 * Registers a unit, or changes what is registered about it.
 */
@Component
@Transactional
public class EditUnit {

	private final UnitRegistry registry;

	private final Audit audit;

	EditUnit(UnitRegistry registry, Audit audit) {
		this.registry = registry;
		this.audit = audit;
	}

	/**
	 * Registers a unit.
	 * @throws Refusal when something is wrong with the entry, or the id is taken
	 */
	public RegisteredUnit register(Actor actor, UnitEntry entry) {
		actor.require(Act.EDIT_UNITS);
		Map<String, RegisteredUnit> units = this.registry.forChange().byId();
		RegisteredUnit unit = checked(entry, 1, units);
		this.registry.add(List.of(unit));
		this.audit.note(actor, "unit-registered", "unit:" + unit.id(), unit.id(),
				UnitDifference.between(Map.of(), unit));
		return unit;
	}

	/**
	 * Changes a unit's entry; all of it is given.
	 * @param version the version that the change rests on
	 * @throws Refusal when something is wrong with the entry, or somebody else was first
	 */
	public RegisteredUnit change(Actor actor, String id, long version, UnitEntry entry) {
		actor.require(Act.EDIT_UNITS, id);
		RegisteredUnits registered = this.registry.forChange();
		RegisteredUnit before = registered.at(id, version);
		if (entry.id() != null && !entry.id().equals(id)) {
			throw Refusal.invalid("/id", "unit-id-fixed", id);
		}
		Map<String, RegisteredUnit> units = registered.byId();
		units.remove(id);
		RegisteredUnit after = checked(entry.of(id), version + 1, units);
		if (after.at(version).equals(before)) {
			return before;
		}
		this.registry.change(after);
		this.audit.note(actor, "unit-changed", "unit:" + id, id, UnitDifference.between(before.texts(), after));
		return after;
	}

	/** The unit as it is to be, among the others. */
	private static RegisteredUnit checked(UnitEntry entry, long version, Map<String, RegisteredUnit> others) {
		Problems problems = new Problems();
		RegisteredUnit unit = new UnitReader(entry.texts(), (field) -> problems.at("", Position.NOWHERE, field))
			.read(version)
			.orElseThrow(() -> Refusal.invalid(problems));
		if (others.containsKey(unit.id())) {
			throw Refusal.conflict("unit-exists", unit.id());
		}
		others.put(unit.id(), unit);
		new UnitChecks(others, (id, field) -> problems.at("", Position.NOWHERE, field)).check(Set.of(unit.id()));
		if (!problems.isEmpty()) {
			throw Refusal.invalid(problems);
		}
		return unit;
	}

}
