package se.uppdragskollen.web.region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.web.reading.Judgements;

/**
 * How many outcomes of each kind, to be shown as a bar with figures beside it.
 *
 * @param notMet not met
 * @param toDiscuss recommended and not so: no failure, but something to talk about
 * @param notAssessable those that cannot be judged
 * @param met met
 * @param exempt exempt
 * @param notApplicable those that do not apply
 */
public record Tally(int notMet, int toDiscuss, int notAssessable, int met, int exempt, int notApplicable) {

	/** No outcomes. */
	static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

	private static final int WIDTH = 200;

	static Tally of(Map<String, Integer> counts) {
		return new Tally(counts.getOrDefault("not-met", 0), counts.getOrDefault("to-discuss", 0),
				counts.getOrDefault("not-assessable", 0), counts.getOrDefault("met", 0),
				counts.getOrDefault("exempt", 0), counts.getOrDefault("not-applicable", 0));
	}

	/**
	 * As outcomes are told of a requirement; of one that is only recommended nobody
	 * fails.
	 */
	static Tally of(Map<String, Integer> counts, @Nullable Requirement requirement) {
		Map<String, Integer> told = new HashMap<>();
		counts.forEach((outcome, count) -> told
			.merge((requirement == null) ? outcome : Judgements.kind(outcome, requirement), count, Integer::sum));
		return of(told);
	}

	Tally plus(Tally other) {
		return new Tally(this.notMet + other.notMet, this.toDiscuss + other.toDiscuss,
				this.notAssessable + other.notAssessable, this.met + other.met, this.exempt + other.exempt,
				this.notApplicable + other.notApplicable);
	}

	/** Those that the requirement is for: met or not, or nobody can say. */
	public int asked() {
		return this.notMet + this.toDiscuss + this.notAssessable + this.met;
	}

	public int total() {
		return asked() + this.exempt + this.notApplicable;
	}

	/** Those for which it does not count: an exemption, or it does not apply. */
	public int outside() {
		return this.exempt + this.notApplicable;
	}

	/** Whether at least half cannot be judged: the question itself may be at fault. */
	public boolean unanswerable() {
		return this.notAssessable > 0 && 2 * this.notAssessable >= asked();
	}

	/** So many percent of those asked; null when nobody is. */
	public @Nullable Integer percent(int count) {
		return (asked() == 0) ? null : (200 * count + asked()) / (2 * asked());
	}

	/** In ten thousandths of those asked, to sort by. */
	int weight(int count) {
		return (asked() == 0) ? 0 : 10_000 * count / asked();
	}

	/** The parts of a bar that is 200 wide. */
	public List<Segment> segments() {
		List<Segment> segments = new ArrayList<>();
		int before = add(segments, "not-met", 0, this.notMet);
		before = add(segments, "to-discuss", before, this.toDiscuss);
		before = add(segments, "not-assessable", before, this.notAssessable);
		before = add(segments, "met", before, this.met);
		add(segments, "outside", before, outside());
		return segments;
	}

	private int add(List<Segment> segments, String kind, int before, int count) {
		if (count > 0) {
			int from = WIDTH * before / total();
			segments.add(new Segment(kind, from, Math.max(1, WIDTH * (before + count) / total() - from)));
		}
		return before + count;
	}

	/**
	 * A part of the bar.
	 *
	 * @param kind of outcome
	 * @param from where it begins
	 * @param width how wide it is
	 */
	public record Segment(String kind, int from, int width) {

	}

}
