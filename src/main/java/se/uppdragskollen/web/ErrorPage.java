package se.uppdragskollen.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.web.page.Say;

/**
 * An error as a page: what happened, what to do next, and a number to refer to.
 */
final class ErrorPage {

	private static final String REQUEST = "urn:uppdragskollen:request:";

	private ErrorPage() {
	}

	/**
	 * The same that the interface answers.
	 * @param loggedIn whether there is somebody to log out, registered here or not
	 */
	static ModelAndView of(ResponseEntity<Map<String, @Nullable Object>> answer, boolean loggedIn) {
		Map<String, @Nullable Object> body = Objects.requireNonNull(answer.getBody());
		ModelAndView page = new ModelAndView("error", answer.getStatusCode());
		Language language = Language.ofCode(String.valueOf(answer.getHeaders().getFirst("Content-Language")))
			.orElse(Language.SV);
		page.addObject("say", new Say(language));
		page.addObject("title", body.get("title"));
		page.addObject("detail", body.get("detail"));
		page.addObject("errors", (body.get("errors") instanceof List<?> errors)
				? errors.stream().map(ErrorPage::detail).toList() : List.of());
		page.addObject("reference", String.valueOf(body.get("instance")).replace(REQUEST, ""));
		page.addObject("desks", List.of());
		page.addObject("address", "/");
		page.addObject("demo", false);
		page.addObject("loggedIn", loggedIn);
		return page;
	}

	private static Object detail(Object error) {
		return (error instanceof Map<?, ?> one) ? String.valueOf(one.get("detail")) : error;
	}

}
