package se.uppdragskollen.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import se.uppdragskollen.report.UnseenSigns;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses at the door what no database keeps as it was written, the character U+0000 and
 * halves of characters, and what no reader sees. Whatever handler is asked, it sees none
 * in an address, a form or JSON; the server takes none in files' names, and the readers
 * of tables none in cells.
 */
@RestControllerAdvice
class ReadableText extends RequestBodyAdviceAdapter implements HandlerInterceptor {

	/**
	 * How JSON can write them: any sign by its number, in UTF-8 all that begin with one
	 * of these bytes, and whatever is in an encoding with zeros between.
	 */
	private static final Pattern SUSPECT = Pattern
		.compile("\\\\u|\0|\u00c2\u00ad|\u00cd\u008f|\u00d8\u009c|[\u00e1\u00e2\u00e3\u00ef\u00f0\u00f3]");

	private final JsonMapper json;

	ReadableText(JsonMapper json) {
		this.json = json;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (request.getDispatcherType() == DispatcherType.ERROR
				|| request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null) {
			return true;
		}
		request.getParameterMap().forEach((name, values) -> {
			check(name, name);
			Stream.of(values).forEach((value) -> check(name, value));
		});
		if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> parts) {
			parts.forEach((name, value) -> check(String.valueOf(name), String.valueOf(value)));
		}
		return true;
	}

	@Override
	public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
		return true;
	}

	@Override
	public HttpInputMessage beforeBodyRead(HttpInputMessage message, MethodParameter parameter, Type type,
			Class<? extends HttpMessageConverter<?>> converter) throws IOException {
		byte[] body = message.getBody().readAllBytes();
		if (SUSPECT.matcher(new String(body, StandardCharsets.ISO_8859_1)).find()) {
			checkJson(body);
		}
		return new Read(message.getHeaders(), body);
	}

	/** What is no JSON is told by who reads it. */
	private void checkJson(byte[] body) {
		try (JsonParser parser = this.json.createParser(body)) {
			for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
				if (token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME) {
					check(parser.streamReadContext().pathAsPointer().toString(), parser.getString());
				}
			}
		}
		catch (JacksonException ex) {
			return;
		}
	}

	private static void check(String pointer, @Nullable String text) {
		if (text != null && text.codePoints().anyMatch((sign) -> sign == 0 || isHalf(sign))) {
			throw new UnkeptException(pointer.replace("\0", ""), null);
		}
		Optional<UnseenSigns.Found> unseen = (text == null) ? Optional.empty() : UnseenSigns.find(text);
		if (unseen.isPresent()) {
			throw new UnkeptException(UnseenSigns.without(pointer), unseen.get());
		}
	}

	private static boolean isHalf(int sign) {
		return sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE;
	}

	/** A text holds what cannot be kept, or cannot be seen. */
	static final class UnkeptException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final String pointer;

		private final transient UnseenSigns.@Nullable Found unseen;

		UnkeptException(String pointer, UnseenSigns.@Nullable Found unseen) {
			super("a text cannot be kept", null, false, false);
			this.pointer = pointer;
			this.unseen = unseen;
		}

		/** The sign that cannot be seen, null when it is one that cannot be kept. */
		UnseenSigns.@Nullable Found unseen() {
			return this.unseen;
		}

		/** Where, as a JSON pointer or the name of a parameter. */
		String pointer() {
			return this.pointer;
		}

	}

	private record Read(HttpHeaders headers, byte[] body) implements HttpInputMessage {

		@Override
		public InputStream getBody() {
			return new ByteArrayInputStream(this.body);
		}

		@Override
		public HttpHeaders getHeaders() {
			return this.headers;
		}

	}

}
