package se.uppdragskollen.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.report.PersonalNumbers;

/**
 * Notes denied accesses in the log of who did what. Nothing is ever removed from that
 * log, so who is denied again and again fills it with no more than tells of it, and what
 * is written in an address stays out of it unless it is short and nobody's number.
 */
@Component
public class Denials {

	/** Of one actor in a minute. The rest is in the server's own log. */
	static final int MOST = 60;

	private static final int LONGEST = 200;

	/** A one-time link's secret, with which whoever reads the log could answer. */
	private static final Pattern SECRET = Pattern.compile("(?<=^/signal/|^/api/v1/signal-links/)[^/]{20,}");

	private static final Logger LOG = LoggerFactory.getLogger(Denials.class);

	private final Audit audit;

	private final Clock clock;

	private final Map<String, Integer> counts = new HashMap<>();

	private long minute;

	Denials(Audit audit, Clock clock) {
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Notes one.
	 * @param actor who, as the log names them
	 * @param why the refusal's key
	 */
	public void note(String actor, HttpServletRequest request, String why) {
		int count = count(actor);
		if (count <= MOST) {
			this.audit.noteAlone(actor, "denied", "request", null,
					Map.of("method", request.getMethod(), "path", path(request), "why", why));
		}
		else if (count == MOST + 1) {
			LOG.warn("{} is denied more than {} times in a minute: not noted further", actor, MOST);
		}
	}

	private synchronized int count(String actor) {
		long now = this.clock.instant().getEpochSecond() / 60;
		if (now != this.minute) {
			this.minute = now;
			this.counts.clear();
		}
		return this.counts.merge(actor, 1, Integer::sum);
	}

	private static String path(HttpServletRequest request) {
		String path = SECRET.matcher(request.getServletPath()).replaceFirst("{token}");
		if (path.length() <= LONGEST && path.chars().noneMatch(Character::isISOControl)
				&& PersonalNumbers.find(path).isEmpty()) {
			return path;
		}
		return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
	}

}
