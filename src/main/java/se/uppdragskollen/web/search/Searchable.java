package se.uppdragskollen.web.search;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Something that can be found by its texts.
 *
 * @param id its id
 * @param title what it is called
 * @param more what else is known of it, less telling
 * @param body a longer text, empty for none
 * @param address where it is
 * @param assignment of which assignment a requirement is
 * @param named id, title and what else is known, plain
 * @param all all of it, plain
 */
public record Searchable(String id, String title, String more, String body, String address, @Nullable String assignment,
		String named, String all) {

	/** Of a text as much as tells why it was found. */
	private static final int AROUND = 70;

	static Searchable of(String id, String title, String more, String body, String address,
			@Nullable String assignment) {
		String named = Needle.plain(id + " " + title + " " + more);
		return new Searchable(id, title, more, body, address, assignment, named, named + " " + Needle.plain(body));
	}

	/** Found by all words, wherever they stand. */
	boolean isFoundBy(List<Needle> needles) {
		return needles.stream().allMatch((one) -> one.isIn(this.all));
	}

	/** Whether a word tells this one by its id or title, a number by the title alone. */
	boolean isNamedBy(Needle needle) {
		return needle.isIn(needle.isNumber() ? Needle.plain(this.title) : this.named);
	}

	/**
	 * The most telling first: by id, by the very words of the title, by its words' stems,
	 * by the rest.
	 */
	int rank(List<Needle> needles) {
		String plainTitle = Needle.plain(this.title);
		if (needles.stream().anyMatch((one) -> Needle.plain(this.id).equals(Needle.plain(one.word())))) {
			return 0;
		}
		if (needles.stream().allMatch((one) -> this.title.toLowerCase(java.util.Locale.ROOT).contains(one.word()))) {
			return 1;
		}
		return needles.stream().allMatch((one) -> one.isIn(plainTitle)) ? 2 : 3;
	}

	/** The place of the longer text at which a word stands; nothing when none does. */
	public List<Needle.Part> markedBody(List<Needle> needles) {
		String plain = Needle.plain(this.body);
		int at = needles.stream()
			.mapToInt((one) -> plain.indexOf(one.stem()))
			.filter((one) -> one >= 0)
			.min()
			.orElse(-1);
		if (at < 0) {
			return List.of();
		}
		int from = (at <= AROUND) ? 0 : Math.max(this.body.lastIndexOf(' ', at - AROUND / 2) + 1, at - AROUND);
		int to = (at + 2 * AROUND >= this.body.length()) ? this.body.length() : this.body.indexOf(' ', at + AROUND);
		to = (to < 0 || to > at + 3 * AROUND) ? Math.min(this.body.length(), at + 2 * AROUND) : to;
		return Needle.mark(((from > 0) ? "… " : "") + this.body.substring(from, to).strip()
				+ ((to < this.body.length()) ? " …" : ""), needles);
	}

}
