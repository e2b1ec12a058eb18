package se.uppdragskollen.web;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.Refusal;

/**
 * Refuses a question with a name that its handler does not read: a filter written wrong
 * would otherwise list everything.
 */
@Component
class QueryNames implements HandlerInterceptor {

	/** What {@link Listing} reads. */
	private static final List<String> OF_LISTS = List.of("format", "limit", "cursor");

	private static final int SHOWN = 100;

	private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (!(handler instanceof HandlerMethod method) || !request.getMethod().equals("GET")
				|| request.getDispatcherType() == DispatcherType.ERROR) {
			return true;
		}
		Set<String> read = this.known.computeIfAbsent(method.getMethod(), QueryNames::read);
		if (!read.isEmpty()) {
			request.getParameterMap()
				.keySet()
				.stream()
				.filter((name) -> !read.contains(name))
				.findFirst()
				.ifPresent((name) -> {
					String shown = (name.length() > SHOWN) ? name.substring(0, SHOWN) : name;
					throw Refusal.invalid(shown, "parameter-unknown", shown, String.join(", ", read));
				});
		}
		return true;
	}

	/** What a handler reads; nothing when it reads no names at all. */
	static Set<String> read(Method method) {
		Set<String> names = new TreeSet<>();
		for (Parameter parameter : method.getParameters()) {
			RequestParam asked = parameter.getAnnotation(RequestParam.class);
			if (asked != null && !Map.class.isAssignableFrom(parameter.getType())) {
				names.add(asked.name().isEmpty() ? parameter.getName() : asked.name());
			}
		}
		Filters filters = method.getAnnotation(Filters.class);
		if (filters != null) {
			names.addAll(List.of(filters.value()));
		}
		if (method.getReturnType().equals(Page.class)) {
			names.addAll(OF_LISTS);
		}
		return names;
	}

}
