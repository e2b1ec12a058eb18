package se.uppdragskollen.benchmark;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Parameter;
import se.uppdragskollen.assignment.Unit;
import se.uppdragskollen.report.Flag;
import se.uppdragskollen.rule.ObligationWord;

/**
 * The comparisons themselves, for the consequences of rules: value, limit and margin.
 */
final class Compared {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private final Demanded demanded;

	private final Limits limits;

	private final LocalDate end;

	private Compared(Demanded demanded, Limits limits, LocalDate end) {
		this.demanded = demanded;
		this.limits = limits;
		this.end = end;
	}

	static Found of(Demanded demanded, Limits limits, LocalDate end, Object[] facts) {
		Object x = (facts[0] instanceof Value value) ? value.value() : null;
		if (x == null && facts[0] instanceof Value) {
			return Found.unknown(demanded);
		}
		return new Compared(demanded, limits, end).compare(x, facts[0], facts[facts.length - 1]);
	}

	private Found compare(@Nullable Object x, Object first, Object last) {
		return switch (this.demanded.word()) {
			case AT_LEAST -> atLeast((BigDecimal) x, number(1));
			case AT_MOST -> atMost((BigDecimal) x, number(1));
			case BETWEEN -> between((BigDecimal) x, number(1), number(2));
			case SHARE_AT_LEAST -> share((BigDecimal) x, ((Value) last).getNumber(), number(2));
			case YES -> found((Boolean) x, x, true, null);
			case NOT_LATER_THAN -> days((LocalDate) x, (LocalDate) limit(1), -1);
			case NOT_EARLIER_THAN -> days((LocalDate) x, (LocalDate) limit(1), 1);
			case NOT_OLDER_THAN -> days((LocalDate) x, oldest(), 1);
			case NOT_EXPIRED -> days((LocalDate) x, this.end, 1);
			case INCLUDES -> found(((List<?>) x).containsAll((List<?>) limit(1)), x, limit(1), null);
			case ONE_OF -> found(((List<?>) limit(1)).contains(x), x, limit(1), null);
			case GIVEN -> found(!((String) x).isBlank(), x, null, null);
			case AT_LEAST_THAT_OF, AT_MOST_THAT_OF, SAME_AS -> two(x, ((Value) last).value());
			case AGREES_WITH_REGISTER -> register((BigDecimal) x, (RegisterSays) last);
			case NOT_FALLING -> trend((BigDecimal) x, (Series) last, -1);
			case NOT_RISING -> trend((BigDecimal) x, (Series) last, 1);
			case RISES -> rises((BigDecimal) x, (Series) last);
			case CHANGE_AT_MOST -> change((BigDecimal) x, (Series) last);
			case NEAR_PEERS, NOT_BELOW_PEERS, NOT_ABOVE_PEERS -> peers((BigDecimal) x, (PeerGroup) last);
			case NO_RED_FLAG -> flag(((Opinion) first).flag());
			case AGREES_WITH_SIGNAL -> signal((String) x, ((Opinion) last).flag());
			default -> throw new IllegalStateException("not in this edition: " + this.demanded.word());
		};
	}

	private Object limit(int name) {
		return this.limits.get(this.demanded.requirement().id(), this.demanded.names().get(name));
	}

	private BigDecimal number(int name) {
		return (BigDecimal) limit(name);
	}

	private Found found(boolean holds, @Nullable Object value, @Nullable Object limit, @Nullable BigDecimal margin) {
		return new Found(this.demanded, holds, value, limit, margin);
	}

	private Found atLeast(BigDecimal value, BigDecimal limit) {
		BigDecimal margin = value.subtract(limit);
		return found(margin.signum() >= 0, value, limit, margin);
	}

	private Found atMost(BigDecimal value, BigDecimal limit) {
		BigDecimal margin = limit.subtract(value);
		return found(margin.signum() >= 0, value, limit, margin);
	}

	private Found between(BigDecimal value, BigDecimal low, BigDecimal high) {
		BigDecimal margin = value.subtract(low).min(high.subtract(value));
		return found(margin.signum() >= 0, value, List.of(low, high), margin);
	}

	private Found share(BigDecimal part, @Nullable BigDecimal whole, BigDecimal limit) {
		if (whole == null || whole.signum() <= 0
				|| whole.compareTo(BigDecimal.valueOf(this.demanded.smallestGroup())) < 0
				|| part.compareTo(whole) > 0) {
			return Found.unknown(this.demanded);
		}
		BigDecimal hundredfold = part.multiply(HUNDRED);
		BigDecimal share = hundredfold.divide(whole, 12, RoundingMode.HALF_UP);
		return found(hundredfold.compareTo(limit.multiply(whole)) >= 0, share, limit, share.subtract(limit));
	}

	private Found days(LocalDate date, LocalDate limit, int direction) {
		long margin = direction * ChronoUnit.DAYS.between(limit, date);
		return found(margin >= 0, date, limit, BigDecimal.valueOf(margin));
	}

	private LocalDate oldest() {
		Parameter age = this.demanded.requirement().parameters().get(this.demanded.names().get(1));
		long count = number(1).longValue();
		return (age.unit() == Unit.DAYS) ? this.end.minusDays(count)
				: (age.unit() == Unit.WEEKS) ? this.end.minusWeeks(count)
						: (age.unit() == Unit.YEARS) ? this.end.minusYears(count) : this.end.minusMonths(count);
	}

	private Found two(Object x, @Nullable Object y) {
		if (y == null) {
			return Found.unknown(this.demanded);
		}
		int direction = (this.demanded.word() == ObligationWord.AT_MOST_THAT_OF) ? -1 : 1;
		if (x instanceof BigDecimal one && y instanceof BigDecimal other) {
			return (direction > 0) ? atLeast(one, other) : atMost(one, other);
		}
		if (x instanceof LocalDate one && y instanceof LocalDate other) {
			return days(one, other, direction);
		}
		if (x instanceof LocalTime one && y instanceof LocalTime other) {
			long margin = direction * ChronoUnit.MINUTES.between(other, one);
			return found(margin >= 0, x, y, BigDecimal.valueOf(margin));
		}
		return found(((String) x).strip().equalsIgnoreCase(((String) y).strip()), x, y, null);
	}

	private Found register(BigDecimal own, RegisterSays register) {
		if (register.value() == null) {
			return Found.unknown(this.demanded);
		}
		BigDecimal other = (BigDecimal) register.value();
		BigDecimal tolerance = BigDecimal.ZERO;
		if (this.demanded.names().size() > 2) {
			Parameter parameter = this.demanded.requirement().parameters().get(this.demanded.names().get(2));
			tolerance = (parameter.unit() == Unit.PERCENT) ? other.abs().multiply(number(2)).divide(HUNDRED)
					: number(2);
		}
		BigDecimal margin = tolerance.subtract(own.subtract(other).abs());
		return found(margin.signum() >= 0, own, other, margin);
	}

	private Found trend(BigDecimal now, Series series, int direction) {
		boolean steadily = true;
		BigDecimal later = now;
		for (int back = 1; back < number(1).intValue(); back++) {
			BigDecimal earlier = series.back().get(back);
			if (earlier == null) {
				return Found.unknown(this.demanded);
			}
			steadily &= later.compareTo(earlier) == direction;
			later = earlier;
		}
		BigDecimal margin = now.subtract(series.back().get(1)).multiply(BigDecimal.valueOf(-direction));
		return found(!steadily, now, series.back(), margin);
	}

	private Found rises(BigDecimal now, Series series) {
		int periods = number(1).intValue();
		for (int back = 1; back < periods; back++) {
			if (series.back().get(back) == null) {
				return Found.unknown(this.demanded);
			}
		}
		BigDecimal first = series.back().get(periods - 1);
		return found(now.compareTo(first) > 0, now, first, now.subtract(first));
	}

	private Found change(BigDecimal now, Series series) {
		BigDecimal before = series.back().get(number(1).intValue());
		if (before == null || before.signum() == 0) {
			return Found.unknown(this.demanded);
		}
		BigDecimal percent = now.subtract(before).multiply(HUNDRED).divide(before.abs(), MathContext.DECIMAL64);
		return atMost(percent.abs(), number(2));
	}

	private Found peers(BigDecimal value, PeerGroup group) {
		if (group.peers() == null || group.peers().count() < number(2).intValue()) {
			return Found.unknown(this.demanded);
		}
		BigDecimal reach = group.peers().sd().multiply(number(1));
		BigDecimal low = group.peers().mean().subtract(reach);
		BigDecimal high = group.peers().mean().add(reach);
		return switch (this.demanded.word()) {
			case NOT_BELOW_PEERS -> atLeast(value, low);
			case NOT_ABOVE_PEERS -> atMost(value, high);
			default -> between(value, low, high);
		};
	}

	private Found flag(@Nullable Flag flag) {
		return (flag == null) ? Found.unknown(this.demanded) : found(flag != Flag.RED, flag, null, null);
	}

	private Found signal(String own, @Nullable Flag flag) {
		if (flag == null) {
			return Found.unknown(this.demanded);
		}
		int place = own.equals("green") ? 0 : own.equals("yellow") ? 1 : 2;
		return atMost(BigDecimal.valueOf(Math.abs(place - flag.ordinal())), number(2));
	}

}
