package se.uppdragskollen.selfreport;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.request.Refusal;

/**
 * What was handed in, and how it stands: for the centre, reviewers and auditors. What is
 * being typed is for the centre alone.
 */
@Component
@Transactional(readOnly = true)
public class ReadReports {

	private final ReportStates states;

	private final ReportVersions versions;

	private final Drafts drafts;

	private final DueReports dueReports;

	private final Deadlines deadlines;

	private final EvidenceFiles evidence;

	private final OwedReports owed;

	private final ReportUnits units;

	ReadReports(ReportStates states, ReportVersions versions, Drafts drafts, DueReports dueReports, Deadlines deadlines,
			EvidenceFiles evidence, OwedReports owed, ReportUnits units) {
		this.states = states;
		this.versions = versions;
		this.drafts = drafts;
		this.dueReports = dueReports;
		this.deadlines = deadlines;
		this.evidence = evidence;
		this.owed = owed;
		this.units = units;
	}

	/**
	 * How it stands with a report.
	 * @throws Refusal when the unit does not report that period
	 */
	public ReportOverview report(Actor actor, ReportKey key) {
		actor.require(Act.READ_REPORTS, key.unit());
		Edition edition = this.owed.edition(key);
		ReportUnit unit = this.units.requireOpen(key);
		Optional<ReportState> state = this.states.find(key);
		boolean typed = this.drafts.find(key).isPresent();
		return new ReportOverview(this.dueReports.one(key, edition, unit, state.orElse(null), typed),
				state.map(ReportState::returnedReason).orElse(null), this.versions.all(key), this.deadlines.moves(key),
				state.map(ReportState::version).orElse(0L));
	}

	/** The periods of which there is a report to read: one that was handed in. */
	public Set<Period> handedIn(Actor actor, String unit, String assignment) {
		actor.require(Act.READ_REPORTS, unit);
		return this.versions.periods(unit, assignment);
	}

	/** The versions that were handed in, the oldest first. */
	public List<VersionSummary> versions(Actor actor, ReportKey key) {
		actor.require(Act.READ_REPORTS, key.unit());
		this.units.require(key.unit());
		return this.versions.all(key);
	}

	/**
	 * A version with all that it says, and what it says otherwise than the one before.
	 * @throws Refusal when there is none
	 */
	public ReportVersion version(Actor actor, ReportKey key, int number) {
		actor.require(Act.READ_REPORTS, key.unit());
		VersionSummary summary = this.versions.find(key, number).orElseThrow(() -> Refusal.notFound("no-version"));
		DraftContent typed = this.versions.typed(key, number).orElseThrow();
		List<EntryChange> changes = this.versions.typed(key, number - 1)
			.map((before) -> EntryChange.between(before.entries(), typed.entries()))
			.orElse(List.of());
		return new ReportVersion(summary, typed.entries(), typed.comment(), this.versions.content(key, number),
				this.evidence.ofVersion(key, number), changes);
	}

}
