package se.uppdragskollen.web.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every form of every page, filled in wrong: it comes back as a page that is HTML, says
 * what is wrong and leads there, keeps all that was typed, and can be used by everybody.
 * Of forms that are alike but for whom or what they are about, one is sent.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedPagesTests {

	/** Only what is chosen among a few is sent there, which cannot be wrong. */
	private static final Set<String> NEVER_WRONG = Set.of("/settings");

	/** What people read, in the language of the page. */
	private static final String TEXTS = "//body//*[not(self::script or self::code or ancestor-or-self::*[@lang]"
			+ "[not(self::html)])]/text()";

	private static final Path KEPT = Path.of("target/pages");

	private final RunningService demo = RunningService.demo();

	private final Leftovers leftovers = new Leftovers();

	private final Set<String> kinds = new HashSet<>();

	private PageSamples samples;

	RefusedPagesTests() throws IOException {
		// fields are set
	}

	@BeforeAll
	void somethingOfEverything() throws IOException {
		this.samples = PageSamples.ofSomethingOfEverything(this.demo);
	}

	@AfterAll
	void tell() {
		System.out.println("Kinds of forms that are refused: " + this.kinds.size());
	}

	/** The column of each in {@code access.txt}. */
	@ParameterizedTest
	@CsvSource({ "'',0", "bodil,1", "bertil,1", "greta,2", "vera,6", "viola,6", "revy,8", "admina,9" })
	void nothingIsWrongWithARefusal(String person, int column) throws IOException, InterruptedException {
		List<String> wrong = new ArrayList<>();
		Path folder = KEPT.resolve("refused-" + (person.isEmpty() ? "nobody" : person));
		EveryPageTests.empty(folder);
		try (Browser browser = new Browser(this.demo.port(), true)) {
			Visit.watchPolicy(browser);
			if (!person.isEmpty()) {
				browser.logIn(person);
			}
			Client client = person.isEmpty() ? this.demo.anonymous() : this.demo.client(person);
			int number = 0;
			for (WrongForm form : forms(person, column, client)) {
				List<String> faults = new ArrayList<>();
				number++;
				for (Language language : Language.values()) {
					Answer answer = form.send(client, language.code());
					Files.writeString(folder.resolve(number + language.code() + ".html"), answer.text(),
							StandardCharsets.UTF_8);
					says(form, answer, language, faults);
				}
				shows(form, browser, faults);
				faults.forEach((one) -> wrong.add(form.page() + ", " + form.kind() + " (" + person + "): " + one));
			}
		}
		wrong.addAll(NuChecker.wrong(folder));
		assertThat(wrong).as(wrong.size() + " things are wrong").isEmpty();
	}

	private void says(WrongForm form, Answer answer, Language language, List<String> faults) {
		Document page = Jsoup.parse(answer.text());
		if (!List.of(415, 422).contains(answer.status())
				|| !page.title().startsWith(Messages.text(language, "refused.title", ""))) {
			faults.add("is answered with " + answer.status() + " " + page.title());
		}
		List<String> kept = page.select("main input, main textarea").stream().map((one) -> one.val().strip()).toList();
		form.typed().stream().filter((one) -> !kept.contains(one)).forEach((one) -> faults.add("loses " + one));
		List<String> texts = page.selectXpath(TEXTS, TextNode.class)
			.stream()
			.map((one) -> Sight.even(one.text()))
			.filter((one) -> !one.isEmpty())
			.toList();
		this.leftovers.in(texts, language.code()).forEach((one) -> faults.add("in another language: " + one));
	}

	private static void shows(WrongForm form, Browser browser, List<String> faults) {
		form.send(browser);
		faults.addAll(browser.complaints());
		faults.addAll(Visit.of(browser).wrong(Language.SV.code()));
		((List<?>) Objects.requireNonNull(browser.driver().executeScript("""
				const summary = document.querySelector(".ds-error-summary");
				const faults = document.activeElement === summary ? [] : ["what is wrong is not focused"];
				for (const link of summary ? summary.querySelectorAll("a") : []) {
				  const field = document.getElementById(link.hash.slice(1));
				  if (!field || !field.checkVisibility()) faults.push("leads nowhere: " + link.outerHTML);
				}
				return faults;
				"""))).forEach((one) -> faults.add(String.valueOf(one)));
		browser.unfold();
		browser.axe().forEach((one) -> faults.add("axe: " + one));
		for (int width : new int[] { 320, 1000 }) {
			long beyond = browser.sideways(width);
			if (beyond > 0) {
				faults.add(beyond + " pixels beyond a window of " + width + ": " + new Appearance(browser).beyond());
			}
		}
		browser.resize(1280, 1000);
	}

	/** Those of the person that nobody has sent yet. */
	private List<WrongForm> forms(String person, int column, Client client) throws IOException {
		List<WrongForm> forms = new ArrayList<>();
		String own = person.isEmpty() ? "" : this.samples.unitOf(person);
		List<String> readable = this.samples.readableBy(column);
		this.samples.pages()
			.stream()
			.filter(readable::contains)
			.flatMap((pattern) -> this.samples.of(pattern).stream())
			.flatMap((sample) -> this.samples.fill(sample.replace("{language}", "sv"), own).stream())
			.forEach((address) -> Jsoup.parse(client.get(address, "Accept", "text/html").text())
				.select("main form[method=post]")
				.forEach((form) -> WrongForm.of(address, (FormElement) form)
					.filter((one) -> !NEVER_WRONG.contains(one.action()) && this.kinds.add(one.kind()))
					.ifPresent(forms::add)));
		return forms;
	}

}
