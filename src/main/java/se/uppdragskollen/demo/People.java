package se.uppdragskollen.demo;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * Names of persons who do not exist.
 */
final class People {

	private static final List<String> FIRST = List.of("Alva", "Birk", "Cia", "Dan", "Ebba", "Folke", "Gun", "Hugo",
			"Ines", "Jon", "Kaj", "Lova", "Maja", "Nils", "Olle", "Pia", "Runa", "Sixten", "Tora", "Ulf");

	private static final List<String> LAST = List.of("Exempel", "Påhittson", "Låtsasson", "Testgren", "Fabelqvist",
			"Sagander", "Dikting", "Övningsson", "Fiktelius", "Skrönblad");

	private People() {
	}

	/** Who holds this post at a centre. */
	static String name(Centre centre, String post) {
		Chance chance = new Chance(centre.index(), "people/" + post);
		return FIRST.get(chance.whole("first", 0, FIRST.size() - 1)) + " "
				+ LAST.get(chance.whole("last", 0, LAST.size() - 1));
	}

	/** That many names, one a line, each with a licence number that nobody has. */
	static String licensed(Centre centre, String post, long count) {
		StringJoiner names = new StringJoiner("\n");
		for (int i = 0; i < count; i++) {
			names.add(name(centre, post + i) + String.format(Locale.ROOT, " %06d", (centre.index() + 1) * 100 + i));
		}
		return names.toString();
	}

	/** That many names with commas between. */
	static String names(Centre centre, String post, long count) {
		StringJoiner names = new StringJoiner(", ");
		for (int i = 0; i < count; i++) {
			names.add(name(centre, post + i));
		}
		return names.toString();
	}

}
