package se.uppdragskollen.web.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.web.page.Say;

/**
 * Draws how numbers have gone. Each period has its own place and the same width, also
 * when nothing is known of it.
 */
public final class DrawChart {

	private static final int WIDE = 720;

	private static final int NARROW = 344;

	private static final int HIGH = 300;

	private static final int TOP = 20;

	/** Below the lowest figure: two lines of words. */
	private static final int BELOW = 44;

	private static final int LEVELS = 5;

	/** A letter's width, generously. */
	private static final double LETTER = 7.2;

	/** More periods than this are not told by name. */
	private static final int NAMED = 26;

	/** More marks than this would lie on each other. */
	private static final int MARKED = 40;

	/** A line of words is so high. */
	private static final int LINE = 12;

	/** Between two periods a line is looked at so many times. */
	private static final int PARTS = 6;

	private static final Chart.Place NOWHERE = new Chart.Place("0", "0", "end");

	private static final int SPARK_WIDE = 120;

	private static final int SPARK_HIGH = 28;

	private final List<Period> periods;

	private final List<Track> tracks;

	private final boolean share;

	private final Say say;

	/**
	 * Draws these.
	 * @param periods one after the other, the oldest first
	 * @param tracks what is one's own first; all as long as the periods
	 * @param share whether they are shares of a hundred
	 */
	public DrawChart(List<Period> periods, List<Track> tracks, boolean share, Say say) {
		this.periods = periods;
		this.tracks = tracks;
		this.share = share;
		this.say = say;
	}

	/** Whether there is anything to draw. */
	public boolean hasValues() {
		return this.tracks.stream()
			.filter((one) -> one.kind() != Track.Kind.LIMIT)
			.anyMatch((one) -> one.values().stream().anyMatch(Objects::nonNull));
	}

	/** For a page of usual width, and for paper. */
	public Chart wide() {
		return draw(WIDE, HIGH);
	}

	/** For a telephone. */
	public Chart narrow() {
		return draw(NARROW, HIGH);
	}

	/** The own line alone, as high as a line of text. */
	public Chart spark() {
		Scale scale = scale();
		Frame frame = new Frame(scale, 6, SPARK_WIDE - 6, 5, SPARK_HIGH - 5, this.periods.size());
		return new Chart(SPARK_WIDE, SPARK_HIGH, 6, SPARK_WIDE - 6, 5, SPARK_HIGH - 5, List.of(), List.of(), List.of(),
				this.tracks.stream().map((one) -> line(one, frame)).toList());
	}

	private Scale scale() {
		List<BigDecimal> values = this.tracks.stream()
			.flatMap((one) -> one.values().stream())
			.filter(Objects::nonNull)
			.toList();
		return Scale.of(values, LEVELS, this.share);
	}

	private Chart draw(int width, int height) {
		Scale scale = scale();
		List<String> figures = scale.figures().stream().map(this.say::number).toList();
		int letters = figures.stream().mapToInt(String::length).max().orElse(1);
		int left = (int) Math.ceil(letters * LETTER) + 10;
		Frame frame = new Frame(scale, left, width - 8, TOP, height - BELOW, this.periods.size());
		List<Chart.Level> levels = new ArrayList<>();
		for (int i = 0; i < figures.size(); i++) {
			levels.add(new Chart.Level(written(frame.y(scale.figures().get(i))), figures.get(i)));
		}
		List<Chart.Line> lines = new ArrayList<>();
		for (int i = this.tracks.size() - 1; i >= 0; i--) {
			lines.add(line(this.tracks.get(i), frame));
		}
		return new Chart(width, height, left, width - 8, TOP, height - BELOW, levels, times(frame), gaps(frame), lines);
	}

	private List<Chart.Time> times(Frame frame) {
		boolean named = this.periods.size() <= NAMED && this.periods.get(0).kind() != PeriodKind.YEAR;
		int every = 1;
		double widest = named ? longest() * LETTER + 6 : 4 * LETTER + 10;
		while (frame.slot() * every < widest) {
			every++;
		}
		List<Chart.Time> times = new ArrayList<>();
		double yearEnd = -1;
		for (int i = 0; i < this.periods.size(); i++) {
			Period one = this.periods.get(i);
			boolean first = i == 0 || this.periods.get(i - 1).from().getYear() != one.from().getYear();
			double x = frame.x(i);
			String year = (first && x >= yearEnd) ? String.valueOf(one.from().getYear()) : "";
			if (!year.isEmpty()) {
				yearEnd = x + 4 * LETTER + 8;
			}
			boolean told = named && (this.periods.size() - 1 - i) % every == 0;
			if (told || !year.isEmpty()) {
				times.add(new Chart.Time(written(x), told ? name(one) : "", year));
			}
		}
		return times;
	}

	private int longest() {
		return this.periods.stream().mapToInt((one) -> name(one).length()).max().orElse(1);
	}

	private String name(Period period) {
		return shortName(period, this.say);
	}

	/** A period within its year, in as few letters as fit below a mark. */
	public static String shortName(Period period, Say say) {
		String number = period.toString().substring(period.toString().length() - 1);
		return switch (period.kind()) {
			case MONTH -> say.period(period).substring(0, 3).toLowerCase(say.language().locale());
			case QUARTER, TERTIAL, HALF_YEAR -> say.text("chart.short-" + period.kind().word(), number);
			case YEAR -> period.toString();
		};
	}

	/** Periods without a value, those beside each other as one. */
	private List<Chart.Gap> gaps(Frame frame) {
		List<@Nullable BigDecimal> own = this.tracks.get(0).values();
		List<Chart.Gap> gaps = new ArrayList<>();
		for (int i = 0; i < own.size(); i++) {
			int from = i;
			while (i < own.size() && own.get(i) == null) {
				i++;
			}
			if (i > from) {
				gaps.add(new Chart.Gap(written(frame.x(from) - frame.slot() / 2), written(frame.slot() * (i - from))));
			}
		}
		return gaps;
	}

	private Chart.Line line(Track track, Frame frame) {
		StringBuilder path = new StringBuilder();
		List<Chart.Mark> marks = new ArrayList<>();
		BigDecimal before = null;
		for (int i = 0; i < track.values().size(); i++) {
			BigDecimal value = track.values().get(i);
			if (value != null) {
				double y = frame.y(value);
				if (track.kind() == Track.Kind.LIMIT) {
					step(path, frame, i, y, before != null && before.compareTo(value) == 0);
				}
				else {
					path.append((before == null) ? "M" : "L")
						.append(written(frame.x(i)))
						.append(' ')
						.append(written(y));
					marks.add(new Chart.Mark(written(frame.x(i)), written(y)));
				}
			}
			before = value;
		}
		boolean marked = track.kind() != Track.Kind.LIMIT && (track.values().size() <= MARKED || alone(track));
		return new Chart.Line(track.kind(), path.toString(), marked ? marks : List.of(), track.label(),
				track.label().isEmpty() ? NOWHERE : place(track, frame));
	}

	/** Above or below the limit, at its end or beginning: where it hides least. */
	private Chart.Place place(Track limit, Frame frame) {
		double wide = limit.label().length() * LETTER;
		int first = 0;
		int last = limit.values().size() - 1;
		while (limit.values().get(first) == null) {
			first++;
		}
		while (limit.values().get(last) == null) {
			last--;
		}
		double right = frame.x(last) + frame.slot() / 2 - 2;
		double left = frame.x(first) - frame.slot() / 2 + 2;
		double end = frame.y(Objects.requireNonNull(limit.values().get(last)));
		double start = frame.y(Objects.requireNonNull(limit.values().get(first)));
		Chart.Place best = NOWHERE;
		int least = Integer.MAX_VALUE;
		for (double[] one : new double[][] { { right - wide, end - 6, 1 }, { right - wide, end + 15, 1 },
				{ left, start - 6, 0 }, { left, start + 15, 0 } }) {
			boolean inside = one[1] - LINE >= TOP - LINE && one[1] <= frame.foot() - 2;
			int hidden = inside ? hidden(limit, frame, one[0], one[0] + wide, one[1]) : Integer.MAX_VALUE - 1;
			if (hidden < least) {
				least = hidden;
				best = new Chart.Place(written((one[2] > 0) ? right : left), written(one[1]),
						(one[2] > 0) ? "end" : "start");
			}
		}
		return best;
	}

	/** How much of the other lines would lie behind words there. */
	private int hidden(Track limit, Frame frame, double from, double to, double foot) {
		int hidden = 0;
		for (Track track : this.tracks) {
			for (int i = 0; track != limit && i < track.values().size(); i++) {
				BigDecimal here = track.values().get(i);
				BigDecimal next = (i + 1 < track.values().size()) ? track.values().get(i + 1) : null;
				for (int part = 0; here != null && part < PARTS; part++) {
					double share = (next == null) ? 0 : part / (double) PARTS;
					double x = frame.x(i) + share * frame.slot();
					double y = frame.y(here) + ((next == null) ? 0 : share * (frame.y(next) - frame.y(here)));
					hidden += (x >= from && x <= to && y <= foot + 4 && y >= foot - LINE) ? 1 : 0;
				}
			}
		}
		return hidden;
	}

	/** Whether values stand without neighbours, so that no line would show them. */
	private static boolean alone(Track track) {
		return track.values().stream().filter(Objects::nonNull).count() < track.values().size();
	}

	private static void step(StringBuilder path, Frame frame, int i, double y, boolean goesOn) {
		double half = frame.slot() / 2;
		if (!goesOn) {
			path.append('M').append(written(frame.x(i) - half)).append(' ').append(written(y));
		}
		path.append('L').append(written(frame.x(i) + half)).append(' ').append(written(y));
	}

	private static String written(double number) {
		String text = String.format(Locale.ROOT, "%.1f", number);
		return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
	}

	/**
	 * Where things stand.
	 */
	private record Frame(Scale scale, int left, int right, int top, int foot, int count) {

		double slot() {
			return (this.right - this.left) / (double) this.count;
		}

		double x(int place) {
			return this.left + slot() * (place + 0.5);
		}

		double y(BigDecimal value) {
			return this.foot - this.scale.at(value) * (this.foot - this.top);
		}

	}

}
