package se.uppdragskollen.selfreport;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.document.Position;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.report.PersonalNumbers;
import se.uppdragskollen.request.Refusal;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what is to be saved as a draft. Refused are only the wrong shape, elements that
 * the unit does not report, too much text and personal identity numbers; a figure that
 * cannot be true is kept as typed.
 */
final class DraftShape {

	private static final Set<String> KEYS = Set.of(DraftEntry.VALUE, DraftEntry.NOT_APPLICABLE, DraftEntry.SUPPRESSED,
			DraftEntry.UNKNOWN, DraftEntry.COMMENT, DraftEntry.UNCLEAR, DraftEntry.PREFILLED);

	private static final List<String> ANSWERS = List.of(DraftEntry.VALUE, DraftEntry.NOT_APPLICABLE,
			DraftEntry.SUPPRESSED, DraftEntry.UNKNOWN);

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private static final int MOST_ITEMS = 200;

	private static final int MOST_DIGITS = 30;

	private static final int MOST_PLACES = 15;

	private final Edition edition;

	private final Problems problems = new Problems();

	private DraftShape(Edition edition) {
		this.edition = edition;
	}

	/**
	 * The draft in a body {@code {"entries": {…}, "comment": "…"}}.
	 * @throws Refusal with everything that is wrong
	 */
	static DraftContent read(JsonNode body, Edition edition) {
		DraftShape shape = new DraftShape(edition);
		DraftContent content = shape.content(body);
		if (!shape.problems.isEmpty()) {
			throw Refusal.invalid(shape.problems);
		}
		return content;
	}

	/**
	 * Goes on only when entries have the shape of a draft's.
	 * @throws Refusal with everything that is wrong
	 */
	static void check(Map<String, DraftEntry> entries, Edition edition) {
		read(JSON.valueToTree(Map.of("entries", entries)), edition);
	}

	private DraftContent content(JsonNode body) {
		SortedMap<String, DraftEntry> entries = new TreeMap<>();
		unknownKeys(body, "", Set.of("entries", "comment"));
		JsonNode typed = body.get("entries");
		if (typed == null || !typed.isObject()) {
			at("entries").say("mapping-expected");
			return DraftContent.EMPTY;
		}
		for (Map.Entry<String, JsonNode> one : typed.properties()) {
			String path = "entries." + one.getKey();
			if (isReported(one.getKey(), path)) {
				DraftEntry entry = entry(one.getKey(), one.getValue(), path);
				if (!entry.isEmpty()) {
					entries.put(one.getKey(), entry);
				}
			}
		}
		String comment = text(body, "comment", "comment");
		return new DraftContent(entries, (comment == null) ? "" : comment);
	}

	private boolean isReported(String name, String path) {
		Element element = this.edition.elements().get(name);
		if (element == null) {
			int before = this.problems.all().size();
			TypedText.check(name, "entries", true, this.problems);
			if (this.problems.all().size() == before) {
				at(path).found(shown(name)).allowedNames(this.edition.elements().keySet()).say("unknown-element");
			}
			return false;
		}
		if (!element.selfReported()) {
			at(path).found(name).say("not-self-reported", this.edition.registerName(element.from()));
			return false;
		}
		return true;
	}

	private DraftEntry entry(String name, JsonNode typed, String path) {
		if (!typed.isObject()) {
			at(path).say("mapping-expected");
			return DraftEntry.ofSuppressed();
		}
		unknownKeys(typed, path, KEYS);
		List<String> answers = ANSWERS.stream().filter(typed::has).toList();
		if (answers.size() > 1) {
			at(path).found(String.join(", ", answers)).say("draft-one-answer");
		}
		String comment = text(typed, DraftEntry.COMMENT, path + "." + DraftEntry.COMMENT);
		return new DraftEntry(value(name, typed, path + "." + DraftEntry.VALUE),
				text(typed, DraftEntry.NOT_APPLICABLE, path + "." + DraftEntry.NOT_APPLICABLE),
				flag(typed, DraftEntry.SUPPRESSED, path), flag(typed, DraftEntry.UNKNOWN, path),
				(comment == null) ? "" : comment, text(typed, DraftEntry.UNCLEAR, path + "." + DraftEntry.UNCLEAR),
				flag(typed, DraftEntry.PREFILLED, path));
	}

	private @Nullable Object value(String name, JsonNode typed, String path) {
		JsonNode node = typed.get(DraftEntry.VALUE);
		if (node == null) {
			return null;
		}
		Object value = DraftEntry.value(node);
		if (value == null) {
			at(path).say("draft-value-expected");
			return null;
		}
		boolean free = isFree(name);
		if (value instanceof String text) {
			TypedText.check(text, path, free, this.problems);
		}
		else if (value instanceof BigDecimal number) {
			number(number, path, free && !isNumber(name));
		}
		else if (value instanceof Collection<?> items) {
			if (items.size() > MOST_ITEMS) {
				at(path).say("draft-many-items", MOST_ITEMS);
			}
			items.forEach((item) -> TypedText.check(String.valueOf(item), path, free, this.problems));
		}
		return value;
	}

	private void number(BigDecimal number, String path, boolean free) {
		if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_PLACES) {
			at(path).say("number-too-long");
		}
		else if (free) {
			TypedText.check(number.toPlainString(), path, true, this.problems);
		}
	}

	/** Whether the element's text is one's own, no identifier of an organisation. */
	private boolean isFree(String name) {
		Element element = this.edition.elements().get(name);
		return element == null || element.format() == null;
	}

	private boolean isNumber(String name) {
		Element element = this.edition.elements().get(name);
		return element != null && element.type().isNumber();
	}

	private @Nullable String text(JsonNode typed, String key, String path) {
		JsonNode node = typed.get(key);
		if (node == null) {
			return null;
		}
		if (!node.isString()) {
			at(path).say("text-expected");
			return null;
		}
		TypedText.check(node.asString(), path, true, this.problems);
		return node.asString();
	}

	private boolean flag(JsonNode typed, String key, String path) {
		JsonNode node = typed.get(key);
		if (node != null && (!node.isBoolean() || !node.booleanValue())) {
			at(path + "." + key).say("draft-flag");
		}
		return node != null;
	}

	private void unknownKeys(JsonNode body, String path, Set<String> known) {
		for (Map.Entry<String, JsonNode> one : body.properties()) {
			if (!known.contains(one.getKey())) {
				at(path).found(shown(one.getKey())).allowedNames(known).say("draft-unknown-key");
			}
		}
	}

	private static @Nullable String shown(String name) {
		return PersonalNumbers.find(name).isPresent() ? null : (name.length() > 100) ? name.substring(0, 100) : name;
	}

	private Problems.At at(String path) {
		return this.problems.at("", Position.NOWHERE, path);
	}

}
