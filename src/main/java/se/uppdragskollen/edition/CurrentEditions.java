package se.uppdragskollen.edition;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import java.time.LocalDate;

import se.uppdragskollen.assignment.Edition;

/**
 * The editions of an assignment as they stood when they were asked for, read once for
 * many questions.
 */
public final class CurrentEditions {

	private final List<PublishedEdition> editions;

	private final Function<String, Edition> revisions;

	CurrentEditions(List<PublishedEdition> editions, Function<String, Edition> revisions) {
		this.editions = List.copyOf(editions);
		this.revisions = revisions;
	}

	/** The edition by which reports of periods that end on that day are judged. */
	public Optional<Edition> inForceOn(LocalDate day) {
		return this.editions.stream()
			.filter((one) -> !day.isBefore(one.from()) && !day.isAfter(one.to()))
			.findFirst()
			.map((one) -> this.revisions.apply(one.revision()));
	}

	/** The edition of that name. */
	public Optional<Edition> named(String edition) {
		return this.editions.stream()
			.filter((one) -> one.edition().equals(edition))
			.findFirst()
			.map((one) -> this.revisions.apply(one.revision()));
	}

}
