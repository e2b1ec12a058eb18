package se.uppdragskollen.qof;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row as published: one practice's patients and points for one indicator with limits.
 * The counts of small groups are hidden behind asterisks. Nothing else than digits and
 * asterisks stands at these indicators: {@code x}, {@code -} and nothing stand only at
 * those that are answered by yes or no.
 *
 * @param practice the practice's number
 * @param requirement what the edition calls the indicator
 * @param num patients cared for, as written
 * @param denom patients concerned, as written
 * @param achieved the points published
 */
record QofRow(String practice, String requirement, String num, String denom, BigDecimal achieved) {

	private static final Pattern COUNT = Pattern.compile("\\d+|\\*");

	private static final Pattern NAME = Pattern.compile("([A-Z]+)(\\d+)");

	private static final Map<String, String> SHORTENED = Map.of("PP", "CVD", "EPILEP", "EPILEPSY", "SMOKE", "SMOKING",
			"THYROI", "THYROID");

	private static final BigDecimal PRECISION = new BigDecimal("0.01");

	QofRow {
		if (!COUNT.matcher(num).matches() || !COUNT.matcher(denom).matches()) {
			throw new IllegalArgumentException(
					"%s %s: neither counts nor *: %s, %s".formatted(practice, requirement, num, denom));
		}
	}

	/** The requirement's id for the name of an indicator, in data or rule book. */
	static String requirementId(String indicator) {
		Matcher name = NAME.matcher(indicator.replace("(S)", "").replaceAll("[ -]", ""));
		if (!name.matches()) {
			throw new IllegalArgumentException("no indicator: " + indicator);
		}
		String word = name.group(1);
		return SHORTENED.getOrDefault(word, word) + "%02d".formatted(Integer.parseInt(name.group(2)));
	}

	/** The element of the patients cared for. */
	String numElement() {
		return this.requirement.toLowerCase(Locale.ROOT) + "_num";
	}

	/** The element of the patients concerned. */
	String denElement() {
		return this.requirement.toLowerCase(Locale.ROOT) + "_den";
	}

	boolean isSuppressed() {
		return this.num.equals("*") || this.denom.equals("*");
	}

	/** Whether there are no patients. */
	boolean isEmpty() {
		return this.denom.equals("0");
	}

	/** Whether points depend on the share cared for. */
	boolean isCompared() {
		return !isSuppressed() && !isEmpty();
	}

	/** Whether so many percent of the patients are cared for. */
	boolean reaches(BigDecimal percent) {
		BigDecimal cared = new BigDecimal(this.num).movePointRight(2);
		return cared.compareTo(percent.multiply(new BigDecimal(this.denom))) >= 0;
	}

	/** Whether these are the points published, to 0.01. */
	boolean isPublished(BigDecimal points) {
		return points.subtract(this.achieved).abs().compareTo(PRECISION) <= 0;
	}

}
