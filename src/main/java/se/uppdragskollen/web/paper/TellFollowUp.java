package se.uppdragskollen.web.paper;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assessment.OutcomeRow;
import se.uppdragskollen.assessment.Outcomes;
import se.uppdragskollen.assessment.ReadResults;
import se.uppdragskollen.assessment.StoredResult;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.followup.Finding;
import se.uppdragskollen.followup.ReadSharedCases;
import se.uppdragskollen.followup.SharedCase;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.selfreport.DueFilter;
import se.uppdragskollen.selfreport.DueReports;
import se.uppdragskollen.selfreport.DueStatus;
import se.uppdragskollen.statement.ExemptionFilter;
import se.uppdragskollen.statement.ExemptionState;
import se.uppdragskollen.statement.FindStatements;
import se.uppdragskollen.statement.StatedExemption;
import se.uppdragskollen.unit.FindUnits;
import se.uppdragskollen.web.page.Say;
import se.uppdragskollen.web.reading.Explanation;
import tools.jackson.databind.JsonNode;

/**
 * Puts together how a centre stands, from what the actor may read and the centre too.
 */
@Component
public class TellFollowUp {

	/** An exemption that is only proposed, or was refused, concerns nobody. */
	private static final Set<ExemptionState> COUNT = EnumSet.of(ExemptionState.APPROVED, ExemptionState.ENDED);

	private final FindUnits units;

	private final Outcomes outcomes;

	private final Editions editions;

	private final ReadSharedCases cases;

	private final ReadResults results;

	private final FindStatements statements;

	private final DueReports due;

	private final Clock clock;

	TellFollowUp(FindUnits units, Outcomes outcomes, Editions editions, ReadSharedCases cases, ReadResults results,
			FindStatements statements, DueReports due, Clock clock) {
		this.units = units;
		this.outcomes = outcomes;
		this.editions = editions;
		this.cases = cases;
		this.results = results;
		this.statements = statements;
		this.due = due;
		this.clock = clock;
	}

	/** All of it, in the language of its reader. */
	public FollowUp of(Actor actor, String unit, Span span, Say say) {
		List<FollowUp.Assigned> parts = new ArrayList<>();
		for (String assignment : this.editions.assignments()) {
			List<OutcomeRow> told = this.outcomes.between(actor, unit, assignment, span.from(), span.to())
				.stream()
				.filter((one) -> span.holds(one.period()))
				.toList();
			edition(assignment, told.isEmpty() ? span.to() : told.get(told.size() - 1).period().to())
				.ifPresent((edition) -> parts.add(new FollowUp.Assigned(edition, OutcomeTable.of(told, edition, say))));
		}
		List<StoredResult> results = this.results.list(actor, unit, null, null, PageRequest.everything())
			.items()
			.stream()
			.filter((one) -> span.holds(one.period()))
			.sorted((one, other) -> one.period().compareTo(other.period()))
			.toList();
		return new FollowUp(this.units.one(actor, unit), span, this.clock.instant(), actor.name(), parts,
				cases(actor, unit, say), exemptions(actor, unit, span, say),
				this.due
					.page(actor, new DueFilter(unit, null, null, DueStatus.LATE),
							PageRequest.of(PageRequest.MOST, null, DueReports.KEYS))
					.items()
					.stream()
					.filter((one) -> span.holds(one.period()))
					.toList(),
				results);
	}

	private Optional<Edition> edition(String assignment, LocalDate day) {
		return this.editions.inForceOn(assignment, day)
			.or(() -> this.editions.inForceOn(assignment, LocalDate.now(this.clock)));
	}

	/** Each report that a case rests on is read once, however many cases do. */
	private List<FollowUp.Told> cases(Actor actor, String unit, Say say) {
		Map<Long, Judged> judged = new HashMap<>();
		List<FollowUp.Told> told = new ArrayList<>();
		for (SharedCase one : this.cases.open(actor, unit)) {
			Finding newest = one.newestFailure();
			Judged why = (newest == null) ? null : judged.computeIfAbsent(newest.result(),
					(id) -> new Judged(this.results.find(actor, id), this.results.document(actor, id)));
			told.add(new FollowUp.Told(one, (why == null) ? null : why(one, why, say)));
		}
		return told;
	}

	private @Nullable Explanation why(SharedCase one, Judged judged, Say say) {
		Edition edition = this.editions.revision(judged.result().revision());
		Requirement requirement = this.editions.current(one.row().assignment(), one.row().edition())
			.map((own) -> own.requirements().get(one.row().requirement()))
			.orElse(null);
		String former = (requirement == null) ? null : requirement.continues();
		for (JsonNode outcome : judged.document().path("outcomes")) {
			String id = outcome.path("requirement").asString();
			if (id.equals(one.row().requirement()) || id.equals(former)) {
				return Explanation.of(judged.result(), outcome, edition, say);
			}
		}
		return null;
	}

	private List<FollowUp.Exempted> exemptions(Actor actor, String unit, Span span, Say say) {
		return this.statements
			.exemptions(actor, new ExemptionFilter(unit, null, null, null), PageRequest.of(PageRequest.MOST, null, 1))
			.items()
			.stream()
			.filter((one) -> COUNT.contains(one.state()) && span.touches(one.from(), last(one)))
			.map((one) -> new FollowUp.Exempted(one,
					edition(one.assignment(), span.to()).map((edition) -> edition.requirements().get(one.requirement()))
						.map((requirement) -> say.of(requirement.title()))
						.orElse("")))
			.toList();
	}

	private static LocalDate last(StatedExemption one) {
		return (one.endedOn() == null) ? one.to() : one.endedOn();
	}

	private record Judged(StoredResult result, JsonNode document) {

	}

}
