package se.uppdragskollen.assessment;

import org.jspecify.annotations.Nullable;

/**
 * Which units are meant; null is all.
 *
 * @param operator run so: {@code regional}, {@code private}
 * @param size with so many listed: {@code small}, {@code middle}, {@code large},
 * {@code unknown}
 * @param need whose listed persons have so complex needs: {@code low}, {@code middle},
 * {@code high}, {@code unknown}
 */
public record UnitGroup(@Nullable String operator, @Nullable String size, @Nullable String need) {

	/** All units. */
	public static final UnitGroup ALL = new UnitGroup(null, null, null);

	/** So many listed make a unit a middle-sized one. */
	public static final int MIDDLE_FROM = 4000;

	/** So many listed make a unit a large one. */
	public static final int LARGE_FROM = 8000;

}
