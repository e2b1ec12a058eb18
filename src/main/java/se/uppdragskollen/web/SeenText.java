package se.uppdragskollen.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import se.uppdragskollen.report.UnseenSigns;

/**
 * Takes out of a page's fields the signs that cannot be seen. They come along when people
 * paste from other programs, who could not find them to take them away. What programs
 * send is refused instead, by {@link ReadableText}.
 */
@Component
class SeenText extends OncePerRequestFilter {

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !PageRequests.isPage(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(new Seen(request), response);
	}

	/** The same request; whatever is read from its fields can be seen. */
	private static final class Seen extends HttpServletRequestWrapper {

		private Seen(HttpServletRequest request) {
			super(request);
		}

		@Override
		public @Nullable String getParameter(String name) {
			String value = super.getParameter(name);
			return (value == null) ? null : UnseenSigns.without(value);
		}

		@Override
		public String @Nullable [] getParameterValues(String name) {
			String[] values = super.getParameterValues(name);
			return (values == null) ? null : seen(values);
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			Map<String, String[]> map = new LinkedHashMap<>();
			super.getParameterMap().forEach((name, values) -> map.put(name, seen(values)));
			return map;
		}

		private static String[] seen(String[] values) {
			return Stream.of(values).map(UnseenSigns::without).toArray(String[]::new);
		}

	}

}
