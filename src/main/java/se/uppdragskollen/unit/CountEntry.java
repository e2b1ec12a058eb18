package se.uppdragskollen.unit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Problems;

/**
 * What somebody enters about listed persons, as typed and not yet checked; null and empty
 * are the same, and not zero.
 *
 * @param listed needed
 * @param rub4 may be empty
 * @param rub5 may be empty
 */
public record CountEntry(@Nullable String listed, @Nullable String rub4, @Nullable String rub5) {

	static final String LISTED = "listed";

	static final String RUB_4 = "rub_4";

	static final String RUB_5 = "rub_5";

	private static final Pattern WHOLE = Pattern.compile("\\d{1,7}");

	boolean isEmpty() {
		return text(this.listed).isEmpty() && text(this.rub4).isEmpty() && text(this.rub5).isEmpty();
	}

	/**
	 * The count, or nothing when something is wrong, which the problems say.
	 * @param problem starts a problem with a field
	 */
	Optional<UnitCount> read(LocalDate day, long version, Function<String, Problems.At> problem) {
		Integer all = whole(LISTED, this.listed, problem);
		Integer high = whole(RUB_4, this.rub4, problem);
		Integer highest = whole(RUB_5, this.rub5, problem);
		if (text(this.listed).isEmpty()) {
			problem.apply(LISTED).say("field-missing");
		}
		boolean sound = all != null && (high != null || text(this.rub4).isEmpty())
				&& (highest != null || text(this.rub5).isEmpty());
		if (!sound || all == null) {
			return Optional.empty();
		}
		int complex = ((high == null) ? 0 : high) + ((highest == null) ? 0 : highest);
		if (complex > all) {
			problem.apply(LISTED).found(BigDecimal.valueOf(all)).say("rub-above-listed", BigDecimal.valueOf(complex));
			return Optional.empty();
		}
		return Optional.of(new UnitCount(day, all, high, highest, version));
	}

	private static @Nullable Integer whole(String field, @Nullable String typed,
			Function<String, Problems.At> problem) {
		String text = text(typed);
		if (WHOLE.matcher(text).matches()) {
			return Integer.valueOf(text);
		}
		if (!text.isEmpty()) {
			problem.apply(field).found(text).say("count-expected");
		}
		return null;
	}

	private static String text(@Nullable String typed) {
		return (typed == null) ? "" : typed.strip();
	}

}
