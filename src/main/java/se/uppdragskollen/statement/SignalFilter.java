package se.uppdragskollen.statement;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Counterpart;
import se.uppdragskollen.report.Flag;

/**
 * Which signals to list; null for all.
 *
 * @param unit about or from this unit
 * @param assignment of this assignment
 * @param direction only these
 * @param counterpart of or about this counterpart
 * @param flag of this colour
 * @param withdrawn whether withdrawn ones are listed too
 * @param unmarked only those about which nothing was done yet
 */
public record SignalFilter(@Nullable String unit, @Nullable String assignment, @Nullable Direction direction,
		@Nullable Counterpart counterpart, @Nullable Flag flag, boolean withdrawn, boolean unmarked) {

	public SignalFilter(@Nullable String unit, @Nullable String assignment, @Nullable Direction direction,
			@Nullable Counterpart counterpart, @Nullable Flag flag, boolean withdrawn) {
		this(unit, assignment, direction, counterpart, flag, withdrawn, false);
	}

}
