package se.uppdragskollen.web.security;

import java.io.IOException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import se.uppdragskollen.web.ErrorAnswers;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answers to requests that the server itself cannot read, before any part of the
 * service sees them: in the same form as all others.
 */
public final class ContainerErrors extends ErrorReportValve {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Override
	protected void report(Request request, Response response, @Nullable Throwable thrown) {
		int status = response.getStatus();
		if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		try {
			response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
			response.setCharacterEncoding("UTF-8");
			response.setHeader("Cache-Control", "no-store");
			SafeHeaders.ALL.writeHeaders(request.getRequest(), response.getResponse());
			response.getReporter().write(JSON.writeValueAsString(ErrorAnswers.answer(request, status).getBody()));
			response.finishResponse();
		}
		catch (IOException ex) {
			this.container.getLogger().debug("nobody to tell", ex);
		}
	}

	/**
	 * Puts it in its place.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Placed {

		@Bean
		WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerErrors() {
			return (factory) -> factory.addContextCustomizers((context) -> ((StandardHost) context.getParent())
				.setErrorReportValveClass(ContainerErrors.class.getName()));
		}

	}

}
