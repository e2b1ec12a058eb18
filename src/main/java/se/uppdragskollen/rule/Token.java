package se.uppdragskollen.rule;

import se.uppdragskollen.document.Position;

/**
 * A word or sign of a rule file.
 */
record Token(Kind kind, String text, Position position) {

	boolean is(String sign) {
		return this.kind != Kind.STRING && this.text.equals(sign);
	}

	enum Kind {

		NAME, STRING, NUMBER, SIGN, END

	}

}
