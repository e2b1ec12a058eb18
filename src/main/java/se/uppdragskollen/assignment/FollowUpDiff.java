package se.uppdragskollen.assignment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.language.Messages;

/**
 * Which settings for follow-up are others than before.
 */
final class FollowUpDiff {

	private FollowUpDiff() {
	}

	static List<Bilingual> between(FollowUpSettings before, FollowUpSettings after) {
		List<Bilingual> sentences = new ArrayList<>();
		Map<Bilingual, Bilingual> earlier = told(before);
		told(after).forEach((what, is) -> {
			Bilingual was = Objects.requireNonNull(earlier.get(what));
			if (!was.equals(is)) {
				sentences.add(Messages.both("diff.setting", what, was, is));
			}
		});
		if (!ladder(before).equals(ladder(after))) {
			sentences.add(Messages.both("diff.ladder", ladder(before), ladder(after)));
		}
		return sentences;
	}

	/** Every number of days by its name. */
	private static Map<Bilingual, Bilingual> told(FollowUpSettings settings) {
		Map<Bilingual, Bilingual> told = new LinkedHashMap<>();
		settings.reportWithin()
			.forEach((kind, within) -> told
				.put(Messages.both("settings.report-within", Messages.both("word." + kind.word())), days(within)));
		told.put(Messages.both("settings.remind-before"), workingDays(settings.remindBefore()));
		settings.answerWithin()
			.forEach((severity, within) -> told.put(
					Messages.both("settings.answer-within", Messages.both("severity." + severity.word())),
					workingDays(within)));
		told.put(Messages.both("settings.action-plan-within"), days(settings.actionPlanWithin()));
		told.put(Messages.both("settings.recheck-within"), days(settings.recheckWithin()));
		return told;
	}

	private static Bilingual ladder(FollowUpSettings settings) {
		return RuleSentences.join(" → ",
				settings.escalation()
					.stream()
					.map((step) -> Messages.both("settings.step", step.title(), workingDays(step.within())))
					.toList());
	}

	private static Bilingual days(int days) {
		return Unit.DAYS.figure(BigDecimal.valueOf(days));
	}

	private static Bilingual workingDays(int days) {
		return Messages.both("reads.figure", days,
				Messages.both((days == 1) ? "settings.working-day" : "settings.working-days"));
	}

}
