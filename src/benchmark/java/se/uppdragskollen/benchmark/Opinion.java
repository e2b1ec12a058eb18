package se.uppdragskollen.benchmark;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.report.Flag;

/**
 * A fact: a counterpart's latest flag on a requirement, null when it gave none.
 */
public record Opinion(String from, String requirement, @Nullable Flag flag) {

	public boolean isGiven() {
		return this.flag != null;
	}

	public boolean isRed() {
		return this.flag == Flag.RED;
	}

	/** How many colours the centre's own signal is from the flag. */
	public int apart(Object own) {
		int place = own.equals("green") ? 0 : own.equals("yellow") ? 1 : 2;
		return Math.abs(place - this.flag.ordinal());
	}

}
