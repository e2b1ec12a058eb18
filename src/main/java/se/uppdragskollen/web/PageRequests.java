package se.uppdragskollen.web;

import java.util.List;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/**
 * Tells who reads pages from what asks the interface.
 */
public final class PageRequests {

	private static final List<String> INTERFACE = List.of("/api/", "/demo/token", "/actuator");

	/**
	 * What browsers send; the filters refuse some others before they come to any page.
	 */
	private static final List<String> METHODS = List.of("GET", "HEAD", "POST");

	private PageRequests() {
	}

	/**
	 * Whether a browser asks for a page, also when its error is told by the container.
	 */
	public static boolean isPage(HttpServletRequest request) {
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		String path = (failed == null) ? request.getRequestURI() : failed.toString();
		String accept = request.getHeader(HttpHeaders.ACCEPT);
		return accept != null && accept.contains("text/html") && METHODS.contains(request.getMethod())
				&& INTERFACE.stream().noneMatch(path::startsWith);
	}

}
