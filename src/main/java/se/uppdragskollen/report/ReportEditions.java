package se.uppdragskollen.report;

import java.util.Optional;
import java.util.function.Function;

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

	private final String assignment;

	private final InForce inForce;

	private final @Nullable Asked asked;

	/**
	 * Editions of an assignment in a region's folder.
	 * @param asked the edition to judge every report by, or null for the one in force
	 */
	public ReportEditions(Assignments assignments, String assignment, @Nullable String asked) {
		this(assignment, (period, problems) -> assignments.inForceOn(assignment, period.to(), problems),
				(asked == null) ? null : (problems) -> assignments.edition(assignment, asked, problems));
	}

	private ReportEditions(String assignment, InForce inForce, @Nullable Asked asked) {
		this.assignment = assignment;
		this.inForce = inForce;
		this.asked = asked;
	}

	/** Editions of an assignment that are kept elsewhere. */
	public static ReportEditions of(String assignment, Function<Period, Optional<Edition>> inForce) {
		return new ReportEditions(assignment, (period, problems) -> inForce.apply(period), null);
	}

	/** One edition, whatever the period. */
	public static ReportEditions only(Edition edition) {
		return of(edition.assignment(), (period) -> Optional.of(edition));
	}

	public String assignment() {
		return this.assignment;
	}

	/**
	 * The edition to judge this period's reports by, or nothing when none is in force.
	 */
	public Optional<Edition> edition(Period period, Problems problems) {
		if (this.asked != null) {
			return this.asked.edition(problems);
		}
		return this.inForce.edition(period, problems);
	}

	/**
	 * Whether an element that the edition lacks is known to the one in force in that
	 * period, so that a report judged by another edition may hold it.
	 */
	boolean knownElsewhere(String element, Period period) {
		return this.asked != null && this.inForce.edition(period, new Problems())
			.flatMap((edition) -> edition.datum(element))
			.isPresent();
	}

	private interface InForce {

		Optional<Edition> edition(Period period, Problems problems);

	}

	private interface Asked {

		Optional<Edition> edition(Problems problems);

	}

}
