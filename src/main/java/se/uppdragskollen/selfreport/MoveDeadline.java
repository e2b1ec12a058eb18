package se.uppdragskollen.selfreport;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.request.Refusal;

/**
 * The region gives a centre another day to hand in a self-report, with a reason that the
 * centre sees.
 */
@Component
@Transactional
public class MoveDeadline {

	static final int MOST_DAYS = 366;

	private final Deadlines deadlines;

	private final OwedReports owed;

	private final ReportUnits units;

	private final Audit audit;

	private final Clock clock;

	MoveDeadline(Deadlines deadlines, OwedReports owed, ReportUnits units, Audit audit, Clock clock) {
		this.deadlines = deadlines;
		this.owed = owed;
		this.units = units;
		this.audit = audit;
		this.clock = clock;
	}

	/** All moves of a report's deadline, the oldest first. */
	@Transactional(readOnly = true)
	public List<DeadlineMove> moves(Actor actor, ReportKey key) {
		actor.require(Act.READ_REPORTS, key.unit());
		this.units.require(key.unit());
		return this.deadlines.moves(key);
	}

	/**
	 * Moves it.
	 * @param due the last day to hand in from now on: the usual one or later, within a
	 * year of the period's end
	 * @throws Refusal when the unit does not report that period, or the day or the reason
	 * will not do
	 */
	public List<DeadlineMove> move(Actor actor, ReportKey key, LocalDate due, String reason) {
		actor.require(Act.MOVE_DEADLINE, key.unit());
		LocalDate usual = OwedReports.due(this.owed.edition(key), key.period());
		this.units.requireOpen(key);
		LocalDate last = key.period().to().plusDays(MOST_DAYS);
		if (due.isBefore(usual) || due.isAfter(last)) {
			throw Refusal.invalid("/due", "due-out-of-range", due, usual, last);
		}
		this.deadlines.insert(key, due, TypedText.reason(reason), actor.person(), this.clock.instant());
		this.audit.note(actor, "move-deadline", key.subject(), key.unit(), Map.of("due", due.toString()));
		return this.deadlines.moves(key);
	}

}
