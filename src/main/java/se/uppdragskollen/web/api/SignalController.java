package se.uppdragskollen.web.api;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.Counterpart;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.report.Flag;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.statement.Direction;
import se.uppdragskollen.statement.FindStatements;
import se.uppdragskollen.statement.NoteSignal;
import se.uppdragskollen.statement.SignalFilter;
import se.uppdragskollen.statement.StatedSignal;
import se.uppdragskollen.web.Filters;
import se.uppdragskollen.web.Listing;
import se.uppdragskollen.web.Needs;

/**
 * What counterparts say of units, and units of counterparts.
 */
@RestController
@RequestMapping("/api/v1")
class SignalController {

	private final FindStatements find;

	private final NoteSignal note;

	private final Editions editions;

	private final Audit audit;

	SignalController(FindStatements find, NoteSignal note, Editions editions, Audit audit) {
		this.find = find;
		this.note = note;
		this.editions = editions;
		this.audit = audit;
	}

	private static Listing<StatedSignal> listing(Titles titles) {
		return Listing.<StatedSignal>of("signals", 2)
			.column("number", StatedSignal::id)
			.column("unit", StatedSignal::unit)
			.column("name", StatedSignal::unitName)
			.column("assignment", StatedSignal::assignment)
			.words("direction", "direction", StatedSignal::direction)
			.words("counterpart", "counterpart", StatedSignal::counterpart)
			.column("organisation", StatedSignal::organisation)
			.words("flag", "flag", StatedSignal::flag)
			.column("requirement", StatedSignal::requirement)
			.column("requirement-title", (one) -> titles.requirement(one.assignment(), one.date(), one.requirement()))
			.column("text", StatedSignal::text)
			.column("date", StatedSignal::date)
			.column("entered-by", StatedSignal::enteredBy)
			.column("entered-at", StatedSignal::enteredAt)
			.column("withdrawn-at", StatedSignal::withdrawnAt)
			.column("withdrawn-by", StatedSignal::withdrawnBy)
			.column("withdrawn-reason", StatedSignal::withdrawnReason);
	}

	@GetMapping("/signals")
	@Needs(Act.READ_REPORTS)
	@Filters({ "unit", "assignment", "direction", "counterpart", "flag", "withdrawn" })
	@Nullable Page<StatedSignal> list(Actor actor, @RequestParam Map<String, String> asked, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		SignalFilter filter = new SignalFilter(Asked.text(asked.get("unit")), Asked.text(asked.get("assignment")),
				Asked.word("direction", asked.get("direction"), Direction.values()),
				Asked.word("counterpart", asked.get("counterpart"), Counterpart.values()),
				Asked.word("flag", asked.get("flag"), Flag.values()),
				Boolean.TRUE.equals(Asked.flag("withdrawn", asked.get("withdrawn"))));
		return listing(new Titles(this.editions)).answer(request, response,
				(page) -> this.find.signals(actor, filter, page),
				() -> this.audit.noteAlone(actor.auditName(), "exported", "signals", filter.unit(), Map.of()));
	}

	@PostMapping("/signals")
	@Needs(Act.NOTE_SIGNAL)
	ResponseEntity<StatedSignal> note(Actor actor, @RequestBody Noted body) {
		return created(this.note.note(actor, body.unit(), body.entry()));
	}

	@PostMapping("/units/{unit}/signals")
	@Needs(Act.GIVE_SIGNAL)
	ResponseEntity<StatedSignal> give(Actor actor, @PathVariable String unit, @RequestBody NoteSignal.Entry entry) {
		return created(this.note.give(actor, unit, entry));
	}

	@PostMapping("/signals/{id}/withdrawal")
	@Needs({ Act.NOTE_SIGNAL, Act.GIVE_SIGNAL })
	StatedSignal withdraw(Actor actor, @PathVariable long id, @RequestBody Reason body) {
		return this.note.withdraw(actor, id, body.reason());
	}

	private static ResponseEntity<StatedSignal> created(StatedSignal signal) {
		return ResponseEntity.created(URI.create("/api/v1/signals/" + signal.id())).body(signal);
	}

	/**
	 * A signal about a unit.
	 */
	record Noted(@Nullable String assignment, @Nullable String unit, @Nullable String counterpart,
			@Nullable String organisation, @Nullable String flag, @Nullable String requirement, @Nullable String text,
			@Nullable String date) {

		NoteSignal.Entry entry() {
			return new NoteSignal.Entry(this.assignment, this.counterpart, this.organisation, this.flag,
					this.requirement, this.text, this.date);
		}

	}

}
