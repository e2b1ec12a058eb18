package se.uppdragskollen.evaluation;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Word;
import se.uppdragskollen.language.Bilingual;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * Writes evaluation results as JSON; the keys are a contract, see
 * {@code src/docs/formats.md}. The same result gives the same bytes.
 */
public final class ResultWriter {

	private static final JsonFactory JSON = JsonFactory.builder().build();

	private ResultWriter() {
	}

	/** The result on one line. */
	public static String line(EvaluationResult result) {
		StringWriter out = new StringWriter(4096);
		try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
			write(result, json);
		}
		return out.toString();
	}

	/** The result on many lines, for people. */
	public static String pretty(EvaluationResult result) {
		StringWriter out = new StringWriter(8192);
		ObjectWriteContext context = new ObjectWriteContext.Base() {

			@Override
			public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
				return new DefaultPrettyPrinter();
			}

		};
		try (JsonGenerator json = JSON.createGenerator(context, out)) {
			write(result, json);
		}
		return out.toString();
	}

	/** Writes the result as one JSON object. */
	public static void write(EvaluationResult result, JsonGenerator json) {
		json.writeStartObject();
		json.writeStringProperty("assignment", result.edition().assignment());
		json.writeStringProperty("edition", result.edition().id());
		json.writeStringProperty("revision", result.edition().revision());
		json.writeStringProperty("engine", EvaluationResult.ENGINE);
		json.writeStringProperty("unit", result.report().unit());
		json.writeStringProperty("period", result.report().period().toString());
		json.writeStringProperty("report", result.report().fingerprint());
		json.writeName("outcomes");
		json.writeStartArray();
		result.outcomes().forEach((outcome) -> outcome(result, outcome, json));
		json.writeEndArray();
		json.writeName("credits");
		json.writeStartArray();
		result.credits().forEach((credit) -> {
			json.writeStartObject();
			json.writeStringProperty("requirement", credit.requirement());
			json.writeName(credit.kind().name().toLowerCase(Locale.ROOT));
			json.writeNumber(credit.value());
			json.writeEndObject();
		});
		json.writeEndArray();
		json.writeName("counts");
		json.writeStartObject();
		result.counts().forEach((kind, count) -> json.writeNumberProperty(kind.word(), count));
		json.writeEndObject();
		json.writeEndObject();
	}

	private static void outcome(EvaluationResult result, Outcome outcome, JsonGenerator json) {
		json.writeStartObject();
		json.writeStringProperty("requirement", outcome.requirement().id());
		json.writeStringProperty("outcome", outcome.kind().word());
		word("finding", outcome.finding(), json);
		word("severity", outcome.severity(), json);
		Bilingual sentence = Sentences.of(result.edition(), outcome);
		json.writeName("sentence");
		json.writeStartObject();
		json.writeStringProperty("sv", sentence.sv());
		json.writeStringProperty("en", sentence.en());
		json.writeEndObject();
		if (!outcome.missing().isEmpty()) {
			property("missing", outcome.missing(), json);
			word("absence", outcome.absence(), json);
		}
		if (outcome.ruleError()) {
			json.writeBooleanProperty("rule_error", true);
		}
		json.writeName("obligations");
		json.writeStartArray();
		outcome.obligations().forEach((obligation) -> obligation(obligation, json));
		json.writeEndArray();
		json.writeEndObject();
	}

	private static void obligation(Obligation obligation, JsonGenerator json) {
		json.writeStartObject();
		json.writeStringProperty("rule", obligation.rule());
		json.writeStringProperty("word", obligation.word().written());
		property("holds", obligation.holds(), json);
		property("value", obligation.value(), json);
		json.writeStringProperty("operator", obligation.word().operator());
		property("limit", obligation.limit(), json);
		if (obligation.parameter() != null) {
			json.writeStringProperty("parameter", obligation.parameter());
			property("in_force_from", obligation.inForceFrom(), json);
		}
		if (obligation.changedInPeriod()) {
			json.writeBooleanProperty("changed_in_period", true);
		}
		property("margin", obligation.margin(), json);
		json.writeStringProperty("severity", obligation.severity().word());
		if (obligation.counterpart() != null) {
			json.writeStringProperty("counterpart", obligation.counterpart());
		}
		property("elements", obligation.elements(), json);
		if (!obligation.observed().isEmpty()) {
			property("observed", obligation.observed(), json);
		}
		property("missing", obligation.missing(), json);
		word("absence", obligation.absence(), json);
		property("smallest_change", obligation.smallestChange(), json);
		json.writeEndObject();
	}

	private static void word(String name, @Nullable Word word, JsonGenerator json) {
		if (word != null) {
			json.writeStringProperty(name, word.word());
		}
	}

	private static void property(String name, @Nullable Object value, JsonGenerator json) {
		json.writeName(name);
		value(value, json);
	}

	private static void value(@Nullable Object value, JsonGenerator json) {
		if (value == null) {
			json.writeNull();
		}
		else if (value instanceof BigDecimal number) {
			BigDecimal stripped = number.stripTrailingZeros();
			json.writeNumber((stripped.scale() < 0) ? stripped.setScale(0) : stripped);
		}
		else if (value instanceof Boolean bool) {
			json.writeBoolean(bool);
		}
		else if (value instanceof Collection<?> items) {
			json.writeStartArray();
			items.forEach((item) -> value(item, json));
			json.writeEndArray();
		}
		else if (value instanceof Map<?, ?> map) {
			json.writeStartObject();
			map.forEach((key, item) -> {
				json.writeName(String.valueOf(key));
				value(item, json);
			});
			json.writeEndObject();
		}
		else {
			json.writeString(value.toString());
		}
	}

}
