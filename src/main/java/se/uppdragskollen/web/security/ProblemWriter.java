package se.uppdragskollen.web.security;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.web.Denials;
import se.uppdragskollen.web.ErrorAnswers;
import se.uppdragskollen.web.PageRequests;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the errors that filters find in the same form as all others.
 */
@Component
class ProblemWriter {

	private final JsonMapper json;

	private final Denials denials;

	ProblemWriter(JsonMapper json, Denials denials) {
		this.json = json;
		this.denials = denials;
	}

	/** Notes a denied access, and writes the error. */
	void deny(HttpServletRequest request, HttpServletResponse response, int status)
			throws IOException, ServletException {
		note(request, status);
		write(request, response, status);
	}

	/** Notes an access that was denied before anybody was known for certain. */
	void note(HttpServletRequest request, int status) {
		if (status == HttpServletResponse.SC_UNAUTHORIZED || status == HttpServletResponse.SC_FORBIDDEN) {
			this.denials.note(Audit.ANONYMOUS, request, String.valueOf(status));
		}
	}

	/** Writes the error; for a person as a page, as those of handlers are. */
	void write(HttpServletRequest request, HttpServletResponse response, int status)
			throws IOException, ServletException {
		if (PageRequests.isPage(request)) {
			request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
			request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
			request.getRequestDispatcher("/error").forward(request, response);
			return;
		}
		ResponseEntity<Map<String, @Nullable Object>> answer = ErrorAnswers.answer(request, status);
		response.setStatus(status);
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.setCharacterEncoding("UTF-8");
		response.setHeader("Cache-Control", "no-store");
		if (status == HttpServletResponse.SC_UNAUTHORIZED) {
			response.setHeader("WWW-Authenticate", "Bearer");
		}
		this.json.writeValue(response.getOutputStream(), answer.getBody());
	}

}
