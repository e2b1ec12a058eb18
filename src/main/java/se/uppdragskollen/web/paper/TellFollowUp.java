package se.uppdragskollen.web.paper;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assessment.OutcomeRow;
import se.uppdragskollen.assessment.Explained;
import se.uppdragskollen.assessment.Outcomes;
import se.uppdragskollen.assessment.ReadResults;
import se.uppdragskollen.assessment.StoredResult;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.edition.CurrentEditions;
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
		Map<String, CurrentEditions> editions = new LinkedHashMap<>();
		this.editions.assignments().forEach((one) -> editions.put(one, this.editions.currentOf(one)));
		for (String assignment : editions.keySet()) {
			List<OutcomeRow> told = this.outcomes.between(actor, unit, assignment, span.from(), span.to())
				.stream()
				.filter((one) -> span.holds(one.period()))
				.toList();
			edition(editions.get(assignment), told.isEmpty() ? span.to() : told.get(told.size() - 1).period().to())
				.ifPresent((edition) -> parts.add(new FollowUp.Assigned(edition, OutcomeTable.of(told, edition, say))));
		}
		List<StoredResult> results = this.results.list(actor, unit, null, null, PageRequest.everything())
			.items()
			.stream()
			.filter((one) -> span.holds(one.period()))
			.sorted((one, other) -> one.period().compareTo(other.period()))
			.toList();
		return new FollowUp(this.units.one(actor, unit), span, this.clock.instant(), actor.name(), parts,
				cases(actor, unit, editions, say), exemptions(actor, unit, span, editions, say),
				this.due
					.page(actor, new DueFilter(unit, null, null, DueStatus.LATE),
							PageRequest.of(PageRequest.MOST, null, DueReports.KEYS))
					.items()
					.stream()
					.filter((one) -> span.holds(one.period()))
					.toList(),
				results);
	}

	private Optional<Edition> edition(@Nullable CurrentEditions editions, LocalDate day) {
		return (editions == null) ? Optional.empty()
				: editions.inForceOn(day).or(() -> editions.inForceOn(LocalDate.now(this.clock)));
	}

	/** What all cases rest on is read at once. */
	private List<FollowUp.Told> cases(Actor actor, String unit, Map<String, CurrentEditions> editions, Say say) {
		List<SharedCase> open = this.cases.open(actor, unit);
		Set<Long> results = new TreeSet<>();
		Set<String> requirements = new TreeSet<>();
		for (SharedCase one : open) {
			Finding newest = one.newestFailure();
			if (newest != null) {
				results.add(newest.result());
				requirements.addAll(names(one, editions));
			}
		}
		List<Explained> explained = results.isEmpty() ? List.of()
				: this.results.explanations(actor, results, requirements);
		return open.stream().map((one) -> new FollowUp.Told(one, why(one, editions, explained, say))).toList();
	}

	private @Nullable Explanation why(SharedCase one, Map<String, CurrentEditions> editions, List<Explained> explained,
			Say say) {
		Finding newest = one.newestFailure();
		List<String> names = names(one, editions);
		return explained.stream()
			.filter((told) -> newest != null && told.result().id() == newest.result()
					&& names.contains(told.outcome().path("requirement").asString()))
			.findFirst()
			.map((told) -> Explanation.of(told, this.editions.revision(told.result().revision()), say))
			.orElse(null);
	}

	/** What the case's requirement is called, now and in the edition before. */
	private static List<String> names(SharedCase one, Map<String, CurrentEditions> editions) {
		String id = one.row().requirement();
		return Optional.ofNullable(editions.get(one.row().assignment()))
			.flatMap((all) -> all.named(one.row().edition()))
			.map((edition) -> edition.requirements().get(id))
			.map(Requirement::continues)
			.map((former) -> List.of(id, former))
			.orElse(List.of(id));
	}

	private List<FollowUp.Exempted> exemptions(Actor actor, String unit, Span span,
			Map<String, CurrentEditions> editions, Say say) {
		return this.statements
			.exemptions(actor, new ExemptionFilter(unit, null, null, null), PageRequest.of(PageRequest.MOST, null, 1))
			.items()
			.stream()
			.filter((one) -> COUNT.contains(one.state()) && span.touches(one.from(), last(one)))
			.map((one) -> new FollowUp.Exempted(one,
					edition(editions.get(one.assignment()), span.to())
						.map((edition) -> edition.requirements().get(one.requirement()))
						.map((requirement) -> say.of(requirement.title()))
						.orElse("")))
			.toList();
	}

	private static LocalDate last(StatedExemption one) {
		return (one.endedOn() == null) ? one.to() : one.endedOn();
	}

}
