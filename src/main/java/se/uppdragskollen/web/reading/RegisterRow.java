package se.uppdragskollen.web.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Datum;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.edition.CurrentEditions;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.statement.StatedRegisterValue;
import se.uppdragskollen.web.page.Say;

/**
 * A register's value as it is read: named by the edition of its period.
 *
 * @param stated the value as it is kept
 * @param period its period
 * @param source what the register is called
 * @param element what the element is called
 * @param value the value in words
 */
public record RegisterRow(StatedRegisterValue stated, Period period, String source, String element, String value) {

	/** Rows of a list; the editions of an assignment are asked for once. */
	public static List<RegisterRow> of(List<StatedRegisterValue> values, Editions editions, Say say) {
		Map<String, CurrentEditions> known = new HashMap<>();
		return values.stream().map((one) -> {
			Period period = Period.parse(one.period()).orElseThrow();
			Optional<Edition> edition = known.computeIfAbsent(one.assignment(), editions::currentOf)
				.inForceOn(period.to());
			Bilingual register = edition.map((found) -> found.registers().get(one.source())).orElse(null);
			Optional<Datum> datum = edition.flatMap((found) -> found.datum(one.element()));
			return new RegisterRow(one, period, (register == null) ? one.source() : say.of(register),
					datum.map((found) -> say.of(found.label())).orElse(one.element()),
					written(datum.orElse(null), one.value(), say));
		}).toList();
	}

	private static String written(@Nullable Datum datum, Object value, Say say) {
		if (value instanceof Number number) {
			return say.figure(number, (datum == null) ? null : datum.unit());
		}
		if (value instanceof Boolean flag) {
			return say.text(flag ? "template.yes" : "template.no");
		}
		if (value instanceof List<?> items) {
			return items.isEmpty() ? say.text("region.register-no-choice")
					: items.stream().map((one) -> choice(datum, one.toString(), say)).collect(Collectors.joining(", "));
		}
		return choice(datum, value.toString(), say);
	}

	private static String choice(@Nullable Datum datum, String word, Say say) {
		Bilingual name = (datum == null) ? null : datum.choices().get(word);
		return (name == null) ? word : say.of(name);
	}

}
