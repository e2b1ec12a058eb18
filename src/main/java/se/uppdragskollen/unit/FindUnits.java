package se.uppdragskollen.unit;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.request.Refusal;

/**
 * Looks units up.
 */
@Component
@Transactional(readOnly = true)
public class FindUnits {

	private final UnitRegistry registry;

	FindUnits(UnitRegistry registry) {
		this.registry = registry;
	}

	/** The units asked for, by name, page by page; the sort key is name and id. */
	public Page<RegisteredUnit> list(Actor actor, UnitFilter filter, PageRequest page) {
		actor.require(Act.READ_UNITS);
		return this.registry.page(filter, page);
	}

	/**
	 * One unit.
	 * @throws Refusal when there is none
	 */
	public RegisteredUnit one(Actor actor, String id) {
		actor.require(Act.READ_UNITS, id);
		return this.registry.require(id);
	}

}
