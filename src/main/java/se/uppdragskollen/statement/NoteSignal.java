package se.uppdragskollen.statement;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.Counterpart;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.report.Flag;
import se.uppdragskollen.request.Refusal;

/**
 * Notes signals: the region's staff what a counterpart says of a unit, a centre's people
 * how the work with a counterpart goes, seen from their centre.
 */
@Component
@Transactional
public class NoteSignal {

	/** Everybody but the centre itself. */
	static final Set<Counterpart> COUNTERPARTS = EnumSet.complementOf(EnumSet.of(Counterpart.CENTRE));

	private final Subjects subjects;

	private final StatedSignals signals;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	NoteSignal(Subjects subjects, StatedSignals signals, Audit audit, ApplicationEventPublisher events) {
		this.subjects = subjects;
		this.signals = signals;
		this.audit = audit;
		this.events = events;
	}

	/**
	 * A signal as it was sent.
	 *
	 * @param assignment may be left out where there is only one
	 * @param counterpart who says it, or of whom it is said
	 * @param organisation which one, if told
	 * @param flag {@code green}, {@code yellow} or {@code red}
	 * @param requirement what it is about, if told
	 * @param text in words, if told
	 * @param date when it was said
	 */
	public record Entry(@Nullable String assignment, @Nullable String counterpart, @Nullable String organisation,
			@Nullable String flag, @Nullable String requirement, @Nullable String text, @Nullable String date) {

	}

	/**
	 * Notes what a counterpart says of a unit.
	 * @throws Refusal when anything is wrong with it, with all that is
	 */
	public StatedSignal note(Actor actor, @Nullable String sentUnit, Entry entry) {
		actor.require(Act.NOTE_SIGNAL);
		Checks checks = this.subjects.checks();
		String unit = this.subjects.unit(checks, sentUnit);
		StatedSignal signal = read(actor, checks, unit, Direction.ABOUT_UNIT, entry);
		actor.require(Act.NOTE_SIGNAL, unit);
		StatedSignal noted = save(actor, signal, "signal-noted");
		tell(noted);
		return noted;
	}

	/**
	 * Notes what a unit says of a counterpart.
	 * @throws Refusal when the actor does not belong to the unit, or anything is wrong
	 */
	public StatedSignal give(Actor actor, String unit, Entry entry) {
		actor.require(Act.GIVE_SIGNAL, unit);
		return save(actor, read(actor, this.subjects.checks(), unit, Direction.FROM_UNIT, entry), "signal-given");
	}

	/**
	 * Takes a signal back: the region's staff one about a unit, a centre's people their
	 * own.
	 * @throws Refusal when there is no such signal, or it counts no longer
	 */
	public StatedSignal withdraw(Actor actor, long id, @Nullable String sentReason) {
		StatedSignal signal = find(id);
		actor.require((signal.direction() == Direction.ABOUT_UNIT) ? Act.NOTE_SIGNAL : Act.GIVE_SIGNAL, signal.unit());
		Checks checks = this.subjects.checks();
		String reason = checks.text("reason", sentReason, Checks.LONGEST);
		checks.end();
		if (!this.signals.withdraw(id, actor.person(), this.subjects.clock().instant(), reason)) {
			throw Refusal.conflict("statement-withdrawn");
		}
		this.audit.note(actor, "signal-withdrawn", "signal:" + id, signal.unit(), details(signal));
		if (signal.direction() == Direction.ABOUT_UNIT) {
			tell(signal);
		}
		return find(id);
	}

	private StatedSignal read(Actor actor, Checks checks, String unit, Direction direction, Entry entry) {
		String assignment = this.subjects.assignment(checks, entry.assignment());
		Counterpart counterpart = checks.word("counterpart", entry.counterpart(), Counterpart.class, COUNTERPARTS);
		String organisation = checks.optionalText("organisation", entry.organisation(), Checks.LONGEST_NAME);
		Flag flag = checks.word("flag", entry.flag(), Flag.class);
		LocalDate date = checks.pastDate("date", entry.date());
		String requirement = this.subjects.requirement(checks, entry.requirement(), assignment, date);
		String text = checks.optionalText("text", entry.text(), Checks.LONGEST);
		checks.end();
		return new StatedSignal(0, unit, this.subjects.unitName(unit), assignment, direction, counterpart,
				(organisation == null) ? "" : organisation, flag, requirement, text, date, actor.name(),
				this.subjects.clock().instant(), null, null, null, null);
	}

	private StatedSignal save(Actor actor, StatedSignal signal, String act) {
		long id = this.signals.add(signal, actor.person());
		this.audit.note(actor, act, "signal:" + id, signal.unit(), details(signal));
		return find(id);
	}

	private StatedSignal find(long id) {
		return this.signals.find(id).orElseThrow(() -> Refusal.notFound("signal-not-found", id));
	}

	private void tell(StatedSignal signal) {
		this.events
			.publishEvent(StatementChanged.between(signal.unit(), signal.assignment(), signal.date(), signal.date()));
	}

	/** What the log holds of a signal: never its words. */
	static Map<String, String> details(StatedSignal signal) {
		return Map.of("assignment", signal.assignment(), "direction", signal.direction().word(), "counterpart",
				signal.counterpart().word(), "flag", signal.flag().word(), "date", signal.date().toString());
	}

}
