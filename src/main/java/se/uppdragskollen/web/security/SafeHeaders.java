package se.uppdragskollen.web.security;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;

/**
 * What every answer tells a browser: to run and load nothing but the service's own, in no
 * frame, and to come back by HTTPS alone.
 */
public final class SafeHeaders implements HeaderWriter {

	public static final SafeHeaders ALL = new SafeHeaders();

	private static final String POLICY = "default-src 'none'; base-uri 'none'; form-action 'self'; "
			+ "frame-ancestors 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; font-src 'self'; "
			+ "connect-src 'self'; manifest-src 'self'";

	private static final Map<String, String> HEADERS = Map.of("Content-Security-Policy", POLICY,
			"X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY", "Referrer-Policy", "same-origin",
			"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()",
			"Cross-Origin-Opener-Policy", "same-origin", "Cross-Origin-Resource-Policy", "same-origin");

	private SafeHeaders() {
	}

	@Override
	public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
		HEADERS.forEach(response::setHeader);
		if (request.isSecure()) {
			response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
		}
	}

}
