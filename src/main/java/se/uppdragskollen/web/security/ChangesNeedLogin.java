package se.uppdragskollen.web.security;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who has neither a session nor a token changes nothing, and is told so before a session
 * is made for the token against forged requests: else anybody could fill the database
 * with sessions.
 */
final class ChangesNeedLogin extends OncePerRequestFilter {

	/** What may be changed without a login. */
	static final List<String> EXEMPT = List.of("/demo/**", "/api/v1/signal-links/*/answer", "/signal/*");

	private final RequestMatcher exempt = new OrRequestMatcher(EXEMPT.stream()
		.<RequestMatcher>map((path) -> PathPatternRequestMatcher.withDefaults().matcher(path))
		.toList());

	private final AuthenticationEntryPoint refused;

	ChangesNeedLogin(AuthenticationEntryPoint refused) {
		this.refused = refused;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		boolean reads = List.of("GET", "HEAD", "OPTIONS", "TRACE").contains(request.getMethod());
		if (reads || Protection.bearsToken(request) || this.exempt.matches(request)
				|| request.getSession(false) != null) {
			chain.doFilter(request, response);
		}
		else {
			this.refused.commence(request, response, new InsufficientAuthenticationException("no login"));
		}
	}

}
