package se.uppdragskollen.web.region;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.evaluation.AskedElements;
import se.uppdragskollen.evaluation.OutcomeKind;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.selfreport.ReadUnclear;
import se.uppdragskollen.selfreport.UnclearElement;
import se.uppdragskollen.statement.ExemptionFilter;
import se.uppdragskollen.statement.FindStatements;
import se.uppdragskollen.web.Listing;
import se.uppdragskollen.web.page.Say;
import se.uppdragskollen.web.reading.Judgements;

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

	private final ReadUnclear unclear;

	private final Clock clock;

	RequirementOutcomes(SumOutcomes sums, Outcomes outcomes, ReadResults results, FindStatements statements,
			ReadUnclear unclear, Clock clock) {
		this.unclear = unclear;
		this.clock = clock;
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
		List<Over> over = this.sums.overPeriods(actor, assignment, line.ids(), PERIODS)
			.stream()
			.map((one) -> Over.of(one, line))
			.toList();
		model.addAttribute("over", over);
		model.addAttribute("recommended", over.stream().anyMatch((one) -> one.unmet().equals("to-discuss")));
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
		String id = (shown == null) ? line.steps().get(0).requirement().id() : shown.requirement();
		model.addAttribute("exemptions",
				this.statements
					.exemptions(actor, new ExemptionFilter(null, assignment, id, null), PageRequest.of(SOME, null, 1))
					.items());
		model.addAttribute("doubts", doubts(actor, line.steps().get(0), say));
		model.addAttribute("proposes", actor.may(Act.PROPOSE_EXEMPTION));
	}

	/**
	 * Writes its outcomes as a file.
	 * @return whether a file was asked for
	 */
	boolean write(Actor actor, RequirementLine line, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		RequirementLine.Step newest = line.steps().get(0);
		String name = newest.edition().assignment() + "-" + newest.requirement().id();
		return Listing.<RequirementSum>of(name)
			.column("period", (row) -> row.period().toString())
			.column("requirement", RequirementSum::requirement)
			.column("level", (row) -> line.then(row.requirement(), row.period()).level().word())
			.column("met", (row) -> counted(row, OutcomeKind.MET))
			.column("not-met", (row) -> counted(row, OutcomeKind.NOT_MET))
			.column("not-assessable", (row) -> counted(row, OutcomeKind.NOT_ASSESSABLE))
			.column("exempt", (row) -> counted(row, OutcomeKind.EXEMPT))
			.column("not-applicable", (row) -> counted(row, OutcomeKind.NOT_APPLICABLE))
			.written(request, response,
					this.sums.overPeriods(actor, newest.edition().assignment(), line.ids(), Integer.MAX_VALUE), () -> {
					});
	}

	private static int counted(RequirementSum sum, OutcomeKind kind) {
		return sum.units().getOrDefault(kind.word(), 0);
	}

	/** Which of its questions centres have found unclear in the last year. */
	private List<Doubt> doubts(Actor actor, RequirementLine.Step newest, Say say) {
		List<UnclearElement> marked = this.unclear.since(actor, LocalDate.now(this.clock).minusYears(1));
		if (marked.isEmpty()) {
			return List.of();
		}
		AskedElements asked = AskedElements.of(newest.edition());
		return marked.stream()
			.filter((one) -> one.assignment().equals(newest.edition().assignment())
					&& asked.requirements(one.element()).contains(newest.requirement()))
			.map((one) -> new Doubt(one.element(),
					newest.edition().datum(one.element()).map((datum) -> say.of(datum.label())).orElse(one.element()),
					one.centres()))
			.toList();
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
	 * @param unmet what it is called when it is not met
	 */
	public record Over(String requirement, Period period, Tally tally, String unmet) {

		static Over of(RequirementSum sum, RequirementLine line) {
			Requirement then = line.then(sum.requirement(), sum.period());
			return new Over(sum.requirement(), sum.period(), Tally.of(sum.units(), then),
					Judgements.kind("not-met", then));
		}

	}

	/**
	 * A question of the requirement that centres find unclear.
	 *
	 * @param element the element
	 * @param label how it is asked
	 * @param centres how many have marked it
	 */
	public record Doubt(String element, String label, int centres) {

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
