package se.uppdragskollen.web.security;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import se.uppdragskollen.web.BodyLimit;
import se.uppdragskollen.document.Fingerprint;

/**
 * Takes no more of some requests than a person makes: logins, one-time links and public
 * pages by address, uploads and evaluations by login. Each instance of the service counts
 * for itself.
 */
@Component
@EnableConfigurationProperties(RateSettings.class)
class RateLimits extends OncePerRequestFilter {

	/** {@code as=}, however it is written. */
	private static final Pattern AS_FILE = Pattern.compile("(?:^|&)(?:a|%61)(?:s|%73)=");

	private final RateSettings settings;

	private final ProblemWriter problems;

	/** Who has not asked for longest is forgotten first. */
	private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true);

	RateLimits(RateSettings settings, ProblemWriter problems) {
		this.settings = settings;
		this.problems = problems;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Kind kind = kind(request);
		if (kind == Kind.OTHER) {
			chain.doFilter(request, response);
			return;
		}
		ConsumptionProbe probe = bucket(kind, who(request)).tryConsumeAndReturnRemaining(1);
		if (probe.isConsumed()) {
			chain.doFilter(request, response);
			return;
		}
		long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
		response.setHeader("Retry-After", String.valueOf(seconds));
		this.problems.write(request, response, 429);
	}

	private Bucket bucket(Kind kind, String who) {
		synchronized (this.buckets) {
			Bucket bucket = this.buckets.computeIfAbsent(kind + " " + who, (key) -> {
				int perMinute = perMinute(kind);
				return Bucket.builder()
					.addLimit((limit) -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
					.build();
			});
			if (this.buckets.size() > this.settings.known()) {
				this.buckets.remove(this.buckets.keySet().iterator().next());
			}
			return bucket;
		}
	}

	private int perMinute(Kind kind) {
		return switch (kind) {
			case LOGIN -> this.settings.loginsPerMinute();
			case PUBLIC -> this.settings.publicPerMinute();
			default -> this.settings.uploadsPerMinute();
		};
	}

	/** How many are counted for at the moment. */
	int known() {
		synchronized (this.buckets) {
			return this.buckets.size();
		}
	}

	private static Kind kind(HttpServletRequest request) {
		String path = request.getServletPath();
		boolean login = path.startsWith("/demo/") || path.startsWith("/login/") || path.startsWith("/oauth2/")
				|| path.startsWith("/signal/") || path.matches("/api/v1/signal-links/[^/]+/(?:form|answer)");
		if (login) {
			return Kind.LOGIN;
		}
		if (path.equals("/public") || path.startsWith("/public/")) {
			return Kind.PUBLIC;
		}
		boolean heavy = BodyLimit.isUpload(request) || path.startsWith("/api/v1/evaluations/")
				|| path.endsWith("/verification") || path.endsWith("/draft/preview") || path.endsWith("/check")
				|| path.equals("/api/v1/audit/proof") || isDocument(path, request.getQueryString())
				|| path.equals("/api/v1/runs") && request.getMethod().equals("POST");
		return heavy ? Kind.UPLOAD : Kind.OTHER;
	}

	/** A page that is asked for as a file too, by {@code ?as=pdf}. */
	private static boolean isDocument(String path, @Nullable String query) {
		return path.startsWith("/review/") && path.endsWith(".pdf") || query != null && AS_FILE.matcher(query).find();
	}

	/**
	 * The token, of which only the fingerprint is kept; else the address. Another header
	 * of that name says nothing about who is logged in by a session.
	 */
	private static String who(HttpServletRequest request) {
		String token = request.getHeader("Authorization");
		if (token != null && token.regionMatches(true, 0, "Bearer ", 0, 7) && kind(request) == Kind.UPLOAD) {
			return Fingerprint.of(token);
		}
		return String.valueOf(request.getRemoteAddr());
	}

	private enum Kind {

		/** Before a login. */
		LOGIN,

		/** Without a login, whole tables too. */
		PUBLIC,

		/** Takes much work. */
		UPLOAD,

		/** All else. */
		OTHER

	}

}
