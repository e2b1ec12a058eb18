package se.uppdragskollen.report;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Datum;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.ElementType;
import se.uppdragskollen.assignment.Unit;
import se.uppdragskollen.document.Node;
import se.uppdragskollen.document.Numbers;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.language.Figures;
import se.uppdragskollen.language.Language;

/**
 * Reads one value as its element's type, and checks at the door that it can be true: a
 * count is whole and not negative, a share at most 100, a date not in the future.
 */
final class ValueReader {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private static final BigDecimal EXAMPLE = new BigDecimal("87.5");

	private final String file;

	private final Problems problems;

	private final LocalDate today;

	private final boolean door;

	/**
	 * A reader of the values in one file.
	 * @param today the day it is, after which nothing can have happened
	 * @param door whether values that cannot be true are refused
	 */
	ValueReader(String file, Problems problems, LocalDate today, boolean door) {
		this.file = file;
		this.problems = problems;
		this.today = today;
		this.door = door;
	}

	/** The value, or null when a problem was told. */
	@Nullable Object read(Datum datum, Node node, String path) {
		if (datum.type() == ElementType.LIST) {
			return list(datum, node, path);
		}
		if (!(node instanceof Node.Scalar scalar) || scalar.kind() == Node.Kind.NOTHING) {
			at(node, path).say((node instanceof Node.Scalar) ? "value-null" : "value-expected", datum.type().word());
			return null;
		}
		return switch (datum.type()) {
			case INTEGER, DECIMAL -> number(datum, scalar, path);
			case BOOLEAN -> bool(scalar, path);
			case DATE -> date(datum, scalar, path);
			case TIME -> time(scalar, path);
			case CHOICE -> choice(datum, scalar, path);
			default -> text(datum, scalar, path);
		};
	}

	private @Nullable BigDecimal number(Datum datum, Node.Scalar scalar, String path) {
		if (scalar.kind() != Node.Kind.NUMBER) {
			noNumber(datum, scalar, path);
			return null;
		}
		BigDecimal number = scalar.number();
		if (number == null) {
			at(scalar, path).say("number-too-long");
			return null;
		}
		if (!this.door) {
			return number;
		}
		if (datum.type() == ElementType.INTEGER && number.stripTrailingZeros().scale() > 0) {
			at(scalar, path).say("whole-number-expected");
			return null;
		}
		BigDecimal min = least(datum);
		BigDecimal max = greatest(datum);
		if (min != null && number.compareTo(min) < 0 || max != null && number.compareTo(max) > 0) {
			at(scalar, path)
				.allowed(new Bilingual(range(scalar, min, max, Language.SV), range(scalar, min, max, Language.EN)))
				.say("number-out-of-range");
			return null;
		}
		boolean mayBeBelowOne = datum instanceof Element element && element.belowOne();
		if (datum.unit() == Unit.PERCENT && !mayBeBelowOne && number.signum() > 0
				&& number.compareTo(BigDecimal.ONE) <= 0 && scalar.raw().contains(".")) {
			BigDecimal meant = number.multiply(HUNDRED).stripTrailingZeros();
			at(scalar, path).suggestion((scalar.typed() == null) ? meant.toPlainString() : meant)
				.say("percent-as-fraction");
			return null;
		}
		return number;
	}

	/** Said in the words of who wrote it: a file has decimal points, a person may not. */
	private void noNumber(Datum datum, Node.Scalar scalar, String path) {
		String meant = Numbers.meant(scalar.raw());
		Object suggested = (meant == null || scalar.typed() == null) ? meant : new BigDecimal(meant);
		Problems.At problem = at(scalar, path).suggestion(suggested);
		if (datum.type() == ElementType.INTEGER) {
			problem.say("whole-number-expected");
		}
		else if (scalar.typed() == null) {
			problem.say("number-expected");
		}
		else {
			problem.say("figure-expected", EXAMPLE);
		}
	}

	private static String range(Node.Scalar scalar, @Nullable BigDecimal min, @Nullable BigDecimal max,
			Language language) {
		return limit(scalar, min, language) + " – " + limit(scalar, max, language);
	}

	private static String limit(Node.Scalar scalar, @Nullable BigDecimal limit, Language language) {
		if (limit == null) {
			return "…";
		}
		return (scalar.typed() == null) ? limit.toPlainString() : Figures.say(limit, language);
	}

	static @Nullable BigDecimal least(Datum datum) {
		if (datum instanceof Element element && element.min() != null) {
			return element.min();
		}
		return (datum instanceof Element element && element.type() == ElementType.INTEGER
				|| datum.unit() == Unit.PERCENT) ? BigDecimal.ZERO : null;
	}

	static @Nullable BigDecimal greatest(Datum datum) {
		if (datum instanceof Element element && element.max() != null) {
			return element.max();
		}
		return (datum.unit() == Unit.PERCENT) ? HUNDRED : null;
	}

	private @Nullable Boolean bool(Node.Scalar scalar, String path) {
		if (scalar.kind() != Node.Kind.BOOLEAN) {
			at(scalar, path).allowed("true, false")
				.suggestion(switch (scalar.raw().toLowerCase(java.util.Locale.ROOT)) {
					case "ja", "yes", "j", "sant", "1" -> "true";
					case "nej", "no", "n", "falskt", "0" -> "false";
					default -> null;
				})
				.say("flag-expected");
			return null;
		}
		return scalar.raw().equals("true");
	}

	private @Nullable LocalDate date(Datum datum, Node.Scalar scalar, String path) {
		try {
			LocalDate date = LocalDate.parse(scalar.raw());
			boolean mayBeFuture = datum instanceof Element element && element.future();
			if (date.isAfter(this.today) && !mayBeFuture) {
				at(scalar, path).say("date-in-future", this.today);
				return null;
			}
			if (date.getYear() < 1900 || date.getYear() > 2199) {
				at(scalar, path).say("date-expected");
				return null;
			}
			return date;
		}
		catch (DateTimeException ex) {
			at(scalar, path).say("date-expected");
			return null;
		}
	}

	private @Nullable LocalTime time(Node.Scalar scalar, String path) {
		try {
			return LocalTime.parse(scalar.raw().replace('.', ':'));
		}
		catch (DateTimeException ex) {
			at(scalar, path).say("time-expected");
			return null;
		}
	}

	private @Nullable String choice(Datum datum, Node.Scalar scalar, String path) {
		if (!datum.choices().containsKey(scalar.raw())) {
			Choices.allowed(at(scalar, path), datum).say("choice-expected");
			return null;
		}
		return scalar.raw();
	}

	private @Nullable List<String> list(Datum datum, Node node, String path) {
		if (!(node instanceof Node.Sequence sequence)) {
			Choices.allowed(at(node, path), datum).say("list-expected");
			return null;
		}
		List<String> items = new ArrayList<>();
		for (Node item : sequence.items()) {
			String raw = (item instanceof Node.Scalar scalar) ? scalar.raw() : "";
			if (!datum.choices().containsKey(raw)) {
				Choices.allowed(at(item, path), datum).say("choice-expected");
				return null;
			}
			if (!items.contains(raw)) {
				items.add(raw);
			}
		}
		items.sort(null);
		return List.copyOf(items);
	}

	private @Nullable String text(Datum datum, Node.Scalar scalar, String path) {
		String text = scalar.raw().strip();
		String format = (datum instanceof Element element) ? element.format() : null;
		FreeText free = new FreeText(this.problems, this.door && format == null);
		if (!free.fits(this.file, scalar.position(), path, text)) {
			return null;
		}
		if (this.door && "hsa-id".equals(format) && !Identifiers.isHsaId(text)) {
			at(scalar, path).say("hsa-id-expected");
			return null;
		}
		if (this.door && "organisation-number".equals(format) && !Identifiers.isOrganisationNumber(text)) {
			at(scalar, path).say("organisation-number-expected");
			return null;
		}
		return "organisation-number".equals(format) ? text.replace("-", "") : text;
	}

	private static Object told(Node node) {
		String masked = PersonalNumbers.masked(node.shown());
		if (!masked.equals(node.shown())) {
			return masked;
		}
		return (node.told() instanceof String text) ? PersonalNumbers.masked(text) : node.told();
	}

	private Problems.At at(Node node, String path) {
		return this.problems.at(this.file, node.position(), path).found(told(node));
	}

}
