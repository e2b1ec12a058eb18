package se.uppdragskollen.access;

import java.util.Set;

/**
 * For which units something may be done. In SQL:
 * {@code (:all or unit = any(:units)) and unit <> all(:except)}.
 *
 * @param all for every unit
 * @param units else for these
 * @param except but never for these
 */
public record Reach(boolean all, Set<String> units, Set<String> except) {

	static final Reach NOWHERE = new Reach(false, Set.of(), Set.of());

	public boolean covers(String unit) {
		return (this.all || this.units.contains(unit)) && !this.except.contains(unit);
	}

	/** For a parameter of type {@code text[]}. */
	public String[] unitArray() {
		return this.units.toArray(String[]::new);
	}

	/** For a parameter of type {@code text[]}. */
	public String[] exceptArray() {
		return this.except.toArray(String[]::new);
	}

}
