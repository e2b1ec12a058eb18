package se.uppdragskollen.evaluation.naive;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Counterpart;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.report.Flag;
import se.uppdragskollen.report.Peers;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.report.Signal;

/**
 * One report with all that a requirement may be judged by: values, computed values,
 * limits, and the comparisons with registers, peers, earlier periods and counterparts.
 */
final class Dossier {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	final Datasheet data;

	final Computed computed;

	final Limits limits;

	private final Report report;

	Dossier(Edition edition, Limits limits, Report report) {
		this.report = report;
		this.limits = limits;
		this.data = new Datasheet(edition, report);
		this.computed = new Computed(this.data, limits, report.period().to());
	}

	/** The period's last day. */
	LocalDate end() {
		return this.report.period().to();
	}

	Check atLeast(@Nullable BigDecimal value, String limit) {
		return Check.atLeast(value, this.limits.number(limit));
	}

	Check atMost(@Nullable BigDecimal value, String limit) {
		return Check.atMost(value, this.limits.number(limit));
	}

	/** At least so many percent, of the requirement's smallest group at least. */
	Check share(String requirement, String part, String whole, String limit) {
		return Check.share(this.data.number(part), this.data.number(whole), this.limits.number(limit),
				this.limits.smallestGroup(requirement));
	}

	/** A date at most so many days before the period's last. */
	Check notOlderThanDays(String id, String limit) {
		return Check.notBefore(this.data.date(id), end().minusDays(this.limits.count(limit)));
	}

	Check notOlderThanYears(String id, String limit) {
		return Check.notBefore(this.data.date(id), end().minusYears(this.limits.count(limit)));
	}

	/** At most so far from what the register says of the same datum. */
	Check agreesWithRegister(String id, @Nullable BigDecimal own, String source, BigDecimal tolerance) {
		BigDecimal register = this.data.register(id, source);
		return (own == null || register == null) ? Check.UNKNOWN : apart(own, register, tolerance);
	}

	/** At most so many percent of what the register says. */
	Check agreesWithinPercent(String id, @Nullable BigDecimal own, String source, BigDecimal percent) {
		BigDecimal register = this.data.register(id, source);
		return (own == null || register == null) ? Check.UNKNOWN
				: apart(own, register, register.abs().multiply(percent).divide(HUNDRED));
	}

	private static Check apart(BigDecimal own, BigDecimal other, BigDecimal tolerance) {
		BigDecimal margin = tolerance.subtract(own.subtract(other).abs());
		return new Check(Truth.of(margin.signum() >= 0), own, other, margin);
	}

	/** At most so many standard deviations below the mean of comparable units. */
	Check notBelowPeers(String id, @Nullable BigDecimal own, String deviations, String fewest) {
		Peers peers = peers(id, fewest);
		return (peers == null) ? Check.UNKNOWN : Check.atLeast(own, peers.mean().subtract(reach(peers, deviations)));
	}

	Check notAbovePeers(String id, @Nullable BigDecimal own, String deviations, String fewest) {
		Peers peers = peers(id, fewest);
		return (peers == null) ? Check.UNKNOWN : Check.atMost(own, peers.mean().add(reach(peers, deviations)));
	}

	Check nearPeers(String id, @Nullable BigDecimal own, String deviations, String fewest) {
		Peers peers = peers(id, fewest);
		if (peers == null) {
			return Check.UNKNOWN;
		}
		BigDecimal reach = reach(peers, deviations);
		return Check.between(own, peers.mean().subtract(reach), peers.mean().add(reach));
	}

	private @Nullable Peers peers(String id, String fewest) {
		Peers peers = this.report.peers().get(id);
		return (peers == null || peers.count() < this.limits.count(fewest)) ? null : peers;
	}

	private BigDecimal reach(Peers peers, String deviations) {
		return peers.sd().multiply(this.limits.number(deviations));
	}

	/** Not lower than the period before in each of the last so many periods. */
	Check notFalling(String id, @Nullable BigDecimal now, String periods) {
		return notMovingSteadily(id, now, periods, -1);
	}

	Check notRising(String id, @Nullable BigDecimal now, String periods) {
		return notMovingSteadily(id, now, periods, 1);
	}

	private Check notMovingSteadily(String id, @Nullable BigDecimal now, String periods, int direction) {
		if (now == null) {
			return Check.UNKNOWN;
		}
		boolean steadily = true;
		BigDecimal later = now;
		for (int back = 1; back < this.limits.count(periods); back++) {
			BigDecimal earlier = earlier(id, back);
			if (earlier == null) {
				return Check.UNKNOWN;
			}
			steadily &= later.compareTo(earlier) == direction;
			later = earlier;
		}
		return new Check(Truth.of(!steadily), now, null, null);
	}

	/** Higher than so many periods ago, this one counted. */
	Check rises(String id, @Nullable BigDecimal now, String periods) {
		if (now == null) {
			return Check.UNKNOWN;
		}
		for (int back = 1; back < this.limits.count(periods); back++) {
			if (earlier(id, back) == null) {
				return Check.UNKNOWN;
			}
		}
		BigDecimal first = earlier(id, this.limits.count(periods) - 1);
		return (first == null) ? Check.UNKNOWN
				: new Check(Truth.of(now.compareTo(first) > 0), now, first, now.subtract(first));
	}

	/** Differs at most so many percent from the value that many periods ago. */
	Check changeAtMost(String id, @Nullable BigDecimal now, String periods, String percent) {
		BigDecimal before = earlier(id, this.limits.count(periods));
		if (now == null || before == null || before.signum() == 0) {
			return Check.UNKNOWN;
		}
		BigDecimal most = this.limits.number(percent);
		BigDecimal hundredfold = now.subtract(before).abs().multiply(HUNDRED);
		boolean holds = hundredfold.compareTo(most.multiply(before.abs())) <= 0;
		BigDecimal change = hundredfold.divide(before.abs(), MathContext.DECIMAL64);
		return new Check(Truth.of(holds), change, most, most.subtract(change));
	}

	private @Nullable BigDecimal earlier(String id, int back) {
		SortedMap<Period, Object> history = this.report.history().get(id);
		return (history != null && history.get(this.report.period().minus(back)) instanceof BigDecimal number) ? number
				: null;
	}

	/** The counterpart does not say that it fails. */
	Check noRedFlag(Counterpart from, String requirement) {
		Flag flag = flag(from, requirement);
		return (flag == null) ? Check.UNKNOWN : new Check(Truth.of(flag != Flag.RED), flag, null, null);
	}

	/** The unit's own flag and the counterpart's are at most so many steps apart. */
	Check agreesWithSignal(String id, Counterpart from, String requirement, String steps) {
		String own = this.data.text(id);
		Flag other = flag(from, requirement);
		if (own == null || other == null) {
			return Check.UNKNOWN;
		}
		int place = switch (own) {
			case "green" -> 0;
			case "yellow" -> 1;
			default -> 2;
		};
		return Check.atMost(BigDecimal.valueOf(Math.abs(place - other.ordinal())), this.limits.number(steps));
	}

	/** Its latest on the requirement, or else its latest general one. */
	private @Nullable Flag flag(Counterpart from, String requirement) {
		Signal specific = null;
		Signal general = null;
		for (Signal signal : this.report.signals()) {
			if (signal.from() != from) {
				continue;
			}
			if (signal.requirement() == null) {
				general = later(general, signal);
			}
			else if (signal.requirement().equals(requirement)) {
				specific = later(specific, signal);
			}
		}
		Signal heard = (specific != null) ? specific : general;
		return (heard == null) ? null : heard.flag();
	}

	/** Of two of one day the worse. */
	private static Signal later(@Nullable Signal one, Signal other) {
		if (one == null || other.date().isAfter(one.date())) {
			return other;
		}
		boolean worse = other.date().equals(one.date()) && other.flag().ordinal() > one.flag().ordinal();
		return worse ? other : one;
	}

}
