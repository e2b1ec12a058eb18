package se.uppdragskollen.web.api;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Datum;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.language.Bilingual;

/**
 * What an edition calls what a list knows by id. Made for one list: an edition is looked
 * up once. What it does not have is null.
 */
final class Titles {

	private final Editions editions;

	private final Map<Day, Optional<Edition>> known = new HashMap<>();

	private final Map<Named, Optional<Edition>> named = new HashMap<>();

	Titles(Editions editions) {
		this.editions = editions;
	}

	/** A requirement's title. */
	@Nullable Bilingual requirement(String assignment, LocalDate day, @Nullable String id) {
		Requirement requirement = (id == null) ? null
				: edition(assignment, day).map((edition) -> edition.requirements().get(id)).orElse(null);
		return (requirement == null) ? null : requirement.title();
	}

	/** A chapter's title. */
	@Nullable Bilingual chapter(String assignment, LocalDate day, String id) {
		return edition(assignment, day).map((edition) -> chapter(edition, id)).orElse(null);
	}

	/** A chapter's title in an edition. */
	static @Nullable Bilingual chapter(Edition edition, String id) {
		return edition.chapters()
			.stream()
			.filter((chapter) -> chapter.id().equals(id))
			.map((chapter) -> chapter.title())
			.findFirst()
			.orElse(null);
	}

	/** An edition's title, as it stands now. */
	@Nullable Bilingual edition(String assignment, String id) {
		return this.named
			.computeIfAbsent(new Named(assignment, id), (one) -> this.editions.current(one.assignment(), one.edition()))
			.map(Edition::title)
			.orElse(null);
	}

	/** An element's label, a derived one's too. */
	@Nullable Bilingual datum(String assignment, LocalDate day, String id) {
		return edition(assignment, day).flatMap((edition) -> edition.datum(id)).map(Datum::label).orElse(null);
	}

	/** A register's name. */
	@Nullable Bilingual register(String assignment, LocalDate day, String id) {
		return edition(assignment, day).map((edition) -> edition.registers().get(id)).orElse(null);
	}

	private Optional<Edition> edition(String assignment, LocalDate day) {
		return this.known.computeIfAbsent(new Day(assignment, day),
				(one) -> this.editions.inForceOn(one.assignment(), one.day()));
	}

	private record Named(String assignment, String edition) {

	}

	private record Day(String assignment, LocalDate day) {

	}

}
