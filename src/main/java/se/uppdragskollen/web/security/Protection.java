package se.uppdragskollen.web.security;

import java.time.Clock;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import se.uppdragskollen.web.PageRequests;

/**
 * What protects every request before its handler is chosen: login by session or token,
 * forged requests refused, headers. Without a login only what says so is open.
 */
@Configuration(proxyBeanMethods = false)
class Protection {

	/** What may be asked without a login; its handlers are marked as open too. */
	static final List<String> OPEN = List.of("/", "/login", "/desk", "/language", "/accessibility", "/assets/**",
			"/error", "/demo/**", "/api/v1/openapi.yaml", "/api/v1/signal-links/*/form",
			"/api/v1/signal-links/*/answer", "/signal/*", "/public/**", "/search", "/help", "/help/**");

	/** Signs of an address that is kept until its reader has logged in. */
	private static final int LONGEST_ASKED = 2000;

	private final ProblemWriter problems;

	/** A token that cannot be checked for the moment is no wrong token. */
	private final ObjectPostProcessor<BearerTokenAuthenticationFilter> unchecked;

	/** A login that cannot begin. */
	private final ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> away;

	Protection(ProblemWriter problems) {
		this.problems = problems;
		this.away = new ObjectPostProcessor<>() {
			@Override
			public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
				filter.setAuthenticationFailureHandler((request, response, ex) -> problems.write(request, response,
						(ex.getCause() instanceof LateProviders.AwayException) ? 503 : 400));
				return filter;
			}
		};
		this.unchecked = new ObjectPostProcessor<>() {
			@Override
			public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
				filter.setAuthenticationFailureHandler((request, response, ex) -> problems.deny(request, response,
						(ex instanceof AuthenticationServiceException) ? 503 : 401));
				return filter;
			}
		};
	}

	/** The limits stand among the other filters of this chain, not before them. */
	@Bean
	static FilterRegistrationBean<RateLimits> limitsOnce(RateLimits limits) {
		FilterRegistrationBean<RateLimits> once = new FilterRegistrationBean<>(limits);
		once.setEnabled(false);
		return once;
	}

	@Bean
	SecurityFilterChain chain(HttpSecurity http, ObjectProvider<DemoLogin> demo,
			ObjectProvider<ClientRegistrationRepository> providers, LoginSettings settings, RateLimits limits,
			RequestCache asked, Clock clock) {
		http.authorizeHttpRequests((requests) -> requests.requestMatchers(OPEN.toArray(String[]::new))
			.permitAll()
			.anyRequest()
			.authenticated());
		http.headers((headers) -> headers.defaultsDisabled()
			.cacheControl(Customizer.withDefaults())
			.addHeaderWriter(SafeHeaders.ALL));
		http.addFilterAfter(limits, HeaderWriterFilter.class);
		if (demo.getIfAvailable() == null) {
			http.addFilterAfter(new NoDemoLogins(), SecurityContextHolderFilter.class);
		}
		http.addFilterBefore(
				new ChangesNeedLogin((request, response, ex) -> this.problems.deny(request, response, 401)),
				CsrfFilter.class);
		http.csrf((csrf) -> csrf.csrfTokenRepository(new ForgeryTokens())
			.ignoringRequestMatchers(ChangesNeedLogin.EXEMPT.toArray(String[]::new))
			.ignoringRequestMatchers(Protection::bearsToken));
		http.requestCache((cache) -> cache.requestCache(asked));
		if (providers.getIfAvailable() != null) {
			http.oauth2Login((login) -> login.loginPage("/login")
				.defaultSuccessUrl("/desk")
				.authorizedClientRepository(new NoTokensKept())
				.failureHandler(failed())
				.withObjectPostProcessor(this.away));
		}
		JwtDecoder decoder = decoder(demo.getIfAvailable(), new IssuerDecoders(settings, clock));
		http.oauth2ResourceServer((server) -> server.jwt((jwt) -> jwt.decoder(decoder))
			.withObjectPostProcessor(this.unchecked)
			.authenticationEntryPoint((request, response, ex) -> this.problems.deny(request, response, 401))
			.accessDeniedHandler((request, response, ex) -> this.problems.deny(request, response, 403)));
		http.logout((logout) -> logout.logoutSuccessUrl("/").deleteCookies(Sessions.COOKIE));
		http.exceptionHandling((errors) -> errors
			.defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint("/login"), PageRequests::isPage)
			.defaultAuthenticationEntryPointFor((request, response, ex) -> this.problems.deny(request, response, 401),
					(request) -> true)
			.defaultAccessDeniedHandlerFor((request, response, ex) -> {
				request.setAttribute(WebAttributes.ACCESS_DENIED_403, ex);
				this.problems.deny(request, response, status(ex));
			}, (request) -> true));
		return http.build();
	}

	/** Back to the login, which says that it did not work. */
	private AuthenticationFailureHandler failed() {
		AuthenticationFailureHandler back = new SimpleUrlAuthenticationFailureHandler("/login?error");
		return (request, response, ex) -> {
			this.problems.note(request, HttpServletResponse.SC_UNAUTHORIZED);
			back.onAuthenticationFailure(request, response, ex);
		};
	}

	/** The page that was asked for before the login, kept by the browser alone. */
	@Bean
	static RequestCache asked() {
		CookieRequestCache cache = new CookieRequestCache() {
			@Override
			public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
				SavedRequest asked = super.getRequest(request, response);
				boolean sound = asked != null && asked.getRedirectUrl().chars().noneMatch(Character::isISOControl);
				return sound ? asked : null;
			}

			/**
			 * The request as it came: the one that was kept knows none of its headers.
			 */
			@Override
			public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request,
					HttpServletResponse response) {
				super.getMatchingRequest(request, response);
				return null;
			}
		};
		cache.setRequestMatcher(
				(request) -> request.getMethod().equals("GET") && PageRequests.isPage(request) && isKept(request));
		return cache;
	}

	/** No browser keeps a longer cookie, and the container answers none. */
	private static boolean isKept(HttpServletRequest request) {
		String query = request.getQueryString();
		return request.getRequestURI().length() + ((query == null) ? 0 : query.length()) <= LONGEST_ASKED;
	}

	/** Addresses that no honest client asks for. */
	@Bean
	static RequestRejectedHandler rejected(ProblemWriter problems) {
		return (request, response, ex) -> {
			SafeHeaders.ALL.writeHeaders(request, response);
			problems.write(request, response, 400);
		};
	}

	/** Tokens of the demo's own, or of the providers that the settings name. */
	private static JwtDecoder decoder(@Nullable DemoLogin demo, IssuerDecoders decoders) {
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

	static boolean bearsToken(HttpServletRequest request) {
		String authorization = request.getHeader("Authorization");
		return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7);
	}

}
