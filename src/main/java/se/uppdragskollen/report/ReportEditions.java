package se.uppdragskollen.report;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Assignments;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.document.Problems;

/**
 * Which edition a report of an assignment is read and judged by: the one in force on the
 * period's last day, or one that was asked for.
 */
public final class ReportEditions {

	private final Assignments assignments;

	private final String assignment;

	private final @Nullable String asked;

	/**
	 * Editions of an assignment.
	 * @param asked the edition to judge every report by, or null for the one in force
	 */
	public ReportEditions(Assignments assignments, String assignment, @Nullable String asked) {
		this.assignments = assignments;
		this.assignment = assignment;
		this.asked = asked;
	}

	public String assignment() {
		return this.assignment;
	}

	/**
	 * The edition to judge this period's reports by, or nothing when none is in force.
	 */
	public Optional<Edition> edition(Period period, Problems problems) {
		if (this.asked != null) {
			return this.assignments.edition(this.assignment, this.asked, problems);
		}
		return this.assignments.inForceOn(this.assignment, period.to(), problems);
	}

	/**
	 * Whether an element that the edition lacks is known to the one in force in that
	 * period, so that a report judged by another edition may hold it.
	 */
	boolean knownElsewhere(String element, Period period) {
		return this.asked != null && this.assignments.inForceOn(this.assignment, period.to(), new Problems())
			.flatMap((edition) -> edition.datum(element))
			.isPresent();
	}

}
