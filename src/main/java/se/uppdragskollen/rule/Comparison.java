package se.uppdragskollen.rule;

/**
 * How a scope compares two numbers.
 */
public enum Comparison {

	GREATER(">"), AT_LEAST(">="), LESS("<"), AT_MOST("<="), EQUAL("=="), NOT_EQUAL("!=");

	private final String symbol;

	Comparison(String symbol) {
		this.symbol = symbol;
	}

	public String symbol() {
		return this.symbol;
	}

}
