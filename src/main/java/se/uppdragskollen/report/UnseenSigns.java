package se.uppdragskollen.report;

import java.util.Optional;
import java.util.PrimitiveIterator;

/**
 * Finds signs that nobody sees in a text: of no width, of direction, fillers, tags. They
 * make an empty text look written and one word look like another. The two joiners stay
 * where they belong: in scripts that are written with them, and between symbols.
 */
public final class UnseenSigns {

	/** First and last of each run, in order. */
	private static final int[] RUNS = { 0xAD, 0xAD, 0x34F, 0x34F, 0x61C, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B,
			0x180F, 0x200B, 0x200F, 0x2028, 0x202E, 0x2060, 0x206F, 0x3164, 0x3164, 0xFEFF, 0xFEFF, 0xFFA0, 0xFFA0,
			0xFFF9, 0xFFFB, 0x1BCA0, 0x1BCA3, 0x1D173, 0x1D17A, 0xE0000, 0xE0FFF };

	private static final int NON_JOINER = 0x200C;

	private static final int JOINER = 0x200D;

	/** The last of the Latin letters; those after need no joiners. */
	private static final int LATIN = 0x2FF;

	private UnseenSigns() {
	}

	/**
	 * A sign that cannot be seen.
	 *
	 * @param place which sign of the text it is, counted from 1
	 * @param code as Unicode names it, {@code U+200B}
	 */
	public record Found(int place, String code) {

	}

	/** The first in the text. */
	public static Optional<Found> find(String text) {
		int before = 0;
		int place = 0;
		for (PrimitiveIterator.OfInt signs = text.codePoints().iterator(); signs.hasNext();) {
			int sign = signs.nextInt();
			place++;
			if (isUnseen(sign, before)) {
				return Optional.of(new Found(place, "U+%04X".formatted(sign)));
			}
			before = sign;
		}
		return Optional.empty();
	}

	/** The text without them. */
	public static String without(String text) {
		if (find(text).isEmpty()) {
			return text;
		}
		StringBuilder seen = new StringBuilder(text.length());
		int before = 0;
		for (PrimitiveIterator.OfInt signs = text.codePoints().iterator(); signs.hasNext();) {
			int sign = signs.nextInt();
			if (!isUnseen(sign, before)) {
				seen.appendCodePoint(sign);
				before = sign;
			}
		}
		return seen.toString();
	}

	private static boolean isUnseen(int sign, int before) {
		if ((sign == JOINER || sign == NON_JOINER) && joins(before)) {
			return false;
		}
		for (int i = 0; i < RUNS.length && sign >= RUNS[i]; i += 2) {
			if (sign <= RUNS[i + 1]) {
				return true;
			}
		}
		return false;
	}

	/** Whether what stands before a joiner is something that is joined. */
	private static boolean joins(int before) {
		return before > LATIN && (Character.isLetter(before) || Character.getType(before) == Character.NON_SPACING_MARK
				|| Character.getType(before) == Character.COMBINING_SPACING_MARK
				|| Character.getType(before) == Character.OTHER_SYMBOL
				|| Character.getType(before) == Character.MODIFIER_SYMBOL);
	}

}
