package se.uppdragskollen.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.ElementType;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.report.UnseenSigns;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.web.page.OwnAddress;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Say;

/**
 * Finds what a person had typed into a form that is answered with an error, so that the
 * error's page can show it: else it would be gone. Fields that nobody types into are
 * never among it, and words that another site's page sent are not repeated.
 */
@Component
class LostForms {

	/** The fields of pages' forms that are typed into; the label of each is a text. */
	private static final Set<String> TYPED = Set.of("text", "note", "reason", "name", "owner", "organisation", "due",
			"date", "expires_on", "from", "to", "decision", "ended_on", "id", "municipality", "operator_name",
			"organisation_number", "peer_group", "opened", "closed", "merged_into", "last_day", "day", "on_day",
			"listed", "rub_4", "rub_5", "email", "hsa_id", "issuer", "subject");

	/** A report's: what was said of an element. */
	private static final Pattern ANSWER = Pattern.compile("(value|why|comment|unclear-what)\\.([a-z0-9_-]{1,100})");

	private static final Pattern REPORT = Pattern.compile("/centre/[^/]+/reports/([a-z0-9-]+)/([0-9A-Z-]+)(?:/.*)?");

	private static final int MOST_FIELDS = 300;

	/** Letters of all the texts together. */
	private static final int MOST_LETTERS = 200_000;

	private static final Logger LOG = LoggerFactory.getLogger(LostForms.class);

	private final ObjectProvider<RequestMappingHandlerMapping> handlers;

	private final Editions editions;

	LostForms(ObjectProvider<RequestMappingHandlerMapping> handlers, Editions editions) {
		this.handlers = handlers;
		this.editions = editions;
	}

	/** What the request had brought, nothing unless it sent a page's form. */
	Optional<LostForm> find(HttpServletRequest request, Say say) {
		if (!request.getMethod().equals("POST")) {
			return Optional.empty();
		}
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		String path = (failed == null) ? request.getRequestURI() : failed.toString();
		URI before = own(request, HttpHeaders.REFERER);
		boolean ownForm = own(request, HttpHeaders.ORIGIN) != null
				|| request.getHeader(HttpHeaders.ORIGIN) == null && before != null;
		Map<String, String[]> fields = ownForm ? fields(request) : Map.of();
		List<LostForm.Text> texts = new ArrayList<>();
		Map<String, Element> elements = elements(path, fields);
		int left = MOST_LETTERS;
		boolean cut = false;
		for (Map.Entry<String, String[]> field : fields.entrySet()) {
			String label = label(field.getKey(), elements, say);
			String words = (label == null) ? "" : words(field.getKey(), field.getValue(), elements, say);
			if (label != null && !words.isBlank()) {
				int shown = (texts.size() < MOST_FIELDS) ? Math.min(words.length(), left) : 0;
				if (shown > 0) {
					texts.add(new LostForm.Text(label, words.substring(0, shown)));
				}
				left -= shown;
				cut = cut || shown < words.length();
			}
		}
		return Optional.of(new LostForm(back(path, before), List.copyOf(texts), cut));
	}

	/** None when they cannot be read, which may be what the error is about. */
	private static Map<String, String[]> fields(HttpServletRequest request) {
		try {
			return BodyLimit.isUpload(request) ? Map.of() : request.getParameterMap();
		}
		catch (IllegalStateException ex) {
			return Map.of();
		}
	}

	/** An address that a header names, when it is of this service. */
	private static @Nullable URI own(HttpServletRequest request, String header) {
		try {
			URI named = URI.create(String.valueOf(request.getHeader(header)));
			int usual = "https".equals(named.getScheme()) ? 443 : 80;
			int port = (named.getPort() < 0) ? usual : named.getPort();
			boolean own = request.getScheme().equals(named.getScheme()) && port == request.getServerPort()
					&& request.getServerName().equalsIgnoreCase(named.getHost());
			return own ? named : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/** The page that the form stood on; else the nearest above what it was sent to. */
	private String back(String path, @Nullable URI before) {
		String way = path;
		if (before != null && before.getRawPath() != null) {
			String query = (before.getRawQuery() == null) ? "" : "?" + before.getRawQuery();
			if (isPage(before.getRawPath()) && OwnAddress.is(before.getRawPath() + query)) {
				return before.getRawPath() + query;
			}
			way = before.getRawPath();
		}
		while (way.length() > 1) {
			if (OwnAddress.is(way) && isPage(way)) {
				return way;
			}
			way = way.substring(0, Math.max(0, way.lastIndexOf('/')));
		}
		return "/desk";
	}

	private boolean isPage(String path) {
		PathContainer parsed = PathContainer.parsePath(path);
		return this.handlers.getObject()
			.getHandlerMethods()
			.entrySet()
			.stream()
			.filter((one) -> one.getValue().getBeanType().isAnnotationPresent(PageController.class))
			.map(Map.Entry::getKey)
			.anyMatch((one) -> one.getMethodsCondition().getMethods().contains(RequestMethod.GET)
					&& matches(one, parsed));
	}

	private static boolean matches(RequestMappingInfo info, PathContainer path) {
		return info.getPathPatternsCondition() != null
				&& info.getPathPatternsCondition().getPatterns().stream().anyMatch((one) -> one.matches(path));
	}

	/** The elements that a report's form asks for, as far as they can be told. */
	private Map<String, Element> elements(String path, Map<String, String[]> fields) {
		Matcher report = REPORT.matcher(path);
		if (fields.isEmpty() || !report.matches()) {
			return Map.of();
		}
		try {
			return Period.parse(report.group(2))
				.flatMap((period) -> this.editions.inForceOn(report.group(1), period.to()))
				.map(Edition::elements)
				.orElse(Map.of());
		}
		catch (DataAccessException | TransactionException | Refusal ex) {
			LOG.debug("their names serve", ex);
			return Map.of();
		}
	}

	/** Nothing for what nobody types into. */
	private static @Nullable String label(String field, Map<String, Element> elements, Say say) {
		if (TYPED.contains(field)) {
			return say.text(field.equals("text") ? "lost.text" : "refused.field-" + field);
		}
		Matcher answer = ANSWER.matcher(field);
		if (!answer.matches()) {
			return null;
		}
		Element element = elements.get(answer.group(2));
		String asked = (element == null) ? answer.group(2) : say.of(element.label());
		return answer.group(1).equals("value") ? asked : say.text("lost." + answer.group(1), asked);
	}

	private static String words(String field, String[] values, Map<String, Element> elements, Say say) {
		Matcher answer = ANSWER.matcher(field);
		Element element = (answer.matches() && answer.group(1).equals("value")) ? elements.get(answer.group(2)) : null;
		Map<String, String> chosen = new HashMap<>();
		if (element != null && element.type() == ElementType.BOOLEAN) {
			chosen.putAll(Map.of("true", say.text("field.yes"), "false", say.text("field.no")));
		}
		else if (element != null && !element.choices().isEmpty()) {
			chosen.put("-", say.text("field.none-of-these"));
			element.choices().forEach((word, text) -> chosen.put(word, say.of(text)));
		}
		List<String> words = new ArrayList<>();
		for (String value : values) {
			words.add(UnseenSigns.without(chosen.getOrDefault(value, value)).replaceAll("[\\p{Cc}&&[^\\n\\t]]", ""));
		}
		return String.join("\n", words).strip();
	}

}
