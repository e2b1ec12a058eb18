package se.uppdragskollen.selfreport;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.request.Refusal;

/**
 * A centre's manager signs the self-report and hands it in: a version is made that is
 * never changed, judged by the edition in force now.
 */
@Component
@Transactional
public class SubmitReport {

	private final Drafts drafts;

	private final ReportStates states;

	private final ReportVersions versions;

	private final DraftReports reports;

	private final ApplicationEventPublisher events;

	private final Audit audit;

	private final Clock clock;

	SubmitReport(Drafts drafts, ReportStates states, ReportVersions versions, DraftReports reports,
			ApplicationEventPublisher events, Audit audit, Clock clock) {
		this.drafts = drafts;
		this.states = states;
		this.versions = versions;
		this.reports = reports;
		this.events = events;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Hands in the draft.
	 * @param version the version of the draft that was read and is signed
	 * @param confirm whether the manager says that it is right
	 * @param reason why a report that was handed in is corrected, else empty
	 * @throws Refusal when anything in the draft is wrong, when it is empty, or when the
	 * period is not over
	 */
	public VersionSummary submit(Actor actor, ReportKey key, long version, boolean confirm, String reason) {
		actor.require(Act.SUBMIT_REPORT, key.unit());
		ReportState state = this.states.lock(key).orElseThrow(() -> Refusal.notFound("no-draft"));
		Draft draft = this.drafts.lock(key).orElseThrow(() -> Refusal.notFound("no-draft"));
		if (draft.version() != version) {
			throw Refusal.outdated(draft);
		}
		LocalDate today = LocalDate.now(this.clock);
		if (!today.isAfter(key.period().to())) {
			throw Refusal.conflict("period-not-over", key.period(), key.period().to());
		}
		if (!confirm) {
			throw Refusal.invalid("/confirm", "confirm-missing");
		}
		String why = why(state, reason);
		DraftReading reading = this.reports.read(key, draft.entries());
		Report report = reading.report().orElseThrow(() -> Refusal.invalid(reading.problems()));
		if (report.values().isEmpty()) {
			throw Refusal.invalid("/entries", "report-empty");
		}
		int number = (state.latest() == null) ? 1 : state.latest() + 1;
		this.versions.insert(key, number, reading.edition(), report, draft.content().confirmed(), why, actor.person(),
				this.clock.instant());
		this.states.submitted(key, number, today);
		this.drafts.delete(key);
		this.audit.note(actor, "submit-report", key.subject(), key.unit(), Map.of("number", number, "fingerprint",
				report.fingerprint(), "edition", reading.edition().id(), "revision", reading.edition().revision()));
		this.events.publishEvent(new ReportSubmitted(key.unit(), key.assignment(), key.period()));
		return this.versions.find(key, number).orElseThrow();
	}

	/** Why a version replaces another: told by the centre, unless it was asked for it. */
	private static String why(ReportState state, String reason) {
		if (state.is(ReportState.SUBMITTED)) {
			return TypedText.reason(reason);
		}
		if (state.latest() == null && !reason.isBlank()) {
			throw Refusal.invalid("/reason", "reason-without-correction");
		}
		return TypedText.optional(reason, "reason");
	}

}
