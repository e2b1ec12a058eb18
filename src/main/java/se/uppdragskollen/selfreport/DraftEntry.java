package se.uppdragskollen.selfreport;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a centre has typed for one element, sound or not. At most one of value, not
 * applicable, suppressed and unknown.
 *
 * @param value a {@code BigDecimal}, {@code Boolean}, {@code String} or list of
 * {@code String}; null when none is given
 * @param notApplicable why it does not apply, null when it does
 * @param suppressed withheld because the group is small
 * @param unknown the centre does not know: no zero, and it counts as not reported
 * @param comment to the reviewer, empty when there is none
 * @param unclear the question is unclear, with what about it, which may be empty; null
 * when it is clear
 * @param prefilled taken from the period before, and not saved by the centre since
 */
public record DraftEntry(@Nullable Object value, @Nullable String notApplicable, boolean suppressed, boolean unknown,
		String comment, @Nullable String unclear, boolean prefilled) {

	static final String VALUE = "value";

	static final String NOT_APPLICABLE = "not_applicable";

	static final String SUPPRESSED = "suppressed";

	static final String UNKNOWN = "unknown";

	static final String COMMENT = "comment";

	static final String UNCLEAR = "unclear";

	static final String PREFILLED = "prefilled";

	/** Nothing at all. */
	public static final DraftEntry EMPTY = new DraftEntry(null, null, false, false, "", null, false);

	/** A value and nothing else. */
	static DraftEntry ofValue(Object value) {
		return new DraftEntry(value, null, false, false, "", null, false);
	}

	/** An element that does not apply, for this reason. */
	static DraftEntry ofNotApplicable(String reason) {
		return new DraftEntry(null, reason, false, false, "", null, false);
	}

	/** An element that is withheld. */
	static DraftEntry ofSuppressed() {
		return new DraftEntry(null, null, true, false, "", null, false);
	}

	/** What somebody typed, by the names of the draft's format. */
	public static DraftEntry typed(Map<String, Object> fields) {
		return new DraftEntry(fields.get(VALUE), (String) fields.get(NOT_APPLICABLE), fields.containsKey(SUPPRESSED),
				fields.containsKey(UNKNOWN), (String) fields.getOrDefault(COMMENT, ""), (String) fields.get(UNCLEAR),
				fields.containsKey(PREFILLED));
	}

	/** What was kept as JSON. */
	static DraftEntry of(JsonNode kept) {
		return new DraftEntry(value(kept.get(VALUE)), text(kept.get(NOT_APPLICABLE)), kept.has(SUPPRESSED),
				kept.has(UNKNOWN), Objects.requireNonNullElse(text(kept.get(COMMENT)), ""), text(kept.get(UNCLEAR)),
				kept.has(PREFILLED));
	}

	private static @Nullable String text(@Nullable JsonNode node) {
		return (node == null) ? null : node.asString();
	}

	/** The value in JSON, null when it is none of the kinds that a value can have. */
	static @Nullable Object value(@Nullable JsonNode node) {
		if (node == null) {
			return null;
		}
		if (node.isArray()) {
			List<String> items = new ArrayList<>();
			for (JsonNode item : node) {
				if (!item.isString()) {
					return null;
				}
				items.add(item.asString());
			}
			return List.copyOf(items);
		}
		if (node.isNumber()) {
			return node.decimalValue();
		}
		return node.isBoolean() ? (Object) node.booleanValue() : node.isString() ? node.asString() : null;
	}

	/** Only what is there, by the names of the draft's format. */
	@JsonValue
	public Map<String, Object> json() {
		Map<String, Object> json = new LinkedHashMap<>();
		if (this.value != null) {
			json.put(VALUE, this.value);
		}
		if (this.notApplicable != null) {
			json.put(NOT_APPLICABLE, this.notApplicable);
		}
		flag(json, SUPPRESSED, this.suppressed);
		flag(json, UNKNOWN, this.unknown);
		if (!this.comment.isEmpty()) {
			json.put(COMMENT, this.comment);
		}
		if (this.unclear != null) {
			json.put(UNCLEAR, this.unclear);
		}
		flag(json, PREFILLED, this.prefilled);
		return json;
	}

	private static void flag(Map<String, Object> json, String name, boolean set) {
		if (set) {
			json.put(name, true);
		}
	}

	/** Whether it says nothing at all. */
	boolean isEmpty() {
		return !isAnswered() && this.comment.isEmpty() && this.unclear == null;
	}

	/** Whether the element is answered in any of the four ways. */
	boolean isAnswered() {
		return this.value != null || this.notApplicable != null || this.suppressed || this.unknown;
	}

	/** Whether both answer the same, comments aside; {@code 1.0} is {@code 1}. */
	boolean answersAs(DraftEntry other) {
		boolean sameValue = (this.value instanceof BigDecimal one && other.value instanceof BigDecimal two)
				? one.compareTo(two) == 0 : Objects.equals(this.value, other.value);
		return sameValue && Objects.equals(this.notApplicable, other.notApplicable)
				&& this.suppressed == other.suppressed && this.unknown == other.unknown;
	}

	/** Whether both say the same, where it came from aside. */
	boolean saysAs(DraftEntry other) {
		return answersAs(other) && this.comment.equals(other.comment) && Objects.equals(this.unclear, other.unclear);
	}

	DraftEntry prefilled(boolean marked) {
		return new DraftEntry(this.value, this.notApplicable, this.suppressed, this.unknown, this.comment, this.unclear,
				marked);
	}

	/** The same with another comment. */
	DraftEntry commented(String words) {
		return new DraftEntry(this.value, this.notApplicable, this.suppressed, this.unknown, words, this.unclear,
				this.prefilled);
	}

	/** Another answer or comment, where there is one, with the rest of this beside it. */
	DraftEntry replacedBy(DraftEntry other) {
		String words = other.comment.isEmpty() ? this.comment : other.comment;
		return other.isAnswered() ? new DraftEntry(other.value, other.notApplicable, other.suppressed, other.unknown,
				words, this.unclear, false) : commented(words);
	}

}
