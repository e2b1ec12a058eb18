package se.uppdragskollen.assignment;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Fields;
import se.uppdragskollen.document.Node;
import se.uppdragskollen.document.Word;
import se.uppdragskollen.language.Bilingual;

/**
 * Reads the settings for follow-up, {@code follow_up} of an edition.
 */
final class FollowUpReader {

	/** Long enough for any deadline; a longer one is a slip of the keyboard. */
	private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(366);

	private final Fields fields;

	private FollowUpReader(Fields fields) {
		this.fields = fields;
	}

	/**
	 * The settings. The product's own when the edition says nothing, or when something is
	 * wrong and told.
	 */
	static FollowUpSettings read(Fields edition) {
		Node node = edition.node("follow_up");
		if (node == null) {
			return FollowUpSettings.defaults();
		}
		Fields fields = Fields.of(edition.file(), edition.pathOf("follow_up"), node, edition.problems(),
				"report_within", "remind_before", "answer_within", "action_plan_within", "recheck_within", "escalation",
				"source");
		FollowUpSettings settings = (node instanceof Node.Mapping) ? new FollowUpReader(fields).read() : null;
		return (settings != null) ? settings : FollowUpSettings.defaults();
	}

	private @Nullable FollowUpSettings read() {
		Map<PeriodKind, Integer> reportWithin = byWord("report_within", PeriodKind.class);
		Integer remindBefore = days(this.fields, "remind_before");
		Map<Severity, Integer> answerWithin = byWord("answer_within", Severity.class);
		Integer actionPlanWithin = days(this.fields, "action_plan_within");
		Integer recheckWithin = days(this.fields, "recheck_within");
		List<FollowUpSettings.Step> escalation = escalation();
		Source source = ChapterReader.source(this.fields);
		if (reportWithin == null || remindBefore == null || answerWithin == null || actionPlanWithin == null
				|| recheckWithin == null || escalation.isEmpty() || source == null) {
			return null;
		}
		return new FollowUpSettings(reportWithin, remindBefore, answerWithin, actionPlanWithin, recheckWithin,
				escalation, source);
	}

	/** Days for every word, null when one is missing or wrong. */
	private <E extends Enum<E> & Word> @Nullable Map<E, Integer> byWord(String key, Class<E> type) {
		Node node = this.fields.required(key);
		if (node == null) {
			return null;
		}
		E[] constants = type.getEnumConstants();
		Fields inner = Fields.of(this.fields.file(), this.fields.pathOf(key), node, this.fields.problems(),
				Arrays.stream(constants).map(Word::word).toArray(String[]::new));
		if (!(node instanceof Node.Mapping)) {
			return null;
		}
		Map<E, Integer> byWord = new EnumMap<>(type);
		for (E constant : constants) {
			Integer days = days(inner, constant.word());
			if (days != null) {
				byWord.put(constant, days);
			}
		}
		return (byWord.size() == constants.length) ? byWord : null;
	}

	private static @Nullable Integer days(Fields fields, String key) {
		BigDecimal number = fields.number(key);
		if (number == null) {
			return null;
		}
		if (number.signum() <= 0 || number.compareTo(MOST_DAYS) > 0 || number.stripTrailingZeros().scale() > 0) {
			fields.problem(key).say("days-expected", MOST_DAYS);
			return null;
		}
		return number.intValue();
	}

	private List<FollowUpSettings.Step> escalation() {
		Map<String, FollowUpSettings.Step> steps = new LinkedHashMap<>();
		Node node = this.fields.required("escalation");
		List<Node> items = this.fields.items("escalation");
		if (items.isEmpty() && node instanceof Node.Sequence) {
			this.fields.problem("escalation").say("ladder-empty");
		}
		int i = 0;
		for (Node item : items) {
			Fields step = Fields.of(this.fields.file(), this.fields.pathOf("escalation[" + i++ + "]"), item,
					this.fields.problems(), "id", "title", "within");
			String id = step.text("id", "[a-z]+(-[a-z]+)*", "step-id");
			Bilingual title = step.bilingual("title");
			Integer within = days(step, "within");
			if (id != null && title != null && within != null
					&& steps.put(id, new FollowUpSettings.Step(id, title, within)) != null) {
				step.problem("id").say("id-twice");
			}
		}
		return List.copyOf(steps.values());
	}

}
