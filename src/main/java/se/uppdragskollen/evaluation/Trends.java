package se.uppdragskollen.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

import se.uppdragskollen.assignment.Datum;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.rule.ObligationWord;

/**
 * Holds a value against the same datum's earlier values. Every period must be known: a
 * gap is not leapt over.
 */
final class Trends {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private final Facts facts;

	Trends(Facts facts) {
		this.facts = facts;
	}

	void follow(Draft draft, ObligationWord word, Datum datum, int periods) {
		List<BigDecimal> series = earlier(draft, datum, 1, periods - 1);
		if (!draft.known()) {
			return;
		}
		BigDecimal now = this.facts.cells().cell(datum.id()).number();
		series.add(now);
		BigDecimal before = series.get(series.size() - 2);
		BigDecimal first = series.get(0);
		switch (word) {
			case NOT_FALLING -> step(draft, now, before, !everyStep(series, -1));
			case NOT_RISING -> step(draft, before, now, !everyStep(series, 1));
			case RISES -> step(draft, now, first, now.compareTo(first) > 0);
			default -> step(draft, first, now, now.compareTo(first) < 0);
		}
		boolean overall = word == ObligationWord.RISES || word == ObligationWord.FALLS;
		draft.value(Rounding.beside(now, Rounding.alone(overall ? first : before))).limit(shown(series));
		if (!overall) {
			draft.change(datum.id(), Rounding.alone(before));
		}
	}

	private static List<BigDecimal> shown(List<BigDecimal> series) {
		BigDecimal[] shown = new BigDecimal[series.size()];
		for (int i = 0; i < shown.length; i++) {
			shown[i] = Rounding.alone(series.get(i));
		}
		return List.of(shown);
	}

	void change(Draft draft, Datum datum, int periods, BigDecimal most) {
		List<BigDecimal> earlier = earlier(draft, datum, periods, periods);
		if (!draft.known()) {
			return;
		}
		BigDecimal before = earlier.get(0);
		if (before.signum() == 0) {
			draft.lacks(Absence.NOT_COMPUTABLE, List.of(datum.id()));
			return;
		}
		BigDecimal now = this.facts.cells().cell(datum.id()).number();
		BigDecimal difference = now.subtract(before).abs();
		boolean holds = difference.multiply(HUNDRED).compareTo(most.multiply(before.abs())) <= 0;
		BigDecimal percent = Rounding.beside(
				now.subtract(before).multiply(HUNDRED).divide(before.abs(), MathContext.DECIMAL64),
				(now.compareTo(before) < 0) ? most.negate() : most);
		BigDecimal reach = before.abs().multiply(most).divide(HUNDRED);
		draft.value(percent).holds(holds).margin(most.subtract(percent.abs()));
		draft.change(datum.id(),
				Rounding.alone((now.compareTo(before) < 0) ? before.subtract(reach) : before.add(reach)));
	}

	private static void step(Draft draft, BigDecimal higher, BigDecimal lower, boolean holds) {
		draft.holds(holds).margin(Rounding.alone(higher.subtract(lower)));
	}

	private static boolean everyStep(List<BigDecimal> series, int sign) {
		for (int i = 1; i < series.size(); i++) {
			if (Integer.signum(series.get(i).compareTo(series.get(i - 1))) != sign) {
				return false;
			}
		}
		return true;
	}

	/** The values that many periods back, oldest first; a gap is told. */
	private List<BigDecimal> earlier(Draft draft, Datum datum, int nearest, int farthest) {
		SortedMap<Period, Object> history = this.facts.cells().report().history().get(datum.id());
		List<BigDecimal> values = new ArrayList<>(farthest - nearest + 2);
		List<String> missing = new ArrayList<>(0);
		Period now = now(datum);
		for (int back = farthest; back >= nearest; back--) {
			Period period = now.equals(this.facts.period()) ? this.facts.plan().earlier(back) : now.minus(back);
			if (history != null && history.get(period) instanceof BigDecimal number) {
				values.add(number);
			}
			else {
				missing.add(datum.id() + "@" + period);
			}
		}
		if (!missing.isEmpty()) {
			draft.lacks(Absence.NOT_REPORTED, missing);
		}
		return values;
	}

	/** The period of the datum's own kind that its value is of. */
	private Period now(Datum datum) {
		Period report = this.facts.period();
		if (!(datum instanceof Element element)) {
			return report;
		}
		if (this.facts.cells().cell(datum.id()).observed() instanceof Period observed) {
			return element.period().at(observed.to());
		}
		return (element.period() == report.kind()) ? report : element.period().at(report.to());
	}

}
