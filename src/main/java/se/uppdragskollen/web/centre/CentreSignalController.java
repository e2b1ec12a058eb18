package se.uppdragskollen.web.centre;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.Counterpart;
import se.uppdragskollen.report.Flag;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.selfreport.DueFilter;
import se.uppdragskollen.selfreport.DueReport;
import se.uppdragskollen.selfreport.DueReports;
import se.uppdragskollen.statement.FindStatements;
import se.uppdragskollen.statement.NoteSignal;
import se.uppdragskollen.statement.SignalFilter;
import se.uppdragskollen.statement.StatedSignal;
import se.uppdragskollen.unit.FindUnits;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.keep.Keepable;
import se.uppdragskollen.web.page.Crumb;
import se.uppdragskollen.web.page.Desk;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Refused;
import se.uppdragskollen.web.page.Say;

/**
 * How a centre and its counterparts find working together, both ways.
 */
@PageController
@RequestMapping("/centre/{unit}/signals")
class CentreSignalController {

	/** Of whom a centre can say something. */
	private static final List<Counterpart> COUNTERPARTS = List.of(Counterpart.MUNICIPALITY, Counterpart.HOSPITAL,
			Counterpart.PSYCHIATRY);

	private final FindUnits units;

	private final FindStatements statements;

	private final NoteSignal signals;

	private final DueReports due;

	private final Clock clock;

	CentreSignalController(FindUnits units, FindStatements statements, NoteSignal signals, DueReports due,
			Clock clock) {
		this.units = units;
		this.statements = statements;
		this.signals = signals;
		this.due = due;
		this.clock = clock;
	}

	@ModelAttribute("here")
	String here() {
		return Desk.CENTRE.word();
	}

	@Keepable
	@GetMapping
	@Needs(Act.GIVE_SIGNAL)
	String list(Actor actor, @PathVariable String unit, @RequestParam(required = false) @Nullable String cursor,
			Say say, Model model) {
		actor.require(Act.GIVE_SIGNAL, unit);
		String name = this.units.one(actor, unit).name();
		Page<StatedSignal> page = this.statements.signals(actor, new SignalFilter(unit, null, null, null, null, false),
				PageRequest.of(PageRequest.USUAL, cursor, 2));
		model.addAttribute("unit", unit);
		model.addAttribute("unitName", name);
		model.addAttribute("page", page);
		model.addAttribute("marks", this.statements.marks(actor, page.items()));
		model.addAttribute("counterparts", COUNTERPARTS);
		model.addAttribute("flags", Flag.values());
		model.addAttribute("crumbs", List.of(new Crumb("/centre/" + unit, name)));
		return "centre/signals";
	}

	@PostMapping
	@Needs(Act.GIVE_SIGNAL)
	String give(Actor actor, @PathVariable String unit, @RequestParam Map<String, String> fields, Say say, Model model,
			HttpServletResponse response) {
		actor.require(Act.GIVE_SIGNAL, unit);
		try {
			this.signals.give(actor, unit,
					new NoteSignal.Entry(assignment(actor, unit), fields.get("counterpart"),
							blankless(fields.get("organisation")), fields.get("flag"), null,
							blankless(fields.get("text")), LocalDate.now(this.clock.withZone(Say.SWEDEN)).toString()));
			return "redirect:/centre/" + unit + "/signals?sent=1";
		}
		catch (Refusal refusal) {
			Refused.show(refusal, say, model, response);
			model.addAttribute("typed", fields);
			return list(actor, unit, null, say, model);
		}
	}

	/** The assignment that the centre reports for, the newest first. */
	private @Nullable String assignment(Actor actor, String unit) {
		return this.due.page(actor, new DueFilter(unit, null, null, null), PageRequest.of(1, null, DueReports.KEYS))
			.items()
			.stream()
			.map(DueReport::assignment)
			.findFirst()
			.orElse(null);
	}

	private static @Nullable String blankless(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text;
	}

}
