package se.uppdragskollen.web.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assessment.StoredResult;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.evaluation.FindingKind;
import se.uppdragskollen.followup.SharedCase;
import se.uppdragskollen.selfreport.DueReport;
import se.uppdragskollen.statement.StatedExemption;
import se.uppdragskollen.unit.RegisteredUnit;
import se.uppdragskollen.web.page.Say;
import se.uppdragskollen.web.reading.Explanation;

/**
 * How a centre stands, as it is told to the centre: what the centre may read itself, and
 * nothing that the region keeps to itself.
 *
 * @param unit the centre
 * @param span of which time
 * @param made when it was put together
 * @param maker by whom
 * @param parts assignment by assignment
 * @param cases the open ones, the oldest first
 * @param exemptions those that count or counted in that time
 * @param late the reports of that time that have not come
 * @param results what the outcomes rest on
 */
public record FollowUp(RegisteredUnit unit, Span span, Instant made, String maker, List<Assigned> parts,
		List<Told> cases, List<Exempted> exemptions, List<DueReport> late, List<StoredResult> results) {

	/**
	 * An assignment.
	 *
	 * @param edition the edition in force at the end of that time
	 * @param tables the outcomes
	 */
	public record Assigned(Edition edition, List<OutcomeTable> tables) {

	}

	/**
	 * An open case.
	 *
	 * @param shared the case
	 * @param why what the newest failing report says, null when there is none
	 */
	public record Told(SharedCase shared, @Nullable Explanation why) {

		/** Whether it is a question, which nobody can break. */
		public boolean asks() {
			return this.shared.row().kind() == FindingKind.QUESTION;
		}

		/** Whether the centre is to do something now. */
		public boolean waitsForCentre() {
			return switch (this.shared.row().state()) {
				case CONFIRMED, IN_DIALOGUE, ACTION_PLAN, ESCALATED -> true;
				default -> false;
			};
		}

	}

	/**
	 * An exemption.
	 *
	 * @param stated the exemption
	 * @param title what the requirement is called
	 */
	public record Exempted(StatedExemption stated, String title) {

	}

	/** The day on which it was put together, in Sweden. */
	public LocalDate day() {
		return LocalDate.ofInstant(this.made, Say.SWEDEN);
	}

	/** The deviations. */
	public List<Told> deviations() {
		return this.cases.stream().filter((one) -> !one.asks()).toList();
	}

	/** The questions. */
	public List<Told> questions() {
		return this.cases.stream().filter(Told::asks).toList();
	}

	/** What the centre is to do something about. */
	public List<Told> waiting() {
		return this.cases.stream().filter(Told::waitsForCentre).toList();
	}

	/** Whom to ask: who sees to the cases, or else who made this. */
	public List<String> contacts() {
		List<String> names = this.cases.stream()
			.map((one) -> one.shared().row().reviewer())
			.filter((one) -> one != null)
			.map((one) -> one.name())
			.distinct()
			.toList();
		return names.isEmpty() ? List.of(this.maker) : names;
	}

	/** The tables of all assignments. */
	public List<OutcomeTable> tables() {
		return this.parts.stream().flatMap((one) -> one.tables().stream()).toList();
	}

}
