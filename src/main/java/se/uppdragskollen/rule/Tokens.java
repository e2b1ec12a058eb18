package se.uppdragskollen.rule;

import java.util.ArrayList;
import java.util.List;

import se.uppdragskollen.document.Position;
import se.uppdragskollen.document.Problems;

/**
 * Cuts the text of a rule file into words and signs, comments left out.
 */
final class Tokens {

	private final String file;

	private final String text;

	private final Problems problems;

	private int at;

	private int line = 1;

	private int lineStart;

	private Tokens(String file, String text, Problems problems) {
		this.file = file;
		this.text = text;
		this.problems = problems;
	}

	static List<Token> of(String file, String text, Problems problems) {
		Tokens tokens = new Tokens(file, text, problems);
		List<Token> all = new ArrayList<>();
		Token token;
		do {
			token = tokens.next();
			all.add(token);
		}
		while (token.kind() != Token.Kind.END);
		return all;
	}

	private Token next() {
		skipBlanksAndComments();
		Position position = position();
		if (this.at >= this.text.length()) {
			return new Token(Token.Kind.END, "", position);
		}
		char first = this.text.charAt(this.at);
		int from = this.at;
		if (first == '"') {
			return string(position);
		}
		if (Character.isJavaIdentifierStart(first)) {
			while (this.at < this.text.length() && Character.isJavaIdentifierPart(this.text.charAt(this.at))) {
				this.at++;
			}
			return new Token(Token.Kind.NAME, this.text.substring(from, this.at), position);
		}
		if (Character.isDigit(first)) {
			while (this.at < this.text.length()
					&& (Character.isLetterOrDigit(this.text.charAt(this.at)) || this.text.charAt(this.at) == '.')) {
				this.at++;
			}
			return new Token(Token.Kind.NUMBER, this.text.substring(from, this.at), position);
		}
		for (String two : List.of(">=", "<=", "==", "!=", "&&", "||")) {
			if (this.text.startsWith(two, this.at)) {
				this.at += 2;
				return new Token(Token.Kind.SIGN, two, position);
			}
		}
		this.at++;
		return new Token(Token.Kind.SIGN, String.valueOf(first), position);
	}

	private Token string(Position position) {
		int from = ++this.at;
		while (this.at < this.text.length() && this.text.charAt(this.at) != '"' && this.text.charAt(this.at) != '\n') {
			char sign = this.text.charAt(this.at);
			if (sign == '\\') {
				this.problems.at(this.file, position(), "").found("\\").say("rule-backslash");
			}
			if (Character.isISOControl(sign) || sign == '\u2028' || sign == '\u2029') {
				this.problems.at(this.file, position(), "")
					.found(String.format("U+%04X", (int) sign))
					.say("rule-control-sign");
			}
			this.at++;
		}
		String inner = this.text.substring(from, this.at);
		if (this.at >= this.text.length() || this.text.charAt(this.at) == '\n') {
			this.problems.at(this.file, position, "").found("\"" + inner).say("rule-string-open");
		}
		else {
			this.at++;
		}
		return new Token(Token.Kind.STRING, inner, position);
	}

	private void skipBlanksAndComments() {
		while (this.at < this.text.length()) {
			if (this.text.startsWith("//", this.at)) {
				int end = this.text.indexOf('\n', this.at);
				this.at = (end < 0) ? this.text.length() : end;
			}
			else if (this.text.startsWith("/*", this.at)) {
				comment();
			}
			else if (this.text.charAt(this.at) == '\n') {
				newLine();
			}
			else if (Character.isWhitespace(this.text.charAt(this.at))) {
				this.at++;
			}
			else {
				return;
			}
		}
	}

	private void comment() {
		Position position = position();
		int end = this.text.indexOf("*/", this.at + 2);
		if (end < 0) {
			this.problems.at(this.file, position, "").say("rule-comment-open");
			end = this.text.length();
		}
		while (this.at < end) {
			if (this.text.charAt(this.at) == '\n') {
				newLine();
			}
			else {
				this.at++;
			}
		}
		this.at = Math.min(end + 2, this.text.length());
	}

	private void newLine() {
		this.at++;
		this.line++;
		this.lineStart = this.at;
	}

	private Position position() {
		return new Position(this.line, this.at - this.lineStart + 1);
	}

}
