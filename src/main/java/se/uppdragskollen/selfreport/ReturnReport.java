package se.uppdragskollen.selfreport;

import java.time.Clock;
import java.util.Map;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.request.Refusal;

/**
 * A reviewer sends a self-report back to be completed. What was handed in stays; a draft
 * with the same answers is opened, unless the centre has one open already.
 */
@Component
@Transactional
public class ReturnReport {

	private final Drafts drafts;

	private final ReportStates states;

	private final ReportVersions versions;

	private final ReadReports reads;

	private final ApplicationEventPublisher events;

	private final Audit audit;

	private final Clock clock;

	ReturnReport(Drafts drafts, ReportStates states, ReportVersions versions, ReadReports reads,
			ApplicationEventPublisher events, Audit audit, Clock clock) {
		this.drafts = drafts;
		this.states = states;
		this.versions = versions;
		this.reads = reads;
		this.events = events;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Returns the newest version.
	 * @param version the version of the report that was read, as {@link ReportOverview}
	 * tells
	 * @param reason what is to be completed
	 * @throws Refusal when nothing is handed in, or it is returned already
	 */
	public ReportOverview giveBack(Actor actor, ReportKey key, long version, String reason) {
		actor.require(Act.RETURN_REPORT, key.unit());
		ReportState state = this.states.lock(key).orElseThrow(() -> Refusal.conflict("report-not-submitted"));
		if (state.version() != version) {
			throw Refusal.outdated(this.reads.report(actor, key));
		}
		Integer latest = state.latest();
		if (!state.is(ReportState.SUBMITTED) || latest == null) {
			throw Refusal.conflict("report-not-submitted");
		}
		this.states.returned(key, TypedText.reason(reason));
		this.drafts.insert(key, this.versions.typed(key, latest).orElseThrow(), this.versions.signer(key, latest),
				this.clock.instant());
		this.audit.note(actor, "return-report", key.subject(), key.unit(), Map.of("number", latest));
		this.events.publishEvent(new ReportReturned(key, actor.person()));
		return this.reads.report(actor, key);
	}

}
