package se.uppdragskollen.web.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever sends a form after their login has ended gets back what they typed, and nothing
 * else; what another site sends is not repeated and leads nowhere else.
 */
class LostFormTests {

	private static final String CASE = "/centre/SE2321000016-X1/cases/7";

	private static final String TYPED = "textarea, input[type=text], input[type=date], input[type=time], "
			+ "input[type=email], input[type=number], input:not([type])";

	private final RunningService demo = RunningService.demo();

	private final String here = "http://localhost:" + this.demo.port();

	/** Of every form of every page, with a mark in each field. */
	@Test
	void showsWhatIsTypedIntoAnyFormAndNothingThatIsHidden() throws IOException {
		PageSamples samples = PageSamples.ofSomethingOfEverything(this.demo);
		Set<String> asked = new TreeSet<>();
		List<String> wrong = new ArrayList<>();
		for (Map.Entry<String, Integer> one : Map
			.of("bodil", 1, "greta", 2, "rune", 4, "vera", 6, "viola", 6, "revy", 8, "admina", 9)
			.entrySet()) {
			for (String address : addresses(samples, one.getKey(), one.getValue())) {
				Document page = Jsoup.parse(this.demo.client(one.getKey()).get(address, "Accept", "text/html").text());
				page.select("main form[method=post]")
					.stream()
					.filter((form) -> asked.add(String.join(" ", form.select("[name]").eachAttr("name"))))
					.forEach((form) -> send(form, address, wrong));
			}
		}
		assertThat(asked).hasSizeGreaterThan(30);
		assertThat(wrong).isEmpty();
	}

	private void send(Element form, String address, List<String> wrong) {
		Map<String, String> fields = new LinkedHashMap<>();
		Set<String> typed = new TreeSet<>();
		Set<String> asked = new TreeSet<>();
		for (Element field : form.select("[name]")) {
			String mark = "mark-" + field.attr("name");
			fields.put(field.attr("name"), mark);
			if (field.is(TYPED)) {
				typed.add(mark);
			}
			else if (field.attr("name").startsWith("value.")) {
				asked.add(mark);
			}
		}
		if (form.attr("enctype").isEmpty()) {
			Set<String> shown = shown(
					send(form.attr("action"), fields, "Origin", this.here, "Referer", this.here + address));
			asked.addAll(typed);
			if (!shown.containsAll(typed) || !asked.containsAll(shown)) {
				wrong.add(address + ": typed " + typed + ", shown " + shown);
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "http://elsewhere.example/centre, http://elsewhere.example", "http://elsewhere.example/centre,",
			"https://elsewhere.example/centre/SE2321000016-X1, null", "http://localhost:1/help, http://localhost:1" })
	void neitherRepeatsNorFollowsAnotherSite(String referer, String origin) {
		Document page = page((origin == null) ? send(CASE + "/answer", Map.of("text", "Ring 0700"), "Referer", referer)
				: send(CASE + "/answer", Map.of("text", "Ring 0700"), "Referer", referer, "Origin", origin));
		assertThat(page.text()).doesNotContain("0700", "elsewhere");
		assertThat(page.select("main a").eachAttr("href")).containsExactly(CASE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "//elsewhere.example/help", "/%2e%2e/help", "/help/..//", "/nowhere", "/assets/icon.svg",
			"/api/v1/me", "/demo/login", "" })
	void leadsToPagesOnly(String path) {
		Document page = page(
				send("/nowhere/at/all", Map.of("text", "a"), "Referer", this.here + path, "Origin", this.here));
		assertThat(page.select("main a").eachAttr("href"))
			.containsExactly(path.startsWith("/help/") ? "/help" : "/desk");
	}

	@Test
	void leadsToThePageWithWhatWasChosenThere() {
		Document page = page(send("/review/confirmations", Map.of("reason", "Granskat"), "Origin", this.here, "Referer",
				this.here + "/review?state=proposed&chapter=a%2Fb"));
		assertThat(page.select("main a").eachAttr("href")).containsExactly("/review?state=proposed&chapter=a%2Fb");
		assertThat(page.select("main textarea").eachText()).containsExactly("Granskat");
	}

	/** As pasted from a text document, and more than anybody types. */
	@Test
	void showsAnyTextAndNotWithoutEnd() {
		String pasted = "Sam\u00adverkan </textarea><script>alert(1)</script>\u0000\n";
		Answer answer = send(CASE + "/answer", Map.of("text", pasted, "note", "å".repeat(150_000)), "Origin",
				this.here);
		Document page = page(answer);
		assertThat(page.select("main textarea").eachText()).hasSize(2)
			.contains("Samverkan </textarea><script>alert(1)</script>", "å".repeat(150_000));
		assertThat(page.select("script")).hasSize(1);
		Document cut = page(send(CASE + "/answer", Map.of("text", "a".repeat(150_000), "note", "b".repeat(150_000)),
				"Origin", this.here));
		assertThat(cut.select("main textarea").eachText().stream().mapToInt(String::length).sum()).isEqualTo(200_000);
		assertThat(cut.text()).contains(Messages.text(Language.SV, "lost.cut"));
	}

	@Test
	void isKeptByNobody() {
		Answer answer = send(CASE + "/answer", Map.of("text", "Hemligt-4711"), "Origin", this.here);
		assertThat(answer.header("Cache-Control")).contains("no-store");
		assertThat(answer.header("Set-Cookie")).isEmpty();
		for (String table : List.of("audit_event", "spring_session_attributes")) {
			assertThat(this.demo.jdbc()
				.sql("select count(*) from " + table + " t where t::text like '%Hemligt-4711%'")
				.query(Long.class)
				.single()).as(table).isZero();
		}
	}

	/** How they log in is told to other systems alone. */
	@Test
	void tellsOtherSystemsOfTheHeader() {
		String told = Messages.text(Language.SV, "refusal.status-401");
		assertThat(this.demo.anonymous().form(CASE + "/answer", Map.of("text", "a")).json().path("detail").asString())
			.isEqualTo(told);
		assertThat(send("/api/v1/units", Map.of("text", "a")).json().path("detail").asString()).isEqualTo(told);
		assertThat(send(CASE + "/answer", Map.of("text", "a")).text()).doesNotContain("Authorization");
		assertThat(page(send(CASE + "/answer", Map.of("text", "a"), "Authorization", "Bearer a.b.c")).text())
			.contains("Authorization");
	}

	private List<String> addresses(PageSamples samples, String person, int column) throws IOException {
		List<String> readable = samples.readableBy(column);
		String own = samples.unitOf(person);
		return samples.pages()
			.stream()
			.filter(readable::contains)
			.flatMap((pattern) -> samples.of(pattern).stream())
			.flatMap((sample) -> samples.fill(sample.replace("{language}", "en"), own).stream())
			.collect(Collectors.toList());
	}

	private Answer send(String path, Map<String, String> fields, String... headers) {
		Map<String, String> sent = new HashMap<>(fields);
		sent.put("_csrf", "mark-token");
		List<String> all = new ArrayList<>(List.of(headers));
		all.addAll(List.of("Accept", "text/html"));
		return this.demo.anonymous().form(path, sent, all.toArray(String[]::new));
	}

	private static Document page(Answer answer) {
		assertThat(answer.status()).isEqualTo(401);
		return Jsoup.parse(answer.text());
	}

	private static Set<String> shown(Answer answer) {
		return new TreeSet<>(page(answer).select("main textarea").eachText());
	}

}
