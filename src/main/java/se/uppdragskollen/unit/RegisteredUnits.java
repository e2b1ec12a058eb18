package se.uppdragskollen.unit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.request.Refusal;

/**
 * All units as the registry has them at one moment, closed ones too.
 */
public final class RegisteredUnits {

	private final Map<String, RegisteredUnit> byId = new TreeMap<>();

	private final Units units;

	RegisteredUnits(Collection<RegisteredUnit> all) {
		all.forEach((unit) -> this.byId.put(unit.id(), unit));
		this.units = Units.of(all.stream().map(RegisteredUnit::reporting).toList());
	}

	/** All of them, by id. */
	public List<RegisteredUnit> all() {
		return new ArrayList<>(this.byId.values());
	}

	public Optional<RegisteredUnit> unit(String id) {
		return Optional.ofNullable(this.byId.get(id));
	}

	/** What people call a unit, or its id when it is not registered. */
	public String nameOf(String id) {
		return this.units.nameOf(id);
	}

	/** Whether a unit is registered and open on some day of the period. */
	public boolean open(String id, Period period) {
		return unit(id).filter((unit) -> unit.openIn(period)).isPresent();
	}

	/**
	 * Whether another unit may be a unit's peer, by {@link Units#comparable}; units of
	 * different kinds never are.
	 */
	public boolean comparable(String id, String other) {
		Optional<UnitKind> kind = unit(id).map(RegisteredUnit::kind);
		Optional<UnitKind> otherKind = unit(other).map(RegisteredUnit::kind);
		boolean sameKind = kind.isEmpty() || otherKind.isEmpty() || kind.equals(otherKind);
		return sameKind && this.units.comparable(id, other);
	}

	/**
	 * A unit that is to be changed.
	 * @param version the version that the change rests on
	 * @throws Refusal when there is no such unit, or somebody else was first
	 */
	RegisteredUnit at(String id, long version) {
		RegisteredUnit unit = unit(id).orElseThrow(() -> Refusal.notFound("unit-not-found", id));
		if (unit.version() != version) {
			throw Refusal.outdated(unit);
		}
		return unit;
	}

	/** By id, for changes to be made in. */
	Map<String, RegisteredUnit> byId() {
		return new TreeMap<>(this.byId);
	}

}
