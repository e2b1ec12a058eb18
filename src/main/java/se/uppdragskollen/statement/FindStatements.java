package se.uppdragskollen.statement;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.access.Reach;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.request.Refusal;

/**
 * Lists what is stated, for those who may read it: a centre's people what concerns their
 * centre.
 */
@Component
@Transactional(readOnly = true)
public class FindStatements {

	private final RegisterValues registerValues;

	private final Exemptions exemptions;

	private final StatedSignals signals;

	private final SignalMarks marks;

	private final SignalLinks links;

	FindStatements(RegisterValues registerValues, Exemptions exemptions, StatedSignals signals, SignalMarks marks,
			SignalLinks links) {
		this.registerValues = registerValues;
		this.exemptions = exemptions;
		this.signals = signals;
		this.marks = marks;
		this.links = links;
	}

	/**
	 * Register values, those of the latest periods first. The sort key has two parts.
	 * @throws Refusal when the unit is another's, or the period is none
	 */
	public Page<StatedRegisterValue> registerValues(Actor actor, RegisterValueFilter filter, PageRequest page) {
		if (filter.period() != null && Period.parse(filter.period()).isEmpty()) {
			throw Refusal.invalid("period", "parameter-period", filter.period());
		}
		return this.registerValues.page(reach(actor, Act.READ_REPORTS, filter.unit()), filter, page);
	}

	/** Exemptions, the latest first. The sort key has one part. */
	public Page<StatedExemption> exemptions(Actor actor, ExemptionFilter filter, PageRequest page) {
		return this.exemptions.page(reach(actor, Act.READ_REPORTS, filter.unit()), filter, page);
	}

	/**
	 * An exemption.
	 * @throws Refusal when there is none, or it is another unit's
	 */
	public StatedExemption exemption(Actor actor, long id) {
		actor.require(Act.READ_REPORTS);
		StatedExemption exemption = this.exemptions.find(id)
			.orElseThrow(() -> Refusal.notFound("exemption-not-found", id));
		actor.require(Act.READ_REPORTS, exemption.unit());
		return exemption;
	}

	/** The proposed exemptions, by whether the actor may decide them. */
	public WaitingExemptions waitingExemptions(Actor actor) {
		actor.require(Act.READ_REPORTS);
		return this.exemptions.waiting(actor.reach(Act.READ_REPORTS), actor.reach(Act.DECIDE_EXEMPTION),
				actor.person());
	}

	/** Whether the actor proposed it, and another has to decide. */
	public boolean isOwn(Actor actor, long id) {
		actor.require(Act.READ_REPORTS);
		return this.exemptions.isProposedBy(id, actor.person());
	}

	/** Signals about and from units, the latest first. The sort key has two parts. */
	public Page<StatedSignal> signals(Actor actor, SignalFilter filter, PageRequest page) {
		return this.signals.page(reach(actor, Act.READ_REPORTS, filter.unit()), filter, page);
	}

	/**
	 * What was done about signals, by their ids, the first told first; those about which
	 * nothing was told are left out.
	 */
	public Map<Long, List<SignalMark>> marks(Actor actor, List<StatedSignal> signals) {
		signals.stream().map(StatedSignal::unit).distinct().forEach((unit) -> actor.require(Act.READ_REPORTS, unit));
		return this.marks.of(signals.stream().map(StatedSignal::id).toList());
	}

	/** Counterparts' links, the latest first. The sort key has one part. */
	public Page<SignalLink> links(Actor actor, @Nullable String unit, PageRequest page) {
		return this.links.page(reach(actor, Act.READ_OVERVIEW, unit), unit, page);
	}

	private static Reach reach(Actor actor, Act act, @Nullable String unit) {
		actor.require(act);
		if (unit != null) {
			actor.require(act, unit);
		}
		return actor.reach(act);
	}

}
