package se.uppdragskollen.web.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Unit;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.publication.Figure;
import se.uppdragskollen.publication.PublishedValue;
import se.uppdragskollen.web.page.Say;

/**
 * A published value as residents read it.
 *
 * @param text the value in words, empty when there is none
 * @param items the choices of a list, empty for other figures
 * @param withheld why there is no value, null when there is one
 * @param number the value of a number, null for other figures
 * @param bar how long its bar is, 0 to 100; null for what has none
 */
public record ShownValue(String text, List<String> items, @Nullable String withheld, @Nullable BigDecimal number,
		@Nullable Integer bar) {

	/** Nothing is published of it for the centre. */
	public static ShownValue none() {
		return new ShownValue("", List.of(), "none", null, null);
	}

	public static ShownValue of(Figure figure, @Nullable PublishedValue published, Say say) {
		if (published == null) {
			return none();
		}
		String value = published.value();
		if (value == null) {
			String why = (published.withheld() == null) ? "none" : published.withheld().word();
			return new ShownValue("", List.of(), why, null, null);
		}
		if (figure.compares()) {
			BigDecimal number = new BigDecimal(value);
			return new ShownValue(written(figure, number, say), List.of(), null, number, bar(figure, number));
		}
		if (figure.type().equals("list")) {
			List<String> items = published.choices().stream().map((one) -> choice(figure, one, say)).toList();
			return new ShownValue(items.isEmpty() ? say.text("public.nothing-chosen") : "", items, null, null, null);
		}
		return new ShownValue(text(figure, value, say), List.of(), null, null, null);
	}

	private static String text(Figure figure, String value, Say say) {
		return switch (figure.type()) {
			case "boolean" -> say.text(value.equals("true") ? "public.yes" : "public.no");
			case "date" -> say.date(LocalDate.parse(value));
			case "choice" -> choice(figure, value, say);
			default -> value;
		};
	}

	private static String choice(Figure figure, String id, Say say) {
		Bilingual name = figure.choices().get(id);
		return (name == null) ? id : say.of(name);
	}

	/** A number with its unit. */
	static String written(Figure figure, BigDecimal number, Say say) {
		return say.figure(number,
				Arrays.stream(Unit.values())
					.filter((one) -> one.word().equals(figure.measure()))
					.findFirst()
					.orElse(null));
	}

	/** Shares and indexes go from 0 to 100. */
	private static @Nullable Integer bar(Figure figure, BigDecimal number) {
		boolean hundred = Unit.PERCENT.word().equals(figure.measure()) || Unit.INDEX.word().equals(figure.measure());
		return hundred ? Math.max(0, Math.min(100, number.intValue())) : null;
	}

}
