package se.uppdragskollen.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client;

/**
 * Addresses to look at every page with: {@code samples.txt}, whose holes are filled from
 * a demo.
 */
public final class PageSamples {

	private final RunningService demo;

	private final Map<String, List<String>> samples = new LinkedHashMap<>();

	private final Map<String, String> holes = new LinkedHashMap<>();

	public PageSamples(RunningService demo) throws IOException {
		this.demo = demo;
		String pattern = "";
		for (String line : lines("samples.txt")) {
			if (line.startsWith("\t")) {
				this.samples.get(pattern).add(line.strip());
			}
			else {
				pattern = line.strip();
				this.samples.put(pattern, new ArrayList<>());
			}
		}
		fill();
	}

	/** Those of a demo in which something more has happened, so that no page is bare. */
	static PageSamples ofSomethingOfEverything(RunningService demo) throws IOException {
		for (String head : List.of("vera", "viola")) {
			Client client = demo.client(head);
			String unit = client.get("/api/v1/me").json().path("roles").path(0).path("unit").asString();
			for (String period : List.of("2025-06", "2025-Q2", "2025-H1")) {
				client.post("/api/v1/units/" + unit + "/reports/kalmar-halsoval/" + period + "/draft", "");
			}
			demo.client("bodil").post("/api/v1/exemptions", """
					{"assignment": "kalmar-halsoval", "unit": "%s", "requirement": "G12", "from": "2025-07-01",
					 "to": "2025-12-31", "reason": "Ombyggnad"}""".formatted(unit));
		}
		PageSamples samples = new PageSamples(demo);
		samples.know("token",
				demo.client("greta")
					.post("/api/v1/signal-links", """
							{"assignment": "kalmar-halsoval", "unit": "%s", "counterpart": "municipality",
							 "organisation": "Exempelköpings kommun"}""".formatted(samples.unitOf("vera")))
					.json()
					.path("token")
					.asString());
		return samples;
	}

	/** What {@code access.txt} lets the person of this column read, by pattern. */
	public List<String> readableBy(int column) throws IOException {
		return lines("../access.txt").stream()
			.filter((line) -> line.charAt(column) == '+' && line.substring(10).strip().startsWith("GET "))
			.map((line) -> line.split("\\s+")[2].replaceFirst("\\?.*", ""))
			.toList();
	}

	/** The patterns of all that answers people who read with a page. */
	public Set<String> pages() {
		return patterns((handler) -> answersWithPages(handler));
	}

	/** The patterns of all that answers people who read with a file. */
	public Set<String> files() {
		return patterns((handler) -> !answersWithPages(handler));
	}

	private Set<String> patterns(Predicate<HandlerMethod> which) {
		Set<String> patterns = new TreeSet<>();
		this.demo.get(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((info, handler) -> {
			if (info.getMethodsCondition().getMethods().contains(RequestMethod.GET) && which.test(handler)
					&& AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), PageController.class)) {
				patterns.addAll(info.getPathPatternsCondition().getPatternValues());
			}
		});
		return patterns;
	}

	/** Its answer is the name of a view. */
	private static boolean answersWithPages(HandlerMethod handler) {
		return handler.getMethod().getReturnType().equals(String.class);
	}

	/** The addresses of a page; none when nobody has written one. */
	public List<String> of(String pattern) {
		return this.samples.getOrDefault(pattern, pattern.contains("{") ? List.of() : List.of(pattern));
	}

	/** The patterns that samples are written for. */
	public List<String> written() {
		return List.copyOf(this.samples.keySet());
	}

	/**
	 * An address with its holes filled.
	 * @param own the unit that the person belongs to, empty for none
	 * @return nothing when there is nothing like that for the person
	 */
	public Optional<String> fill(String sample, String own) {
		String filled = sample.replace("{own}", own);
		for (Map.Entry<String, String> hole : this.holes.entrySet()) {
			filled = filled.replace("{" + hole.getKey() + "}", hole.getValue());
		}
		int at = filled.indexOf("{own-");
		if (at >= 0) {
			String hole = filled.substring(at, filled.indexOf('}') + 1);
			String state = hole.substring("{own-".length(), hole.length() - 1);
			Optional<String> id = one("select id from follow_up_case where unit = ? and state = ? and confirmed_at "
					+ "is not null order by id limit 1", own, state);
			filled = id.isPresent() ? filled.replace(hole, id.get()) : filled;
		}
		return filled.replace("{language}", "").contains("{") || own.isEmpty() && sample.contains("{own}")
				? Optional.empty() : Optional.of(filled);
	}

	/** Fills a hole with what only the test knows. */
	void know(String hole, String value) {
		this.holes.put(hole, value);
	}

	/** The unit that somebody of the demo belongs to, empty for none. */
	public String unitOf(String subject) {
		return one("select r.unit from person_role r join person p on p.id = r.person where p.subject = ? and "
				+ "p.issuer = 'urn:uppdragskollen:demo' and r.unit is not null", subject)
			.orElse("");
	}

	private void fill() {
		String busiest = "select unit from follow_up_case where state not in ('closed', 'dismissed') group by unit "
				+ "order by count(*) desc, unit limit 1 offset ";
		List.of("unit", "third", "fourth")
			.forEach((name) -> hole(name, busiest + List.of("unit", "third", "fourth").indexOf(name)));
		this.holes.put("tried", unitOf("vera"));
		Stream
			.of("proposed", "confirmed", "answered", "in-dialogue", "action-plan", "re-check", "escalated", "closed",
					"dismissed")
			.forEach((state) -> hole(state, "select max(id) from follow_up_case where state = ?", state));
		hole("approved", "select max(id) from exemption where state = 'approved'");
		hole("exemption-proposed", "select max(id) from exemption where state = 'proposed'");
		hole("published", "select period from publication where period like '____-__' and period not like '%-Q%' "
				+ "and period not like '%-T%' order by period desc limit 1");
		hole("person", "select id from person where subject = 'greta'");
		hole("head", "select id from person where subject = 'vera'");
	}

	private void hole(String name, String sql, Object... parameters) {
		one(sql, parameters).ifPresent((value) -> this.holes.put(name, value));
	}

	private Optional<String> one(String sql, Object... parameters) {
		return this.demo.jdbc()
			.sql(sql)
			.params(parameters)
			.query((row, number) -> Optional.ofNullable(row.getString(1)))
			.list()
			.stream()
			.flatMap(Optional::stream)
			.findFirst();
	}

	private static List<String> lines(String resource) throws IOException {
		try (InputStream in = Objects.requireNonNull(PageSamples.class.getResourceAsStream(resource))) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.toList();
		}
	}

}
