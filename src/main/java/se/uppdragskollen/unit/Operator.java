package se.uppdragskollen.unit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import se.uppdragskollen.document.Word;

/**
 * Who runs a unit.
 */
public enum Operator implements Word {

	/** The region itself. */
	REGIONAL("regional"),

	/** A company or an association under contract. */
	PRIVATE("private");

	private final String word;

	Operator(String word) {
		this.word = word;
	}

	@Override
	public String word() {
		return this.word;
	}

	static Optional<Operator> named(String word) {
		return Arrays.stream(values()).filter((one) -> one.word.equals(word)).findFirst();
	}

	static List<String> words() {
		return Arrays.stream(values()).map(Operator::word).toList();
	}

}
