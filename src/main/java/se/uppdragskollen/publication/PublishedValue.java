package se.uppdragskollen.publication;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Canonical;
import tools.jackson.databind.json.JsonMapper;

/**
 * A figure of a centre as it is published: a value, or why there is none.
 *
 * @param figure the figure's id
 * @param unit the centre's id
 * @param value as text, by the figure's type: numbers with a point, dates and times by
 * ISO 8601, lists as JSON; null when withheld
 * @param withheld why there is no value, null when there is one
 */
public record PublishedValue(String figure, String unit, @Nullable String value, @Nullable Withheld withheld) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static PublishedValue of(String figure, String unit, Object value) {
		String text = (value instanceof BigDecimal number) ? Canonical.number(number)
				: (value instanceof List<?>) ? JSON.writeValueAsString(value) : value.toString();
		return new PublishedValue(figure, unit, text, null);
	}

	static PublishedValue withheld(String figure, String unit, Withheld why) {
		return new PublishedValue(figure, unit, null, why);
	}

	/** The choices of a list. */
	public List<String> choices() {
		return (this.value == null) ? List.of() : List.of(JSON.readValue(this.value, String[].class));
	}

}
