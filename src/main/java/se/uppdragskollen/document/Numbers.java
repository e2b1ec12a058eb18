package se.uppdragskollen.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * How people write numbers.
 */
public final class Numbers {

	private static final Pattern SWEDISH = Pattern
		.compile("\\s*([-\u2212]?)(\\d{1,3}(?:[ \u00a0\u202f]\\d{3})+|\\d+)(?:[,.](\\d+))?\\s*%?\\s*");

	private Numbers() {
	}

	/**
	 * The number as files want it, when a person can have meant one: {@code 87,5} is
	 * {@code 87.5}, {@code 22 709} is {@code 22709}. Null when no number can be meant.
	 */
	public static @Nullable String meant(String written) {
		Matcher matcher = SWEDISH.matcher(written);
		if (!matcher.matches()) {
			return null;
		}
		String sign = matcher.group(1).isEmpty() ? "" : "-";
		String whole = matcher.group(2).replaceAll("\\D", "");
		String decimals = matcher.group(3);
		return sign + whole + ((decimals == null) ? "" : "." + decimals);
	}

}
