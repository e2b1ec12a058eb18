package se.uppdragskollen.web.keep;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Unit;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.web.page.Say;

/**
 * What stands in a cell: words, and the figure or the day that they are. A figure looks
 * like the words do, with its unit, and is still a number to Excel.
 *
 * @param text the words
 * @param figure the one figure that they say, null for none
 * @param format how Excel writes the figure
 * @param day the day that they say, null for none
 */
record KeptCell(String text, @Nullable BigDecimal figure, String format, @Nullable LocalDate day) {

	private static final Pattern FIGURE = Pattern
		.compile("([−-]?\\d{1,3}(?:[ \\u202f,]?\\d{3})*(?:[,.]\\d+)?)(?: (%|\\D+))?");

	private static final Pattern WORD = Pattern.compile("\\p{L}+");

	private static final List<String> BOUNDS = List.of("at-least", "more-than", "at-most", "less-than");

	private static final BigDecimal MANY = BigDecimal.valueOf(10_000);

	/** Words alone. */
	static KeptCell words(String text) {
		return new KeptCell(text.replace('\u00a0', ' '), null, "", null);
	}

	/** Words as the reader's language writes figures and days. */
	static KeptCell of(String words, Say say) {
		String text = words.replace('\u00a0', ' ');
		String before = BOUNDS.stream()
			.map((one) -> say.text("history.limit-" + one, ""))
			.filter(text::startsWith)
			.findFirst()
			.orElse("");
		Matcher matcher = FIGURE.matcher(text.substring(before.length()));
		if (matcher.matches()) {
			String unit = (matcher.group(2) == null) ? "" : matcher.group(2);
			BigDecimal figure = isUnit(unit, say) ? figure(matcher.group(1), say) : null;
			if (figure != null) {
				return new KeptCell(text, figure, format(before, figure, unit), null);
			}
		}
		return new KeptCell(text, null, "", day(text, say));
	}

	/** Words, if there is a figure that nothing says what it counts: a year is such. */
	KeptCell unlessBare() {
		return this.format.endsWith("\"") ? this : words(this.text);
	}

	/** One word that is no month, or the words of a unit. */
	private static boolean isUnit(String words, Say say) {
		if (words.isEmpty() || words.equals("%")) {
			return true;
		}
		if (WORD.matcher(words).matches()) {
			return Arrays.stream(Month.values())
				.noneMatch(
						(one) -> one.getDisplayName(TextStyle.FULL, say.language().locale()).equalsIgnoreCase(words));
		}
		return Arrays.stream(Unit.values()).anyMatch((one) -> say.text("unit." + one.word()).equals(words));
	}

	private static @Nullable BigDecimal figure(String text, Say say) {
		String bare = text.replaceAll("[\\s\\u202f]", "").replace('−', '-');
		bare = (say.language() == Language.SV) ? bare.replace(',', '.') : bare.replace(",", "");
		try {
			return new BigDecimal(bare);
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	/** With the decimals that it has, and its words around it. */
	private static String format(String before, BigDecimal figure, String unit) {
		StringBuilder format = new StringBuilder();
		if (!before.isEmpty()) {
			format.append('"').append(before).append('"');
		}
		format.append((figure.abs().compareTo(MANY) < 0) ? "0" : "#,##0");
		if (figure.scale() > 0) {
			format.append('.').append("0".repeat(figure.scale()));
		}
		if (!unit.isEmpty()) {
			format.append("\" ").append(unit.replace("\"", "")).append('"');
		}
		return format.toString();
	}

	private static @Nullable LocalDate day(String text, Say say) {
		try {
			return LocalDate.parse(text, DateTimeFormatter.ofPattern("d MMMM yyyy", say.language().locale()));
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
