package se.uppdragskollen.web.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assessment.Explained;
import se.uppdragskollen.assessment.StoredResult;
import se.uppdragskollen.assignment.Datum;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.Parameter;
import se.uppdragskollen.assignment.RuleSentences;
import se.uppdragskollen.assignment.Unit;
import se.uppdragskollen.evaluation.SpokenFigures;
import se.uppdragskollen.report.Flag;
import se.uppdragskollen.rule.ObligationWord;
import se.uppdragskollen.rule.Rule;
import se.uppdragskollen.web.page.Say;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Why a requirement went as it did in a period: what was compared with what, by which
 * rule, and where its limit comes from.
 *
 * @param result the result that says so
 * @param outcome how it went
 * @param sentence why, in words
 * @param rules by rule what was compared
 */
public record Explanation(StoredResult result, String outcome, String sentence, List<ByRule> rules) {

	private static final Set<String> FLAGS = Arrays.stream(Flag.values()).map(Flag::word).collect(Collectors.toSet());

	/**
	 * What a rule compared.
	 *
	 * @param rule the rule as a sentence
	 * @param comparisons what does not hold first
	 */
	public record ByRule(String rule, List<Comparison> comparisons) {

	}

	/**
	 * One comparison.
	 *
	 * @param holds whether it holds, null when that is not known
	 * @param value what was compared where that is not simply what was reported, else
	 * empty
	 * @param limit with what, empty when with nothing
	 * @param elements what was reported, by label
	 * @param parameter where the limit comes from, null when from no parameter
	 */
	public record Comparison(@Nullable Boolean holds, String value, String limit, Map<String, String> elements,
			@Nullable Source parameter) {

	}

	/**
	 * A parameter's value.
	 *
	 * @param name as rules write it
	 * @param value the value
	 * @param from from which day, as people read it
	 * @param source where it comes from
	 * @param changedInPeriod whether it changed within the period
	 */
	public record Source(String name, String value, String from, String source, boolean changedInPeriod) {

	}

	/** What a result says, by the edition that judged. */
	public static Explanation of(Explained explained, Edition edition, Say say) {
		return of(explained.result(), explained.outcome(), edition, say);
	}

	/**
	 * The same, of a result's document.
	 * @param told the requirement's part of it
	 */
	public static Explanation of(StoredResult result, JsonNode told, Edition edition, Say say) {
		LocalDate day = result.period().to();
		RuleSentences sentences = new RuleSentences(edition, day);
		Map<String, List<Comparison>> rules = new LinkedHashMap<>();
		told.path("obligations")
			.forEach((one) -> rules.computeIfAbsent(rule(one, edition, sentences, say), (rule) -> new ArrayList<>())
				.add(comparison(one, edition, say)));
		rules.values().forEach((some) -> some.sort(Comparator.comparing((one) -> Boolean.TRUE.equals(one.holds()))));
		return new Explanation(result, told.path("outcome").asString(),
				told.path("sentence").path(say.language().code()).asString(),
				rules.entrySet().stream().map((one) -> new ByRule(one.getKey(), one.getValue())).toList());
	}

	private static Comparison comparison(JsonNode one, Edition edition, Say say) {
		Parameter parameter = parameter(one.path("parameter"), edition);
		Unit unit = (parameter == null) ? null : parameter.unit();
		Map<String, String> elements = new LinkedHashMap<>();
		Datum[] only = new Datum[1];
		one.path("elements").properties().forEach((entry) -> edition.datum(entry.getKey()).ifPresent((datum) -> {
			only[0] = datum;
			elements.put(say.of(datum.label()), written(entry.getValue(), datum, datum.unit(), say));
		}));
		one.path("missing")
			.forEach((id) -> edition.datum(id.asString())
				.ifPresent((datum) -> elements.putIfAbsent(say.of(datum.label()), say.text("review.not-told"))));
		Datum datum = (elements.size() == 1) ? only[0] : null;
		Boolean holds = one.path("holds").isBoolean() ? one.path("holds").booleanValue() : null;
		Source source = (parameter == null) ? null : source(parameter, one, datum, say);
		if (one.has("counterpart")) {
			return new Comparison(holds, "", signal(one, elements, say), elements, source);
		}
		Compared compared = Compared.of(one);
		if (datum != null && (compared.limit().isArray()
				|| parameter != null && compared.limit().isNumber() && !isItsValue(one.path("limit"), parameter))) {
			unit = datum.unit();
		}
		String value = written(compared.value(), datum, unit, say);
		boolean told = elements.containsValue(value) || datum != null && compared.isOthers();
		return new Comparison(holds, told ? "" : value, limit(one, compared.limit(), datum, unit, say), elements,
				source);
	}

	/** With what, in words where it is more than one figure. */
	private static String limit(JsonNode one, JsonNode limit, @Nullable Datum datum, @Nullable Unit unit, Say say) {
		ObligationWord word = ObligationWord.ofWritten(one.path("word").asString()).orElse(null);
		if (word == null || !limit.isArray() || limit.isEmpty() || !limit.get(0).isNumber()) {
			return written(limit, datum, unit, say);
		}
		List<String> figures = new ArrayList<>();
		limit.forEach((each) -> figures.add(written(readable(each, limit), datum, unit, say)));
		return switch (word) {
			case BETWEEN, NEAR_PEERS -> say.text("demand.between", figures.get(0), figures.get(1));
			case NOT_FALLING, NOT_RISING, RISES, FALLS ->
				say.text("demand." + word.written(), String.join(" → ", figures));
			default -> String.join(", ", figures);
		};
	}

	/** What a counterpart says, told among what was reported; and what is asked of it. */
	private static String signal(JsonNode one, Map<String, String> elements, Say say) {
		String counterpart = say.word("counterpart", one.path("counterpart").asString());
		JsonNode value = one.path("value");
		if (value.isNumber()) {
			elements.put(say.text("review.steps-from", counterpart), say.number(value.decimalValue()));
			return "";
		}
		elements.put(say.text("review.flag-from", counterpart),
				value.isString() ? written(value, null, null, say) : say.text("review.not-told"));
		return one.path("word").asString().equals("noRedFlag") ? say.text("demand.noRedFlag") : "";
	}

	/**
	 * A value and its limit with the decimals that sentences have: those of one that is
	 * worked out from other centres' are nobody's, others have two, unless more of them
	 * tell on which side of its limit the value is.
	 */
	private record Compared(JsonNode value, JsonNode limit, boolean isOthers) {

		private static final Set<ObligationWord> PEERS = EnumSet.of(ObligationWord.NEAR_PEERS,
				ObligationWord.NOT_BELOW_PEERS, ObligationWord.NOT_ABOVE_PEERS);

		static Compared of(JsonNode one) {
			JsonNode value = one.path("value");
			JsonNode limit = one.path("limit");
			ObligationWord word = ObligationWord.ofWritten(one.path("word").asString()).orElse(null);
			if (word == null || !PEERS.contains(word) || !value.isNumber()) {
				return new Compared(readable(value, limit), limit, false);
			}
			List<BigDecimal> limits = new ArrayList<>();
			if (limit.isNumber()) {
				limits.add(limit.decimalValue());
			}
			limit.forEach((bound) -> limits.add(bound.decimalValue()));
			SpokenFigures said = SpokenFigures.of(word, value.decimalValue(), limits);
			ArrayNode bounds = JsonNodeFactory.instance.arrayNode();
			said.limits().forEach((bound) -> bounds.add(bound));
			return new Compared(DecimalNode.valueOf(said.value()), limit.isArray() ? bounds : bounds.get(0), true);
		}

	}

	/**
	 * A figure with two decimals, unless more of them tell on which side of its limit it
	 * is.
	 */
	private static JsonNode readable(JsonNode value, JsonNode limit) {
		if (!value.isNumber() || value.decimalValue().scale() <= 2) {
			return value;
		}
		BigDecimal rounded = value.decimalValue().setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
		boolean sameSide = !limit.isNumber()
				|| rounded.compareTo(limit.decimalValue()) == value.decimalValue().compareTo(limit.decimalValue());
		return sameSide ? DecimalNode.valueOf(rounded) : value;
	}

	/**
	 * Whether a limit is a parameter as it stands; else it is worked out by it, as so
	 * many standard deviations from a mean, and is of the same unit as what is compared.
	 */
	private static boolean isItsValue(JsonNode limit, Parameter parameter) {
		return parameter.values()
			.values()
			.stream()
			.anyMatch((one) -> one.value() instanceof BigDecimal value && value.compareTo(limit.decimalValue()) == 0);
	}

	private static String rule(JsonNode one, Edition edition, RuleSentences sentences, Say say) {
		return edition.rules()
			.stream()
			.filter((each) -> each.name().equals(one.path("rule").asString()))
			.findFirst()
			.map((Rule each) -> say.of(sentences.of(each)))
			.orElse(one.path("rule").asString());
	}

	private static @Nullable Parameter parameter(JsonNode name, Edition edition) {
		String[] parts = name.isString() ? name.asString().split("\\.", 2) : new String[0];
		return (parts.length < 2) ? null : edition.parameter(parts[0], parts[1]).orElse(null);
	}

	private static Source source(Parameter parameter, JsonNode one, @Nullable Datum datum, Say say) {
		LocalDate from = one.path("in_force_from").isString() ? LocalDate.parse(one.path("in_force_from").asString())
				: parameter.values().firstKey();
		Parameter.Value value = parameter.values().get(from);
		return new Source(parameter.qualifiedName(),
				(value == null) ? "" : ofParameter(value.value(), parameter.unit(), datum, say), say.date(from),
				(value == null) ? "" : value.source(), one.path("changed_in_period").asBoolean(false));
	}

	private static String ofParameter(Object value, Unit unit, @Nullable Datum datum, Say say) {
		if (value instanceof BigDecimal figure) {
			return say.figure(figure, unit);
		}
		if (value instanceof LocalDate day) {
			return say.date(day);
		}
		return (value instanceof List<?> list)
				? list.stream().map((one) -> choice(datum, one.toString(), say)).collect(Collectors.joining(", "))
				: String.valueOf(value);
	}

	private static String choice(@Nullable Datum datum, String word, Say say) {
		return (datum instanceof Element element && element.choices().containsKey(word))
				? say.of(element.choices().get(word)) : word;
	}

	private static String written(JsonNode value, @Nullable Datum datum, @Nullable Unit unit, Say say) {
		if (value.isNumber()) {
			return say.figure(value.decimalValue(), unit);
		}
		if (value.isBoolean()) {
			return say.text(value.booleanValue() ? "field.yes" : "field.no");
		}
		if (value.isArray()) {
			List<String> items = new ArrayList<>();
			value.forEach((item) -> items.add(written(item, datum, null, say)));
			return String.join(", ", items);
		}
		String text = value.isString() ? value.asString() : "";
		if (datum == null && FLAGS.contains(text)) {
			return say.text("flag." + text);
		}
		if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
			return say.date(LocalDate.parse(text));
		}
		return choice(datum, text, say);
	}

}
