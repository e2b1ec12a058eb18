package se.uppdragskollen.web;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.access.Login;
import se.uppdragskollen.access.People;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.web.security.Logins;

/**
 * Who is asking: looked up once per request, so that a role that was taken away is gone
 * at once. A handler's parameter of type {@link Actor} gets it.
 */
@Component
public class CurrentActor implements HandlerMethodArgumentResolver {

	private static final String KEPT = CurrentActor.class.getName();

	private final People people;

	private final Logins logins;

	CurrentActor(People people, Logins logins) {
		this.people = people;
		this.logins = logins;
	}

	/** Who is asking, or nothing without a login. */
	public Optional<Actor> find() {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		if (request == null) {
			return Optional.empty();
		}
		if (request.getAttribute(KEPT, RequestAttributes.SCOPE_REQUEST) instanceof Actor actor) {
			return Optional.of(actor);
		}
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		Optional<Actor> actor = this.logins.of(authentication)
			.flatMap(this.people::actor)
			.filter((one) -> one.system() || !this.logins.isSystemOnly(authentication));
		actor.ifPresent((one) -> request.setAttribute(KEPT, one, RequestAttributes.SCOPE_REQUEST));
		return actor;
	}

	/** Who a provider says is asking, registered here or not. */
	public Optional<Login> login() {
		return this.logins.of(SecurityContextHolder.getContext().getAuthentication());
	}

	/**
	 * Who is asking.
	 * @throws Refusal when somebody is logged in who is not registered here
	 */
	public Actor require() {
		return find().orElseThrow(() -> Refusal.forbidden("not-registered"));
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Actor.class;
	}

	@Override
	public Actor resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		return require();
	}

	/** The actor's name in the log of who did what. */
	String auditName(HttpServletRequest request) {
		return find().map(Actor::auditName).orElse(Audit.ANONYMOUS);
	}

}
