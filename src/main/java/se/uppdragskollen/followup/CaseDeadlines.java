package se.uppdragskollen.followup;

import java.time.Clock;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.FollowUpSettings;
import se.uppdragskollen.calendar.WorkingDays;
import se.uppdragskollen.edition.Editions;

/**
 * By when what is to be done in a case, by its edition's settings: answers in Swedish
 * working days, action plans and re-checks in calendar days. A deadline that ends on a
 * day off ends on the next working day (lagen 1930:173, 2 §).
 */
@Component
class CaseDeadlines {

	private final WorkingDays workingDays = new WorkingDays();

	private final Editions editions;

	private final Clock clock;

	CaseDeadlines(Editions editions, Clock clock) {
		this.editions = editions;
		this.clock = clock;
	}

	LocalDate today() {
		return LocalDate.now(this.clock);
	}

	FollowUpSettings settings(FollowUpCase one) {
		return this.editions.current(one.assignment(), one.edition())
			.map(Edition::followUpSettings)
			.orElseGet(FollowUpSettings::defaults);
	}

	/** When the centre's answer is due. */
	LocalDate answer(FollowUpCase one) {
		return inWorkingDays(settings(one).answerWithin(one.severity()));
	}

	/** When an action plan is due. */
	LocalDate actionPlan(FollowUpCase one) {
		return inDays(settings(one).actionPlanWithin());
	}

	/** When it is checked whether the actions helped. */
	LocalDate recheck(FollowUpCase one) {
		return inDays(settings(one).recheckWithin());
	}

	LocalDate inWorkingDays(int days) {
		return this.workingDays.plus(today(), days);
	}

	private LocalDate inDays(int days) {
		return this.workingDays.plus(today().plusDays(days), 0);
	}

	/** When to remind of a deadline. */
	@Nullable LocalDate remindOn(@Nullable LocalDate due, FollowUpSettings settings) {
		return (due == null) ? null : this.workingDays.minus(due, settings.remindBefore());
	}

}
