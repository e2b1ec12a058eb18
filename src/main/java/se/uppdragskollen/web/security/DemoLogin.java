package se.uppdragskollen.web.security;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.access.Login;
import se.uppdragskollen.access.People;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.operation.DemoOnly;
import se.uppdragskollen.operation.DemoPerson;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.web.Open;

/**
 * Logs the named people of a demo in, without passwords. Made by the start of a demo
 * alone: no setting brings it about.
 */
@RestController
@DemoOnly
public class DemoLogin {

	private final DemoTokens tokens;

	private final People people;

	private final Audit audit;

	private final JdbcClient jdbc;

	private final RequestCache asked;

	private final ApplicationAvailability availability;

	private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

	public DemoLogin(People people, Audit audit, Clock clock, JdbcClient jdbc, RequestCache asked,
			ApplicationAvailability availability) {
		this.jdbc = jdbc;
		this.asked = asked;
		this.tokens = new DemoTokens(clock);
		this.people = people;
		this.audit = audit;
		this.availability = availability;
	}

	/** The issuer under which a demo's people are registered. */
	public static String issuer() {
		return DemoTokens.ISSUER;
	}

	JwtDecoder decoder() {
		return this.tokens.decoder();
	}

	/** A token for the interface, valid for some hours or until the demo ends. */
	@PostMapping(path = "/demo/token", produces = MediaType.TEXT_PLAIN_VALUE)
	@Open
	String token(@RequestParam String person, @RequestParam(defaultValue = "true") boolean assured) {
		known(person, "token");
		return this.tokens.token(person, assured);
	}

	/** Everybody whom the demo can be tried as. */
	public List<DemoPerson> people() {
		return DemoPerson.all(this.jdbc);
	}

	/** Logs somebody in for the pages, and sends on to the page that was asked for. */
	@PostMapping("/demo/login")
	@Open
	void login(@RequestParam String person, HttpServletRequest request, HttpServletResponse response) {
		known(person, "login");
		if (request.getSession(false) != null) {
			request.changeSessionId();
		}
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(new DemoAuthentication(person));
		SecurityContextHolder.setContext(context);
		this.contexts.saveContext(context, request, response);
		SavedRequest asked = this.asked.getRequest(request, response);
		if (asked != null) {
			this.asked.removeRequest(request, response);
		}
		response.setStatus(HttpServletResponse.SC_SEE_OTHER);
		response.setHeader(HttpHeaders.LOCATION, (asked == null) ? "/desk" : asked.getRedirectUrl());
	}

	/** The region and its people are made before a demo takes traffic. */
	private boolean isStarting() {
		return this.availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC;
	}

	private void known(String person, String how) {
		Actor actor = this.people.actor(new Login(DemoTokens.ISSUER, person, null, true))
			.orElseThrow(() -> isStarting() ? Refusal.notReady("demo-starting") : Refusal.notFound("demo-person"));
		this.audit.noteAlone(actor.auditName(), "login", "demo", null, Map.of("how", how));
	}

}
