package se.uppdragskollen.benchmark;

import java.util.List;
import java.util.Locale;

import se.uppdragskollen.assignment.Unit;

/**
 * A comparison as constraints in DRL: the patterns of the facts that it joins.
 */
final class Constraints {

	private final Demanded demanded;

	private final boolean holds;

	private Constraints(Demanded demanded, boolean holds) {
		this.demanded = demanded;
		this.holds = holds;
	}

	/** Patterns that match when it holds, or when it does not; none when not known. */
	static String of(Demanded demanded, boolean holds) {
		List<String> facts = demanded.facts();
		String compared = new Constraints(demanded, holds).compared();
		if (facts.size() == 1) {
			return "\t$0 : " + pattern(facts.get(0), known(facts.get(0)) + ", " + compared) + "\n";
		}
		return "\t$0 : " + pattern(facts.get(0), known(facts.get(0))) + "\n\t$1 : "
				+ pattern(facts.get(1), known(facts.get(1)) + ", " + compared) + "\n";
	}

	/** The pattern of a fact by its name in a fact sheet. */
	static String pattern(String fact, String constraint) {
		String[] words = fact.split(" ");
		String end = (constraint.isEmpty() ? "" : ", ") + constraint + " )";
		return switch (words[0]) {
			case "value" -> "Value( element == \"" + words[1] + "\"" + end;
			case "series" -> "Series( element == \"" + words[1] + "\"" + end;
			case "peers" -> "PeerGroup( element == \"" + words[1] + "\"" + end;
			case "register" -> "RegisterSays( element == \"" + words[1] + "\", source == \"" + words[2] + "\"" + end;
			default -> "Opinion( from == \"" + words[1] + "\", requirement == \"" + words[2] + "\"" + end;
		};
	}

	private static String known(String fact) {
		return switch (fact.substring(0, fact.indexOf(' '))) {
			case "value" -> "known == true";
			case "register" -> "value != null";
			case "opinion" -> "given == true";
			default -> "element != null";
		};
	}

	private String compared() {
		return switch (this.demanded.word()) {
			case AT_LEAST -> "number" + atLeast() + number(1);
			case AT_MOST -> "number" + atMost() + number(1);
			case BETWEEN -> this.holds ? "number >= " + number(1) + ", number <= " + number(2)
					: "number < " + number(1) + " || number > " + number(2);
			case SHARE_AT_LEAST -> "number > 0, number >= " + this.demanded.smallestGroup()
					+ ", number >= $0.number, $0.percentOf(number)" + atLeast() + number(2);
			case YES -> "value == " + this.holds;
			case NOT_LATER_THAN -> "date.isAfter(" + limit("date", 1) + ") == " + !this.holds;
			case NOT_EARLIER_THAN -> "date.isBefore(" + limit("date", 1) + ") == " + !this.holds;
			case NOT_OLDER_THAN -> "date.isBefore(" + oldest() + ") == " + !this.holds;
			case NOT_EXPIRED -> "date.isBefore($kind.end) == " + !this.holds;
			case INCLUDES -> "items.containsAll(" + limit("items", 1) + ") == " + this.holds;
			case ONE_OF -> limit("items", 1) + ".contains(value) == " + this.holds;
			case GIVEN -> "text.isBlank() == " + !this.holds;
			case AT_LEAST_THAT_OF -> "$0.compare(value)" + atLeast() + "0";
			case AT_MOST_THAT_OF -> "$0.compare(value)" + atMost() + "0";
			case SAME_AS -> "$0.matches(value) == " + this.holds;
			case AGREES_WITH_REGISTER -> "$0.apart(number)" + atMost() + tolerance();
			case NO_RED_FLAG -> "red == " + !this.holds;
			case AGREES_WITH_SIGNAL -> "apart($0.value)" + atMost() + limit("count", 2);
			case NEAR_PEERS -> enoughPeers() + "low(" + number(1) + ")" + (this.holds
					? " <= $0.number, high(" + number(1) + ") >= $0.number"
					: " > $0.number || high(" + number(1) + ") < $0.number");
			case NOT_BELOW_PEERS -> enoughPeers() + "low(" + number(1) + ")" + atMost() + "$0.number";
			case NOT_ABOVE_PEERS -> enoughPeers() + "high(" + number(1) + ")" + atLeast() + "$0.number";
			default -> series();
		};
	}

	private String series() {
		String periods = limit("count", 1);
		String reaches = "reaches(" + periods + ") == true, ";
		return switch (this.demanded.word()) {
			case NOT_FALLING -> reaches + "steadily(-1, $0.number, " + periods + ") == " + !this.holds;
			case NOT_RISING -> reaches + "steadily(1, $0.number, " + periods + ") == " + !this.holds;
			case RISES -> reaches + "at(" + periods + " - 1)" + (this.holds ? " < " : " >= ") + "$0.number";
			case CHANGE_AT_MOST -> "hasBase(" + periods + ") == true, change($0.number, " + periods + ")" + atMost()
					+ number(2);
			default -> throw new IllegalStateException("not in this edition: " + this.demanded.word());
		};
	}

	private String enoughPeers() {
		return "count >= " + limit("count", 2) + ", ";
	}

	private String tolerance() {
		if (this.demanded.names().size() < 3) {
			return "0";
		}
		return (this.demanded.unit(2) == Unit.PERCENT) ? "number.abs().multiply(" + number(2) + ").movePointLeft(2)"
				: number(2);
	}

	private String oldest() {
		String unit = this.demanded.unit(1).name();
		return "$kind.end.minus" + unit.charAt(0) + unit.substring(1).toLowerCase(Locale.ROOT) + "(" + limit("count", 1)
				+ ")";
	}

	private String atLeast() {
		return this.holds ? " >= " : " < ";
	}

	private String atMost() {
		return this.holds ? " <= " : " > ";
	}

	private String number(int name) {
		return limit("number", name);
	}

	private String limit(String type, int name) {
		return "limits." + type + "(\"" + this.demanded.requirement().id() + "\", \"" + this.demanded.names().get(name)
				+ "\")";
	}

}
