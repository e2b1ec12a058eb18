package se.uppdragskollen.benchmark;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * A fact: the value of an element, null when it is not known.
 */
public record Value(String element, @Nullable Object value) {

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

}
