package se.uppdragskollen.web.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assessment.Explained;
import se.uppdragskollen.assessment.OutcomeFilter;
import se.uppdragskollen.assessment.OutcomeRow;
import se.uppdragskollen.assessment.Outcomes;
import se.uppdragskollen.assessment.ReadResults;
import se.uppdragskollen.assessment.RequirementSum;
import se.uppdragskollen.assessment.SumOutcomes;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.statement.ExemptionFilter;
import se.uppdragskollen.statement.FindStatements;
import se.uppdragskollen.web.page.Say;

/**
 * What a requirement leads to: its outcomes over time, and who does not meet it or cannot
 * be judged, and why.
 */
@Component
class RequirementOutcomes {

	private static final int PERIODS = 12;

	private static final int SOME = 50;

	private final SumOutcomes sums;

	private final Outcomes outcomes;

	private final ReadResults results;

	private final FindStatements statements;

	RequirementOutcomes(SumOutcomes sums, Outcomes outcomes, ReadResults results, FindStatements statements) {
		this.sums = sums;
		this.outcomes = outcomes;
		this.results = results;
		this.statements = statements;
	}

	/**
	 * Puts them on the page.
	 * @param asked the period whose centres are wanted, the newest when there is none
	 * such
	 */
	void add(Actor actor, RequirementLine line, @Nullable String asked, Say say, Model model) {
		String assignment = line.steps().get(0).edition().assignment();
		List<Over> over = this.sums.overPeriods(actor, assignment, line.ids(), PERIODS).stream().map(Over::of).toList();
		model.addAttribute("over", over);
		Over shown = over.stream()
			.filter((one) -> one.period().toString().equals(asked))
			.findFirst()
			.or(() -> over.stream().findFirst())
			.orElse(null);
		model.addAttribute("shown", shown);
		if (shown != null && actor.may(Act.READ_REPORTS)) {
			model.addAttribute("notMet", those(actor, assignment, shown, "not-met", say));
			model.addAttribute("unjudged", those(actor, assignment, shown, "not-assessable", say));
		}
		model.addAttribute("exemptions",
				this.statements
					.exemptions(actor,
							new ExemptionFilter(null, assignment,
									shown == null ? line.steps().get(0).requirement().id() : shown.requirement(), null),
							PageRequest.of(SOME, null, 1))
					.items());
		model.addAttribute("proposes", actor.may(Act.PROPOSE_EXEMPTION));
	}

	private Those those(Actor actor, String assignment, Over shown, String outcome, Say say) {
		Page<OutcomeRow> page = this.outcomes.list(actor,
				new OutcomeFilter(null, assignment, shown.period(), shown.requirement(), outcome),
				PageRequest.of(SOME, null, 3));
		Map<Long, Explained> explained = this.results.explained(actor,
				page.items().stream().map(OutcomeRow::result).toList(), List.of(shown.requirement()));
		List<Centre> centres = new ArrayList<>();
		page.items().forEach((one) -> {
			Explained told = explained.get(one.result());
			centres.add(new Centre(one.unit(), one.unitName(),
					(told == null) ? "" : told.outcome().path("sentence").path(say.language().code()).asString()));
		});
		centres.sort((one, other) -> one.name().compareTo(other.name()));
		return new Those(centres, page.next() != null);
	}

	/**
	 * A period's outcomes.
	 *
	 * @param requirement the requirement's id then
	 * @param period the period
	 * @param tally how many of each
	 */
	public record Over(String requirement, Period period, Tally tally) {

		static Over of(RequirementSum sum) {
			return new Over(sum.requirement(), sum.period(), Tally.of(sum.units()));
		}

	}

	/**
	 * Centres with the same outcome.
	 *
	 * @param centres the centres, by name
	 * @param more whether there are others
	 */
	public record Those(List<Centre> centres, boolean more) {

	}

	/**
	 * A centre with what its result says.
	 *
	 * @param unit the centre
	 * @param name what people call it
	 * @param sentence why
	 */
	public record Centre(String unit, String name, String sentence) {

	}

}
