package se.uppdragskollen.authoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Severity;
import se.uppdragskollen.document.Word;
import se.uppdragskollen.evaluation.Credit;
import se.uppdragskollen.evaluation.FindingKind;
import se.uppdragskollen.evaluation.Obligation;
import se.uppdragskollen.evaluation.Outcome;
import se.uppdragskollen.evaluation.OutcomeKind;
import se.uppdragskollen.rule.Statement;

/**
 * How it shall go with a requirement. What is null is not asked for.
 *
 * @param outcome the outcome
 * @param severity the finding's severity
 * @param finding the kind of finding
 * @param margin of the first failing obligation, or of the only one
 * @param smallestChange of the same obligation, by element
 * @param points the points granted
 */
public record Expectation(OutcomeKind outcome, @Nullable Severity severity, @Nullable FindingKind finding,
		@Nullable BigDecimal margin, @Nullable Map<String, Object> smallestChange, @Nullable BigDecimal points) {

	private static final String NOTHING = "–";

	/** What went otherwise; empty when all went as expected. */
	List<Difference> differences(Outcome found, List<Credit> credits) {
		List<Difference> differences = new ArrayList<>();
		compare("outcome", this.outcome, found.kind(), differences);
		compare("severity", this.severity, found.severity(), differences);
		compare("finding", this.finding, found.finding(), differences);
		Obligation obligation = deciding(found.obligations());
		compare("margin", this.margin, (obligation == null) ? null : obligation.margin(), differences);
		if (this.smallestChange != null) {
			Map<String, Object> change = (obligation == null) ? Map.of() : obligation.smallestChange();
			if (!canonical(this.smallestChange).equals(canonical(change))) {
				differences.add(new Difference("smallest_change", written(this.smallestChange), written(change)));
			}
		}
		compare("points", this.points, points(found.requirement().id(), credits), differences);
		return differences;
	}

	private static @Nullable Obligation deciding(List<Obligation> obligations) {
		return obligations.stream()
			.filter(Obligation::fails)
			.findFirst()
			.orElse((obligations.size() == 1) ? obligations.get(0) : null);
	}

	private static @Nullable BigDecimal points(String requirement, List<Credit> credits) {
		return credits.stream()
			.filter((one) -> one.requirement().equals(requirement) && one.kind() == Statement.CreditWord.POINTS)
			.map(Credit::value)
			.reduce(BigDecimal::add)
			.orElse(null);
	}

	private static void compare(String what, @Nullable Object expected, @Nullable Object found,
			List<Difference> differences) {
		if (expected != null && (found == null || !canonical(expected).equals(canonical(found)))) {
			differences.add(new Difference(what, written(expected), written(found)));
		}
	}

	/** Numbers equal whatever their decimals, lists whatever their order. */
	private static Object canonical(Object value) {
		if (value instanceof BigDecimal number) {
			return number.stripTrailingZeros();
		}
		if (value instanceof Boolean || value instanceof Enum<?>) {
			return value;
		}
		if (value instanceof List<?> items) {
			return items.stream().map(String::valueOf).sorted().toList();
		}
		if (value instanceof Map<?, ?> entries) {
			Map<String, Object> all = new TreeMap<>();
			entries.forEach((key, one) -> all.put(String.valueOf(key), canonical(one)));
			return all;
		}
		return String.valueOf(value);
	}

	private static String written(@Nullable Object value) {
		if (value instanceof Word word) {
			return word.word();
		}
		if (value instanceof BigDecimal number) {
			return number.toPlainString();
		}
		if (value instanceof Map<?, ?> entries) {
			return entries.isEmpty() ? NOTHING
					: entries.entrySet()
						.stream()
						.map((one) -> one.getKey() + ": " + written(one.getValue()))
						.sorted()
						.collect(Collectors.joining(", "));
		}
		return (value == null) ? NOTHING : String.valueOf(value);
	}

}
