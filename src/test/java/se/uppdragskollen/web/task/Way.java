package se.uppdragskollen.web.task;

import se.uppdragskollen.language.Language;

/**
 * How somebody meets the pages: in a language, with scripts or without.
 */
enum Way {

	SWEDISH(Language.SV, true),

	SWEDISH_WITHOUT_SCRIPTS(Language.SV, false),

	ENGLISH(Language.EN, true),

	ENGLISH_WITHOUT_SCRIPTS(Language.EN, false);

	private final Language language;

	private final boolean scripts;

	Way(Language language, boolean scripts) {
		this.language = language;
		this.scripts = scripts;
	}

	Language language() {
		return this.language;
	}

	boolean scripts() {
		return this.scripts;
	}

}
