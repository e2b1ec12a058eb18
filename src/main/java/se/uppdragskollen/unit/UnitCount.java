package se.uppdragskollen.unit;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * How many persons a unit has listed on a day, and how many of them have complex needs.
 *
 * @param onDay the day
 * @param listed persons listed
 * @param rub4 of them in resource band 4 (ACG: high need), null when not told
 * @param rub5 of them in resource band 5 (very high need), null when not told
 * @param version of this entry
 */
public record UnitCount(LocalDate onDay, int listed, @Nullable Integer rub4, @Nullable Integer rub5, long version) {

	UnitCount at(long newer) {
		return new UnitCount(this.onDay, this.listed, this.rub4, this.rub5, newer);
	}

}
