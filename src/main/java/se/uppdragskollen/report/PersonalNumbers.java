package se.uppdragskollen.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds Swedish personal identity numbers and coordination numbers in free text: ten or
 * twelve digits of which the first tell a date (the day plus 60 in a coordination number)
 * and the last is a Luhn check digit, as the Swedish Tax Agency describes. Written with
 * {@code -}, {@code +} or a blank before the last four, or with nothing there; digits of
 * any script count, and signs that cannot be seen do not keep digits apart.
 *
 * <p>
 * Organisation numbers (the third and fourth digit at least 20), HSA-ids, decimals,
 * ranges of whole months ({@code 250101-0331}) and numbers that the words before call a
 * telephone number are not taken for one. Ten figures that happen to fit are: about one
 * number in a thousand that has ten digits.
 *
 * <p>
 * A text is judged by its own words alone. What is found is never repeated, so that it
 * cannot end in a log.
 */
public final class PersonalNumbers {

	private static final String CENTURY = "(18|19|20)?";

	private static final String DAY = "(\\d\\d)(\\d\\d)(\\d\\d)";

	/** A hyphen may have blanks around it, a lone blank stands on the same line. */
	private static final String BEFORE_LAST_FOUR = "(\\s{0,2}-\\s{0,2}|\\+|[ \\t])?";

	private static final Pattern WRITTEN = Pattern
		.compile("(?<!\\d)" + CENTURY + DAY + BEFORE_LAST_FOUR + "(\\d{4})(?!\\d)");

	private static final Pattern HSA_ID = Pattern.compile("(?i)SE\\d{10}-[A-Z0-9]{1,18}");

	private static final Pattern TELEPHONE = Pattern
		.compile("(?i)(tel|tele|telefon\\w*|tfn|phone|mobil\\w*|mobile|ring\\w*|call|sms|fax|växel\\w*)"
				+ "( (nr|number|till|på|to|on|us))?[.: ]*$");

	private static final Pattern DECIMAL_BEFORE = Pattern.compile("\\d[.,]$");

	private static final Pattern DECIMAL_AFTER = Pattern.compile("^[.,]\\d");

	private static final int WORDS_BEFORE = 40;

	private static final int COORDINATION = 60;

	private PersonalNumbers() {
	}

	/**
	 * Where a number stands. It does not know the number.
	 *
	 * @param start the first sign's place in the text, counted from 0
	 * @param length how many signs it takes, those between its digits included
	 */
	public record Found(int start, int length) {

	}

	/** The first personal identity or coordination number in the text. */
	public static Optional<Found> find(CharSequence text) {
		if (text.length() < 10) {
			return Optional.empty();
		}
		Plain plain = Plain.of(text);
		String signs = HSA_ID.matcher(plain.signs()).replaceAll((hsaId) -> "x".repeat(hsaId.group().length()));
		Matcher matcher = WRITTEN.matcher(signs);
		int from = 0;
		while (matcher.find(from)) {
			if (isDate(matcher) && checks(matcher) && !isSomethingElse(signs, matcher)) {
				return Optional.of(plain.found(matcher.start(), matcher.end()));
			}
			from = matcher.start() + 1;
		}
		return Optional.empty();
	}

	/** The text with an asterisk for every sign of every number found. */
	static String masked(String text) {
		StringBuilder masked = new StringBuilder(text);
		Optional<Found> found = find(text);
		while (found.isPresent()) {
			int end = found.get().start() + found.get().length();
			for (int i = found.get().start(); i < end; i++) {
				masked.setCharAt(i, '*');
			}
			found = find(masked);
		}
		return masked.toString();
	}

	private static boolean isDate(Matcher written) {
		int year = Integer.parseInt(written.group(2));
		int month = Integer.parseInt(written.group(3));
		int day = Integer.parseInt(written.group(4));
		int ofBirth = (day > COORDINATION) ? day - COORDINATION : day;
		if (month < 1 || month > 12 || ofBirth < 1) {
			return false;
		}
		// Without century 2000 stands for all: it has a 29th of February where any has
		int century = (written.group(1) == null) ? 20 : Integer.parseInt(written.group(1));
		return ofBirth <= YearMonth.of(century * 100 + year, month).lengthOfMonth();
	}

	/** The check digit fits, and the number before it is one that is given out. */
	private static boolean checks(Matcher written) {
		String lastFour = written.group(6);
		String digits = written.group(2) + written.group(3) + written.group(4) + lastFour;
		return !lastFour.startsWith("000") && Identifiers.luhn(digits);
	}

	private static boolean isSomethingElse(String signs, Matcher written) {
		String between = written.group(5);
		String before = signs.substring(Math.max(0, written.start() - WORDS_BEFORE), written.start());
		if (between != null) {
			return isRangeOfMonths(written);
		}
		boolean decimal = DECIMAL_BEFORE.matcher(before).find()
				|| DECIMAL_AFTER.matcher(signs.substring(written.end())).find();
		return decimal
				|| written.group(1) == null && written.group(2).startsWith("0") && TELEPHONE.matcher(before).find();
	}

	/** As {@code 250101-0331}: from the first of a month to the last of one. */
	private static boolean isRangeOfMonths(Matcher written) {
		int month = Integer.parseInt(written.group(6).substring(0, 2));
		int day = Integer.parseInt(written.group(6).substring(2));
		if (!written.group(4).equals("01") || month < 1 || month > 12) {
			return false;
		}
		int year = 2000 + Integer.parseInt(written.group(2));
		return month >= Integer.parseInt(written.group(3)) && LocalDate.of(year, month, 1).lengthOfMonth() == day;
	}

	/**
	 * A text as it looks: digits as 0–9, every dash a hyphen, every blank a blank,
	 * without what cannot be seen.
	 *
	 * @param signs what is left
	 * @param places where each sign begins in the text, and where the text ends
	 */
	private record Plain(String signs, int[] places, int[] ends) {

		static Plain of(CharSequence text) {
			StringBuilder signs = new StringBuilder(text.length());
			int[] places = new int[text.length()];
			int[] ends = new int[text.length()];
			for (int i = 0; i < text.length();) {
				int sign = Character.codePointAt(text, i);
				int next = i + Character.charCount(sign);
				if (!isInvisible(sign)) {
					places[signs.length()] = i;
					ends[signs.length()] = next;
					signs.append(plain(sign));
				}
				i = next;
			}
			return new Plain(signs.toString(), places, ends);
		}

		private static char plain(int sign) {
			int digit = Character.digit(sign, 10);
			int type = Character.getType(sign);
			if (digit >= 0) {
				return (char) ('0' + digit);
			}
			if (type == Character.DASH_PUNCTUATION || sign == '\u2212' || sign == '\u207b') {
				return '-';
			}
			if (sign == '\uff0b' || sign == '\ufe62') {
				return '+';
			}
			if (type == Character.SPACE_SEPARATOR) {
				return ' ';
			}
			return Character.isBmpCodePoint(sign) ? (char) sign : '?';
		}

		private static boolean isInvisible(int sign) {
			int type = Character.getType(sign);
			boolean control = type == Character.CONTROL && !Character.isWhitespace(sign);
			return type == Character.FORMAT || type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK
					|| control;
		}

		Found found(int from, int to) {
			return new Found(this.places[from], this.ends[to - 1] - this.places[from]);
		}

	}

}
