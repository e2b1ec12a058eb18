package se.uppdragskollen.web.region;

import org.springframework.stereotype.Component;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.selfreport.DueFilter;
import se.uppdragskollen.selfreport.DueReports;
import se.uppdragskollen.selfreport.DueStatus;
import se.uppdragskollen.statement.FindStatements;
import se.uppdragskollen.statement.WaitingExemptions;

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
		WaitingExemptions waiting = this.statements.waitingExemptions(actor);
		int late = this.due
			.page(actor, new DueFilter(null, null, null, DueStatus.LATE),
					PageRequest.of(PageRequest.MOST, null, DueReports.KEYS))
			.items()
			.size();
		return new Counts(waiting.own(), waiting.others(), late);
	}

	/**
	 * How much waits.
	 *
	 * @param exemptions proposed exemptions that the reader may decide
	 * @param waiting those that somebody else decides
	 * @param late reports whose deadline has passed, counted up to a page's length
	 */
	public record Counts(int exemptions, int waiting, int late) {

		/** Whether there are so many late reports that they were not all counted. */
		public boolean many() {
			return this.late >= PageRequest.MOST;
		}

	}

}
