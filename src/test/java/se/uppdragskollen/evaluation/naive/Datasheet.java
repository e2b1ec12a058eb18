package se.uppdragskollen.evaluation.naive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.Unit;
import se.uppdragskollen.report.Identifiers;
import se.uppdragskollen.report.RegisterValue;
import se.uppdragskollen.report.Report;

/**
 * What one report says of each element, as {@code src/docs/formats.md} tells how to read
 * it. Null is "not known", for whatever reason.
 */
final class Datasheet {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private final Map<String, Element> elements;

	private final Report report;

	private final LocalDate end;

	Datasheet(Edition edition, Report report) {
		this.elements = edition.elements();
		this.report = report;
		this.end = report.period().to();
	}

	@Nullable BigDecimal number(String id) {
		return (value(id) instanceof BigDecimal number) ? number : null;
	}

	@Nullable Boolean flag(String id) {
		return (value(id) instanceof Boolean flag) ? flag : null;
	}

	@Nullable LocalDate date(String id) {
		return (value(id) instanceof LocalDate date) ? date : null;
	}

	@Nullable LocalTime time(String id) {
		return (value(id) instanceof LocalTime time) ? time : null;
	}

	/** A text or a choice. */
	@Nullable String text(String id) {
		return (value(id) instanceof String text) ? text : null;
	}

	@Nullable List<String> list(String id) {
		return (value(id) instanceof List<?> items) ? items.stream().map(String.class::cast).toList() : null;
	}

	/** Whether anybody said anything at all of an element that may be left out. */
	boolean leftOut(String id) {
		return !this.report.suppressed().contains(id) && !this.report.values().containsKey(id);
	}

	/** Whether the centre says, as it may, that an element is nothing for it. */
	boolean notApplicable(String id) {
		return Objects.requireNonNull(this.elements.get(id)).mayBeNotApplicable() && leftOut(id)
				&& this.report.notApplicable().containsKey(id);
	}

	boolean suppressed(String id) {
		return this.report.suppressed().contains(id);
	}

	private @Nullable Object value(String id) {
		Element element = this.elements.get(id);
		if (element == null) {
			throw new IllegalArgumentException("no element " + id);
		}
		Object value = find(element);
		return (value != null && canBeTrue(element, value)) ? value : null;
	}

	private @Nullable Object find(Element element) {
		String id = element.id();
		if (this.report.suppressed().contains(id)) {
			return null;
		}
		if (element.selfReported()) {
			Object value = this.report.values().get(id);
			if (value != null) {
				return value;
			}
			if (this.report.notApplicable().containsKey(id)) {
				return null;
			}
		}
		else {
			List<RegisterValue> latest = latestRegisterValues(id, element.from());
			if (!latest.isEmpty()) {
				boolean fresh = !lastDayOf(element, latest.get(0).asOf()).isBefore(this.end);
				return fresh ? only(latest) : null;
			}
		}
		return (element.period() == this.report.period().kind()) ? null : latestEarlier(element);
	}

	private @Nullable Object latestEarlier(Element element) {
		SortedMap<Period, Object> history = this.report.history().get(element.id());
		if (history == null) {
			return null;
		}
		Period latest = null;
		for (Period period : history.keySet()) {
			latest = period.to().isAfter(this.end) ? latest : period;
		}
		boolean fresh = latest != null && !lastDayOf(element, latest.to()).isBefore(this.end);
		return fresh ? history.get(latest) : null;
	}

	/** The last day on which a value of that day may be read. */
	private static LocalDate lastDayOf(Element element, LocalDate day) {
		// from the end of one month to the end of another, however long they are
		LocalDate one = day.plus(element.validity());
		LocalDate other = day.plusDays(1).plus(element.validity()).minusDays(1);
		return one.isAfter(other) ? one : other;
	}

	/** What the register says of its own of a datum that the centre reports too. */
	@Nullable BigDecimal register(String id, String source) {
		List<RegisterValue> latest = latestRegisterValues(id, source);
		if (latest.isEmpty()) {
			return null;
		}
		LocalDate asOf = latest.get(0).asOf();
		Element element = this.elements.get(id);
		boolean fresh = !asOf.isBefore(this.report.period().from())
				|| element != null && !lastDayOf(element, asOf).isBefore(this.end);
		return (fresh && only(latest) instanceof BigDecimal number) ? number : null;
	}

	private List<RegisterValue> latestRegisterValues(String id, String source) {
		List<RegisterValue> latest = new ArrayList<>(1);
		for (RegisterValue one : this.report.registers()) {
			if (one.element().equals(id) && one.source().equals(source)) {
				if (!latest.isEmpty() && one.asOf().isAfter(latest.get(0).asOf())) {
					latest.clear();
				}
				if (latest.isEmpty() || one.asOf().equals(latest.get(0).asOf())) {
					latest.add(one);
				}
			}
		}
		return latest;
	}

	/** A register that says two things on one day says nothing. */
	private static @Nullable Object only(List<RegisterValue> values) {
		Object value = values.get(0).value();
		for (RegisterValue other : values) {
			if (!same(value, other.value())) {
				return null;
			}
		}
		return value;
	}

	private static boolean same(Object one, Object other) {
		return (one instanceof BigDecimal a && other instanceof BigDecimal b) ? a.compareTo(b) == 0 : one.equals(other);
	}

	private boolean canBeTrue(Element element, Object value) {
		return switch (element.type()) {
			case INTEGER -> value instanceof BigDecimal number && number.stripTrailingZeros().scale() <= 0
					&& (element.min() != null || number.signum() >= 0) && numberCanBeTrue(element, number);
			case DECIMAL -> value instanceof BigDecimal number && numberCanBeTrue(element, number);
			case BOOLEAN -> value instanceof Boolean;
			case DATE -> value instanceof LocalDate date && (element.future() || !isFuture(date));
			case TIME -> value instanceof LocalTime;
			case CHOICE -> value instanceof String choice && element.choices().containsKey(choice);
			case LIST -> value instanceof List<?> items && element.choices().keySet().containsAll(items);
			case TEXT -> value instanceof String text && hasFormat(element, text.strip());
		};
	}

	private static boolean hasFormat(Element element, String text) {
		if (element.format() == null) {
			return true;
		}
		return element.format().equals("hsa-id") ? Identifiers.isHsaId(text) : Identifiers.isOrganisationNumber(text);
	}

	private boolean numberCanBeTrue(Element element, BigDecimal number) {
		BigDecimal min = element.min();
		BigDecimal max = element.max();
		if (min != null && number.compareTo(min) < 0 || max != null && number.compareTo(max) > 0) {
			return false;
		}
		if (element.unit() == Unit.PERCENT && (number.signum() < 0 || number.compareTo(HUNDRED) > 0)) {
			return false;
		}
		BigDecimal whole = (element.partOf() == null) ? null : number(element.partOf());
		return whole == null || number.compareTo(whole) <= 0;
	}

	private boolean isFuture(LocalDate date) {
		LocalDate handedIn = this.report.handedIn();
		return handedIn != null && date.isAfter(handedIn);
	}

}
