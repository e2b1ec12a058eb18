package se.uppdragskollen.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.Measure;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.unit.RegisteredUnit;
import se.uppdragskollen.unit.RegisteredUnits;
import se.uppdragskollen.unit.UnitRegistry;

/**
 * How a unit's numbers have gone over time, beside the median of the units that it may be
 * compared with: the same ones that rules compare it with.
 */
@Component
public class ReadHistory {

	private final Figures figures;

	private final UnitRegistry units;

	ReadHistory(Figures figures, UnitRegistry units) {
		this.figures = figures;
		this.units = units;
	}

	/**
	 * One measure, with others beside every period.
	 * @param most how many periods at most, up to the newest that the unit has reported
	 */
	public Course course(Actor actor, String unit, String assignment, Measure measure, int most) {
		actor.require(Act.READ_REPORTS, unit);
		List<Figures.Reported> own = newest(this.figures.ofUnit(unit, assignment), measure.kind(), most);
		List<Period> periods = periods(own);
		Map<Period, List<BigDecimal>> others = new HashMap<>();
		if (!periods.isEmpty()) {
			this.figures.of(peers(unit), assignment, periods, measure).forEach((one) -> note(one, measure, others));
		}
		return course(measure, own, periods, others);
	}

	/**
	 * Several measures, with others beside the newest period alone.
	 * @param most how many periods of each kind at most
	 */
	public List<Course> courses(Actor actor, String unit, String assignment, Collection<Measure> measures, int most) {
		actor.require(Act.READ_REPORTS, unit);
		List<Figures.Reported> all = this.figures.ofUnit(unit, assignment);
		Map<PeriodKind, List<Figures.Reported>> own = new EnumMap<>(PeriodKind.class);
		for (PeriodKind kind : PeriodKind.values()) {
			own.put(kind, newest(all, kind, most));
		}
		List<Period> newest = own.values()
			.stream()
			.filter((some) -> !some.isEmpty())
			.map((some) -> some.get(0).period())
			.toList();
		List<Figures.Reported> others = newest.isEmpty() ? List.of() : this.figures.of(peers(unit), assignment, newest);
		List<Course> courses = new ArrayList<>();
		for (Measure measure : measures) {
			Map<Period, List<BigDecimal>> values = new HashMap<>();
			others.stream()
				.filter((one) -> one.period().kind() == measure.kind())
				.forEach((one) -> note(one, measure, values));
			List<Figures.Reported> reports = Objects.requireNonNull(own.get(measure.kind()));
			courses.add(course(measure, reports, periods(reports), values));
		}
		return courses;
	}

	/** The units that a unit is compared with. */
	private List<String> peers(String unit) {
		RegisteredUnits all = this.units.all();
		return all.all().stream().map(RegisteredUnit::id).filter((other) -> all.comparable(unit, other)).toList();
	}

	private static void note(Figures.Reported one, Measure measure, Map<Period, List<BigDecimal>> values) {
		BigDecimal value = one.value(measure);
		if (value != null) {
			values.computeIfAbsent(one.period(), (period) -> new ArrayList<>()).add(value);
		}
	}

	/** Those of a kind, up to so many periods before the newest. */
	private static List<Figures.Reported> newest(List<Figures.Reported> all, PeriodKind kind, int most) {
		List<Figures.Reported> own = all.stream().filter((one) -> one.period().kind() == kind).toList();
		if (own.isEmpty()) {
			return own;
		}
		Period first = own.get(0).period().minus(most - 1);
		return own.stream().filter((one) -> one.period().compareTo(first) >= 0).toList();
	}

	/** From the oldest to the newest, those without a report too. */
	private static List<Period> periods(List<Figures.Reported> own) {
		List<Period> periods = new ArrayList<>();
		if (!own.isEmpty()) {
			Period last = own.get(0).period();
			for (Period one = own.get(own.size() - 1).period(); one.compareTo(last) <= 0; one = one.minus(-1)) {
				periods.add(one);
			}
		}
		return periods;
	}

	private static Course course(Measure measure, List<Figures.Reported> own, List<Period> periods,
			Map<Period, List<BigDecimal>> others) {
		Map<Period, Figures.Reported> reports = new HashMap<>();
		own.forEach((one) -> reports.put(one.period(), one));
		List<Course.Step> steps = new ArrayList<>();
		for (Period period : periods) {
			Figures.Reported report = reports.get(period);
			BigDecimal value = (report == null) ? null : report.value(measure);
			steps.add(new Course.Step(period, (value == null) ? null : Measure.rounded(value),
					absence(report, value, measure), Course.Others.of(others.getOrDefault(period, List.of()), value)));
		}
		return new Course(measure, steps);
	}

	private static @Nullable String absence(Figures.@Nullable Reported report, @Nullable BigDecimal value,
			Measure measure) {
		if (value != null) {
			return null;
		}
		return (report == null) ? "no-report" : report.absence(measure);
	}

}
