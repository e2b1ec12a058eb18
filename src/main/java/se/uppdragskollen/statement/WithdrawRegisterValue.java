package se.uppdragskollen.statement;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.request.Refusal;

/**
 * Takes back a register's value without another in its place. It is kept as withdrawn.
 */
@Component
@Transactional
public class WithdrawRegisterValue {

	private final Subjects subjects;

	private final RegisterValues values;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	WithdrawRegisterValue(Subjects subjects, RegisterValues values, Audit audit, ApplicationEventPublisher events) {
		this.subjects = subjects;
		this.values = values;
		this.audit = audit;
		this.events = events;
	}

	/**
	 * Withdraws.
	 * @param sentReason why
	 * @return the value as it is kept
	 * @throws Refusal when there is no such value, or it counts no longer
	 */
	public StatedRegisterValue withdraw(Actor actor, long id, @Nullable String sentReason) {
		actor.require(Act.EDIT_REGISTER_VALUES);
		StatedRegisterValue value = find(id);
		actor.require(Act.EDIT_REGISTER_VALUES, value.unit());
		Checks checks = this.subjects.checks();
		String reason = checks.text("reason", sentReason, Checks.LONGEST);
		checks.end();
		if (this.values.withdraw(List.of(id), actor.person(), this.subjects.clock().instant(), reason) == 0) {
			throw Refusal.conflict("statement-withdrawn");
		}
		this.audit.note(actor, "register-value-withdrawn", "register-value:" + id, value.unit(), Map.of("assignment",
				value.assignment(), "period", value.period(), "source", value.source(), "element", value.element()));
		Period period = Period.parse(value.period()).orElseThrow();
		this.events.publishEvent(new StatementChanged(value.unit(), value.assignment(), period.to(), period.to()));
		return find(id);
	}

	private StatedRegisterValue find(long id) {
		return this.values.find(id).orElseThrow(() -> Refusal.notFound("register-value-not-found", id));
	}

}
