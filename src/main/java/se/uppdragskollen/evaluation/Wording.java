package se.uppdragskollen.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Datum;
import se.uppdragskollen.assignment.Derived;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.ElementType;
import se.uppdragskollen.assignment.Unit;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.language.Days;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.rule.ObligationWord;
import se.uppdragskollen.rule.Takes;

/**
 * The parts of an obligation's sentence: labels, values with units, what is asked.
 */
final class Wording {

	private static final Set<ObligationWord> PEERS = EnumSet.of(ObligationWord.NEAR_PEERS,
			ObligationWord.NOT_BELOW_PEERS, ObligationWord.NOT_ABOVE_PEERS);

	private final Edition edition;

	private final Language language;

	Wording(Edition edition, Language language) {
		this.edition = edition;
		this.language = language;
	}

	/** What a person calls an element, or the word itself when it is none. */
	String label(String id) {
		return this.edition.datum(id).map((datum) -> datum.label().in(this.language)).orElse(id);
	}

	/** The same inside a sentence: a small first letter, unless it is an abbreviation. */
	String labelInside(String id) {
		String label = label(id);
		boolean word = label.length() > 1 && Character.isLowerCase(label.charAt(1));
		return word ? label.substring(0, 1).toLowerCase(this.language.locale()) + label.substring(1) : label;
	}

	/** A value as its element's: with unit, choices by their names. */
	String value(String id, Object value) {
		Optional<Datum> datum = this.edition.datum(id);
		return value(value, datum.map(Datum::unit).orElse(null), datum.orElse(null));
	}

	/** A value after its label: without the unit when the label says it already. */
	String valueAfterLabel(String id, Object value) {
		Datum datum = this.edition.datum(id).orElse(null);
		Unit unit = (datum == null) ? null : datum.unit();
		boolean said = unit != null && label(id).toLowerCase(this.language.locale())
			.contains(Messages.text(this.language, "unit." + unit.word()));
		return said ? value(value, null, datum) : value(id, value);
	}

	private String value(Object value, @Nullable Unit unit, @Nullable Datum datum) {
		if (value instanceof BigDecimal figure) {
			return Sentences.figure(figure, unit, this.language);
		}
		if (value instanceof Boolean answer) {
			return Messages.text(this.language, answer ? "answer.yes" : "answer.no");
		}
		if (value instanceof LocalDate day) {
			return Days.say(day, this.language);
		}
		if (value instanceof List<?> items) {
			return items.isEmpty() ? "–"
					: items.stream().map((item) -> value(item, unit, datum)).collect(Collectors.joining(", "));
		}
		Bilingual choice = (datum == null) ? null : datum.choices().get(String.valueOf(value));
		return (choice == null) ? String.valueOf(value) : choice.in(this.language);
	}

	/** What was found. */
	String found(Obligation obligation) {
		String x = obligation.subjects().get(0);
		Object value = (obligation.value() == null) ? "–" : obligation.value();
		return switch (obligation.word()) {
			case SHARE_AT_LEAST, SHARE_MORE_THAN, SHARE_AT_MOST, SHARE_LESS_THAN -> {
				String whole = obligation.subjects().get(1);
				yield text("sentence.share", label(x), value(obligation.elements().getOrDefault(x, "–"), null, null),
						value(obligation.elements().getOrDefault(whole, "–"), null, null),
						value(value, Unit.PERCENT, null));
			}
			case CHANGE_AT_MOST -> text("sentence.change-over-time", label(x), value(value, Unit.PERCENT, null));
			case NO_RED_FLAG -> text("sentence.flag", counterpart(x), Messages.text(this.language, "flag." + value));
			case AGREES_WITH_SIGNAL ->
				text("sentence.view", label(x), value(value, null, null), counterpart(obligation.subjects().get(1)));
			default -> label(x).endsWith("?") ? label(x) + " " + value(x, value) + "."
					: text("sentence.value", label(x), valueAfterLabel(x, value));
		};
	}

	/** What is asked. */
	String demand(Obligation obligation) {
		ObligationWord word = obligation.word();
		String x = obligation.subjects().get(0);
		String key = "demand." + word.written();
		Object limit = (obligation.limit() == null) ? "–" : obligation.limit();
		boolean share = word.takes().get(0) == Takes.PART || word == ObligationWord.CHANGE_AT_MOST;
		return switch (word) {
			case BETWEEN, NEAR_PEERS -> {
				List<?> bounds = (List<?>) limit;
				yield text(key, value(x, bounds.get(0)), value(x, bounds.get(1)));
			}
			case AT_LEAST_THAT_OF, AT_MOST_THAT_OF ->
				text(isTime(x) ? key + ".time" : key, value(x, limit), labelInside(obligation.subjects().get(1)));
			case SAME_AS -> text(key, value(x, limit), labelInside(obligation.subjects().get(1)));
			case AGREES_WITH_REGISTER -> text(key, value(x, limit), register(obligation.subjects().get(1)));
			case AGREES_WITH_SIGNAL -> text(key, value(limit, null, null), counterpart(obligation.subjects().get(1)));
			case NOT_FALLING, NOT_RISING, RISES, FALLS -> text(key, series(x, (List<?>) limit));
			default -> text(key, share ? value(limit, Unit.PERCENT, null) : value(x, limit));
		};
	}

	/**
	 * Whether a share, or a figure or limit made of others: decimals that nobody has
	 * typed.
	 */
	boolean isRate(Obligation obligation) {
		Datum datum = this.edition.datum(obligation.subjects().get(0)).orElse(null);
		return datum != null
				&& (datum instanceof Derived || datum.unit() == Unit.PERCENT || PEERS.contains(obligation.word()));
	}

	/** Whether a date or a time of day, which is early or late, not little or much. */
	boolean isTime(String x) {
		Datum datum = this.edition.datum(x).orElse(null);
		return datum != null && (datum.type() == ElementType.DATE || datum.type() == ElementType.TIME);
	}

	/** Values over time, oldest first. */
	private String series(String x, List<?> values) {
		return values.stream().map((one) -> value(x, one)).collect(Collectors.joining(" → "));
	}

	/** How far from the limit. */
	String distance(Obligation obligation, BigDecimal distance) {
		boolean share = obligation.word().takes().get(0) == Takes.PART
				|| obligation.word() == ObligationWord.CHANGE_AT_MOST;
		if (share) {
			return Sentences.figure(distance, Unit.PERCENTAGE_POINTS, this.language);
		}
		Datum datum = this.edition.datum(obligation.subjects().get(0)).orElse(null);
		if (datum == null) {
			return Sentences.figure(distance, null, this.language);
		}
		Unit unit = switch (datum.type()) {
			case DATE -> Unit.DAYS;
			case TIME -> Unit.MINUTES;
			default -> (datum.unit() == Unit.PERCENT) ? Unit.PERCENTAGE_POINTS : datum.unit();
		};
		return Sentences.figure(distance, unit, this.language);
	}

	/** What people call a register. */
	String register(String id) {
		return this.edition.registerName(id).in(this.language);
	}

	private String counterpart(String word) {
		return Messages.text(this.language, "counterpart." + word);
	}

	private String text(String key, Object... holes) {
		return Messages.text(this.language, key, holes);
	}

}
