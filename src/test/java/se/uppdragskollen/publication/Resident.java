package se.uppdragskollen.publication;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;
import se.uppdragskollen.web.Open;
import tools.jackson.databind.JsonNode;

/**
 * Somebody without a login who reads every address that is open to everybody, with all
 * names that anybody may guess, and every address that such a page names.
 */
final class Resident {

	private static final String DATA = "/public/data/kalmar-halsoval/";

	private static final Pattern LINK = Pattern.compile("(?:href|action)=\"(/[^\"#]*)|\"(/public/[^\"]+)\"");

	/** What may hold any digits by chance. */
	private static final Pattern CHANCE = Pattern
		.compile("sha256:[0-9a-f]+|urn:uppdragskollen:request:[0-9a-f-]+|SE[0-9]{10}-[A-Z0-9]+|"
				+ "T[0-9:.]{5,}Z|\\?v=[0-9a-z]+|/assets/[^\"]+|name=\"_csrf\" value=\"[^\"]+\"");

	private static final Pattern GROUPED = Pattern.compile("(?<=[0-9])[\u00a0\u202f,'](?=[0-9]{3}(?![0-9]))");

	private static final Pattern NUMBER = Pattern.compile("(?<![0-9.,#])[0-9]{5,9}(?![0-9])");

	private final RunningService service;

	private final Client client;

	private final Collection<String> units;

	private final Collection<String> periods;

	/** All figures that were ever shown, and data that never are. */
	private final Set<String> figures = new TreeSet<>(List.of("assessed_total", "assessed_within_3_days",
			"assessed_within_3_days-share", "gp_specialist_names", "doctor_fte"));

	Resident(RunningService service, Collection<String> units, Collection<String> periods) {
		this.service = service;
		this.client = service.anonymous();
		this.units = units;
		this.periods = periods;
	}

	/** The patterns of all that is open to everybody. */
	Set<String> openToAll() {
		Set<String> open = new TreeSet<>();
		this.service.get(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((info, handler) -> {
			if (handler.hasMethodAnnotation(Open.class)
					&& info.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
				open.addAll(info.getPathPatternsCondition().getPatternValues());
			}
		});
		return open;
	}

	/** The text of everything that answers, by address; what is refused too. */
	Map<String, Answer> readAll() {
		Set<String> addresses = new LinkedHashSet<>();
		for (String pattern : openToAll()) {
			for (String filled : filled(pattern)) {
				addresses.add(filled);
			}
		}
		addresses.addAll(choices());
		Map<String, Answer> read = new LinkedHashMap<>();
		List<String> waiting = new ArrayList<>(addresses);
		while (!waiting.isEmpty()) {
			String address = waiting.remove(waiting.size() - 1);
			Answer answer = get(address);
			read.put(address, answer);
			Matcher links = LINK.matcher(answer.text());
			while (links.find()) {
				String link = ((links.group(1) != null) ? links.group(1) : links.group(2)).replace("&amp;", "&");
				if (link.startsWith("/public") && addresses.add(link)) {
					waiting.add(link);
				}
			}
		}
		return read;
	}

	/** What the patterns do not say: choices, other forms, other languages. */
	private List<String> choices() {
		List<String> all = new ArrayList<>(List.of("/public?text=Central", "/public?municipality=Provsund",
				"/search?q=Central", "/search?q=samtal", "/public?as=xlsx", "/public/compare?as=pdf"));
		List<String> ids = List.copyOf(this.units);
		for (int i = 0; i < ids.size(); i += 4) {
			all.add("/public/compare?" + ids.subList(i, Math.min(ids.size(), i + 4))
				.stream()
				.map((id) -> "centre=" + id)
				.collect(Collectors.joining("&")));
		}
		for (String figure : this.figures) {
			for (String period : this.periods) {
				all.add("/public/figures/kalmar-halsoval/" + figure + "?period=" + period);
			}
			all.add("/public/figures/kalmar-halsoval/" + figure + "?municipality=Provsund");
		}
		for (int id = 1; id < 20; id++) {
			all.add("/public/data/" + id + ".json");
			all.add(DATA + id + ".csv");
			all.add("/public?publication=" + id);
		}
		return all;
	}

	private List<String> filled(String pattern) {
		List<String> all = List.of(pattern);
		Map<String, Collection<String>> holes = new TreeMap<>(
				Map.of("{unit}", this.units, "{assignment}", List.of("kalmar-halsoval"), "{figure}", this.figures,
						"{period}", this.periods, "{token}", List.of("none"), "{desk}", List.of("public", "centre")));
		for (Map.Entry<String, Collection<String>> hole : holes.entrySet()) {
			if (pattern.contains(hole.getKey())) {
				all = all.stream()
					.flatMap((one) -> hole.getValue().stream().map((value) -> one.replace(hole.getKey(), value)))
					.toList();
			}
		}
		return all;
	}

	Answer get(String address, String... headers) {
		return this.client.get(address, headers);
	}

	/** What the page of this address says in English. */
	Answer inEnglish(String address) {
		return get(address, "Cookie", "language=en");
	}

	/** What a period shows, by centre and figure: a value, or why there is none. */
	Map<String, Map<String, String>> shown(String period) {
		Map<String, Map<String, String>> all = new LinkedHashMap<>();
		for (JsonNode centre : get(DATA + period + ".json").json().path("centres")) {
			Map<String, String> own = new TreeMap<>();
			centre.path("values")
				.properties()
				.forEach((one) -> own.put(one.getKey(), one.getValue().has("value")
						? one.getValue().path("value").asString() : one.getValue().path("withheld").asString()));
			all.put(centre.path("id").asString(), own);
			this.figures.addAll(own.keySet());
		}
		return all;
	}

	/** The same as the file for spreadsheets says it. */
	Map<String, Map<String, String>> shownAsFile(String period) {
		Map<String, Map<String, String>> all = new LinkedHashMap<>();
		get(DATA + period + ".csv").text().lines().skip(1).forEach((line) -> {
			String[] cells = line.replaceAll("\"[^\"]*\"", "quoted").split(",", -1);
			all.computeIfAbsent(cells[2], (unit) -> new TreeMap<>())
				.put(cells[6], cells[8].isEmpty() ? cells[10] : cells[8]);
		});
		return all;
	}

	/** The sentence about the middle of a figure, with all that the page says of it. */
	String middleOf(String figure, String period) {
		Matcher said = Pattern.compile("Mitten är ([^<]+)\\. Hälften av de ([0-9]+)")
			.matcher(get("/public/figures/kalmar-halsoval/" + figure + "?period=" + period).text());
		return said.find() ? said.group(1).replaceAll("[^0-9,]", "") + " of " + said.group(2) : "none";
	}

	/** The middle of numbers, as it is written. */
	static String middle(List<BigDecimal> numbers) {
		List<BigDecimal> sorted = numbers.stream().sorted().toList();
		if (sorted.size() < 3) {
			return "none";
		}
		BigDecimal middle = sorted.get(sorted.size() / 2)
			.add(sorted.get((sorted.size() - 1) / 2))
			.divide(BigDecimal.valueOf(2))
			.setScale(1, java.math.RoundingMode.HALF_UP)
			.stripTrailingZeros();
		return middle.toPlainString().replace('.', ',') + " of " + sorted.size();
	}

	/** What an answer says, without what may hold any digits by chance. */
	static String said(Answer answer) {
		return GROUPED.matcher(CHANCE.matcher(answer.text()).replaceAll(" ")).replaceAll("");
	}

	/** The numbers of five digits and more that it says. */
	static Set<Integer> numbers(Answer answer) {
		Set<Integer> numbers = new TreeSet<>();
		Matcher found = NUMBER.matcher(said(answer));
		while (found.find()) {
			numbers.add(Integer.valueOf(found.group()));
		}
		return numbers;
	}

}
