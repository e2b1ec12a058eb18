package se.uppdragskollen.web.page;

import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.selfreport.ReportKey;

/**
 * Gives a page's handler its reader's language, as {@link Say}, and the report that its
 * address names.
 */
final class PageArguments implements HandlerMethodArgumentResolver {

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Say.class || parameter.getParameterType() == ReportKey.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		if (parameter.getParameterType() == Say.class) {
			return new Say(PageLanguage.of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class))));
		}
		String period = variable(request, "period");
		return new ReportKey(variable(request, "unit"), variable(request, "assignment"),
				Period.parse(period).orElseThrow(() -> Refusal.invalid("period", "period-form", period)));
	}

	private static String variable(NativeWebRequest request, String name) {
		Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE,
				RequestAttributes.SCOPE_REQUEST);
		return String.valueOf((variables instanceof Map<?, ?> all) ? all.get(name) : null);
	}

}
