package se.uppdragskollen.web.region;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.edition.PublishedEdition;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.selfreport.CountReports;

/**
 * The editions to choose from on a page, those of the assignments that are reported
 * first.
 */
@Component
class AssignmentEditions {

	private final Editions editions;

	private final CountReports reports;

	private final Clock clock;

	AssignmentEditions(Editions editions, CountReports reports, Clock clock) {
		this.editions = editions;
		this.reports = reports;
		this.clock = clock;
	}

	LocalDate today() {
		return LocalDate.now(this.clock);
	}

	/** All editions as they stand, the newest of each assignment first. */
	List<PublishedEdition> all() {
		Set<String> reported = new TreeSet<>();
		this.reports.periods().forEach((one) -> reported.add(one.assignment()));
		return this.editions.all()
			.stream()
			.filter(PublishedEdition::current)
			.sorted(Comparator.comparing((PublishedEdition one) -> !reported.contains(one.assignment()))
				.thenComparing(PublishedEdition::assignment)
				.thenComparing(PublishedEdition::from, Comparator.reverseOrder()))
			.toList();
	}

	/** Of each assignment the edition in force, else the newest. */
	List<Edition> newest() {
		LocalDate today = today();
		Map<String, PublishedEdition> newest = new LinkedHashMap<>();
		for (PublishedEdition one : all()) {
			if (!one.from().isAfter(today) && !one.to().isBefore(today)) {
				newest.put(one.assignment(), one);
			}
			else {
				newest.putIfAbsent(one.assignment(), one);
			}
		}
		return newest.values().stream().map((one) -> this.editions.revision(one.revision())).toList();
	}

	/** What they are called, by revision. */
	Map<String, Bilingual> titles(List<PublishedEdition> all) {
		return all.stream()
			.collect(Collectors.toMap(PublishedEdition::revision,
					(one) -> this.editions.revision(one.revision()).title()));
	}

	/** An assignment's editions, the newest first. */
	List<PublishedEdition> of(String assignment) {
		return all().stream().filter((one) -> one.assignment().equals(assignment)).toList();
	}

	/**
	 * The edition asked for, as {@code assignment/edition}; else the one in force, else
	 * the newest of the assignment that is reported.
	 */
	Optional<Edition> chosen(List<PublishedEdition> all, @Nullable String asked) {
		LocalDate today = today();
		return all.stream()
			.filter((one) -> (one.assignment() + "/" + one.edition()).equals(asked))
			.findFirst()
			.or(() -> all.stream()
				.filter((one) -> one.assignment().equals(all.get(0).assignment()) && !one.from().isAfter(today)
						&& !one.to().isBefore(today))
				.findFirst())
			.or(() -> all.stream().findFirst())
			.map((one) -> this.editions.revision(one.revision()));
	}

	/** The edition of an assignment that is in force on a day, among these. */
	Optional<Edition> on(List<PublishedEdition> all, String assignment, LocalDate day) {
		return all.stream()
			.filter((one) -> one.assignment().equals(assignment) && !one.from().isAfter(day) && !one.to().isBefore(day))
			.findFirst()
			.map((one) -> this.editions.revision(one.revision()));
	}

	/**
	 * An edition.
	 * @throws Refusal when there is none
	 */
	Edition require(String assignment, String edition) {
		return this.editions.current(assignment, edition)
			.orElseThrow(() -> Refusal.notFound("edition", assignment + "/" + edition));
	}

	/** Today, or the nearest day on which the edition is in force. */
	LocalDate dayIn(Edition edition) {
		LocalDate today = today();
		return today.isBefore(edition.from()) ? edition.from() : today.isAfter(edition.to()) ? edition.to() : today;
	}

}
