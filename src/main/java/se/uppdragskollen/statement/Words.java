package se.uppdragskollen.statement;

import se.uppdragskollen.document.Word;

/**
 * Words as the database keeps them.
 */
final class Words {

	private Words() {
	}

	/**
	 * The constant with this word.
	 * @throws IllegalStateException when there is none, which the database prevents
	 */
	static <E extends Enum<E> & Word> E of(Class<E> type, String word) {
		for (E constant : type.getEnumConstants()) {
			if (constant.word().equals(word)) {
				return constant;
			}
		}
		throw new IllegalStateException("no " + type.getSimpleName() + " " + word);
	}

}
