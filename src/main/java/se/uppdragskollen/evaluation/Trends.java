package se.uppdragskollen.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import se.uppdragskollen.assignment.Datum;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.PeriodKind;
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
		Map<Period, BigDecimal> earlier = earlier(draft, datum, 1, periods - 1);
		if (!draft.known()) {
			return;
		}
		BigDecimal now = this.facts.cells().cell(datum.id()).number();
		List<BigDecimal> series = new ArrayList<>(earlier.values());
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
		draft.value(Rounding.beside(now, overall ? first : before))
			.limit(series.stream().map(Rounding::alone).toList());
		if (!overall) {
			draft.change(datum.id(), Rounding.alone(before));
		}
	}

	void change(Draft draft, Datum datum, int periods, BigDecimal most) {
		Map<Period, BigDecimal> earlier = earlier(draft, datum, periods, periods);
		if (!draft.known()) {
			return;
		}
		BigDecimal before = earlier.values().iterator().next();
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
	private Map<Period, BigDecimal> earlier(Draft draft, Datum datum, int nearest, int farthest) {
		Cell cell = this.facts.cells().cell(datum.id());
		Period report = this.facts.period();
		PeriodKind kind = (datum instanceof Element element) ? element.period() : report.kind();
		boolean ofItsOwn = datum instanceof Element && cell.observed() instanceof Period;
		Period now = kind.at((ofItsOwn && cell.observed() instanceof Period observed) ? observed.to() : report.to());
		SortedMap<Period, Object> history = this.facts.cells()
			.report()
			.history()
			.getOrDefault(datum.id(), new TreeMap<>());
		Map<Period, BigDecimal> values = new LinkedHashMap<>();
		List<String> missing = new ArrayList<>();
		for (int back = farthest; back >= nearest; back--) {
			Period period = now.minus(back);
			if (history.get(period) instanceof BigDecimal number) {
				values.put(period, number);
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

}
