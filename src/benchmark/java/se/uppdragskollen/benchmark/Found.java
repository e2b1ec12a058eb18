package se.uppdragskollen.benchmark;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * How one comparison went: nothing is known of it when {@code holds} is null.
 */
record Found(Demanded demanded, @Nullable Boolean holds, @Nullable Object value, @Nullable Object limit,
		@Nullable BigDecimal margin) {

	static Found unknown(Demanded demanded) {
		return new Found(demanded, null, null, null, null);
	}

}
