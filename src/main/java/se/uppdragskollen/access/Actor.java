package se.uppdragskollen.access;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import se.uppdragskollen.audit.Acting;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.request.Refusal;

/**
 * A person or system that is logged in, with the roles of this moment.
 *
 * @param person the id
 * @param name as others see it
 * @param system whether it is another system
 * @param assured whether the login has the assurance level that deciding takes
 * @param grants the roles
 */
public record Actor(long person, String name, boolean system, boolean assured, Set<Grant> grants) implements Acting {

	public Actor {
		grants = Set.copyOf(grants);
	}

	@Override
	public String auditName() {
		return "person:" + this.person;
	}

	/** Whether it may be done for some unit. */
	public boolean may(Act act) {
		Reach reach = reach(act);
		return reach.all() || !reach.units().isEmpty();
	}

	/** Whether it may be done for this unit. */
	public boolean may(Act act, String unit) {
		return reach(act).covers(unit);
	}

	/**
	 * Goes on only when it may be done for this unit.
	 * @throws Refusal when not
	 */
	public void require(Act act, String unit) {
		if (!may(act, unit)) {
			throw refusal(act, unit);
		}
	}

	/**
	 * Goes on only when it may be done at all.
	 * @throws Refusal when not
	 */
	public void require(Act act) {
		if (!may(act)) {
			throw refusal(act, "");
		}
	}

	/**
	 * Goes on only when one of these may be done at all.
	 * @throws Refusal when none may
	 */
	public void requireAny(Act... acts) {
		List<Act> any = List.of(acts);
		if (any.stream().anyMatch(this::may)) {
			return;
		}
		Set<Role> roles = any.stream().flatMap((act) -> act.roles().stream()).collect(Collectors.toSet());
		throw any.stream()
			.filter((act) -> hasRoleFor(act))
			.findFirst()
			.map((act) -> refusal(act, ""))
			.orElseGet(() -> notYourRole(roles));
	}

	/** For which units it may be done. */
	public Reach reach(Act act) {
		if (this.system && !act.bySystem() || !this.assured && act.needsAssurance()) {
			return Reach.NOWHERE;
		}
		boolean all = false;
		Set<String> units = new TreeSet<>();
		for (Grant grant : this.grants) {
			if (act.roles().contains(grant.role())) {
				if (grant.unit() == null || act.reachesAll()) {
					all = true;
				}
				else {
					units.add(grant.unit());
				}
			}
		}
		return new Reach(all, units, act.notForOwn() ? own() : Set.of());
	}

	/** The centres that the actor belongs to. */
	public Set<String> own() {
		return this.grants.stream()
			.filter((grant) -> grant.role().ofCentre())
			.map((grant) -> String.valueOf(grant.unit()))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	public boolean has(Role role) {
		return this.grants.stream().anyMatch((grant) -> grant.role() == role);
	}

	/** Whether somebody of the region, not of a centre only. */
	public boolean ofRegion() {
		return this.grants.stream().anyMatch((grant) -> !grant.role().ofCentre());
	}

	private Refusal refusal(Act act, String unit) {
		if (this.system && !act.bySystem()) {
			return Refusal.forbidden("not-by-system");
		}
		boolean role = hasRoleFor(act);
		if (role && !this.assured && act.needsAssurance()) {
			return Refusal.forbidden("assurance-too-low");
		}
		if (role && act.notForOwn() && own().contains(unit)) {
			return Refusal.forbidden("own-unit");
		}
		return role ? Refusal.forbidden("other-unit") : notYourRole(act.roles());
	}

	private boolean hasRoleFor(Act act) {
		return this.grants.stream().anyMatch((grant) -> act.roles().contains(grant.role()));
	}

	/** Says whose role may. */
	public static Refusal notYourRole(Set<Role> roles) {
		return Refusal.forbidden("not-your-role",
				roles.stream().sorted().map((role) -> Messages.both("role." + role.word())).toList());
	}

}
