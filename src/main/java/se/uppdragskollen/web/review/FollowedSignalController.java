package se.uppdragskollen.web.review;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.Counterpart;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.report.Flag;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.statement.FindStatements;
import se.uppdragskollen.statement.InviteSignal;
import se.uppdragskollen.statement.MarkSignal;
import se.uppdragskollen.statement.NoteSignal;
import se.uppdragskollen.statement.SignalFilter;
import se.uppdragskollen.unit.FindUnits;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.page.Crumb;
import se.uppdragskollen.web.page.Desk;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Refused;
import se.uppdragskollen.web.page.Say;

/**
 * A centre's signals, both ways: what was done about them is marked, what counterparts
 * say is noted, and counterparts are invited to say it themselves.
 */
@PageController
@RequestMapping("/review/centres/{unit}/signals")
class FollowedSignalController {

	/** Everybody but the centre itself. */
	private static final List<Counterpart> COUNTERPARTS = Arrays.stream(Counterpart.values())
		.filter((one) -> one != Counterpart.CENTRE)
		.toList();

	/** Links shown, the latest. */
	private static final int LINKS = 20;

	private final FindUnits units;

	private final FindStatements statements;

	private final SignalBook book;

	private final NoteSignal notes;

	private final InviteSignal invitations;

	private final MarkSignal marks;

	private final Clock clock;

	FollowedSignalController(FindUnits units, FindStatements statements, SignalBook book, NoteSignal notes,
			InviteSignal invitations, MarkSignal marks, Clock clock) {
		this.units = units;
		this.statements = statements;
		this.book = book;
		this.notes = notes;
		this.invitations = invitations;
		this.marks = marks;
		this.clock = clock;
	}

	@ModelAttribute("here")
	String here() {
		return Desk.REVIEW.word();
	}

	@GetMapping
	@Needs(Act.READ_OVERVIEW)
	String list(Actor actor, @PathVariable String unit, @RequestParam Map<String, String> asked, Say say, Model model) {
		String name = this.units.one(actor, unit).name();
		boolean notes = actor.may(Act.NOTE_SIGNAL, unit);
		model.addAttribute("unit", unit);
		model.addAttribute("unitName", name);
		model.addAttribute("page", this.book.page(actor, new SignalFilter(unit, null, null, null, null, false),
				PageRequest.of(PageRequest.USUAL, asked.get("cursor"), 2)));
		model.addAttribute("cursor", asked.get("cursor"));
		model.addAttribute("notes", notes);
		model.addAttribute("links", this.statements.links(actor, unit, PageRequest.of(LINKS, null, 1)).items());
		String done = asked.get("done");
		model.addAttribute("done", (done != null && Messages.has("signals.done-" + done)) ? done : null);
		if (notes) {
			LocalDate today = LocalDate.now(this.clock);
			model.addAttribute("counterparts", COUNTERPARTS);
			model.addAttribute("flags", Flag.values());
			model.addAttribute("today", today);
			model.addAttribute("usualEnd", today.plusDays(InviteSignal.USUAL));
			model.addAttribute("requirements", this.book.requirements(this.book.assignment(actor, unit), say));
		}
		model.addAttribute("crumbs", List.of(new Crumb("/review/centres", say.text("review.centres")),
				new Crumb("/review/centres/" + unit, name)));
		return "review/signals";
	}

	/** Notes what a counterpart says of the centre. */
	@PostMapping
	@Needs(Act.NOTE_SIGNAL)
	String note(Actor actor, @PathVariable String unit, @RequestParam Map<String, String> typed, Say say, Model model,
			HttpServletResponse response) {
		actor.require(Act.NOTE_SIGNAL, unit);
		try {
			this.notes.note(actor, unit,
					new NoteSignal.Entry(this.book.assignment(actor, unit), typed.get("counterpart"),
							typed.get("organisation"), typed.get("flag"), typed.get("requirement"), typed.get("text"),
							typed.get("date")));
			return done(unit, "noted");
		}
		catch (Refusal refusal) {
			return wrong(refusal, "note-", actor, unit, typed, say, model, response);
		}
	}

	/** Makes a link, which is shown this once. */
	@PostMapping("/links")
	@Needs(Act.NOTE_SIGNAL)
	String invite(Actor actor, @PathVariable String unit, @RequestParam Map<String, String> typed, Say say, Model model,
			HttpServletResponse response) {
		actor.require(Act.NOTE_SIGNAL, unit);
		try {
			InviteSignal.Invitation made = this.invitations.invite(actor,
					new InviteSignal.Entry(this.book.assignment(actor, unit), unit, typed.get("counterpart"),
							typed.get("organisation"), typed.get("requirement"), typed.get("expires_on")));
			String name = this.units.one(actor, unit).name();
			String link = ServletUriComponentsBuilder.fromCurrentContextPath()
				.path("/signal/{token}")
				.buildAndExpand(made.token())
				.toUriString();
			model.addAttribute("made", made.link());
			model.addAttribute("link", link);
			model.addAttribute("unit", unit);
			model.addAttribute("mail", "mailto:?subject=" + mail(say.text("invited.subject", name)) + "&body="
					+ mail(say.text("invited.body", name, link, say.lastDay(made.link().expiresAt()))));
			model.addAttribute("crumbs", List.of(new Crumb("/review/centres/" + unit, name),
					new Crumb("/review/centres/" + unit + "/signals", say.text("review.signals"))));
			response.setHeader(HttpHeaders.CACHE_CONTROL,
					Objects.requireNonNull(CacheControl.noStore().getHeaderValue()));
			return "review/invited";
		}
		catch (Refusal refusal) {
			return wrong(refusal, "invite-", actor, unit, typed, say, model, response);
		}
	}

	private static String mail(String text) {
		return UriUtils.encode(text, StandardCharsets.UTF_8);
	}

	@PostMapping("/links/{link}/revocation")
	@Needs(Act.NOTE_SIGNAL)
	String revoke(Actor actor, @PathVariable String unit, @PathVariable long link, Say say, Model model,
			HttpServletResponse response) {
		actor.require(Act.NOTE_SIGNAL, unit);
		try {
			this.invitations.revoke(actor, link);
			return done(unit, "revoked");
		}
		catch (Refusal refusal) {
			return wrong(refusal, "", actor, unit, Map.of(), say, model, response);
		}
	}

	/** Tells what was done about a signal. */
	@PostMapping("/{signal}/marks")
	@Needs(Act.NOTE_SIGNAL)
	String mark(Actor actor, @PathVariable String unit, @PathVariable long signal,
			@RequestParam Map<String, String> typed, Say say, Model model, HttpServletResponse response) {
		try {
			this.marks.mark(actor, unit, signal, typed.get("text"));
			return done(unit, "marked");
		}
		catch (Refusal refusal) {
			model.addAttribute("wrongSignal", signal);
			return wrong(refusal, "mark-" + signal + "-", actor, unit, typed, say, model, response);
		}
	}

	private static String done(String unit, String word) {
		return "redirect:/review/centres/" + unit + "/signals?done=" + word;
	}

	/** The same page, with what was typed in the form that it was typed in. */
	private String wrong(Refusal refusal, String form, Actor actor, String unit, Map<String, @Nullable String> typed,
			Say say, Model model, HttpServletResponse response) {
		Refused.show(refusal, say, model, response, (field) -> form + field);
		model.addAttribute("form", form);
		model.addAttribute("typed", typed);
		String cursor = typed.get("cursor");
		return list(actor, unit, (cursor == null) ? Map.of() : Map.of("cursor", cursor), say, model);
	}

}
