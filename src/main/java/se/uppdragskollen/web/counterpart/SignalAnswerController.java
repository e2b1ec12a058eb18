package se.uppdragskollen.web.counterpart;

import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.statement.AnswerSignalLink;
import se.uppdragskollen.web.Open;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Refused;
import se.uppdragskollen.web.page.Say;

/**
 * Behind a one-time link, a counterpart says without a login how the work with a centre
 * goes. The address is the secret, which browsers tell no other host.
 */
@PageController
@RequestMapping("/signal/{token}")
class SignalAnswerController {

	private final AnswerSignalLink answer;

	SignalAnswerController(AnswerSignalLink answer) {
		this.answer = answer;
	}

	@GetMapping
	@Open
	String form(@PathVariable String token, Model model) {
		model.addAttribute("form", this.answer.form(token));
		return "counterpart/answer";
	}

	/** The link is used up then: the page that thanks stands at the same address. */
	@PostMapping
	@Open
	String answer(@PathVariable String token, @RequestParam Map<String, String> typed, Say say, Model model,
			HttpServletResponse response) {
		AnswerSignalLink.Form form = this.answer.form(token);
		try {
			model.addAttribute("answered", this.answer.answer(token, typed.get("flag"), typed.get("text")));
			model.addAttribute("form", form);
			return "counterpart/thanks";
		}
		catch (Refusal refusal) {
			Refused.show(refusal, say, model, response);
			model.addAttribute("typed", typed);
			return form(token, model);
		}
	}

}
