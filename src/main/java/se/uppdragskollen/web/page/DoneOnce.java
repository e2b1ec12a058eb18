package se.uppdragskollen.web.page;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

	private static final String WORD = "done";

	private static final String COOKIE = "__Host-done";

	private static final Duration SOON = Duration.ofMinutes(1);

	private static final Pattern REDIRECT = Pattern.compile("redirect:.*[?&]done=([a-z-]+)");

	/** Something was done: the page that tells it comes next. */
	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView page) {
		String view = (page == null) ? null : page.getViewName();
		Matcher done = REDIRECT.matcher((view == null) ? "" : view);
		if (done.matches()) {
			cookie(done.group(1), SOON, response);
		}
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Cookie cookie = WebUtils.getCookie(request, COOKIE);
		boolean reads = List.of("GET", "HEAD").contains(request.getMethod());
		if (!reads || request.getParameter(WORD) == null) {
			chain.doFilter(request, response);
		}
		else if (cookie != null && cookie.getValue().equals(request.getParameter(WORD))) {
			cookie("", Duration.ZERO, response);
			chain.doFilter(request, response);
		}
		else {
			chain.doFilter(new Untold(request), response);
		}
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

	/** The request without that word. */
	private static final class Untold extends HttpServletRequestWrapper {

		private Untold(HttpServletRequest request) {
			super(request);
		}

		@Override
		public @Nullable String getParameter(String name) {
			return name.equals(WORD) ? null : super.getParameter(name);
		}

		@Override
		public String @Nullable [] getParameterValues(String name) {
			return name.equals(WORD) ? null : super.getParameterValues(name);
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			Map<String, String[]> all = new HashMap<>(super.getParameterMap());
			all.remove(WORD);
			return Collections.unmodifiableMap(all);
		}

		@Override
		public Enumeration<String> getParameterNames() {
			return Collections.enumeration(getParameterMap().keySet());
		}

	}

}
