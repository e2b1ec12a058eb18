package se.uppdragskollen.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.language.Language;

/**
 * Whether a row of the long form has a value, or why it has none.
 */
enum RowStatus {

	/** There is a value. */
	REPORTED("reported", "reported", "redovisad", "redovisat"),

	/** The value is withheld because the group is small. */
	SUPPRESSED("suppressed", "suppressed", "dold", "döljs", "undertryckt"),

	/** The element does not apply to the unit; the value says why. */
	NOT_APPLICABLE("not-applicable", "not applicable", "ej tillämplig", "ej tillämpligt", "inte tillämplig");

	private final String word;

	private final String english;

	private final List<String> swedish;

	RowStatus(String word, String english, String... swedish) {
		this.word = word;
		this.english = english;
		this.swedish = List.of(swedish);
	}

	/** As a template's list has it. */
	String in(Language language) {
		return (language == Language.SV) ? this.swedish.get(0) : this.english;
	}

	/** The words of the format and of both languages. */
	static List<String> written() {
		return Arrays.stream(values())
			.flatMap((status) -> Stream.concat(Stream.of(status.word, status.english), status.swedish.stream()))
			.distinct()
			.toList();
	}

	/** What may be written, as a template in the reader's language has it. */
	static Bilingual allowed() {
		return new Bilingual(named(Language.SV), named(Language.EN));
	}

	private static String named(Language language) {
		return Arrays.stream(values()).map((status) -> status.in(language)).collect(Collectors.joining(", "));
	}

	/** The status written so, in either language. */
	static Optional<RowStatus> of(String written) {
		String small = written.toLowerCase(Locale.ROOT);
		return Arrays.stream(values())
			.filter((status) -> status.word.equals(small) || status.english.equals(small)
					|| status.swedish.contains(small))
			.findFirst();
	}

}
