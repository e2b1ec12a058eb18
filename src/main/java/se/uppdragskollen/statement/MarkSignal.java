package se.uppdragskollen.statement;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.request.Refusal;

/**
 * Marks a signal as taken in, with a word of what was done. The centre reads it too; more
 * can be told later, nothing is taken back.
 */
@Component
@Transactional
public class MarkSignal {

	/** More nobody needs to tell of one signal. */
	private static final int MOST = 20;

	private final Subjects subjects;

	private final StatedSignals signals;

	private final SignalMarks marks;

	private final Audit audit;

	MarkSignal(Subjects subjects, StatedSignals signals, SignalMarks marks, Audit audit) {
		this.subjects = subjects;
		this.signals = signals;
		this.marks = marks;
		this.audit = audit;
	}

	/**
	 * Marks it.
	 * @param unit the unit that it is about or comes from
	 * @param sentText what was done
	 * @throws Refusal when there is no such signal of the unit, it counts no longer, the
	 * words cannot be taken, or enough was told
	 */
	public void mark(Actor actor, String unit, long id, @Nullable String sentText) {
		actor.require(Act.NOTE_SIGNAL, unit);
		StatedSignal signal = this.signals.find(id)
			.filter((one) -> one.unit().equals(unit))
			.orElseThrow(() -> Refusal.notFound("signal-not-found", id));
		if (signal.withdrawnAt() != null) {
			throw Refusal.conflict("statement-withdrawn");
		}
		Checks checks = this.subjects.checks();
		String text = checks.text("text", sentText, Checks.LONGEST);
		checks.end();
		if (this.marks.of(List.of(id)).getOrDefault(id, List.of()).size() >= MOST) {
			throw Refusal.conflict("signal-marks-many", MOST);
		}
		this.marks.add(id, text, actor.person(), this.subjects.clock().instant());
		this.audit.note(actor, "signal-marked", "signal:" + id, unit, Map.of());
	}

}
