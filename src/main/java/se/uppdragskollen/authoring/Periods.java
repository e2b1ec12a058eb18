package se.uppdragskollen.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.document.Fields;

/**
 * The periods that an edition judges: those whose last day lies within its time in force.
 */
final class Periods {

	private Periods() {
	}

	/** All of one kind, oldest first. */
	static List<Period> of(Edition edition, PeriodKind kind) {
		List<Period> periods = new ArrayList<>();
		for (Period one = kind.at(edition.from()); !one.to().isAfter(edition.to()); one = one.minus(-1)) {
			periods.add(one);
		}
		return periods;
	}

	/** The period under a key, of this kind and judged by the edition; else a problem. */
	static @Nullable Period read(Edition edition, Fields fields, String key, PeriodKind kind) {
		String text = fields.text(key);
		if (text == null) {
			return null;
		}
		Optional<Period> period = Period.parse(text);
		if (period.isEmpty()) {
			fields.problem(key).say("period-expected");
			return null;
		}
		if (period.get().kind() != kind) {
			fields.problem(key).say("period-kind", kind.word());
			return null;
		}
		if (!edition.inForceOn(period.get().to())) {
			fields.problem(key).say("period-outside-edition", edition.name(), edition.from(), edition.to());
			return null;
		}
		return period.get();
	}

}
