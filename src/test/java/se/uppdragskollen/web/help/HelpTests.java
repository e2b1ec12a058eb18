package se.uppdragskollen.web.help;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.page.Browser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Help from every desk's head, words explained, and every part of the pages, in a real
 * browser.
 */
class HelpTests {

	/**
	 * Say only where on one page something stands, or how wide a column is there: the
	 * columns of a case, the table of the work list, of people, plans, limits and
	 * centres, the frame of a report's form, and the head of whoever is logged in.
	 */
	private static final Set<String> ONLY_PLACES = Set.of("case-grid", "case-why", "case-do", "case-rest", "work",
			"people", "plan", "limits", "resident-list", "tick", "narrow", "wraps", "stacks", "report-form",
			"glance-choice", "doors", "head-nav", "head-name", "lost", "with-form");

	private final RunningService service = RunningService.shared();

	private Browser browser;

	@AfterEach
	void close() {
		if (this.browser != null) {
			this.browser.close();
		}
	}

	@Test
	void leadsFromADeskToItsHelp() {
		this.browser = new Browser(this.service.port(), true)
			.logIn(this.service.subject(Role.MANAGER, this.service.unit()));
		this.browser.follow("Hjälp");
		assertThat(this.browser.address()).isEqualTo("/help/centre");
		assertThat(this.browser.text()).contains("Så här gör du: hälsocentralen", "Lämna självrapporten",
				"Verksamhetschefen skriver under.");
		this.browser.look("help-centre");
		this.browser.find("a[href='#task-4']").click();
		assertThat(this.browser.address()).isEqualTo("/help/centre#task-4");
		this.browser.follow("Ord och begrepp");
		assertThat(this.browser.text()).contains("Kan inte bedömas");
		this.browser.look("help-words");
		this.browser.follow("Hjälp");
		this.browser.look("help");
		this.browser.follow("In English");
		for (String desk : new String[] { "centre", "review", "region", "public" }) {
			this.browser.open("/help/" + desk);
			assertThat(this.browser.title()).startsWith("How to: ");
			this.browser.look("help-" + desk + "-en");
		}
	}

	@Test
	void helpsWithoutLoginAndScripts() {
		this.browser = new Browser(this.service.port(), false).open("/");
		this.browser.follow("Hjälp");
		assertThat(this.browser.address()).isEqualTo("/help");
		this.browser.follow("Så här gör du: invånaren");
		assertThat(this.browser.text()).contains("Jämför hälsocentraler");
		assertThat(this.service.anonymous().get("/help/nothing").status()).isEqualTo(404);
	}

	@Test
	void explainsInPlaceWhatIsNotSelfEvident() {
		String unit = this.service.unit();
		this.browser = new Browser(this.service.port(), false).logIn(this.service.subject(Role.REPORTER, unit));
		this.browser.open("/centre/" + unit);
		this.browser.find(".short-help summary").click();
		assertThat(this.browser.text()).contains("det räknas varken som uppfyllt eller som en brist");
	}

	@Test
	void showsEveryPartOfThePages() {
		this.browser = new Browser(this.service.port(), true).open("/help/style");
		assertThat(this.browser.all("h2")).hasSizeGreaterThan(7);
		this.browser.look("style");
		this.browser.follow("Visa formuläret med fel");
		assertThat(this.browser.title()).startsWith("Fel: ");
		assertThat(this.browser.find("#sample-line-wrong").getText()).isEqualTo("Uppgiften saknas. Fyll i den.");
		assertThat(this.browser.driver().switchTo().activeElement().getAttribute("id")).isEqualTo("problems");
		this.browser.look("style-wrong");
		this.browser.open("/help/style").follow("In English");
		this.browser.look("style-en");
	}

	/** What help calls a page, a button or a field is what stands there. */
	@ParameterizedTest
	@ValueSource(strings = { "sv", "en" })
	void namesThingsAsThePagesDo(String language) throws IOException {
		Properties texts = new Properties();
		try (var reader = Files.newBufferedReader(
				Path.of("src/main/resources/se/uppdragskollen/language/pages_" + language + ".properties"))) {
			texts.load(reader);
		}
		Set<String> named = new TreeSet<>();
		texts.forEach((key, text) -> {
			if (key.toString().startsWith("help.")) {
				Pattern.compile("[”“]([^”]+)”")
					.matcher(text.toString())
					.results()
					.forEach((one) -> named.add(one.group(1)));
			}
		});
		assertThat(named).hasSizeGreaterThan(15);
		texts.keySet().removeIf((key) -> key.toString().startsWith("help."));
		assertThat(texts.values()).containsAll(named);
	}

	/**
	 * What looks like anything of its own is to be seen on the style page: every class of
	 * the pages' style that a template uses.
	 */
	@Test
	void noPartThatATemplateUsesIsMissing() throws IOException {
		Set<String> shown = classes(this.service.anonymous().get("/help/style").text()
				+ this.service.anonymous().get("/help/style?wrong=true").text());
		String style = Files.readString(Path.of("src/main/resources/assets/pages.css"))
			.replaceAll("(?s)/\\*.*?\\*/", "");
		Set<String> styled = found("\\.([a-zA-Z][\\w-]*)(?=[^{}]*\\{)", style);
		Set<String> missing = new TreeSet<>();
		try (var files = Files.walk(Path.of("src/main/resources/pages"))) {
			for (Path file : files.filter(Files::isRegularFile)
				.filter((one) -> !one.toString().contains("/paper/"))
				.toList()) {
				String page = Files.readString(file);
				missing.addAll(classes(page));
				found("th:class(?:append)?=\"([^\"]*)\"", page)
					.forEach((one) -> missing.addAll(found("'([\\w-]+)'", one)));
			}
		}
		missing.retainAll(styled);
		assertThat(missing).hasSizeGreaterThan(100).containsAll(ONLY_PLACES);
		missing.removeAll(shown);
		missing.removeAll(ONLY_PLACES);
		assertThat(missing).isEmpty();
	}

	private static Set<String> found(String pattern, String text) {
		Set<String> found = new TreeSet<>();
		Pattern.compile(pattern).matcher(text).results().forEach((one) -> found.add(one.group(1)));
		return found;
	}

	private static Set<String> classes(String page) {
		Set<String> classes = new TreeSet<>();
		Pattern.compile("\\sclass=\"([^\"$]*)\"")
			.matcher(page)
			.results()
			.forEach((one) -> classes.addAll(java.util.List.of(one.group(1).strip().split("\\s+"))));
		return classes;
	}

}
