package se.uppdragskollen.benchmark;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Unit;
import se.uppdragskollen.rule.ObligationWord;

/**
 * The comparisons in Java, for an engine whose conditions are Java.
 */
final class Compared {

	private final Demanded demanded;

	private final Kind kind;

	private final Object last;

	private Compared(Demanded demanded, Kind kind, Object last) {
		this.demanded = demanded;
		this.kind = kind;
		this.last = last;
	}

	/** Null when it is not known. */
	static @Nullable Boolean holds(Demanded demanded, Kind kind, Object first, Object last) {
		Compared compared = new Compared(demanded, kind, last);
		if (first instanceof Opinion opinion) {
			return opinion.isGiven() ? !opinion.isRed() : null;
		}
		Value value = (Value) first;
		return (value.isKnown() && compared.canCompare(value)) ? compared.holds(value) : null;
	}

	private boolean canCompare(Value x) {
		if (this.last == x) {
			return true;
		}
		if (this.last instanceof Value y) {
			return y.isKnown() && (this.demanded.word() != ObligationWord.SHARE_AT_LEAST || isWhole(y.getNumber(), x));
		}
		if (this.last instanceof Series series) {
			int periods = number(1).intValue();
			return (this.demanded.word() == ObligationWord.CHANGE_AT_MOST) ? series.hasBase(periods)
					: series.reaches(periods);
		}
		return (this.last instanceof PeerGroup group) ? group.getCount() >= number(2).intValue()
				: (this.last instanceof RegisterSays register) ? register.value() != null
						: ((Opinion) this.last).isGiven();
	}

	private boolean isWhole(BigDecimal whole, Value part) {
		return whole.signum() > 0 && whole.compareTo(BigDecimal.valueOf(this.demanded.smallestGroup())) >= 0
				&& whole.compareTo(part.getNumber()) >= 0;
	}

	private boolean holds(Value x) {
		return switch (this.demanded.word()) {
			case AT_LEAST -> x.compare(number(1)) >= 0;
			case AT_MOST -> x.compare(number(1)) <= 0;
			case BETWEEN -> x.compare(number(1)) >= 0 && x.compare(number(2)) <= 0;
			case SHARE_AT_LEAST -> x.percentOf(((Value) this.last).getNumber()).compareTo(number(2)) >= 0;
			case YES -> (Boolean) x.value();
			case NOT_LATER_THAN -> x.compare(limit(1)) <= 0;
			case NOT_EARLIER_THAN -> x.compare(limit(1)) >= 0;
			case NOT_OLDER_THAN -> x.compare(oldest()) >= 0;
			case NOT_EXPIRED -> x.compare(this.kind.end()) >= 0;
			case INCLUDES -> x.getItems().containsAll((List<?>) limit(1));
			case ONE_OF -> ((List<?>) limit(1)).contains(x.value());
			case GIVEN -> !x.getText().isBlank();
			case AT_LEAST_THAT_OF -> x.compare(((Value) this.last).value()) >= 0;
			case AT_MOST_THAT_OF -> x.compare(((Value) this.last).value()) <= 0;
			case SAME_AS -> x.matches(((Value) this.last).value());
			case AGREES_WITH_SIGNAL -> ((Opinion) this.last).apart(x.value()) <= number(2).intValue();
			case AGREES_WITH_REGISTER -> {
				BigDecimal other = ((RegisterSays) this.last).getNumber();
				yield x.apart(other).compareTo(tolerance(other)) <= 0;
			}
			default -> (this.last instanceof Series series) ? holds(x.getNumber(), series)
					: holds(x.getNumber(), (PeerGroup) this.last);
		};
	}

	private boolean holds(BigDecimal now, Series series) {
		int periods = number(1).intValue();
		return switch (this.demanded.word()) {
			case NOT_FALLING -> !series.steadily(-1, now, periods);
			case NOT_RISING -> !series.steadily(1, now, periods);
			case RISES -> now.compareTo(series.at(periods - 1)) > 0;
			default -> series.change(now, periods).compareTo(number(2)) <= 0;
		};
	}

	private boolean holds(BigDecimal value, PeerGroup group) {
		return (this.demanded.word() == ObligationWord.NOT_ABOVE_PEERS || value.compareTo(group.low(number(1))) >= 0)
				&& (this.demanded.word() == ObligationWord.NOT_BELOW_PEERS
						|| value.compareTo(group.high(number(1))) <= 0);
	}

	private BigDecimal tolerance(BigDecimal other) {
		if (this.demanded.names().size() < 3) {
			return BigDecimal.ZERO;
		}
		return (this.demanded.unit(2) == Unit.PERCENT) ? other.abs().multiply(number(2)).movePointLeft(2) : number(2);
	}

	private LocalDate oldest() {
		long count = number(1).longValue();
		return switch (this.demanded.unit(1)) {
			case DAYS -> this.kind.end().minusDays(count);
			case WEEKS -> this.kind.end().minusWeeks(count);
			case YEARS -> this.kind.end().minusYears(count);
			default -> this.kind.end().minusMonths(count);
		};
	}

	private Object limit(int name) {
		return this.kind.limits().get(this.demanded.requirement().id(), this.demanded.names().get(name));
	}

	private BigDecimal number(int name) {
		return (BigDecimal) limit(name);
	}

}
