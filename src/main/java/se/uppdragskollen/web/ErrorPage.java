package se.uppdragskollen.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.web.page.Say;

/**
 * An error as a page: what happened, what to do next, and a number to refer to. Whoever
 * had filled in a form sees what they typed, and the way back to it; whose login has
 * ended is told that, and not how other systems log in.
 */
@Component
class ErrorPage {

	private static final String REQUEST = "urn:uppdragskollen:request:";

	private final LostForms forms;

	ErrorPage(LostForms forms) {
		this.forms = forms;
	}

	/** The same that the interface answers. */
	ModelAndView of(ResponseEntity<Map<String, @Nullable Object>> answer, HttpServletRequest request) {
		Map<String, @Nullable Object> body = Objects.requireNonNull(answer.getBody());
		ModelAndView page = new ModelAndView("error", answer.getStatusCode());
		Language language = Language.ofCode(String.valueOf(answer.getHeaders().getFirst("Content-Language")))
			.orElse(Language.SV);
		Say say = new Say(language);
		String why = why(answer, request);
		page.addObject("say", say);
		page.addObject("why", why);
		page.addObject("title", why.isEmpty() ? body.get("title") : say.text("lost.title-" + why));
		page.addObject("detail", why.isEmpty() ? body.get("detail") : say.text("lost.detail-" + why));
		page.addObject("lost", this.forms.find(request, say).orElse(null));
		page.addObject("errors", (body.get("errors") instanceof List<?> errors)
				? errors.stream().map(ErrorPage::detail).toList() : List.of());
		page.addObject("reference", String.valueOf(body.get("instance")).replace(REQUEST, ""));
		page.addObject("desks", List.of());
		page.addObject("address", "/");
		page.addObject("demo", false);
		page.addObject("loggedIn", request.getUserPrincipal() != null);
		return page;
	}

	/** What a login has to do with it: it ended, or the page is older than it. */
	private static String why(ResponseEntity<?> answer, HttpServletRequest request) {
		if (answer.getStatusCode() == HttpStatus.UNAUTHORIZED && request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
			return "ended";
		}
		return (request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException) ? "stale" : "";
	}

	private static Object detail(Object error) {
		return (error instanceof Map<?, ?> one) ? String.valueOf(one.get("detail")) : error;
	}

}
