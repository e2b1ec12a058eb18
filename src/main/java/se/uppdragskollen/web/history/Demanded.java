package se.uppdragskollen.web.history;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assessment.Explained;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Measure;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.rule.ObligationWord;
import se.uppdragskollen.rule.Statement;
import tools.jackson.databind.JsonNode;

/**
 * What a measure was held against, period by period, as the results tell.
 *
 * @param limits by their bound: {@code at-least}, {@code more-than}, {@code at-most} or
 * {@code less-than}; of several the one that is hardest to meet, since those behind it
 * say how much it weighs to be further away
 * @param values the value as it was compared, by period
 */
record Demanded(Map<String, Map<Period, BigDecimal>> limits, Map<Period, BigDecimal> values) {

	private static final Map<String, String> BOUNDS = Map.of(">=", "at-least", ">", "more-than", "<=", "at-most", "<",
			"less-than");

	/** What holds a number itself against a limit that stands in the assignment. */
	private static final Set<ObligationWord> WORDS = EnumSet.of(ObligationWord.AT_LEAST, ObligationWord.MORE_THAN,
			ObligationWord.AT_MOST, ObligationWord.LESS_THAN, ObligationWord.BETWEEN, ObligationWord.SHARE_AT_LEAST,
			ObligationWord.SHARE_MORE_THAN, ObligationWord.SHARE_AT_MOST, ObligationWord.SHARE_LESS_THAN);

	private static final Set<String> LEAST = Set.of("at-least", "more-than");

	/** Of one measure, as these results tell. */
	static Demanded of(Measure measure, List<Explained> told, Editions editions) {
		Demanded demanded = new Demanded(new LinkedHashMap<>(), new HashMap<>());
		for (Explained one : told) {
			Edition edition = editions.revision(one.result().revision());
			for (JsonNode obligation : one.outcome().path("obligations")) {
				ObligationWord word = word(obligation, measure, edition);
				if (word != null) {
					demanded.add(one.result().period(), word, obligation);
				}
			}
		}
		return demanded;
	}

	/** The word by which an obligation compares the measure, null when it does not. */
	private static @Nullable ObligationWord word(JsonNode obligation, Measure measure, Edition edition) {
		String rule = obligation.path("rule").asString();
		String word = obligation.path("word").asString();
		return edition.rules()
			.stream()
			.filter((one) -> one.name().equals(rule))
			.flatMap((one) -> one.statements().stream())
			.filter(Statement.Obligation.class::isInstance)
			.map(Statement.Obligation.class::cast)
			.filter((one) -> one.word().written().equals(word) && WORDS.contains(one.word())
					&& measure.isComparedBy(one))
			.map(Statement.Obligation::word)
			.findFirst()
			.orElse(null);
	}

	private void add(Period period, ObligationWord word, JsonNode obligation) {
		JsonNode value = obligation.path("value");
		JsonNode limit = obligation.path("limit");
		if (value.isNumber()) {
			this.values.merge(period, value.decimalValue(), Demanded::finer);
		}
		List<JsonNode> both = new ArrayList<>();
		limit.forEach(both::add);
		if (word == ObligationWord.BETWEEN && both.size() == 2 && both.get(0).isNumber() && both.get(1).isNumber()) {
			put("at-least", period, both.get(0).decimalValue());
			put("at-most", period, both.get(1).decimalValue());
		}
		else if (limit.isNumber()) {
			put(BOUNDS.getOrDefault(word.operator(), "at-least"), period, limit.decimalValue());
		}
	}

	/** Each obligation tells the value as finely as its own limit needs. */
	private static BigDecimal finer(BigDecimal one, BigDecimal other) {
		return (one.scale() < other.scale()) ? other : one;
	}

	/** The same number held against what another one is held against too. */
	Demanded with(Demanded other) {
		Demanded all = new Demanded(new LinkedHashMap<>(), this.values);
		List.of(this, other)
			.forEach((one) -> one.limits
				.forEach((bound, values) -> values.forEach((period, value) -> all.put(bound, period, value))));
		return all;
	}

	private void put(String bound, Period period, BigDecimal value) {
		this.limits.computeIfAbsent(bound, (one) -> new HashMap<>())
			.merge(period, Measure.rounded(value), LEAST.contains(bound) ? BigDecimal::max : BigDecimal::min);
	}

}
