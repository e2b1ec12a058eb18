package se.uppdragskollen.report;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Swedish identifiers of organisations and care units.
 */
public final class Identifiers {

	private static final Pattern HSA_ID = Pattern.compile("SE\\d{10}-[A-Za-z0-9]{1,18}");

	private static final Pattern ORGANISATION_NUMBER = Pattern.compile("\\d{6}-?\\d{4}");

	private Identifiers() {
	}

	/**
	 * {@code SE}, ten digits, a hyphen and 1–18 letters or digits: at most 31 characters.
	 */
	public static boolean isHsaId(String text) {
		return HSA_ID.matcher(text).matches();
	}

	/** Ten digits, the last a Luhn check digit, with or without hyphen. */
	public static boolean isOrganisationNumber(String text) {
		return ORGANISATION_NUMBER.matcher(text).matches() && luhn(text.replace("-", ""));
	}

	/**
	 * Whether a text is what an element's format asks for.
	 * @param format {@code hsa-id} or {@code organisation-number}, null for any text
	 */
	public static boolean fits(String text, @Nullable String format) {
		if (format == null) {
			return true;
		}
		return format.equals("hsa-id") ? isHsaId(text.strip()) : isOrganisationNumber(text.strip());
	}

	/** Whether the last digit is the Luhn check digit of the others. */
	static boolean luhn(String digits) {
		int sum = 0;
		for (int i = 0; i < digits.length(); i++) {
			int digit = digits.charAt(digits.length() - 1 - i) - '0';
			int weighted = (i % 2 == 0) ? digit : digit * 2;
			sum += weighted / 10 + weighted % 10;
		}
		return sum % 10 == 0;
	}

}
