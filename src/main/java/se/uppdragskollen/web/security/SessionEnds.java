package se.uppdragskollen.web.security;

import jakarta.servlet.Filter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.SessionRepositoryFilter;

/**
 * A session is saved before the answer leaves, and looked after once more when the whole
 * answer has been written. A database that goes away between the two must not tear the
 * answer: its reader has all of it, and the session is as it was saved.
 */
@Configuration(proxyBeanMethods = false)
class SessionEnds {

	private static final Logger LOG = LoggerFactory.getLogger(SessionEnds.class);

	private static final String ANSWERED = SessionEnds.class.getName();

	@Bean
	FilterRegistrationBean<Filter> afterAnswer() {
		return at(SessionRepositoryFilter.DEFAULT_ORDER - 1, (request, response, chain) -> {
			try {
				chain.doFilter(request, response);
			}
			catch (RuntimeException ex) {
				if (request.getAttribute(ANSWERED) == null || !response.isCommitted()) {
					throw ex;
				}
				LOG.warn("a session could not be looked after, its answer had left: {}", ex.toString());
			}
		});
	}

	@Bean
	FilterRegistrationBean<Filter> answer() {
		return at(SessionRepositoryFilter.DEFAULT_ORDER + 1, (request, response, chain) -> {
			chain.doFilter(request, response);
			if (response.isCommitted()) {
				request.setAttribute(ANSWERED, true);
			}
		});
	}

	private static FilterRegistrationBean<Filter> at(int order, Filter filter) {
		FilterRegistrationBean<Filter> at = new FilterRegistrationBean<>(filter);
		at.setOrder(order);
		return at;
	}

}
