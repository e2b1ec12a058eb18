package se.uppdragskollen.web.review;

import java.util.List;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.web.page.Say;

/**
 * Tells on the page itself why something was not done, so that what was typed stays.
 */
final class Refused {

	private static final Set<Refusal.Kind> SHOWN = Set.of(Refusal.Kind.OUTDATED, Refusal.Kind.INVALID,
			Refusal.Kind.CONFLICT);

	private Refused() {
	}

	/**
	 * Puts it on the page.
	 * @throws Refusal the same, when it is for the error page
	 */
	static void show(Refusal refusal, Say say, Model model, HttpServletResponse response) {
		if (!SHOWN.contains(refusal.kind())) {
			throw refusal;
		}
		say(refusal.kind().status(),
				(refusal.kind() == Refusal.Kind.OUTDATED) ? say.text("review.outdated")
						: refusal.problems().isEmpty() ? refusal.text(say.language()) : say.text("review.to-correct"),
				model, response);
		model.addAttribute("refused",
				refusal.problems()
					.stream()
					.map((one) -> say.text("review.field-" + one.path()) + ": " + one.sentence(say.language()))
					.toList());
	}

	/** Puts a sentence of the pages there. */
	static void say(int status, String sentence, Model model, HttpServletResponse response) {
		response.setStatus(status);
		model.addAttribute("refusal", sentence);
		model.addAttribute("refused", List.of());
	}

}
