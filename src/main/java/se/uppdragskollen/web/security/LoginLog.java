package se.uppdragskollen.web.security;

import java.util.Map;
import java.util.Optional;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.access.Login;
import se.uppdragskollen.access.People;
import se.uppdragskollen.audit.Audit;

/**
 * Notes logins and logouts of people, with the provider, in the log of who did what.
 * Tokens are not noted: each request of a system has one.
 */
@Component
class LoginLog {

	private final Logins logins;

	private final People people;

	private final Audit audit;

	LoginLog(Logins logins, People people, Audit audit) {
		this.logins = logins;
		this.people = people;
		this.audit = audit;
	}

	@EventListener
	void loggedIn(InteractiveAuthenticationSuccessEvent event) {
		note("login", event.getAuthentication());
	}

	@EventListener
	void loggedOut(LogoutSuccessEvent event) {
		note("logout", event.getAuthentication());
	}

	private void note(String act, Authentication authentication) {
		Optional<Login> login = this.logins.of(authentication);
		Optional<Actor> actor = login.flatMap(this.people::actor);
		this.audit.noteAlone(actor.map(Actor::auditName).orElse(Audit.ANONYMOUS), act, "session", null,
				Map.of("issuer", login.map(Login::issuer).orElse(""), "registered", actor.isPresent()));
	}

}
