package se.uppdragskollen.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Counterpart;
import se.uppdragskollen.assignment.Datum;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.ElementType;
import se.uppdragskollen.assignment.Severity;
import se.uppdragskollen.assignment.Unit;
import se.uppdragskollen.rule.ObligationWord;

/**
 * The words of a rule's THEN: each notes one obligation with what was compared and how it
 * went. Public because compiled rules call it. Documented in
 * {@code src/docs/vocabulary.md}.
 */
public final class Demand {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private static final int SHARE_DECIMALS = 12;

	private final Facts facts;

	private final Cells cells;

	private final int rule;

	private final PeriodPlan.RequirementPlan plan;

	private Severity severity;

	Demand(Facts facts, int rule, PeriodPlan.RequirementPlan plan) {
		this.facts = facts;
		this.cells = facts.cells();
		this.rule = rule;
		this.plan = plan;
		this.severity = plan.requirement().severity();
	}

	/** What a deviation from this obligation weighs. */
	public Demand severity(String word) {
		for (Severity one : Severity.values()) {
			this.severity = one.word().equals(word) ? one : this.severity;
		}
		return this;
	}

	/** Value ≥ limit. */
	public void atLeast(String x, String limit) {
		number(ObligationWord.AT_LEAST, x, limit);
	}

	/** Value &gt; limit. */
	public void moreThan(String x, String limit) {
		number(ObligationWord.MORE_THAN, x, limit);
	}

	/** Value ≤ limit. */
	public void atMost(String x, String limit) {
		number(ObligationWord.AT_MOST, x, limit);
	}

	/** Value &lt; limit. */
	public void lessThan(String x, String limit) {
		number(ObligationWord.LESS_THAN, x, limit);
	}

	private void number(ObligationWord word, String x, String name) {
		Limit limit = limit(name);
		Cell cell = this.cells.cell(x);
		Draft draft = draft(word, x).reads(x, cell).against(limit);
		if (draft.known()) {
			Comparisons.number(draft, word, cell.number(), limit.number());
			if (draft.fails()) {
				draft.change(x, Comparisons.enough(word, limit.number(), step(x)));
			}
		}
		note(draft);
	}

	/** Low ≤ value ≤ high. */
	public void between(String x, String low, String high) {
		Limit lowest = limit(low);
		Limit highest = limit(high);
		Cell cell = this.cells.cell(x);
		Draft draft = draft(ObligationWord.BETWEEN, x).reads(x, cell)
			.against(lowest)
			.limit(List.of(lowest.value(), highest.value()));
		if (draft.known()) {
			BigDecimal value = cell.number();
			if (value.compareTo(lowest.number()) >= 0) {
				draft.parameter(highest);
			}
			Comparisons.between(draft, value, lowest.number(), highest.number());
			draft.change(x, (value.compareTo(lowest.number()) < 0) ? lowest.number() : highest.number());
		}
		note(draft);
	}

	/** 100 · part / whole ≥ limit. */
	public void shareAtLeast(String part, String whole, String limit) {
		share(ObligationWord.SHARE_AT_LEAST, ObligationWord.AT_LEAST, part, whole, limit);
	}

	/** 100 · part / whole &gt; limit. */
	public void shareMoreThan(String part, String whole, String limit) {
		share(ObligationWord.SHARE_MORE_THAN, ObligationWord.MORE_THAN, part, whole, limit);
	}

	/** 100 · part / whole ≤ limit. */
	public void shareAtMost(String part, String whole, String limit) {
		share(ObligationWord.SHARE_AT_MOST, ObligationWord.AT_MOST, part, whole, limit);
	}

	/** 100 · part / whole &lt; limit. */
	public void shareLessThan(String part, String whole, String limit) {
		share(ObligationWord.SHARE_LESS_THAN, ObligationWord.LESS_THAN, part, whole, limit);
	}

	private void share(ObligationWord word, ObligationWord comparison, String part, String whole, String name) {
		Limit limit = limit(name);
		Cell ofWhole = this.cells.cell(whole);
		Cell ofPart = this.cells.cell(part);
		Draft draft = draft(word, part, whole).reads(part, ofPart).reads(whole, ofWhole).against(limit);
		if (draft.known()) {
			BigDecimal of = ofWhole.number();
			BigDecimal count = ofPart.number();
			int smallest = this.facts.plan().edition().smallestGroupOf(this.plan.requirement());
			if (of.signum() <= 0 || of.compareTo(BigDecimal.valueOf(smallest)) < 0) {
				draft.lacks(Absence.SMALL_GROUP, List.of(whole));
			}
			else if (count.compareTo(of) > 0 || count.signum() < 0) {
				draft.lacks(Absence.INVALID, List.of(part));
			}
			else {
				// both sides times the whole: exact, however the share's decimals go on
				BigDecimal limited = limit.number().multiply(of);
				BigDecimal hundredfold = count.multiply(HUNDRED);
				BigDecimal share = hundredfold.divide(of, SHARE_DECIMALS, RoundingMode.HALF_UP);
				Comparisons.number(draft, comparison, share, limit.number());
				draft.holds(Comparisons.holds(comparison, hundredfold.compareTo(limited)));
				if (draft.fails()) {
					draft.change(part, Comparisons.enoughParts(comparison, limited));
				}
			}
		}
		note(draft);
	}

	/** Answered yes. */
	public void yes(String x) {
		answer(ObligationWord.YES, x, true);
	}

	/** Answered no. */
	public void no(String x) {
		answer(ObligationWord.NO, x, false);
	}

	private void answer(ObligationWord word, String x, boolean wanted) {
		Cell cell = this.cells.cell(x);
		Draft draft = draft(word, x).reads(x, cell).limit(wanted);
		if (draft.known()) {
			Object answer = cell.get();
			draft.value(answer).holds(answer.equals(wanted)).change(x, wanted);
		}
		note(draft);
	}

	/** Date ≤ the parameter's date. */
	public void notLaterThan(String x, String date) {
		date(ObligationWord.NOT_LATER_THAN, x, limit(date), (LocalDate) limit(date).value());
	}

	/** Date ≥ the parameter's date. */
	public void notEarlierThan(String x, String date) {
		date(ObligationWord.NOT_EARLIER_THAN, x, limit(date), (LocalDate) limit(date).value());
	}

	/** Date at most so long before the period's last day. */
	public void notOlderThan(String x, String age) {
		Limit limit = limit(age);
		LocalDate last = this.facts.period().to();
		LocalDate oldest = switch (limit.parameter().unit()) {
			case DAYS -> last.minusDays(limit.count());
			case WEEKS -> last.minusWeeks(limit.count());
			case YEARS -> last.minusYears(limit.count());
			default -> last.minusMonths(limit.count());
		};
		date(ObligationWord.NOT_OLDER_THAN, x, limit, oldest);
	}

	/** Date ≥ the period's last day. */
	public void notExpired(String x) {
		date(ObligationWord.NOT_EXPIRED, x, null, this.facts.period().to());
	}

	private void date(ObligationWord word, String x, @Nullable Limit limit, LocalDate compared) {
		Cell cell = this.cells.cell(x);
		Draft draft = draft(word, x).reads(x, cell);
		if (limit != null) {
			draft.parameter(limit);
		}
		draft.limit(compared);
		if (draft.known()) {
			LocalDate date = (LocalDate) cell.get();
			long later = ChronoUnit.DAYS.between(compared, date);
			long margin = (word == ObligationWord.NOT_LATER_THAN) ? -later : later;
			draft.value(date).holds(margin >= 0).margin(BigDecimal.valueOf(margin)).change(x, compared);
		}
		note(draft);
	}

	/** The list holds every item of the parameter. */
	public void includes(String x, String items) {
		Limit limit = limit(items);
		Cell cell = this.cells.cell(x);
		Draft draft = draft(ObligationWord.INCLUDES, x).reads(x, cell).against(limit);
		if (draft.known()) {
			List<?> has = (List<?>) cell.get();
			List<Object> lacks = new ArrayList<>(0);
			for (Object item : limit.items()) {
				if (!has.contains(item)) {
					lacks.add(item);
				}
			}
			draft.value(has).holds(lacks.isEmpty()).margin(BigDecimal.valueOf(-lacks.size()));
			if (draft.fails()) {
				draft.change(x, Comparisons.union(has, lacks));
			}
		}
		note(draft);
	}

	/** The choice is one of the parameter's. */
	public void oneOf(String x, String items) {
		Limit limit = limit(items);
		Cell cell = this.cells.cell(x);
		Draft draft = draft(ObligationWord.ONE_OF, x).reads(x, cell).against(limit);
		if (draft.known()) {
			Object choice = cell.get();
			draft.value(choice).holds(limit.items().contains(choice));
			if (limit.items().size() == 1) {
				draft.change(x, limit.items().get(0));
			}
		}
		note(draft);
	}

	/** A text that is not blank. */
	public void given(String x) {
		Cell cell = this.cells.cell(x);
		Draft draft = draft(ObligationWord.GIVEN, x).reads(x, cell);
		if (draft.known()) {
			draft.value(cell.get()).holds(!((String) cell.get()).isBlank());
		}
		note(draft);
	}

	/** X ≥ y. */
	public void atLeastThatOf(String x, String y) {
		two(ObligationWord.AT_LEAST_THAT_OF, x, y);
	}

	/** X ≤ y. */
	public void atMostThatOf(String x, String y) {
		two(ObligationWord.AT_MOST_THAT_OF, x, y);
	}

	/** X = y. */
	public void sameAs(String x, String y) {
		two(ObligationWord.SAME_AS, x, y);
	}

	private void two(ObligationWord word, String x, String y) {
		Cell one = this.cells.cell(x);
		Cell compared = this.cells.cell(y);
		Draft draft = draft(word, x, y).reads(x, one).reads(y, compared);
		if (draft.known()) {
			Object other = compared.get();
			Comparisons.two(draft, word, one.get(), other);
			draft.change(x, (other instanceof BigDecimal number) ? Rounding.alone(number) : other);
		}
		note(draft);
	}

	/** Equal to the register's value of the same datum. */
	public void agreesWithRegister(String x, String source) {
		register(x, source, null);
	}

	/** At most so far from the register's value of the same datum. */
	public void agreesWithRegister(String x, String source, String tolerance) {
		register(x, source, limit(tolerance));
	}

	private void register(String x, String source, @Nullable Limit tolerance) {
		Draft draft = draft(ObligationWord.AGREES_WITH_REGISTER, x, source).reads(x, this.cells.cell(x));
		new Registers(this.facts).compare(draft, datum(x), source, tolerance);
		note(draft);
	}

	/** Not falling in every step. */
	public void notFalling(String x, String periods) {
		trend(ObligationWord.NOT_FALLING, x, periods);
	}

	/** Not rising in every step. */
	public void notRising(String x, String periods) {
		trend(ObligationWord.NOT_RISING, x, periods);
	}

	/** Higher now than at the beginning. */
	public void rises(String x, String periods) {
		trend(ObligationWord.RISES, x, periods);
	}

	/** Lower now than at the beginning. */
	public void falls(String x, String periods) {
		trend(ObligationWord.FALLS, x, periods);
	}

	private void trend(ObligationWord word, String x, String periods) {
		Limit limit = limit(periods);
		Draft draft = draft(word, x).reads(x, this.cells.cell(x)).parameter(limit);
		new Trends(this.facts).follow(draft, word, datum(x), limit.count());
		note(draft);
	}

	/** At most so many percent from the value n periods ago. */
	public void changeAtMost(String x, String periods, String percent) {
		Limit limit = limit(percent);
		Draft draft = draft(ObligationWord.CHANGE_AT_MOST, x).reads(x, this.cells.cell(x)).against(limit);
		new Trends(this.facts).change(draft, datum(x), limit(periods).count(), limit.number());
		note(draft);
	}

	/** Within so many standard deviations of the peers' mean. */
	public void nearPeers(String x, String deviations, String fewest) {
		peers(ObligationWord.NEAR_PEERS, x, deviations, fewest);
	}

	/** Not more than so many standard deviations below the peers' mean. */
	public void notBelowPeers(String x, String deviations, String fewest) {
		peers(ObligationWord.NOT_BELOW_PEERS, x, deviations, fewest);
	}

	/** Not more than so many standard deviations above the peers' mean. */
	public void notAbovePeers(String x, String deviations, String fewest) {
		peers(ObligationWord.NOT_ABOVE_PEERS, x, deviations, fewest);
	}

	private void peers(ObligationWord word, String x, String deviations, String fewest) {
		Limit limit = limit(deviations);
		Draft draft = draft(word, x).reads(x, this.cells.cell(x)).parameter(limit);
		Comparisons.peers(draft, word, x, this.cells, limit.number(), limit(fewest).count());
		note(draft);
	}

	/** The counterpart's latest signal is not red. */
	public void noRedFlag(String from) {
		Draft draft = draft(ObligationWord.NO_RED_FLAG, from);
		new Signals(this.facts).noRedFlag(draft, counterpart(from), this.plan.requirement().id());
		note(draft);
	}

	/** The unit's own view and the counterpart's differ at most so many steps. */
	public void agreesWithSignal(String x, String from, String steps) {
		Limit limit = limit(steps);
		Draft draft = draft(ObligationWord.AGREES_WITH_SIGNAL, x, from).reads(x, this.cells.cell(x)).against(limit);
		new Signals(this.facts).agrees(draft, x, counterpart(from), this.plan.requirement().id(), limit.number());
		note(draft);
	}

	private Draft draft(ObligationWord word, String... subjects) {
		return new Draft(this.facts.plan().rules().get(this.rule).rule().name(), word, this.severity,
				List.of(subjects));
	}

	private Limit limit(String name) {
		return Objects.requireNonNull(this.plan.limits().get(name));
	}

	private Datum datum(String id) {
		return this.facts.plan().datum(id).datum();
	}

	/** The smallest step of a count is one; other numbers have none. */
	private @Nullable BigDecimal step(String x) {
		Datum datum = datum(x);
		boolean whole = datum.type() == ElementType.INTEGER && datum instanceof Element;
		return (whole && datum.unit() != Unit.PERCENT) ? BigDecimal.ONE : null;
	}

	private static Counterpart counterpart(String word) {
		for (Counterpart one : Counterpart.values()) {
			if (one.word().equals(word)) {
				return one;
			}
		}
		throw new IllegalArgumentException("no counterpart " + word);
	}

	private void note(Draft draft) {
		this.facts.note(this.rule, this.plan, draft.obligation());
	}

}
