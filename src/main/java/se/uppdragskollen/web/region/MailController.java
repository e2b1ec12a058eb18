package se.uppdragskollen.web.region;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.notice.MailSettings;
import se.uppdragskollen.notice.SeeToMail;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Refused;
import se.uppdragskollen.web.page.Say;

/**
 * Administrators see whether mail is sent, to a test of their own too, and have what
 * failed tried again.
 */
@PageController
@RequestMapping("/region/mail")
class MailController {

	private static final String STATUS = "redirect:/region/mail?done=";

	private final SeeToMail mail;

	private final MailSettings settings;

	MailController(SeeToMail mail, MailSettings settings) {
		this.mail = mail;
		this.settings = settings;
	}

	@GetMapping
	@Needs(Act.READ_MAIL)
	String status(Actor actor, @RequestParam(required = false) @Nullable String cursor, Model model) {
		model.addAttribute("settings", this.settings);
		model.addAttribute("status", this.mail.status(actor));
		model.addAttribute("page", this.mail.givenUp(actor, PageRequest.of(PageRequest.USUAL, cursor, 1)));
		model.addAttribute("runs", actor.may(Act.RUN_MAIL));
		return "region/mail";
	}

	@PostMapping("/test")
	@Needs(Act.RUN_MAIL)
	String test(Actor actor, Say say, Model model, HttpServletResponse response) {
		return done("mail-test", () -> this.mail.test(actor), actor, say, model, response);
	}

	@PostMapping("/again")
	@Needs(Act.RUN_MAIL)
	String again(Actor actor, Say say, Model model, HttpServletResponse response) {
		return done("mail-again-all", () -> this.mail.againAll(actor), actor, say, model, response);
	}

	@PostMapping("/{notice}/again")
	@Needs(Act.RUN_MAIL)
	String again(Actor actor, @PathVariable long notice, Say say, Model model, HttpServletResponse response) {
		return done("mail-again", () -> this.mail.again(actor, notice), actor, say, model, response);
	}

	private String done(String word, Runnable what, Actor actor, Say say, Model model, HttpServletResponse response) {
		try {
			what.run();
			return STATUS + word;
		}
		catch (Refusal refusal) {
			Refused.show(refusal, say, model, response);
			return status(actor, null, model);
		}
	}

}
