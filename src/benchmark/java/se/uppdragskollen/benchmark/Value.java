package se.uppdragskollen.benchmark;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A fact: the value of an element, null when it is not known. Rules ask it what they
 * compare.
 */
public record Value(String element, @Nullable Object value) {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	/** As rule engines that know no records want it. */
	public @Nullable Object getValue() {
		return this.value;
	}

	public boolean isKnown() {
		return this.value != null;
	}

	public @Nullable BigDecimal getNumber() {
		return (this.value instanceof BigDecimal number) ? number : null;
	}

	public @Nullable LocalDate getDate() {
		return (this.value instanceof LocalDate date) ? date : null;
	}

	public @Nullable String getText() {
		return (this.value instanceof String text) ? text : null;
	}

	public @Nullable List<?> getItems() {
		return (this.value instanceof List<?> items) ? items : null;
	}

	/** This number in percent of another, which is above 0. */
	public BigDecimal percentOf(BigDecimal whole) {
		return getNumber().multiply(HUNDRED).divide(whole, MathContext.DECIMAL64);
	}

	/** How far this number is from another. */
	public BigDecimal apart(BigDecimal other) {
		return getNumber().subtract(other).abs();
	}

	/** Above 0 when this number, date or time is greater than another. */
	@SuppressWarnings("unchecked")
	public int compare(Object other) {
		return ((Comparable<Object>) this.value).compareTo(other);
	}

	/** Whether this text is another, in whatever case. */
	public boolean matches(Object other) {
		return getText().strip().equalsIgnoreCase(((String) other).strip());
	}

}
