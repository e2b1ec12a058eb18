package se.uppdragskollen.selfreport;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.FollowUpSettings;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.edition.PublishedEdition;
import se.uppdragskollen.request.Refusal;

/**
 * Which periods are to be reported, and when: what the editions ask for. An edition asks
 * for every kind of period for which it has requirements or elements that units report
 * themselves; the one in force on a period's last day counts.
 *
 * <p>
 * A region may narrow it: {@code uppdragskollen.reports.assignments} names the
 * assignments that its units report (all, when empty),
 * {@code uppdragskollen.reports.from} the first day on which a period may end that is to
 * be reported here.
 */
@Component
class OwedReports {

	private final Editions editions;

	private final Clock clock;

	private final Set<String> assignments;

	private final LocalDate from;

	private final Map<String, Plan> plans = new ConcurrentHashMap<>();

	OwedReports(Editions editions, Clock clock,
			@Value("${uppdragskollen.reports.assignments:}") Set<String> assignments,
			@Value("${uppdragskollen.reports.from:1900-01-01}") String from) {
		this.editions = editions;
		this.clock = clock;
		this.assignments = Set.copyOf(assignments);
		this.from = LocalDate.parse(from);
	}

	/**
	 * The edition that asks for a report.
	 * @throws Refusal when none does, or the period has not begun
	 */
	Edition edition(ReportKey key) {
		LocalDate today = LocalDate.now(this.clock);
		Edition edition = this.editions.inForceOn(key.assignment(), key.period().to())
			.filter((one) -> isAskedFor(key.assignment(), key.period())
					&& Plan.kinds(one).contains(key.period().kind()))
			.orElseThrow(() -> Refusal.notFound("report-not-asked-for", key.assignment(), key.period()));
		if (key.period().from().isAfter(today)) {
			throw Refusal.conflict("period-not-begun", key.period().from(), today);
		}
		return edition;
	}

	/** The last day to hand in, unless it is moved. */
	static LocalDate due(Edition edition, Period period) {
		return period.to().plusDays(edition.followUpSettings().reportWithin(period.kind()));
	}

	/**
	 * The last day to hand in: the newest move of a deadline counts, and gives more time
	 * than the edition, never less.
	 */
	static LocalDate due(LocalDate usual, @Nullable LocalDate moved) {
		return (moved == null || moved.isBefore(usual)) ? usual : moved;
	}

	/** Every period that has begun and is to be reported, the newest first. */
	List<OwedPeriod> periods() {
		LocalDate today = LocalDate.now(this.clock);
		List<OwedPeriod> periods = new ArrayList<>();
		for (PublishedEdition published : this.editions.all()) {
			if (published.current()) {
				Plan plan = this.plans.computeIfAbsent(published.revision(),
						(revision) -> Plan.of(this.editions.revision(revision)));
				plan.kinds().forEach((kind) -> add(published, kind, plan.settings(), today, periods));
			}
		}
		periods.sort(OwedPeriod.NEWEST_FIRST);
		return periods;
	}

	private void add(PublishedEdition published, PeriodKind kind, FollowUpSettings settings, LocalDate today,
			List<OwedPeriod> periods) {
		Period period = kind.at(published.from());
		while (!period.to().isAfter(published.to()) && !period.from().isAfter(today)) {
			if (isAskedFor(published.assignment(), period)) {
				periods.add(new OwedPeriod(published.assignment(), period, published.edition(),
						period.to().plusDays(settings.reportWithin(kind))));
			}
			period = period.minus(-1);
		}
	}

	private boolean isAskedFor(String assignment, Period period) {
		return (this.assignments.isEmpty() || this.assignments.contains(assignment))
				&& !period.to().isBefore(this.from);
	}

	/**
	 * What an edition asks for.
	 */
	private record Plan(Set<PeriodKind> kinds, FollowUpSettings settings) {

		static Plan of(Edition edition) {
			return new Plan(kinds(edition), edition.followUpSettings());
		}

		static Set<PeriodKind> kinds(Edition edition) {
			Set<PeriodKind> kinds = EnumSet.noneOf(PeriodKind.class);
			edition.requirements().values().forEach((requirement) -> kinds.add(requirement.period()));
			edition.elements()
				.values()
				.stream()
				.filter(Element::selfReported)
				.forEach((one) -> kinds.add(one.period()));
			return kinds;
		}

	}

}
