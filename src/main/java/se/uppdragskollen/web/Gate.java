package se.uppdragskollen.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.request.Refusal;

/**
 * Lets a request through to its handler when the handler says for whom it is; what says
 * nothing is closed to all.
 */
@Component
public class Gate implements HandlerInterceptor {

	private final CurrentActor actors;

	Gate(CurrentActor actors) {
		this.actors = actors;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (!(handler instanceof HandlerMethod method) || method.hasMethodAnnotation(Open.class) || isError(method)) {
			return true;
		}
		Needs needs = method.getMethodAnnotation(Needs.class);
		if (needs == null) {
			throw Refusal.forbidden("closed");
		}
		Actor actor = this.actors.require();
		actor.requireAny(needs.value());
		return true;
	}

	private static boolean isError(HandlerMethod method) {
		return method.getBeanType().equals(ErrorAnswers.class);
	}

}
