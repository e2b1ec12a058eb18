package se.uppdragskollen.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import se.uppdragskollen.assignment.Datum;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.language.Language;

/**
 * How tables write the choices of a choice or list: by their ids, or as people read them
 * where that can only mean one.
 */
final class Choices {

	static final String SEPARATOR = "|";

	private Choices() {
	}

	/** The choice that is written by its id or by its name in either language. */
	static Optional<String> id(Datum datum, String written) {
		if (datum.choices().containsKey(written)) {
			return Optional.of(written);
		}
		List<String> named = datum.choices()
			.entrySet()
			.stream()
			.filter((choice) -> choice.getValue().sv().equalsIgnoreCase(written)
					|| choice.getValue().en().equalsIgnoreCase(written))
			.map((choice) -> choice.getKey())
			.toList();
		return (named.size() == 1) ? Optional.of(named.get(0)) : Optional.empty();
	}

	/** A choice as people read it, its id where the name could mean another. */
	static String name(Datum datum, String id, Language language) {
		Bilingual title = datum.choices().get(id);
		if (title == null) {
			return id;
		}
		String name = title.in(language);
		boolean clear = !name.contains(SEPARATOR) && id(datum, name.strip()).filter(id::equals).isPresent();
		return clear ? name.strip() : id;
	}

	/** Says that one of the choices is allowed, by id and name. */
	static Problems.At allowed(Problems.At problem, Datum datum) {
		return problem.allowedNames(datum.choices().keySet())
			.allowed(new Bilingual(named(datum, Language.SV), named(datum, Language.EN)));
	}

	private static String named(Datum datum, Language language) {
		return datum.choices()
			.entrySet()
			.stream()
			.map((choice) -> choice.getKey() + " (" + choice.getValue().in(language) + ")")
			.sorted()
			.collect(Collectors.joining(", "));
	}

}
