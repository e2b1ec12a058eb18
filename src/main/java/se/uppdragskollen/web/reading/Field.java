package se.uppdragskollen.web.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.Unit;
import se.uppdragskollen.report.WrittenValues;
import se.uppdragskollen.selfreport.DraftEntry;
import se.uppdragskollen.web.page.Say;

/**
 * One element on a page of the self-report.
 *
 * @param edition the edition that asks
 * @param element what is asked
 * @param entry what stands there, null when nothing
 * @param last what was handed in the last time, null when nothing
 * @param problems what is wrong with it
 * @param theirs what somebody else has saved meanwhile, null when nothing
 * @param say how figures are written
 */
public record Field(Edition edition, Element element, @Nullable DraftEntry entry, @Nullable DraftEntry last,
		List<String> problems, @Nullable DraftEntry theirs, Say say) {

	/** Which kind of field: {@code number}, {@code yes-no}, {@code one-of} … */
	public String kind() {
		return switch (this.element.type()) {
			case INTEGER, DECIMAL -> "number";
			case BOOLEAN -> "yes-no";
			case CHOICE -> "one-of";
			case LIST -> this.element.choices().isEmpty() ? "lines" : "some-of";
			case DATE -> "date";
			case TIME -> "time";
			case TEXT -> (this.element.format() == null) ? "long-text" : "text";
		};
	}

	/** Whether it names a unit, which may be chosen by name. */
	public boolean named() {
		return "hsa-id".equals(this.element.format());
	}

	/** Whether several inputs make up the field. */
	public boolean several() {
		return List.of("yes-no", "one-of", "some-of").contains(kind());
	}

	/** What stands in the field. */
	public String text() {
		Object value = (this.entry == null) ? null : this.entry.value();
		return written(value);
	}

	/** Whether a choice is made. */
	public boolean chosen(String choice) {
		Object value = (this.entry == null) ? null : this.entry.value();
		if (value instanceof Collection<?> several) {
			return several.contains(choice) || choice.equals("-") && several.isEmpty();
		}
		return value != null && value.toString().equals(choice);
	}

	/** How it is answered: {@code value}, {@code unknown} … */
	public String how() {
		return how(this.entry);
	}

	private static String how(@Nullable DraftEntry entry) {
		if (entry == null || entry.value() != null) {
			return "value";
		}
		return entry.unknown() ? "unknown"
				: entry.suppressed() ? "suppressed" : (entry.notApplicable() != null) ? "not-applicable" : "value";
	}

	/**
	 * Whether it can be withheld because the group is small; a figure of hours cannot.
	 */
	public boolean mayBeSuppressed() {
		Unit unit = this.element.unit();
		return how().equals("suppressed") || kind().equals("number") && unit != null && unit.canTellAboutFew();
	}

	/** Whether it is answered in any of the ways. */
	public boolean answered() {
		return this.entry != null && (this.entry.value() != null || !how().equals("value"));
	}

	/** What was answered the last time, to read; empty when nothing. */
	public String lastText() {
		return answer(this.last);
	}

	/** What somebody else has answered meanwhile, to read. */
	public String theirText() {
		String answer = answer(this.theirs);
		return answer.isEmpty() ? this.say.text("field.nothing") : answer;
	}

	/** The answer as a sentence's end. */
	public String answerText() {
		return answer(this.entry);
	}

	private String answer(@Nullable DraftEntry one) {
		if (one == null) {
			return "";
		}
		if (one.notApplicable() != null) {
			return this.say.text("field.answer-not-applicable", one.notApplicable());
		}
		if (one.unknown() || one.suppressed()) {
			return this.say.text(one.unknown() ? "field.answer-unknown" : "field.answer-suppressed");
		}
		Object value = one.value();
		if (value == null) {
			return "";
		}
		String unit = unit();
		String words = new WrittenValues(this.say.language()).forPeople(this.element, value);
		return unit.isEmpty() ? words : words + "\u00a0" + unit;
	}

	/** The unit of measure behind the field. */
	public String unit() {
		return (this.element.unit() == null) ? "" : this.say.text("unit." + this.element.unit().word());
	}

	/** What may stand there. */
	public String allowed() {
		return new WrittenValues(this.say.language()).allowed(this.element, this.edition);
	}

	/** The ids of what describes the field, for readers of screens. */
	public String describedBy() {
		List<String> ids = new ArrayList<>();
		ids.add("hint-" + this.element.id());
		if (!this.problems.isEmpty()) {
			ids.add("wrong-" + this.element.id());
		}
		return String.join(" ", ids);
	}

	private String written(@Nullable Object value) {
		if (value instanceof BigDecimal number) {
			return this.say.number(number).replace('\u00a0', ' ').replace('\u2212', '-');
		}
		if (value instanceof Collection<?> several) {
			return String.join("\n", several.stream().map(String::valueOf).toList());
		}
		return (value == null) ? "" : value.toString();
	}

}
