package se.uppdragskollen.unit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.report.Identifiers;
import se.uppdragskollen.report.PersonalNumbers;

/**
 * Reads what was typed about a unit, each field by itself.
 */
final class UnitReader {

	private static final int LONGEST = 200;

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

	private static final Pattern DAY = Pattern.compile("(?:19|20|21)\\d\\d-\\d\\d-\\d\\d");

	/** In a person's number the third digit is of a month. */
	private static final int ORGANISATIONS_FROM = '2';

	private final Map<String, String> texts;

	private final Function<String, Problems.At> problem;

	private boolean sound = true;

	/**
	 * Reads what was typed.
	 * @param texts by the names of the fields; what is not there is empty
	 * @param problem starts a problem with a field
	 */
	UnitReader(Map<String, String> texts, Function<String, Problems.At> problem) {
		this.texts = texts;
		this.problem = problem;
	}

	/** The unit, or nothing when something is wrong, which the problems say. */
	Optional<RegisteredUnit> read(long version) {
		UnitKind kind = word(UnitEntry.KIND, UnitKind.HEALTH_CENTRE, UnitKind::named, UnitKind.words());
		String id = id(kind);
		needed(UnitEntry.NAME);
		needed(UnitEntry.OPERATOR);
		needed(UnitEntry.OPENED);
		Operator operator = word(UnitEntry.OPERATOR, Operator.REGIONAL, Operator::named, Operator.words());
		LocalDate opened = dayIn(UnitEntry.OPENED);
		LocalDate closed = dayIn(UnitEntry.CLOSED);
		String organisation = organisation();
		if (opened != null && closed != null && closed.isBefore(opened)) {
			wrong(UnitEntry.CLOSED).say("closed-before-opened", opened);
		}
		String successor = typed(UnitEntry.MERGED_INTO);
		if (!successor.isEmpty() && typed(UnitEntry.CLOSED).isEmpty()) {
			wrong(UnitEntry.CLOSED).say("merged-without-closed");
		}
		RegisteredUnit unit = (opened == null) ? null
				: new RegisteredUnit(id, text(UnitEntry.NAME), kind, text(UnitEntry.MUNICIPALITY), operator,
						text(UnitEntry.OPERATOR_NAME), organisation, other(UnitEntry.PARENT),
						text(UnitEntry.PEER_GROUP), opened, closed, other(UnitEntry.MERGED_INTO), version);
		return this.sound ? Optional.ofNullable(unit) : Optional.empty();
	}

	private String typed(String field) {
		return this.texts.getOrDefault(field, "");
	}

	private Problems.At wrong(String field) {
		this.sound = false;
		return this.problem.apply(field).found(typed(field).isEmpty() ? null : typed(field));
	}

	private void needed(String field) {
		if (typed(field).isEmpty()) {
			wrong(field).say("field-missing");
		}
	}

	private String id(UnitKind kind) {
		String id = typed(UnitEntry.ID);
		if (id.isEmpty()) {
			wrong(UnitEntry.ID).say("field-missing");
		}
		else if (kind == UnitKind.HEALTH_CENTRE && !Identifiers.isHsaId(id)) {
			wrong(UnitEntry.ID).say("hsa-id-expected");
		}
		else if (!ID.matcher(id).matches()) {
			wrong(UnitEntry.ID).say("unit-id-expected");
		}
		return id;
	}

	private @Nullable String other(String field) {
		return typed(field).isEmpty() ? null : typed(field);
	}

	private String text(String field) {
		String text = typed(field);
		if (text.length() > LONGEST) {
			wrong(field).say("text-too-long", LONGEST);
		}
		else if (text.chars().anyMatch((c) -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029)) {
			wrong(field).say("one-line-expected");
		}
		else if (PersonalNumbers.find(text).isPresent()) {
			this.sound = false;
			this.problem.apply(field).say("personal-number-here");
		}
		return text;
	}

	private <T> T word(String field, T usual, Function<String, Optional<T>> named, Collection<String> words) {
		if (typed(field).isEmpty()) {
			return usual;
		}
		Optional<T> word = named.apply(typed(field));
		if (word.isEmpty()) {
			wrong(field).allowedNames(words)
				.allowed(new Bilingual(allowed(words, Language.SV), allowed(words, Language.EN)))
				.say("unknown-word");
		}
		return word.orElse(usual);
	}

	/** By the words of the interface, with what people say where that is another. */
	private static String allowed(Collection<String> words, Language language) {
		return words.stream().map((word) -> {
			String key = "unit-word." + word;
			return Messages.has(key) ? Messages.text(language, key) + " (" + word + ")" : word;
		}).collect(Collectors.joining(", "));
	}

	private @Nullable LocalDate dayIn(String field) {
		if (typed(field).isEmpty()) {
			return null;
		}
		Optional<LocalDate> day = day(typed(field));
		if (day.isEmpty()) {
			wrong(field).say("date-expected");
		}
		return day.orElse(null);
	}

	/** The day written so, or nothing when that is none. */
	static Optional<LocalDate> day(String typed) {
		try {
			return DAY.matcher(typed).matches() ? Optional.of(LocalDate.parse(typed)) : Optional.empty();
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private @Nullable String organisation() {
		String number = typed(UnitEntry.ORGANISATION_NUMBER);
		if (number.isEmpty()) {
			return null;
		}
		if (!Identifiers.isOrganisationNumber(number)) {
			wrong(UnitEntry.ORGANISATION_NUMBER).say("organisation-number-expected");
			return null;
		}
		if (number.charAt(2) < ORGANISATIONS_FROM) {
			this.sound = false;
			this.problem.apply(UnitEntry.ORGANISATION_NUMBER).say("organisation-number-of-person");
			return null;
		}
		String digits = number.replace("-", "");
		return digits.substring(0, 6) + "-" + digits.substring(6);
	}

}
