package se.uppdragskollen.web;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.HandlerMapping;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.report.UnseenSigns;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.web.page.PageLanguage;
import se.uppdragskollen.web.security.SafeHeaders;

/**
 * Every error's answer, whichever layer it comes from: {@code application/problem+json}
 * (RFC 9457) with what is wrong, where, and what to do; never an exception's own text.
 */
@RestController
@RestControllerAdvice
public class ErrorAnswers implements ErrorController {

	private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

	/** The JSON pointer to all that was sent. */
	private static final String WHOLE = "";

	/** What is to blame where the use case sees no name: a header, or the one file. */
	private static final Map<Refusal.Kind, String> POINTERS = Map.of(Refusal.Kind.OUTDATED, HttpHeaders.IF_MATCH,
			Refusal.Kind.VERSION_MISSING, HttpHeaders.IF_MATCH, Refusal.Kind.TOO_LARGE, "file",
			Refusal.Kind.UNSUPPORTED, "file");

	private final Denials denials;

	private final CurrentActor actors;

	private final ErrorPage pages;

	private final DataSize largestFile;

	ErrorAnswers(Denials denials, CurrentActor actors, ErrorPage pages,
			@Value("${spring.servlet.multipart.max-file-size}") DataSize largestFile) {
		this.denials = denials;
		this.actors = actors;
		this.pages = pages;
		this.largestFile = largestFile;
	}

	/** What a use case refuses. */
	@ExceptionHandler
	Object refused(Refusal refusal, HttpServletRequest request) {
		if (refusal.kind() == Refusal.Kind.FORBIDDEN) {
			this.denials.note(this.actors.auditName(request), request, refusal.key());
		}
		Language language = language(request);
		Map<String, @Nullable Object> more = new LinkedHashMap<>();
		String pointer = (refusal.pointer() != null) ? refusal.pointer() : POINTERS.get(refusal.kind());
		if (pointer != null) {
			more.put("errors", List.of(ProblemList.error(pointer, refusal.text(language))));
		}
		if (!refusal.problems().isEmpty()) {
			more.put("errors", ProblemList.of(refusal.problems(), language));
		}
		if (refusal.current() != null) {
			more.put("current", refusal.current());
		}
		return shown(request, answer(request, refusal.kind().status(), refusal.key(), refusal.text(language), more));
	}

	/** A body that cannot be read. */
	@ExceptionHandler
	Object unreadable(HttpMessageNotReadableException ex, HttpServletRequest request) {
		Unreadable why = Unreadable.of(ex);
		Language language = language(request);
		Map<String, @Nullable Object> more = new LinkedHashMap<>();
		more.put("errors", List.of(ProblemList.error(why.pointer(), why.text(language))));
		return shown(request, answer(request, why.tooLarge() ? 413 : 400,
				why.tooLarge() ? "body-too-large" : "body-unreadable", why.text(language), more));
	}

	/** A parameter of the wrong form. */
	@ExceptionHandler
	Object mismatch(MethodArgumentTypeMismatchException ex, HttpServletRequest request) {
		boolean flag = boolean.class.equals(ex.getRequiredType());
		return shown(request,
				told(request, 400, "parameter-form", ex.getName(), ex.getName(),
						(ex.getValue() instanceof Object[] several) ? Arrays.asList(several)
								: String.valueOf(ex.getValue()),
						flag ? "true, false" : Messages.both("allowed.whole-number")));
	}

	/**
	 * Parameters that cannot be read, or too many of them; headers with signs that none
	 * has.
	 */
	@ExceptionHandler({ InvalidParameterException.class, RequestRejectedException.class })
	Object parameters(HttpServletRequest request) {
		return shown(request, answer(request, 400));
	}

	/** A text that cannot be kept, or holds what cannot be seen. */
	@ExceptionHandler
	Object unkept(ReadableText.UnkeptException ex, HttpServletRequest request) {
		UnseenSigns.Found unseen = ex.unseen();
		String kind = (unseen == null) ? "text-unkept" : "text-unseen";
		String text = (unseen == null) ? Messages.text(language(request), "refusal.text-unkept", ex.pointer())
				: Messages.text(language(request), "refusal.text-unseen", ex.pointer(), unseen.code(), unseen.place());
		return shown(request,
				answer(request, 400, kind, text, Map.of("errors", List.of(ProblemList.error(ex.pointer(), text)))));
	}

	/**
	 * A file's upload that breaks off, is larger than is taken, or finds no room on the
	 * disk.
	 */
	@ExceptionHandler
	Object upload(MultipartException ex, HttpServletRequest request) {
		if (Unavailable.isDisk(ex)) {
			return shown(request, unavailable(ex, request));
		}
		return shown(request,
				(ex instanceof MaxUploadSizeExceededException)
						? told(request, 413, "file-too-large", "file", this.largestFile.toMegabytes())
						: told(request, 400, "body-unreadable", "file"));
	}

	/** A parameter of the address that must be there. */
	@ExceptionHandler
	Object missing(MissingServletRequestParameterException ex, HttpServletRequest request) {
		return shown(request, told(request, 400, "parameter-missing", ex.getParameterName(), ex.getParameterName()));
	}

	/** A file that must be there. */
	@ExceptionHandler
	Object missing(MissingServletRequestPartException ex, HttpServletRequest request) {
		return shown(request, told(request, 400, "part-missing", ex.getRequestPartName(), ex.getRequestPartName()));
	}

	/** Content of another kind than is taken. */
	@ExceptionHandler
	Object kind(HttpMediaTypeNotSupportedException ex, HttpServletRequest request) {
		if (ex.getSupportedMediaTypes().isEmpty()) {
			return shown(request, answer(request, 415));
		}
		String taken = ex.getSupportedMediaTypes().stream().map(MediaType::toString).collect(Collectors.joining(", "));
		return shown(request,
				(ex.getContentType() == null) ? told(request, 415, "content-kind-missing", "Content-Type", taken)
						: told(request, 415, "content-kind", "Content-Type",
								ex.getContentType().getType() + "/" + ex.getContentType().getSubtype(), taken));
	}

	/** Two did the same at the same time, and the database let one of them. */
	@ExceptionHandler
	Object collision(DataIntegrityViolationException ex, HttpServletRequest request) {
		LOG.info("refused by the database: {}", String.valueOf(ex.getMostSpecificCause().getMessage()));
		return shown(request, told(request, 409, "collision", WHOLE));
	}

	/** All else, by its status if it has one. */
	@ExceptionHandler
	Object other(Exception ex, HttpServletRequest request) {
		if (ex instanceof ErrorResponse response) {
			return shown(request, answer(request, response.getStatusCode().value()));
		}
		if (Unavailable.is(ex)) {
			return shown(request, unavailable(ex, request));
		}
		LOG.error("failed: {} {}", request.getMethod(), handled(request), ex);
		return shown(request, answer(request, 500));
	}

	/**
	 * The address with its holes: what stands in them may be secret, as a link's token.
	 */
	private static Object handled(HttpServletRequest request) {
		Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		return (pattern != null) ? pattern : "?";
	}

	/** Asking again does not do it twice, should it have been done. */
	private static ResponseEntity<Map<String, @Nullable Object>> unavailable(Throwable why,
			HttpServletRequest request) {
		LOG.warn("not available: {}", (why instanceof UncheckedIOException || why instanceof MultipartException)
				? why.getMessage() : why.getClass().getSimpleName());
		return answer(request, 503, "unavailable", Map.of());
	}

	/** What the container or a filter answers with an error. */
	@RequestMapping("${server.error.path:${error.path:/error}}")
	@Open
	Object container(HttpServletRequest request, HttpServletResponse response) {
		SafeHeaders.ALL.writeHeaders(request, response);
		Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception ex && Unavailable.is(ex)) {
			return shown(request, unavailable(ex, request));
		}
		return shown(request, answer(request, (status instanceof Integer number && number >= 400) ? number : 404));
	}

	/**
	 * A person who reads pages gets a page, everybody else the answer itself; nobody
	 * keeps it, whatever the handler said of what it meant to answer.
	 */
	private Object shown(HttpServletRequest request, ResponseEntity<Map<String, @Nullable Object>> answer) {
		if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
			forget(attributes.getResponse());
		}
		request.removeAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE);
		return PageRequests.isPage(request) ? this.pages.of(answer, request) : answer;
	}

	private static void forget(@Nullable HttpServletResponse response) {
		if (response != null && !response.isCommitted()) {
			response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
			response.setHeader(HttpHeaders.ETAG, null);
			response.setContentType(null);
		}
	}

	/** The answer to a status that says all there is to say. */
	public static ResponseEntity<Map<String, @Nullable Object>> answer(HttpServletRequest request, int status) {
		String key = Messages.has("refusal.status-" + status) ? "status-" + status : "status-500";
		return answer(request, status, key, Map.of());
	}

	static ResponseEntity<Map<String, @Nullable Object>> answer(HttpServletRequest request, int status, String key,
			Map<String, @Nullable Object> more) {
		return answer(request, status, key, Messages.text(language(request), "refusal." + key), more);
	}

	/** With the place where it is wrong. */
	private static ResponseEntity<Map<String, @Nullable Object>> told(HttpServletRequest request, int status,
			String key, String pointer, Object... holes) {
		String text = Messages.text(language(request), "refusal." + key, holes);
		return answer(request, status, key, text, Map.of("errors", List.of(ProblemList.error(pointer, text))));
	}

	private static ResponseEntity<Map<String, @Nullable Object>> answer(HttpServletRequest request, int status,
			String key, String detail, Map<String, @Nullable Object> more) {
		Language language = language(request);
		Map<String, @Nullable Object> body = new LinkedHashMap<>();
		body.put("type", "urn:uppdragskollen:problem:" + key);
		body.put("title", Messages.text(language, "problem-title." + title(status)));
		body.put("status", status);
		body.put("detail", detail);
		if (MDC.get(Audit.REQUEST) != null) {
			body.put("instance", "urn:uppdragskollen:request:" + MDC.get(Audit.REQUEST));
		}
		body.putAll(more);
		return ResponseEntity.status(status)
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.header(HttpHeaders.CONTENT_LANGUAGE, language.code())
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.body(body);
	}

	private static String title(int status) {
		return switch (status) {
			case 401, 403, 404, 409, 410, 412, 413, 415, 422, 428, 429, 503 -> String.valueOf(status);
			default -> (status < 500) ? "400" : "500";
		};
	}

	/** Swedish unless English is asked for first; on pages, as the reader has chosen. */
	public static Language language(HttpServletRequest request) {
		if (PageRequests.isPage(request)) {
			return PageLanguage.of(request);
		}
		return request.getLocale().getLanguage().equals("en") && request.getHeader("Accept-Language") != null
				? Language.EN : Language.SV;
	}

}
