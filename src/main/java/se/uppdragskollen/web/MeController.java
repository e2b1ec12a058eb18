package se.uppdragskollen.web;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.access.Grant;

/**
 * Who one is here, and what one may do. Who is logged in by a session gets with it the
 * value of the header {@code X-CSRF-TOKEN} that the session's other requests than GET
 * must carry; requests with a token of their own need none.
 */
@RestController
class MeController {

	@GetMapping("/api/v1/me")
	@Needs({ Act.READ_EDITIONS })
	Me me(Actor actor, HttpServletRequest request, HttpServletResponse response) {
		if (request.getSession(false) != null
				&& request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
			response.setHeader(token.getHeaderName(), token.getToken());
		}
		return new Me(actor.person(), actor.name(), actor.system(), actor.assured(), List.copyOf(actor.grants()),
				List.of(Act.values()).stream().filter(actor::may).toList());
	}

	/**
	 * The answer.
	 *
	 * @param person the id
	 * @param name as others see it
	 * @param system whether another system
	 * @param assured whether the login is strong enough to decide
	 * @param roles the roles held, and for which centre
	 * @param may what may be done, for some unit at least
	 */
	record Me(long person, String name, boolean system, boolean assured, List<Grant> roles, List<Act> may) {

	}

}
