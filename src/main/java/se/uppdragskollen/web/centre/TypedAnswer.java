package se.uppdragskollen.web.centre;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.language.Language;

/**
 * Reads what somebody typed into an element's fields on a page, as a draft's entry. What
 * cannot be understood stays as it was typed: the draft tells what is wrong with it.
 *
 * <p>
 * Swedish figures have a decimal comma or point and spaces between thousands; English
 * ones a point, and commas only where they part thousands.
 */
final class TypedAnswer {

	private static final Pattern PLAIN = Pattern.compile("[-+]?\\d{1,30}(\\.\\d{1,15})?");

	private static final Pattern ENGLISH_THOUSANDS = Pattern.compile("[-+]?\\d{1,3}(,\\d{3})+(\\.\\d{1,15})?");

	/** Meant as thousands where a whole number is asked for, and else a fraction. */
	private static final Pattern POINTED_THOUSANDS = Pattern.compile("[-+]?\\d{1,3}(\\.\\d{3})+");

	private TypedAnswer() {
	}

	/** Whether a form has the element's fields: what was cut off is no empty answer. */
	static boolean speaksOf(Element element, Map<String, List<String>> fields) {
		return fields.containsKey("how." + element.id());
	}

	/**
	 * The entry in the draft's format; empty when nothing is said. A reason why the
	 * question does not apply, without a value, says so even when the choice beside it
	 * was forgotten.
	 * @param fields the form's fields: {@code value.<element>} and so on
	 */
	static Map<String, Object> read(Element element, Map<String, List<String>> fields, Language language) {
		Map<String, Object> entry = new LinkedHashMap<>();
		String how = first(fields, "how." + element.id());
		switch (how) {
			case "unknown" -> entry.put("unknown", true);
			case "suppressed" -> entry.put("suppressed", true);
			case "not-applicable" -> entry.put("not_applicable", first(fields, "why." + element.id()));
			default -> {
				Object value = value(element, fields.getOrDefault("value." + element.id(), List.of()), language);
				String why = first(fields, "why." + element.id());
				if (value != null) {
					entry.put("value", value);
				}
				else if (!why.isBlank()) {
					entry.put("not_applicable", why);
				}
			}
		}
		String comment = first(fields, "comment." + element.id());
		if (!comment.isBlank()) {
			entry.put("comment", comment);
		}
		String unclear = first(fields, "unclear-what." + element.id());
		if (!first(fields, "unclear." + element.id()).isEmpty() || !unclear.isBlank()) {
			entry.put("unclear", unclear);
		}
		if (!entry.isEmpty() && !first(fields, "prefilled." + element.id()).isEmpty()) {
			entry.put("prefilled", true);
		}
		return entry;
	}

	private static @Nullable Object value(Element element, List<String> typed, Language language) {
		List<String> said = typed.stream().map(String::strip).filter((one) -> !one.isEmpty()).toList();
		return switch (element.type()) {
			case LIST -> list(element, typed, said);
			case BOOLEAN -> said.isEmpty() ? null : said.get(0).equals("true") ? Boolean.TRUE
					: said.get(0).equals("false") ? Boolean.FALSE : said.get(0);
			case INTEGER -> said.isEmpty() ? null
					: POINTED_THOUSANDS.matcher(said.get(0)).matches() ? said.get(0) : number(said.get(0), language);
			case DECIMAL -> said.isEmpty() ? null : number(said.get(0), language);
			default -> said.isEmpty() ? null : said.get(0).replace("\r\n", "\n");
		};
	}

	/** Boxes to tick, one of which says "none of these"; or a line for each. */
	private static @Nullable Object list(Element element, List<String> typed, List<String> said) {
		if (!element.choices().isEmpty()) {
			return said.isEmpty() ? null : said.stream().filter((one) -> !one.equals("-")).toList();
		}
		List<String> lines = new ArrayList<>();
		typed.forEach((text) -> text.lines().map(String::strip).filter((one) -> !one.isEmpty()).forEach(lines::add));
		return lines.isEmpty() ? null : lines;
	}

	private static Object number(String typed, Language language) {
		String bare = typed.replaceAll("[\\s\\u00a0\\u202f]", "").replace('\u2212', '-');
		if (language == Language.SV) {
			bare = bare.replace(',', '.');
		}
		else if (ENGLISH_THOUSANDS.matcher(bare).matches()) {
			bare = bare.replace(",", "");
		}
		return PLAIN.matcher(bare).matches() ? new BigDecimal(bare) : typed;
	}

	private static String first(Map<String, List<String>> fields, String name) {
		List<String> values = fields.getOrDefault(name, List.of());
		return values.isEmpty() ? "" : values.get(0);
	}

}
