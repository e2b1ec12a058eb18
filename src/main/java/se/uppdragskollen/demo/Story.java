package se.uppdragskollen.demo;

import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.Severity;
import se.uppdragskollen.evaluation.OutcomeKind;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.language.Messages;

/**
 * Something planted in a centre's reports for people and tests to find.
 *
 * @param id small letters and hyphens
 * @param centres the numbers of the centres that it is about
 * @param since the first month whose reports it needs
 * @param expected the outcomes that show it
 * @param file the file in which it stands
 * @param plant puts it into a report; called for all reports of its centres
 */
record Story(String id, List<Integer> centres, YearMonth since, List<Expected> expected, String file,
		Consumer<Draft> plant) {

	Story(String id, int centre, String since, List<Expected> expected, Consumer<Draft> plant) {
		this(id, List.of(centre), YearMonth.parse(since), expected, DemoRegion.REPORTS, plant);
	}

	Bilingual title() {
		return Messages.both("demo.story." + this.id + ".title");
	}

	/** What to look for. */
	Bilingual look() {
		return Messages.both("demo.story." + this.id + ".look");
	}

	/** Whether a region of these months tells the whole story. */
	boolean isToldBy(DemoOptions options) {
		return !this.since.isBefore(options.from())
				&& this.expected.stream().noneMatch((one) -> one.period().to().isAfter(options.to().atEndOfMonth()));
	}

	/** Puts the story into a report if it is about the report's centre. */
	void tell(Draft draft) {
		if (this.centres.contains(draft.centre().index())) {
			this.plant.accept(draft);
		}
	}

	/**
	 * An outcome that shows the story.
	 *
	 * @param centre the centre's number
	 * @param period the report's period
	 * @param requirement the requirement's id
	 * @param outcome its outcome
	 * @param severity of a deviation or question, null for other outcomes
	 */
	record Expected(int centre, Period period, String requirement, OutcomeKind outcome, @Nullable Severity severity) {

		static Expected of(int centre, String period, String requirement, OutcomeKind outcome) {
			return new Expected(centre, Period.parse(period).orElseThrow(), requirement, outcome, null);
		}

		static Expected notMet(int centre, String period, String requirement, Severity severity) {
			return new Expected(centre, Period.parse(period).orElseThrow(), requirement, OutcomeKind.NOT_MET, severity);
		}

	}

}
