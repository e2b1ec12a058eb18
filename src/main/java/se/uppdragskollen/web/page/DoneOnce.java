package se.uppdragskollen.web.page;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;

/**
 * Lets a page tell that something was done only to whoever has just done it, and once:
 * the word in its address counts with a cookie that the form's answer has set. An address
 * that somebody else has made up makes the page claim nothing.
 */
@Component
class DoneOnce extends OncePerRequestFilter implements HandlerInterceptor {

	/** By which an address says what was done. */
	private static final Set<String> NAMES = Set.of("done", "returned", "sent", "signed", "uploaded");

	private static final String COOKIE = "__Host-done";

	private static final Duration SOON = Duration.ofMinutes(1);

	private static final Pattern REDIRECT = Pattern
		.compile("redirect:.*[?&](" + String.join("|", NAMES) + ")=([a-z0-9-]+)");

	/** Something was done: the page that tells it comes next. */
	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView page) {
		String view = (page == null) ? null : page.getViewName();
		Matcher done = REDIRECT.matcher((view == null) ? "" : view);
		if (done.matches()) {
			cookie(done.group(1) + "." + done.group(2), SOON, response);
		}
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		boolean reads = List.of("GET", "HEAD").contains(request.getMethod());
		if (!reads || NAMES.stream().noneMatch((name) -> request.getParameter(name) != null)) {
			chain.doFilter(request, response);
			return;
		}
		Cookie cookie = WebUtils.getCookie(request, COOKIE);
		Set<String> untold = new HashSet<>(NAMES);
		untold.removeIf((name) -> cookie != null && cookie.getValue().equals(name + "." + request.getParameter(name)));
		if (untold.size() < NAMES.size()) {
			cookie("", Duration.ZERO, response);
		}
		chain.doFilter(new Untold(request, untold), response);
	}

	private static void cookie(String word, Duration age, HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(COOKIE, word)
					.path("/")
					.maxAge(age)
					.secure(true)
					.httpOnly(true)
					.sameSite("Strict")
					.build()
					.toString());
	}

	/** The request without those words. */
	private static final class Untold extends HttpServletRequestWrapper {

		private final Set<String> names;

		private Untold(HttpServletRequest request, Set<String> names) {
			super(request);
			this.names = names;
		}

		@Override
		public @Nullable String getParameter(String name) {
			return this.names.contains(name) ? null : super.getParameter(name);
		}

		@Override
		public String @Nullable [] getParameterValues(String name) {
			return this.names.contains(name) ? null : super.getParameterValues(name);
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			Map<String, String[]> all = new HashMap<>(super.getParameterMap());
			all.keySet().removeAll(this.names);
			return Collections.unmodifiableMap(all);
		}

		@Override
		public Enumeration<String> getParameterNames() {
			return Collections.enumeration(getParameterMap().keySet());
		}

	}

}
