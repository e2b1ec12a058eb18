package se.uppdragskollen.web.security;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;

/**
 * What protects every request before its handler is chosen: login by session or token,
 * forged requests refused, headers. Without a login only what says so is open.
 */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession
class Protection {

	/** What may be asked without a login; its handlers are marked as open too. */
	static final List<String> OPEN = List.of("/error", "/demo/**", "/api/v1/openapi.yaml",
			"/api/v1/signal-links/*/form", "/api/v1/signal-links/*/answer", "/api/v1/public/**");

	private static final String POLICY = "default-src 'none'; base-uri 'none'; form-action 'self'; "
			+ "frame-ancestors 'none'; img-src 'self'; style-src 'self'; script-src 'self'; font-src 'self'; "
			+ "connect-src 'self'; manifest-src 'self'";

	private final ProblemWriter problems;

	Protection(ProblemWriter problems) {
		this.problems = problems;
	}

	@Bean
	SecurityFilterChain chain(HttpSecurity http, ObjectProvider<DemoLogin> demo,
			ObjectProvider<ClientRegistrationRepository> providers, LoginSettings settings) {
		http.authorizeHttpRequests((requests) -> requests.requestMatchers(OPEN.toArray(String[]::new))
			.permitAll()
			.anyRequest()
			.authenticated());
		headers(http);
		http.csrf((csrf) -> csrf.ignoringRequestMatchers("/demo/**", "/api/v1/signal-links/*/answer")
			.ignoringRequestMatchers(Protection::bearsToken));
		http.requestCache(Customizer.withDefaults());
		if (providers.getIfAvailable() != null) {
			http.oauth2Login(Customizer.withDefaults());
		}
		JwtDecoder decoder = decoder(demo.getIfAvailable(), settings);
		http.oauth2ResourceServer((server) -> server.jwt((jwt) -> jwt.decoder(decoder))
			.authenticationEntryPoint((request, response, ex) -> this.problems.write(request, response, 401))
			.accessDeniedHandler((request, response, ex) -> this.problems.write(request, response, 403)));
		http.logout((logout) -> logout.logoutSuccessUrl("/").deleteCookies("__Host-session"));
		http.exceptionHandling((errors) -> errors
			.defaultAuthenticationEntryPointFor((request, response, ex) -> this.problems.write(request, response, 401),
					Protection::isInterface)
			.defaultAccessDeniedHandlerFor(
					(request, response, ex) -> this.problems.write(request, response, status(ex)), (request) -> true));
		return http.build();
	}

	private static void headers(HttpSecurity http) {
		http.headers((headers) -> headers.contentSecurityPolicy((csp) -> csp.policyDirectives(POLICY))
			.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
			.permissionsPolicyHeader((permissions) -> permissions
				.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()"))
			.crossOriginOpenerPolicy((coop) -> coop.policy(
					org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy.SAME_ORIGIN))
			.crossOriginResourcePolicy((corp) -> corp.policy(
					org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy.SAME_ORIGIN))
			.httpStrictTransportSecurity((hsts) -> hsts.includeSubDomains(true).maxAgeInSeconds(31_536_000))
			.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny));
	}

	/** Tokens of the demo's own, or of the providers that the settings name. */
	private static JwtDecoder decoder(@Nullable DemoLogin demo, LoginSettings settings) {
		IssuerDecoders decoders = new IssuerDecoders(settings);
		return (token) -> (demo != null && IssuerDecoders.isIssuedBy(token, DemoTokens.ISSUER))
				? demo.decoder().decode(token) : decoders.decode(token);
	}

	/**
	 * Who is not logged in is told so first; only then that a session's request lacks its
	 * token.
	 */
	private static int status(AccessDeniedException ex) {
		if (!(ex instanceof CsrfException)) {
			return HttpServletResponse.SC_FORBIDDEN;
		}
		Authentication login = SecurityContextHolder.getContext().getAuthentication();
		return (login == null) ? HttpServletResponse.SC_UNAUTHORIZED : HttpServletResponse.SC_BAD_REQUEST;
	}

	private static boolean bearsToken(HttpServletRequest request) {
		String authorization = request.getHeader("Authorization");
		return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7);
	}

	private static boolean isInterface(HttpServletRequest request) {
		return request.getRequestURI().startsWith("/api/");
	}

}
