package se.uppdragskollen.web.security;

import java.util.List;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import se.uppdragskollen.access.Login;

/**
 * A login in a demo, without a password.
 */
final class DemoAuthentication extends AbstractAuthenticationToken {

	private static final long serialVersionUID = 1L;

	private final String subject;

	DemoAuthentication(String subject) {
		super(List.of());
		this.subject = subject;
		setAuthenticated(true);
	}

	Login login() {
		return new Login(DemoTokens.ISSUER, this.subject, null, true);
	}

	@Override
	public Object getCredentials() {
		return "";
	}

	@Override
	public Object getPrincipal() {
		return this.subject;
	}

}
