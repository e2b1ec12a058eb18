package se.uppdragskollen.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * The tokens against forged requests, kept in sessions. Who shows a token of a provider
 * at each request cannot be made to by another site: no session is made for them, or each
 * page that a system reads would leave one behind.
 */
final class ForgeryTokens implements CsrfTokenRepository {

	private final HttpSessionCsrfTokenRepository kept = new HttpSessionCsrfTokenRepository();

	@Override
	public CsrfToken generateToken(HttpServletRequest request) {
		return this.kept.generateToken(request);
	}

	@Override
	public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
		if (!Protection.bearsToken(request)) {
			this.kept.saveToken(token, request, response);
		}
	}

	@Override
	public @Nullable CsrfToken loadToken(HttpServletRequest request) {
		return this.kept.loadToken(request);
	}

}
