package se.uppdragskollen.language;

import java.math.BigDecimal;

/**
 * How figures are written for people: Swedish with decimal comma and a hard space between
 * thousands, English with point and comma.
 */
public final class Figures {

	private static final char HARD_SPACE = '\u00a0';

	private Figures() {
	}

	/** The figure with the decimals it has, without trailing zeros. */
	public static String say(BigDecimal figure, Language language) {
		BigDecimal plain = figure.stripTrailingZeros();
		String digits = ((plain.scale() < 0) ? plain.setScale(0) : plain).abs().toPlainString();
		int point = digits.indexOf('.');
		String whole = (point < 0) ? digits : digits.substring(0, point);
		StringBuilder said = new StringBuilder();
		if (plain.signum() < 0) {
			said.append((language == Language.SV) ? '\u2212' : '-');
		}
		for (int i = 0; i < whole.length(); i++) {
			int left = whole.length() - i;
			if (i > 0 && left % 3 == 0 && whole.length() > 4) {
				said.append((language == Language.SV) ? HARD_SPACE : ',');
			}
			said.append(whole.charAt(i));
		}
		if (point >= 0) {
			said.append((language == Language.SV) ? ',' : '.').append(digits, point + 1, digits.length());
		}
		return said.toString();
	}

}
