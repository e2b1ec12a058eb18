package se.uppdragskollen.web.keep;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a workbook's sheets are called: whole words that Excel takes, and none twice.
 */
final class SheetNames {

	/** The most that Excel takes. */
	static final int LONGEST = 31;

	private static final Pattern REFUSED = Pattern.compile("[\\[\\]:*?/\\\\'\\s\\u00a0]+");

	/** A bracket left open, and what no name ends with. */
	private static final Pattern LOOSE = Pattern
		.compile("\\s*\\([^)]*$|[\\s,;–-]+$|(?i)\\s(?:och|eller|i|av|med|för|till|om|på"
				+ "|inom|som|vid|and|or|of|in|to|the|for|with|on|by|a|an)$");

	private final Set<String> taken = new HashSet<>();

	/** A name like the one that is wanted, which no other sheet has. */
	String free(String wanted) {
		String plain = REFUSED.matcher(wanted).replaceAll(" ").strip();
		String name = cut(plain, LONGEST);
		for (int i = 2; !this.taken.add(name.toLowerCase(Locale.ROOT)); i++) {
			String end = " " + i;
			name = cut(plain, LONGEST - end.length()) + end;
		}
		return name;
	}

	private static String cut(String plain, int most) {
		if (plain.length() <= most) {
			return plain;
		}
		int space = plain.lastIndexOf(' ', most);
		String cut = plain.substring(0, (space > 0) ? space : most);
		for (String shorter = LOOSE.matcher(cut).replaceFirst(""); !shorter.isEmpty()
				&& !shorter.equals(cut); shorter = LOOSE.matcher(cut).replaceFirst("")) {
			cut = shorter;
		}
		return cut;
	}

}
