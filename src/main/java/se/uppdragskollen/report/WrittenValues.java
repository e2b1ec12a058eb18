package se.uppdragskollen.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.Unit;
import se.uppdragskollen.language.Figures;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.language.Messages;

/**
 * Values as people write and read them in a template.
 */
public final class WrittenValues {

	private static final String BETWEEN = " " + Choices.SEPARATOR + " ";

	private final Language language;

	public WrittenValues(Language language) {
		this.language = language;
	}

	/** What a value's cell holds: as typed, choices by their names. */
	@Nullable Object inCell(Element element, Object value) {
		return switch (element.type()) {
			case BOOLEAN -> flag(value);
			case CHOICE -> Choices.name(element, value.toString(), this.language);
			case LIST -> list(element, value);
			case TEXT -> ReportTemplate.lines(value.toString());
			default -> value;
		};
	}

	/** A value to read: numbers with blanks between thousands. */
	public String forPeople(Element element, @Nullable Object value) {
		if (value == null) {
			return "";
		}
		if (value instanceof BigDecimal figure) {
			return Figures.say(figure, this.language);
		}
		return String.valueOf(inCell(element, value));
	}

	private String flag(Object value) {
		return text(Boolean.TRUE.equals(value) ? "template.yes" : "template.no");
	}

	private String list(Element element, Object value) {
		List<?> items = (value instanceof List<?> several) ? several : List.of(value);
		return items.isEmpty() ? Choices.SEPARATOR
				: items.stream()
					.map((item) -> Choices.name(element, item.toString(), this.language))
					.collect(Collectors.joining(BETWEEN));
	}

	/** The choices' names; yes and no for a yes or no. */
	List<String> choices(Element element) {
		return switch (element.type()) {
			case BOOLEAN -> List.of(flag(true), flag(false));
			case CHOICE, LIST ->
				element.choices().keySet().stream().map((id) -> Choices.name(element, id, this.language)).toList();
			default -> List.of();
		};
	}

	/** What the value may be. */
	public String allowed(Element element) {
		String allowed = switch (element.type()) {
			case INTEGER -> text("template.allowed.integer") + range(element);
			case DECIMAL -> text("template.allowed.decimal") + range(element);
			case BOOLEAN -> text("template.allowed.boolean");
			case DATE -> text(element.future() ? "template.allowed.date-future" : "template.allowed.date");
			case TIME -> text("template.allowed.time");
			case CHOICE -> text("template.allowed.choice", String.join(BETWEEN, choices(element)));
			case LIST -> text("template.allowed.list", String.join(BETWEEN, choices(element)));
			default -> text(format(element), BigDecimal.valueOf(FreeText.LONGEST));
		};
		return element.mayBeNotApplicable() ? allowed + " " + text("template.allowed.not-applicable") : allowed;
	}

	/**
	 * What the value may be, also beside the edition's others: a part cannot exceed its
	 * whole.
	 */
	public String allowed(Element element, Edition edition) {
		return Optional.ofNullable(element.partOf())
			.flatMap(edition::datum)
			.map((whole) -> allowed(element) + " " + text("template.allowed.part-of", whole.label().in(this.language)))
			.orElseGet(() -> allowed(element));
	}

	private static String format(Element element) {
		if (element.format() == null) {
			return "template.allowed.text";
		}
		return Objects.equals(element.format(), "hsa-id") ? "template.allowed.hsa-id"
				: "template.allowed.organisation-number";
	}

	private String range(Element element) {
		BigDecimal min = ValueReader.least(element);
		BigDecimal max = ValueReader.greatest(element);
		String range = "";
		if (min != null && max != null) {
			range = text("template.allowed.between", min, max);
		}
		else if (min != null) {
			range = text("template.allowed.at-least", min);
		}
		else if (max != null) {
			range = text("template.allowed.at-most", max);
		}
		boolean percent = element.unit() == Unit.PERCENT;
		return (range.isEmpty() ? "" : " " + range) + (percent ? " " + text("template.allowed.percent") : "") + ".";
	}

	private String text(String key, Object... holes) {
		return Messages.text(this.language, key, holes);
	}

}
