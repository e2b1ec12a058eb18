package se.uppdragskollen.web.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assessment.OutcomeRow;
import se.uppdragskollen.assessment.Outcomes;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Part;
import se.uppdragskollen.assignment.Priority;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.followup.CaseFilter;
import se.uppdragskollen.followup.CaseRow;
import se.uppdragskollen.followup.ReadCases;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.statement.FindStatements;
import se.uppdragskollen.statement.SignalFilter;
import se.uppdragskollen.unit.FindUnits;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.page.Crumb;
import se.uppdragskollen.web.page.Desk;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Say;
import se.uppdragskollen.web.paper.Span;

/**
 * What a reviewer looks at before a dialogue with a centre: the questions of how care is
 * given with the prioritisation model, how the centre stands, and what is said of it.
 */
@PageController
class DialogueController {

	private final FindUnits units;

	private final Outcomes outcomes;

	private final Editions editions;

	private final ReadCases cases;

	private final FindStatements statements;

	private final Clock clock;

	DialogueController(FindUnits units, Outcomes outcomes, Editions editions, ReadCases cases,
			FindStatements statements, Clock clock) {
		this.units = units;
		this.outcomes = outcomes;
		this.editions = editions;
		this.cases = cases;
		this.statements = statements;
		this.clock = clock;
	}

	@ModelAttribute("here")
	String here() {
		return Desk.REVIEW.word();
	}

	@GetMapping("/review/centres/{unit}/dialogue")
	@Needs(Act.READ_OVERVIEW)
	String prepare(Actor actor, @PathVariable String unit, Say say, Model model) {
		String name = this.units.one(actor, unit).name();
		List<CaseRow> open = this.cases
			.list(actor, new CaseFilter(unit, null, null, null, null, true, null, null, null, null, null),
					PageRequest.of(PageRequest.MOST, null, 1))
			.items();
		List<Sheet> sheets = new ArrayList<>();
		for (String assignment : this.editions.assignments()) {
			List<OutcomeRow> newest = this.outcomes.recent(actor, unit, assignment, 1);
			if (!newest.isEmpty()) {
				this.editions.inForceOn(assignment, newest.get(0).period().to())
					.ifPresent((edition) -> sheets.add(sheet(edition, newest, open)));
			}
		}
		model.addAttribute("unitName", name);
		model.addAttribute("unitId", unit);
		model.addAttribute("years", Span.years(LocalDate.now(this.clock)));
		model.addAttribute("periods", Span.periods(LocalDate.now(this.clock)));
		model.addAttribute("sheets", sheets);
		model.addAttribute("signals",
				this.statements
					.signals(actor, new SignalFilter(unit, null, null, null, null, false),
							PageRequest.of(PageRequest.USUAL, null, 2))
					.items());
		model.addAttribute("crumbs", List.of(new Crumb("/review/centres", say.text("review.centres")),
				new Crumb("/review/centres/" + unit, name)));
		return "review/dialogue";
	}

	private static Sheet sheet(Edition edition, List<OutcomeRow> newest, List<CaseRow> open) {
		Map<String, OutcomeRow> outcomes = new HashMap<>();
		newest.forEach((one) -> outcomes.putIfAbsent(one.requirement(), one));
		Map<String, CaseRow> cases = new HashMap<>();
		open.stream()
			.filter((one) -> one.assignment().equals(edition.assignment()))
			.forEach((one) -> cases.putIfAbsent(one.requirement(), one));
		return new Sheet(edition, edition.requirements()
			.values()
			.stream()
			.filter((one) -> edition.chapterOf(one).part() == Part.CARE)
			.map((one) -> new Question(one,
					edition.patientGroups().stream().map((group) -> one.priorityByGroup().get(group.id())).toList(),
					outcomes.get(one.id()), cases.get(one.id())))
			.toList());
	}

	/**
	 * An assignment's questions.
	 *
	 * @param edition the edition
	 * @param questions in its order
	 */
	public record Sheet(Edition edition, List<Question> questions) {

	}

	/**
	 * A question of how care is given.
	 *
	 * @param requirement what is asked
	 * @param priorities for each patient group, null where the model says nothing
	 * @param newest how it went last, null before it has
	 * @param open the case that is open, null when none is
	 */
	public record Question(Requirement requirement, List<@Nullable Priority> priorities, @Nullable OutcomeRow newest,
			@Nullable CaseRow open) {

	}

}
