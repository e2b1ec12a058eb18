package se.uppdragskollen.evaluation;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Counterpart;
import se.uppdragskollen.report.Flag;
import se.uppdragskollen.report.Signal;

/**
 * Reads what counterparts say.
 */
final class Signals {

	private final Facts facts;

	Signals(Facts facts) {
		this.facts = facts;
	}

	void noRedFlag(Draft draft, Counterpart from, String requirement) {
		Signal signal = latest(from, requirement);
		if (signal == null) {
			draft.lacks(Absence.NOT_REPORTED, List.of("signal@" + from.word()));
			return;
		}
		draft.value(signal.flag().word()).holds(signal.flag() != Flag.RED);
	}

	void agrees(Draft draft, String x, Counterpart from, String requirement, BigDecimal most) {
		Signal signal = latest(from, requirement);
		if (signal == null) {
			draft.lacks(Absence.NOT_REPORTED, List.of("signal@" + from.word()));
			return;
		}
		if (!draft.known()) {
			return;
		}
		Object own = this.facts.cells().cell(x).get();
		for (Flag flag : Flag.values()) {
			if (flag.word().equals(own)) {
				BigDecimal apart = BigDecimal.valueOf(Math.abs(flag.ordinal() - signal.flag().ordinal()));
				draft.value(apart).holds(apart.compareTo(most) <= 0).margin(most.subtract(apart));
			}
		}
	}

	/**
	 * The latest on this requirement, else the latest general one; of one day the worst.
	 */
	private @Nullable Signal latest(Counterpart from, String requirement) {
		Signal latest = null;
		for (Signal signal : this.facts.cells().report().signals()) {
			boolean concerns = signal.requirement() == null || requirement.equals(signal.requirement());
			if (signal.from() == from && concerns && (latest == null || outranks(signal, latest))) {
				latest = signal;
			}
		}
		return latest;
	}

	private static boolean outranks(Signal signal, Signal other) {
		boolean own = signal.requirement() != null;
		boolean otherOwn = other.requirement() != null;
		if (own != otherOwn) {
			return own;
		}
		int byDate = signal.date().compareTo(other.date());
		return byDate > 0 || byDate == 0 && signal.flag().compareTo(other.flag()) > 0;
	}

}
