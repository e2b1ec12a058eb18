package se.uppdragskollen.language;

/**
 * A text that a user reads, in Swedish and English. Neither is blank.
 */
public record Bilingual(String sv, String en) {

	public String in(Language language) {
		return (language == Language.SV) ? this.sv : this.en;
	}

	/** The same words in both languages: names, ids and figures. */
	public static Bilingual same(String text) {
		return new Bilingual(text, text);
	}

}
