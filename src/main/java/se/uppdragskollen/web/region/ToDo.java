package se.uppdragskollen.web.region;

import org.springframework.stereotype.Component;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.selfreport.DueFilter;
import se.uppdragskollen.selfreport.DueReports;
import se.uppdragskollen.selfreport.DueStatus;
import se.uppdragskollen.statement.ExemptionFilter;
import se.uppdragskollen.statement.ExemptionState;
import se.uppdragskollen.statement.FindStatements;

/**
 * What waits for a decision of the commissioning staff.
 */
@Component
class ToDo {

	private final FindStatements statements;

	private final DueReports due;

	ToDo(FindStatements statements, DueReports due) {
		this.statements = statements;
		this.due = due;
	}

	Counts of(Actor actor) {
		int exemptions = this.statements
			.exemptions(actor, new ExemptionFilter(null, null, null, ExemptionState.PROPOSED),
					PageRequest.of(PageRequest.MOST, null, 1))
			.items()
			.size();
		int late = this.due
			.page(actor, new DueFilter(null, null, null, DueStatus.LATE),
					PageRequest.of(PageRequest.MOST, null, DueReports.KEYS))
			.items()
			.size();
		return new Counts(exemptions, late, actor.may(Act.DECIDE_EXEMPTION));
	}

	/**
	 * How much waits.
	 *
	 * @param exemptions proposed exemptions
	 * @param late reports whose deadline has passed, counted up to a page's length
	 * @param decides whether the reader may decide
	 */
	public record Counts(int exemptions, int late, boolean decides) {

		/** Whether there are so many late reports that they were not all counted. */
		public boolean many() {
			return this.late >= PageRequest.MOST;
		}

	}

}
