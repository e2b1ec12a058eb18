package se.uppdragskollen.web.page;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.operation.ServiceOptions;
import se.uppdragskollen.web.CurrentActor;

/**
 * What every page knows: who reads it, in which language, and where else they may go.
 */
@ControllerAdvice(annotations = PageController.class)
class PageModel {

	private final CurrentActor actors;

	private final boolean demo;

	private final Duration session;

	PageModel(CurrentActor actors, ServiceOptions options, @Value("${spring.session.timeout}") Duration session) {
		this.actors = actors;
		this.demo = options.demo();
		this.session = session;
	}

	@ModelAttribute("demo")
	boolean demo() {
		return this.demo;
	}

	/** After how long without a request one is logged out. */
	@ModelAttribute("sessionMinutes")
	long session() {
		return this.session.toMinutes();
	}

	@ModelAttribute("say")
	Say say(HttpServletRequest request) {
		return new Say(PageLanguage.of(request));
	}

	@ModelAttribute("me")
	@Nullable Actor me() {
		return this.actors.find().orElse(null);
	}

	@ModelAttribute("desks")
	List<Desk> desks() {
		return this.actors.find().map(Desk::of).orElse(List.of());
	}

	@ModelAttribute("address")
	String address(HttpServletRequest request) {
		String query = Optional.ofNullable(request.getQueryString()).map((one) -> "?" + one).orElse("");
		return request.getMethod().equals("GET") ? request.getRequestURI() + query : "/";
	}

}
