package se.uppdragskollen.web.resident;

import java.time.Clock;
import java.time.Duration;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import se.uppdragskollen.publication.ReadPublished;
import se.uppdragskollen.web.CurrentActor;
import se.uppdragskollen.web.page.PageLanguage;

/**
 * Lets browsers and proxies keep public pages for a little while, and ask afterwards
 * whether anything has changed. A page with somebody's name on it is kept by nobody.
 */
@Component
class Freshness {

	private static final Duration KEPT = Duration.ofMinutes(5);

	private final ReadPublished published;

	private final CurrentActor actors;

	/** Pages of another version look different. */
	private final String started;

	Freshness(ReadPublished published, CurrentActor actors, Clock clock) {
		this.published = published;
		this.actors = actors;
		this.started = Long.toString(clock.millis(), Character.MAX_RADIX);
	}

	/** Whether the asker has the page as it is; then there is nothing more to answer. */
	boolean has(ServletWebRequest request, HttpServletResponse response) {
		if (this.actors.login().isPresent()) {
			return false;
		}
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.maxAge(KEPT).cachePublic().getHeaderValue());
		response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
		return request.checkNotModified("W/\"" + this.published.stamp() + "-"
				+ PageLanguage.of(request.getRequest()).code() + "-" + this.started + "\"");
	}

}
