package se.uppdragskollen.benchmark;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * A fact: what a register says of an element, null when it says nothing.
 */
public record RegisterSays(String element, String source, @Nullable Object value) {

	public @Nullable BigDecimal getNumber() {
		return (this.value instanceof BigDecimal number) ? number : null;
	}

}
