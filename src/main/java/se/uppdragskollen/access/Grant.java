package se.uppdragskollen.access;

import org.jspecify.annotations.Nullable;

/**
 * A role that somebody has.
 *
 * @param role the role
 * @param unit the centre that it is held for, null for the region's roles
 * @throws IllegalArgumentException when a centre's role lacks the centre, or another has
 * one
 */
public record Grant(Role role, @Nullable String unit) {

	public Grant {
		if (role.ofCentre() != (unit != null)) {
			throw new IllegalArgumentException(role + " with unit " + unit);
		}
	}

}
