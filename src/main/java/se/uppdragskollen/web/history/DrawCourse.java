package se.uppdragskollen.web.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assessment.Course;
import se.uppdragskollen.assignment.Measure;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.Unit;
import se.uppdragskollen.web.chart.Chart;
import se.uppdragskollen.web.chart.DrawChart;
import se.uppdragskollen.web.chart.Track;
import se.uppdragskollen.web.page.Say;

/**
 * Makes a course a picture, a table and a sentence.
 */
final class DrawCourse {

	private static final int MOST_DECIMALS = 6;

	private final Course course;

	private final Demanded demanded;

	private final Say say;

	DrawCourse(Course course, Demanded demanded, Say say) {
		this.course = new Course(course.measure(),
				course.steps().stream().map((one) -> compared(one, demanded)).toList());
		this.demanded = demanded;
		this.say = say;
	}

	/** The value that was compared, told from the limits that it is not at. */
	private static Course.Step compared(Course.Step step, Demanded demanded) {
		BigDecimal value = demanded.values().get(step.period());
		if (value == null || step.value() == null) {
			return step;
		}
		List<BigDecimal> limits = demanded.limits()
			.values()
			.stream()
			.map((one) -> one.get(step.period()))
			.filter(Objects::nonNull)
			.toList();
		return new Course.Step(step.period(), apart(value, limits), null, step.others());
	}

	private static BigDecimal apart(BigDecimal value, List<BigDecimal> limits) {
		BigDecimal shown = Measure.rounded(value);
		for (int scale = 2; scale <= MOST_DECIMALS && !stands(shown, value, limits); scale++) {
			shown = value.setScale(scale, RoundingMode.HALF_UP);
		}
		return shown;
	}

	/** Whether what is shown lies on the same side of each limit as the value. */
	private static boolean stands(BigDecimal shown, BigDecimal value, List<BigDecimal> limits) {
		return limits.stream().allMatch((one) -> shown.compareTo(one) == value.compareTo(one));
	}

	Drawn drawn() {
		List<Period> periods = this.course.steps().stream().map(Course.Step::period).toList();
		List<String> limits = new ArrayList<>();
		List<Track> tracks = new ArrayList<>();
		tracks.add(new Track(Track.Kind.OWN, values(Course.Step::value), ""));
		tracks.add(new Track(Track.Kind.MIDDLE, values((one) -> one.others().median()), ""));
		this.demanded.limits().forEach((limit, values) -> {
			List<@Nullable BigDecimal> own = new ArrayList<>();
			periods.forEach((period) -> own.add(values.get(period)));
			String label = own.stream()
				.filter(Objects::nonNull)
				.reduce((one, other) -> other)
				.map((newest) -> bound(limit, newest))
				.orElse("");
			if (!label.isEmpty()) {
				limits.add(label);
				tracks.add(new Track(Track.Kind.LIMIT, own, label));
			}
		});
		DrawChart draw = new DrawChart(periods, tracks, share(), this.say);
		boolean any = draw.hasValues();
		Chart wide = any ? draw.wide() : null;
		return new Drawn(this.course, label(this.course.measure(), this.say), about(limits), wide,
				any ? draw.narrow() : null, limits, rows());
	}

	private boolean share() {
		return this.course.measure().unit() == Unit.PERCENT;
	}

	private interface Part {

		@Nullable BigDecimal of(Course.Step step);

	}

	private List<@Nullable BigDecimal> values(Part part) {
		List<@Nullable BigDecimal> values = new ArrayList<>();
		this.course.steps().forEach((one) -> values.add(part.of(one)));
		return values;
	}

	/** The last months as a small line, null when there are not two values. */
	static @Nullable Chart spark(Course course, Say say) {
		List<@Nullable BigDecimal> values = new ArrayList<>();
		course.steps().forEach((one) -> values.add(one.value()));
		if (values.stream().filter(Objects::nonNull).count() < 2) {
			return null;
		}
		return new DrawChart(course.steps().stream().map(Course.Step::period).toList(),
				List.of(new Track(Track.Kind.OWN, values, "")), false, say)
			.spark();
	}

	/** From where to where it has gone, in words. */
	static String trend(Course course, Say say) {
		List<Course.Step> told = course.steps().stream().filter((one) -> one.value() != null).toList();
		if (told.isEmpty()) {
			return "";
		}
		Course.Step first = told.get(0);
		Course.Step last = told.get(told.size() - 1);
		return say.text("history.trend-is", say.period(first.period()), value(course.measure(), first, say),
				say.period(last.period()), value(course.measure(), last, say));
	}

	private List<Drawn.Row> rows() {
		List<Drawn.Row> rows = new ArrayList<>();
		for (Course.Step step : this.course.steps()) {
			BigDecimal median = step.others().median();
			rows.add(new Drawn.Row(step.period(), value(this.course.measure(), step, this.say), step.value() != null,
					limits(step.period()), (median == null) ? "" : written(this.course.measure(), median, this.say),
					step));
		}
		rows.sort(Comparator.comparing(Drawn.Row::period).reversed());
		return rows;
	}

	private String limits(Period period) {
		List<String> all = new ArrayList<>();
		this.demanded.limits().forEach((limit, values) -> {
			BigDecimal value = values.get(period);
			if (value != null) {
				all.add(bound(limit, value));
			}
		});
		return String.join(", ", all);
	}

	private String bound(String limit, BigDecimal value) {
		return this.say.text("history.limit-" + limit, written(this.course.measure(), value, this.say));
	}

	/** The picture in words, for those who do not see it. */
	private String about(List<String> limits) {
		List<Course.Step> told = this.course.steps().stream().filter((one) -> one.value() != null).toList();
		if (told.isEmpty()) {
			return this.say.text("history.about-nothing");
		}
		Course.Step last = told.get(told.size() - 1);
		Comparator<Course.Step> byValue = Comparator.comparing((one) -> Objects.requireNonNull(one.value()));
		Course.Step least = told.stream().min(byValue).orElseThrow();
		Course.Step most = told.stream().max(byValue).orElseThrow();
		List<String> sentences = new ArrayList<>();
		sentences.add(this.say.text("history.about-last", period(last), own(last)));
		if (told.size() > 1) {
			sentences.add(this.say.text("history.about-range", own(least), period(least), own(most), period(most)));
		}
		BigDecimal median = last.others().median();
		if (median != null) {
			sentences.add(this.say.text("history.about-median", written(this.course.measure(), median, this.say)));
		}
		if (!limits.isEmpty()) {
			sentences.add(this.say.text("history.about-limit", String.join(", ", limits)));
		}
		int gaps = this.course.steps().size() - told.size();
		if (gaps > 0) {
			sentences.add(this.say.text("history.about-gaps", gaps));
		}
		return String.join(" ", sentences);
	}

	private String period(Course.Step step) {
		return this.say.period(step.period());
	}

	private String own(Course.Step step) {
		return value(this.course.measure(), step, this.say);
	}

	/** The value to read, or why there is none. */
	static String value(Measure measure, Course.Step step, Say say) {
		BigDecimal value = step.value();
		if (value != null) {
			return written(measure, value, say);
		}
		return "no-report".equals(step.absence()) ? say.text("history.no-report")
				: say.text("absence." + step.absence());
	}

	/** A percentage with its sign; what else is counted stands in the label. */
	static String written(Measure measure, BigDecimal value, Say say) {
		return (measure.unit() == Unit.PERCENT) ? say.number(value) + "\u00a0%" : say.number(value);
	}

	/** What it is called, with what it counts. */
	static String label(Measure measure, Say say) {
		Unit unit = measure.unit();
		String label = say.of(measure.label());
		if (unit == null || unit == Unit.PERCENT || unit == Unit.INDEX || unit == Unit.SCORE) {
			return label;
		}
		String counted = say.text("unit." + unit.word());
		return label.toLowerCase(say.language().locale()).contains(counted) ? label
				: say.text("history.label", label, counted);
	}

}
