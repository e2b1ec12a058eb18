package se.uppdragskollen.assignment;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.language.Messages;

/**
 * Within how many days reports, answers and actions are due, and the steps when a
 * deviation is not put right. Days after a period's end, for an action plan and to the
 * re-check are calendar days; days to answer and of reminders are Swedish working days.
 *
 * @param reportWithin calendar days after a period's last day within which its report is
 * due, for every kind of period
 * @param remindBefore working days before a deadline when the centre is reminded
 * @param answerWithin working days for a centre to answer a confirmed finding, for every
 * severity
 * @param actionPlanWithin calendar days to hand in an action plan
 * @param recheckWithin calendar days until it is checked whether the action plan helped
 * @param escalation the ladder, from the mildest step; at least one
 * @param source what the figures rest on; null for {@linkplain #defaults() the product's
 * own}, which are proposals
 */
public record FollowUpSettings(Map<PeriodKind, Integer> reportWithin, int remindBefore,
		Map<Severity, Integer> answerWithin, int actionPlanWithin, int recheckWithin, List<Step> escalation,
		@Nullable Source source) {

	/**
	 * Checks that nothing is missing.
	 * @throws IllegalArgumentException when a kind of period or a severity has no days,
	 * or the ladder has no step
	 */
	public FollowUpSettings {
		if (!reportWithin.keySet().containsAll(Arrays.asList(PeriodKind.values()))
				|| !answerWithin.keySet().containsAll(Arrays.asList(Severity.values())) || escalation.isEmpty()) {
			throw new IllegalArgumentException("incomplete: " + reportWithin + " " + answerWithin + " " + escalation);
		}
		reportWithin = Collections.unmodifiableMap(new EnumMap<>(reportWithin));
		answerWithin = Collections.unmodifiableMap(new EnumMap<>(answerWithin));
		escalation = List.copyOf(escalation);
	}

	/**
	 * What counts for an edition that says nothing. All figures are proposals: the order
	 * of the steps is usual in contracts, but no region's deadlines are known.
	 */
	public static FollowUpSettings defaults() {
		return new FollowUpSettings(
				Map.of(PeriodKind.MONTH, 15, PeriodKind.QUARTER, 15, PeriodKind.TERTIAL, 15, PeriodKind.HALF_YEAR, 15,
						PeriodKind.YEAR, 60),
				5, Map.of(Severity.RED, 5, Severity.YELLOW, 10, Severity.WHITE, 10), 30, 90,
				List.of(new Step("remark", Messages.both("settings.step-remark"), 10),
						new Step("warning", Messages.both("settings.step-warning"), 10),
						new Step("action-plan", Messages.both("settings.step-action-plan"), 20),
						new Step("withheld-payment", Messages.both("settings.step-withheld-payment"), 10),
						new Step("termination", Messages.both("settings.step-termination"), 10)),
				null);
	}

	/** Calendar days after the period's last day within which its report is due. */
	public int reportWithin(PeriodKind kind) {
		return Objects.requireNonNull(this.reportWithin.get(kind));
	}

	/** Working days to answer a confirmed finding. */
	public int answerWithin(Severity severity) {
		return Objects.requireNonNull(this.answerWithin.get(severity));
	}

	public Optional<Step> step(String id) {
		return this.escalation.stream().filter((step) -> step.id().equals(id)).findFirst();
	}

	/**
	 * The step after this one, none after the last. A step that the ladder does not have,
	 * of another edition say, has none either.
	 */
	public Optional<Step> stepAfter(String id) {
		OptionalInt index = IntStream.range(0, this.escalation.size())
			.filter((i) -> this.escalation.get(i).id().equals(id))
			.findFirst();
		return (index.isEmpty() || index.getAsInt() + 1 == this.escalation.size()) ? Optional.empty()
				: Optional.of(this.escalation.get(index.getAsInt() + 1));
	}

	/**
	 * A step of the ladder of escalation.
	 *
	 * @param id small letters and hyphens, as {@code warning}
	 * @param title what people call it
	 * @param within working days for the centre to answer on this step, before the next
	 */
	public record Step(String id, Bilingual title, int within) {

	}

}
