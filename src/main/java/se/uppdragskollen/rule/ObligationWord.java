package se.uppdragskollen.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A word that says what must hold: the vocabulary of a rule's THEN. Each is documented
 * with an example in {@code src/docs/vocabulary.md}.
 */
public enum ObligationWord {

	AT_LEAST("atLeast", ">=", Takes.NUMBER, Takes.LIMIT),

	MORE_THAN("moreThan", ">", Takes.NUMBER, Takes.LIMIT),

	AT_MOST("atMost", "<=", Takes.NUMBER, Takes.LIMIT),

	LESS_THAN("lessThan", "<", Takes.NUMBER, Takes.LIMIT),

	BETWEEN("between", "between", Takes.NUMBER, Takes.LIMIT, Takes.LIMIT),

	SHARE_AT_LEAST("shareAtLeast", ">=", Takes.PART, Takes.WHOLE, Takes.PERCENT),

	SHARE_MORE_THAN("shareMoreThan", ">", Takes.PART, Takes.WHOLE, Takes.PERCENT),

	SHARE_AT_MOST("shareAtMost", "<=", Takes.PART, Takes.WHOLE, Takes.PERCENT),

	SHARE_LESS_THAN("shareLessThan", "<", Takes.PART, Takes.WHOLE, Takes.PERCENT),

	YES("yes", "=", Takes.BOOLEAN),

	NO("no", "=", Takes.BOOLEAN),

	NOT_LATER_THAN("notLaterThan", "<=", Takes.DATE, Takes.DATE_LIMIT),

	NOT_EARLIER_THAN("notEarlierThan", ">=", Takes.DATE, Takes.DATE_LIMIT),

	NOT_OLDER_THAN("notOlderThan", ">=", Takes.DATE, Takes.AGE),

	NOT_EXPIRED("notExpired", ">=", Takes.DATE),

	INCLUDES("includes", "includes", Takes.LIST, Takes.ITEMS),

	ONE_OF("oneOf", "in", Takes.CHOICE, Takes.ITEMS),

	GIVEN("given", "given", Takes.TEXT),

	AT_LEAST_THAT_OF("atLeastThatOf", ">=", Takes.COMPARABLE, Takes.COMPARABLE),

	AT_MOST_THAT_OF("atMostThatOf", "<=", Takes.COMPARABLE, Takes.COMPARABLE),

	SAME_AS("sameAs", "=", Takes.ANY, Takes.ANY),

	AGREES_WITH_REGISTER("agreesWithRegister", "agrees", Takes.ANY, Takes.SOURCE, Takes.TOLERANCE),

	NOT_FALLING("notFalling", "not-falling", Takes.NUMBER, Takes.PERIODS),

	NOT_RISING("notRising", "not-rising", Takes.NUMBER, Takes.PERIODS),

	RISES("rises", ">", Takes.NUMBER, Takes.PERIODS),

	FALLS("falls", "<", Takes.NUMBER, Takes.PERIODS),

	CHANGE_AT_MOST("changeAtMost", "<=", Takes.NUMBER, Takes.PERIODS, Takes.PERCENT),

	NEAR_PEERS("nearPeers", "between", Takes.NUMBER, Takes.DEVIATIONS, Takes.CENTRES),

	NOT_BELOW_PEERS("notBelowPeers", ">=", Takes.NUMBER, Takes.DEVIATIONS, Takes.CENTRES),

	NOT_ABOVE_PEERS("notAbovePeers", "<=", Takes.NUMBER, Takes.DEVIATIONS, Takes.CENTRES),

	NO_RED_FLAG("noRedFlag", "no-red-flag", Takes.COUNTERPART),

	AGREES_WITH_SIGNAL("agreesWithSignal", "agrees", Takes.VIEW, Takes.COUNTERPART, Takes.STEPS);

	private final String written;

	private final String operator;

	private final List<Takes> takes;

	ObligationWord(String written, String operator, Takes... takes) {
		this.written = written;
		this.operator = operator;
		this.takes = List.of(takes);
	}

	public static Optional<ObligationWord> ofWritten(String written) {
		return Arrays.stream(values()).filter((word) -> word.written.equals(written)).findFirst();
	}

	/** The word as it stands in a rule. */
	public String written() {
		return this.written;
	}

	/** The operator in a result. */
	public String operator() {
		return this.operator;
	}

	public List<Takes> takes() {
		return this.takes;
	}

	/** How many arguments may be left out at the end. */
	public int fewestArguments() {
		return this.takes.size() - (this.takes.contains(Takes.TOLERANCE) ? 1 : 0);
	}

	/**
	 * The words that a person may have meant instead: the other directions and borders.
	 */
	public List<ObligationWord> flips() {
		return switch (this) {
			case AT_LEAST -> List.of(MORE_THAN, AT_MOST);
			case MORE_THAN -> List.of(AT_LEAST, LESS_THAN);
			case AT_MOST -> List.of(LESS_THAN, AT_LEAST);
			case LESS_THAN -> List.of(AT_MOST, MORE_THAN);
			case SHARE_AT_LEAST -> List.of(SHARE_MORE_THAN, SHARE_AT_MOST);
			case SHARE_MORE_THAN -> List.of(SHARE_AT_LEAST, SHARE_LESS_THAN);
			case SHARE_AT_MOST -> List.of(SHARE_LESS_THAN, SHARE_AT_LEAST);
			case SHARE_LESS_THAN -> List.of(SHARE_AT_MOST, SHARE_MORE_THAN);
			case YES -> List.of(NO);
			case NO -> List.of(YES);
			case NOT_LATER_THAN -> List.of(NOT_EARLIER_THAN);
			case NOT_EARLIER_THAN -> List.of(NOT_LATER_THAN);
			case AT_LEAST_THAT_OF -> List.of(AT_MOST_THAT_OF);
			case AT_MOST_THAT_OF -> List.of(AT_LEAST_THAT_OF);
			case NOT_FALLING -> List.of(NOT_RISING);
			case NOT_RISING -> List.of(NOT_FALLING);
			case RISES -> List.of(FALLS);
			case FALLS -> List.of(RISES);
			case NEAR_PEERS -> List.of(NOT_BELOW_PEERS, NOT_ABOVE_PEERS);
			case NOT_BELOW_PEERS -> List.of(NOT_ABOVE_PEERS, NEAR_PEERS);
			case NOT_ABOVE_PEERS -> List.of(NOT_BELOW_PEERS, NEAR_PEERS);
			default -> List.of();
		};
	}

}
