package se.uppdragskollen.web.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * A word that is looked for, in the middle of other words too, whatever its letters wear:
 * who has no å, ä and ö at hand finds the same.
 *
 * @param word as typed, in small letters
 * @param stem without its ending, plain
 */
public record Needle(String word, String stem) {

	/** A shorter stem would be found everywhere. */
	private static final int SHORTEST_STEM = 3;

	static Needle of(String word, String stem) {
		String plain = plain(stem);
		return new Needle(word, (plain.length() < SHORTEST_STEM) ? plain(word) : plain);
	}

	/** Letter for letter in small ones without rings, dots and accents. */
	static String plain(String text) {
		StringBuilder plain = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			plain.append(plain(text.charAt(i)));
		}
		return plain.toString();
	}

	private static char plain(char letter) {
		char small = Character.toLowerCase(letter);
		if (small < 0x80) {
			return small;
		}
		return switch (small) {
			case 'å', 'ä' -> 'a';
			case 'ö' -> 'o';
			default -> Normalizer.normalize(String.valueOf(small), Normalizer.Form.NFD).charAt(0);
		};
	}

	/** Part of a word is enough; a number is whole. */
	boolean isIn(String plain) {
		for (int at = plain.indexOf(this.stem); at >= 0; at = plain.indexOf(this.stem, at + 1)) {
			if (!isNumber() || !isDigit(plain, at - 1) && !isDigit(plain, at + this.stem.length())) {
				return true;
			}
		}
		return false;
	}

	boolean isNumber() {
		return this.word.chars().allMatch((one) -> one >= '0' && one <= '9');
	}

	private static boolean isDigit(String text, int at) {
		return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
	}

	/** The text in parts, those marked that were looked for. */
	static List<Part> mark(String text, List<Needle> needles) {
		String plain = plain(text);
		boolean[] hit = new boolean[text.length()];
		for (Needle needle : needles) {
			for (int at = plain.indexOf(needle.stem); at >= 0; at = plain.indexOf(needle.stem, at + 1)) {
				for (int i = 0; i < needle.stem.length(); i++) {
					hit[at + i] = true;
				}
			}
		}
		List<Part> parts = new ArrayList<>();
		int from = 0;
		for (int i = 1; i <= text.length(); i++) {
			if (i == text.length() || hit[i] != hit[from]) {
				parts.add(new Part(text.substring(from, i), hit[from]));
				from = i;
			}
		}
		return parts;
	}

	/**
	 * A part of a text.
	 *
	 * @param text the part
	 * @param hit whether it was looked for
	 */
	public record Part(String text, boolean hit) {

	}

}
