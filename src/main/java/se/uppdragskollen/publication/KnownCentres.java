package se.uppdragskollen.publication;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.stereotype.Component;
import se.uppdragskollen.assessment.JudgedReport;
import se.uppdragskollen.assessment.JudgedReports;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.edition.CurrentEditions;
import se.uppdragskollen.edition.Editions;

/**
 * Finds what is known of all centres in a period and what of it may not be shown, also
 * for the sake of what was shown before and of other periods whose figures rest on the
 * same counts.
 */
@Component
class KnownCentres {

	private final JudgedReports reports;

	private final Publications publications;

	private final Editions editions;

	private final PublicationSettings settings;

	KnownCentres(JudgedReports reports, Publications publications, Editions editions, PublicationSettings settings) {
		this.reports = reports;
		this.publications = publications;
		this.editions = editions;
		this.settings = settings;
	}

	/** What is known, by centre. */
	Map<String, Known> of(PeriodReports period) {
		Map<String, Known> known = alone(period);
		for (PeriodReports other : tied(period)) {
			Map<String, Known> theirs = alone(other);
			known.forEach((unit, own) -> {
				Set<String> both = new HashSet<>(period.takes(unit, other.period()));
				both.addAll(other.takes(unit, period.period()));
				both.retainAll(theirs.getOrDefault(unit, Known.nothing()).withheld());
				own.withhold(both);
			});
		}
		return known;
	}

	/**
	 * The published periods that share counts with one: those from which it takes them,
	 * and those which take them from it.
	 */
	private List<PeriodReports> tied(PeriodReports period) {
		List<PeriodReports> tied = new ArrayList<>();
		Set<Period> sources = period.sources();
		CurrentEditions current = this.editions.currentOf(period.edition().assignment());
		for (Publication one : this.publications.newest().values()) {
			Period other = one.period();
			if (!one.assignment().equals(period.edition().assignment()) || other.kind() == period.period().kind()) {
				continue;
			}
			boolean later = !other.to().isBefore(period.period().to());
			current.inForceOn(other.to())
				.filter((edition) -> sources.contains(other) || later && takes(edition, other, period.period()))
				.ifPresent((edition) -> tied.add(read(edition, other)));
		}
		return tied;
	}

	/**
	 * Whether a period's figures rest on counts of another that are not too old for it.
	 */
	private static boolean takes(Edition edition, Period period, Period from) {
		Set<String> counts = Columns.counts(edition);
		counts.removeIf((id) -> {
			Element element = Objects.requireNonNull(edition.elements().get(id));
			return element.period() != from.kind()
					|| from.to().plusDays(1).plus(element.validity()).isBefore(period.to());
		});
		return !counts.isEmpty() && Columns.of(edition, period)
			.stream()
			.anyMatch((column) -> !Collections.disjoint(column.carried(), counts));
	}

	private PeriodReports read(Edition edition, Period period) {
		Map<String, JudgedReport> reports = new HashMap<>();
		this.reports.of(edition.assignment(), period).forEach((one) -> reports.put(one.report().unit(), one));
		return new PeriodReports(edition, period, Columns.of(edition, period), reports);
	}

	/** What is known when other periods are left aside. */
	private Map<String, Known> alone(PeriodReports period) {
		Edition edition = period.edition();
		SmallGroups groups = new SmallGroups(this.settings.smallestGroup(), Columns.wholes(edition));
		Set<String> counts = Columns.counts(edition);
		List<Long> before = this.publications.ofPeriod(edition.assignment(), period.period())
			.stream()
			.map(Publication::id)
			.toList();
		Map<String, Remembered> remembered = before.isEmpty() ? Map.of()
				: Remembered.of(this.publications.values(before, List.of()));
		Map<String, Carried> carried = carried(period, before);
		Map<String, Known> known = new HashMap<>();
		period.reports().forEach((unit, judged) -> {
			Known own = Known.of(judged, period.columns(), counts, groups);
			own.remember(remembered.getOrDefault(unit, Remembered.NOTHING),
					carried.getOrDefault(unit, Carried.NOTHING));
			known.put(unit, own);
		});
		return known;
	}

	/** What may be known of the counts that a period's figures take from others. */
	private Map<String, Carried> carried(PeriodReports period, List<Long> before) {
		Map<String, Carried> all = new HashMap<>();
		Set<String> ids = period.carried();
		if (ids.isEmpty()) {
			return all;
		}
		for (JudgedReport judged : this.reports.of(this.publications.results(before))) {
			Carried own = all.computeIfAbsent(judged.report().unit(), (unit) -> Carried.empty());
			Set<String> known = new HashSet<>(ids);
			known.removeIf((id) -> judged.evaluator().edition().datum(id).isEmpty());
			judged.evaluator().values(judged.report(), known).forEach((id, value) -> add(own.drawn(), id, value));
		}
		for (Period source : period.sources()) {
			List<Long> shown = this.publications.ofPeriod(period.edition().assignment(), source)
				.stream()
				.map(Publication::id)
				.toList();
			for (Publications.Shown one : this.publications.values(shown, ids)) {
				String unit = one.value().unit();
				String figure = one.value().figure();
				String value = one.value().value();
				if (value != null && period.takes(unit, source).contains(figure)) {
					add(all.computeIfAbsent(unit, (key) -> Carried.empty()).shown(), figure, new BigDecimal(value));
				}
			}
		}
		return all;
	}

	private static void add(Map<String, Set<BigDecimal>> numbers, String id, Object value) {
		if (value instanceof BigDecimal number) {
			numbers.computeIfAbsent(id, (key) -> new HashSet<>()).add(number);
		}
	}

}
