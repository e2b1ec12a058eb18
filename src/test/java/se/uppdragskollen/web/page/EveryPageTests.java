package se.uppdragskollen.web.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Cookie;
import se.uppdragskollen.operation.RunningService;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page, looked at by everybody who may, in both languages: a real browser on a
 * demo's region. All are visited; of those that are alike but for names, figures and
 * length, one is held against axe and checked as HTML.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTests {

	/**
	 * A narrow telephone, one held sideways, a tablet, and a small window of a computer.
	 */
	private static final int[] WIDTHS = { 320, 660, 768, 1000 };

	/** For pages with all that is folded open. */
	private static final int[] OPEN_WIDTHS = { 320, 1000 };

	private static final int HEAVIEST = 200_000;

	private static final Path KEPT = Path.of("target/pages");

	private final RunningService demo = RunningService.demo();

	private final Leftovers leftovers = new Leftovers();

	private final Map<String, Integer> counts = new LinkedHashMap<>();

	private final Set<String> pictured = new TreeSet<>();

	private final Set<String> unfolded = new TreeSet<>();

	private final Set<String> shapes = new TreeSet<>();

	private PageSamples samples;

	EveryPageTests() throws IOException {
		// fields are set
	}

	@BeforeAll
	void somethingOfEverything() throws IOException {
		this.samples = PageSamples.ofSomethingOfEverything(this.demo);
	}

	@AfterAll
	void tell() {
		System.out.println("Pages: " + this.counts);
	}

	@Test
	void everyPageHasASample() {
		Set<String> all = new TreeSet<>(this.samples.pages());
		all.addAll(this.samples.files());
		assertThat(all).allSatisfy((pattern) -> assertThat(this.samples.of(pattern))
			.as(pattern + " has no address in samples.txt to look at it with")
			.isNotEmpty());
		assertThat(all).containsAll(this.samples.written());
		List<String> units = Stream.of("vera", "viola").map(this.samples::unitOf).toList();
		assertThat(all.stream().flatMap((pattern) -> this.samples.of(pattern).stream())).allSatisfy(
				(sample) -> assertThat(units.stream().filter((unit) -> this.samples.fill(sample, unit).isPresent()))
					.as(sample + " has nothing in the demo")
					.isNotEmpty());
	}

	/** The column of each in {@code access.txt}. */
	@ParameterizedTest
	@CsvSource({ "'',0", "bodil,1", "greta,2", "rune,4", "vera,6", "viola,6", "revy,8", "admina,9" })
	void nothingIsWrongWithAPage(String person, int column) throws IOException, InterruptedException {
		List<String> wrong = new ArrayList<>();
		Path folder = KEPT.resolve(person.isEmpty() ? "nobody" : person);
		empty(folder);
		try (Browser browser = new Browser(this.demo.port(), true)) {
			Visit.watchPolicy(browser);
			if (!person.isEmpty()) {
				browser.logIn(person);
			}
			for (String language : List.of("sv", "en")) {
				browser.open("/");
				browser.driver().manage().deleteCookieNamed("language");
				browser.driver().manage().addCookie(new Cookie("language", language));
				for (Map.Entry<String, String> one : addresses(person, column).entrySet()) {
					new Look(browser, person, language, one.getKey(), one.getValue(), folder, wrong).look();
				}
			}
		}
		wrong.addAll(NuChecker.wrong(folder));
		assertThat(wrong).as(wrong.size() + " things are wrong").isEmpty();
	}

	/** What the person may read, by the page's pattern. */
	private Map<String, String> addresses(String person, int column) throws IOException {
		String own = person.isEmpty() ? "" : this.samples.unitOf(person);
		List<String> readable = this.samples.readableBy(column);
		Map<String, String> addresses = new LinkedHashMap<>();
		for (String pattern : this.samples.pages()) {
			if (readable.contains(pattern)) {
				for (String sample : this.samples.of(pattern)) {
					this.samples.fill(sample, own).ifPresent((address) -> addresses.put(address, pattern));
				}
			}
		}
		addresses.put("/no-such-page", "nothing");
		addresses.put(person.isEmpty() ? "/public/centres/none" : "/review/cases/0", "nothing");
		return addresses;
	}

	private void count(String what) {
		this.counts.merge(what, 1, Integer::sum);
	}

	static void empty(Path folder) throws IOException {
		if (Files.exists(folder)) {
			try (Stream<Path> files = Files.walk(folder)) {
				for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
		}
		Files.createDirectories(folder);
	}

	/** Somebody's look at a page. */
	private final class Look {

		private final Browser browser;

		private final String person;

		private final String language;

		private final String address;

		private final String pattern;

		private final Path folder;

		private final List<String> wrong;

		Look(Browser browser, String person, String language, String address, String pattern, Path folder,
				List<String> wrong) {
			this.browser = browser;
			this.person = person;
			this.language = language;
			this.address = address;
			this.pattern = pattern;
			this.folder = folder;
			this.wrong = wrong;
		}

		void look() throws IOException {
			this.browser.open(this.address.replace("{language}", this.language));
			count("visits");
			Visit visit = Visit.of(this.browser);
			tell("", this.browser.complaints());
			tell("", visit.wrong(this.language));
			tell("in another language: ", EveryPageTests.this.leftovers.in(visit.texts(), this.language));
			if (visit.weight() > HEAVIEST) {
				tell("", List.of(visit.weight() + " bytes besides images"));
			}
			holdsIn(WIDTHS, "");
			this.browser.resize(1280, 1000);
			boolean newFrame = EveryPageTests.this.shapes.add(visit.frame() + this.language);
			if (EveryPageTests.this.shapes.add(visit.shape() + this.language) || newFrame) {
				count("kinds of pages by structure and language");
				tell("axe: ", this.browser.axe());
				Files.writeString(this.folder.resolve(name() + ".html"), this.browser.sent(), StandardCharsets.UTF_8);
				if (EveryPageTests.this.pictured.add(visit.shape())) {
					this.browser.picture("every/" + name());
				}
				if (EveryPageTests.this.pictured.add(this.pattern)) {
					otherWays();
				}
			}
			if (this.browser.unfold()) {
				unfolded(visit);
			}
		}

		/** With all open that is folded at first. */
		private void unfolded(Visit visit) {
			count("visits with something folded");
			tell("unfolded: ", this.browser.complaints());
			holdsIn(OPEN_WIDTHS, "unfolded: ");
			if (EveryPageTests.this.unfolded.add(visit.shape())) {
				count("kinds of pages with something folded");
				tell("unfolded, axe: ", this.browser.axe());
			}
		}

		private void holdsIn(int[] widths, String how) {
			for (int width : widths) {
				long beyond = this.browser.sideways(width);
				if (beyond > 0) {
					tell(how, List.of(beyond + " pixels beyond a window of " + width + ": "
							+ new Appearance(this.browser).beyond()));
				}
			}
		}

		/** With text twice as large, and in the reader's own colours. */
		private void otherWays() {
			Appearance appearance = new Appearance(this.browser);
			this.browser.resize(1280, 1000);
			appearance.enlargeText(true);
			tell("with text of 200 %: ", appearance.cut());
			this.browser.picture("large/" + name(), 1280);
			appearance.enlargeText(false);
			appearance.forceColours(true);
			tell("in forced colours: ", appearance.unmarked());
			this.browser.picture("forced/" + name(), 1280);
			appearance.forceColours(false);
		}

		private String name() {
			String words = this.address.replaceAll("SE5566778899-", "")
				.replaceAll("kalmar-halsoval", "k")
				.replaceAll("[^A-Za-z0-9_-]+", "_");
			return (words.equals("_") ? "start" : words.substring(1)) + "-"
					+ (this.person.isEmpty() ? "nobody" : this.person) + "-" + this.language;
		}

		private void tell(String what, Iterable<String> faults) {
			faults.forEach((one) -> this.wrong.add(this.address + " (" + this.person + ", " + this.language + "): "
					+ what + Objects.requireNonNull(one)));
		}

	}

}
