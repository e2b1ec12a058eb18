package se.uppdragskollen.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.language.Messages;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody who knows no addresses and sees no code: follows links and presses buttons by
 * what stands on them, and reads. Words are given as they stand on the page, or as the
 * key that they have among the messages, whatever the reader's language.
 */
public final class Walk {

	private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("MMddyyyy");

	private final Browser browser;

	private final Say say;

	private final Sight sight;

	/** Somebody who reads Swedish. */
	Walk(Browser browser) {
		this(browser, Language.SV);
	}

	/** Somebody who reads a language. */
	public Walk(Browser browser, Language language) {
		this.browser = browser;
		this.say = new Say(language);
		this.sight = new Sight(browser, this.say);
	}

	/** Begins at the first page and logs in as somebody of the demo. */
	Walk as(String name) {
		this.browser.driver().manage().deleteAllCookies();
		this.browser.open("/");
		follow("page.log-in");
		return press("Logga in som " + name);
	}

	/** Logs in as somebody of the demo, and has the pages in the reader's language. */
	public Walk logIn(String subject) {
		this.browser.logIn(subject);
		return inOwnLanguage();
	}

	/** Begins at the first page, without a login, in the reader's language. */
	public Walk begin() {
		this.browser.driver().manage().deleteAllCookies();
		this.browser.open("/");
		return inOwnLanguage();
	}

	private Walk inOwnLanguage() {
		if (this.say.language() != Language.SV) {
			follow(Messages.text(Language.SV, "page.in-english"));
		}
		assertThat(this.browser.find("html").getAttribute("lang")).isEqualTo(this.say.language().code());
		return this;
	}

	public Browser browser() {
		return this.browser;
	}

	/** How the pages write for this reader. */
	public Say say() {
		return this.say;
	}

	/** A sentence of the pages, with its holes filled. */
	public String text(String key, Object... holes) {
		return this.say.text(key, holes);
	}

	/** Follows the first link that says so. */
	public Walk follow(String words) {
		String link = "//a[%s or contains(@aria-label, %s)]".formatted(this.sight.has(words), this.sight.quoted(words));
		return go(this.sight.exact("//a[normalize-space(.)=" + this.sight.quoted(words) + "]")
			.orElseGet(() -> this.sight.shown(link, "a link to " + this.sight.words(words))));
	}

	/** Follows the link in the first row or item that says something else too. */
	public Walk follow(String words, String beside) {
		return go(this.sight.shown(
				"//*[self::tr or self::li][%s]//a[%s]".formatted(this.sight.has(beside), this.sight.has(words)),
				"a link to " + this.sight.words(words) + " beside " + beside));
	}

	/**
	 * Presses the button that says so, in the page's own part rather than in its head.
	 */
	public Walk press(String words) {
		String button = "//button[%s or contains(@aria-label, %s)]".formatted(this.sight.has(words),
				this.sight.quoted(words));
		return go(this.sight.exact("//main//button[normalize-space(.)=" + this.sight.quoted(words) + "]")
			.or(() -> this.sight.exact("//main" + button))
			.orElseGet(() -> this.sight.shown(button, "a button " + this.sight.words(words))));
	}

	/** Goes to a part of the page, by its heading or name, for what is done next. */
	public Walk in(String words) {
		this.sight.goTo(words);
		return this;
	}

	/** Opens what is folded under these words, if it is. */
	public Walk unfold(String words) {
		WebElement summary = this.sight.shown("//summary[" + this.sight.has(words) + "]", this.sight.words(words));
		WebElement folded = summary.findElement(By.xpath(".."));
		if (folded.getAttribute("open") == null) {
			summary.sendKeys(Keys.ENTER);
			patiently().until((driver) -> folded.getAttribute("open") != null);
		}
		return this;
	}

	/** Types into the field that is called so. */
	public Walk fill(String label, String text) {
		WebElement field = this.sight.field(label);
		patiently().until(ExpectedConditions.elementToBeClickable(field));
		field.clear();
		field.sendKeys(text);
		return this;
	}

	/** Puts a day into the field that is called so. */
	public Walk fill(String label, LocalDate day) {
		return fill(label, TYPED.format(day));
	}

	/** Chooses in the field that is called so. */
	public Walk choose(String label, String option) {
		new Select(this.sight.field(label)).selectByVisibleText(this.sight.words(option));
		return this;
	}

	/** Ticks what is called so. */
	public Walk tick(String label) {
		WebElement box = this.sight.field(label);
		if (!box.isSelected()) {
			box.sendKeys(Keys.SPACE);
		}
		assertThat(box.isSelected()).as(this.sight.words(label)).isTrue();
		return this;
	}

	/** Takes the tick away from what is called so. */
	public Walk untick(String label) {
		WebElement box = this.sight.field(label);
		if (box.isSelected()) {
			box.sendKeys(Keys.SPACE);
		}
		assertThat(box.isSelected()).as(this.sight.words(label)).isFalse();
		return this;
	}

	/** Picks a file in the field that is called so, and presses a button. */
	public Walk upload(String label, String content, String button) {
		try {
			Path file = Files.createTempFile("walk", ".csv");
			Files.writeString(file, content);
			this.sight.field(label).sendKeys(file.toAbsolutePath().toString());
			press(button);
			Files.delete(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this;
	}

	/** Where a link that says so leads, for those who fetch what is there. */
	public String link(String words) {
		return Objects
			.requireNonNull(
					this.sight.shown("//a[" + this.sight.has(words) + "]", "a link to " + this.sight.words(words))
						.getAttribute("href"))
			.replaceFirst("^https?://[^/]+", "");
	}

	/** What a button asks for whose form changes nothing, for those who fetch a file. */
	public String asks(String button) {
		WebElement pressed = this.sight.shown("//button[" + this.sight.has(button) + "]",
				"a button " + this.sight.words(button));
		WebElement form = pressed.findElement(By.xpath("ancestor::form"));
		String asked = form.findElements(By.tagName("select"))
			.stream()
			.map((one) -> one.getAttribute("name") + "=" + one.getAttribute("value"))
			.collect(Collectors.joining("&"));
		String action = pressed.getDomAttribute("formaction");
		return Objects.requireNonNull((action != null) ? action : form.getDomAttribute("action")) + "?" + asked;
	}

	/** What stands in the field that is called so. */
	public String typed(String label) {
		return String.valueOf(this.sight.field(label).getAttribute("value"));
	}

	/** Whether what is called so is ticked. */
	public boolean ticked(String label) {
		return this.sight.field(label).isSelected();
	}

	/** Finds these words on the page. */
	public Walk reads(String... words) {
		assertThat(page()).contains(Stream.of(words).map(this.sight::words).map(Sight::even).toList());
		return this;
	}

	/** Finds none of these words on the page. */
	public Walk readsNot(String... words) {
		assertThat(page()).doesNotContain(Stream.of(words).map(this.sight::words).map(Sight::even).toList());
		return this;
	}

	/** Is told that something is wrong, in the page's title and with these words. */
	public Walk isRefused(String... words) {
		assertThat(this.browser.title()).startsWith(this.say.text("refused.title", ""));
		return reads(words);
	}

	/** The words of the page's own part, also of what is folded. */
	public String page() {
		this.sight.unfoldAll();
		return Sight.even(this.browser.text());
	}

	/**
	 * What stands in the first part of the page under a heading, by the heading's words.
	 */
	String under(String heading) {
		this.sight.unfoldAll();
		return Sight.even(this.sight
			.shown("//*[self::h2 or self::h3 or self::h4 or self::summary][starts-with(normalize-space(.), "
					+ this.sight.quoted(heading) + ")]/..", heading)
			.getText());
	}

	/** The words of a table's row. */
	public List<String> row(String heading) {
		return this.sight
			.shown("//tr[th[starts-with(normalize-space(.), " + this.sight.quoted(heading) + ")]]", "a row " + heading)
			.findElements(By.tagName("td"))
			.stream()
			.map(WebElement::getText)
			.toList();
	}

	/** Whether something of this kind can be done here. */
	public boolean can(String words) {
		return this.sight
			.exact("//*[self::summary or self::button or self::a][normalize-space(.)=" + this.sight.quoted(words) + "]")
			.isPresent();
	}

	/** Does something to a case, with words. */
	public Walk act(String words, String text) {
		unfold(words);
		WebElement form = this.sight
			.shown("//details[summary[normalize-space(.)=" + this.sight.quoted(words) + "]]//form", words);
		form.findElement(By.tagName("textarea")).sendKeys(text);
		return go(form.findElement(By.tagName("button")));
	}

	private WebDriverWait patiently() {
		return new WebDriverWait(this.browser.driver(), Duration.ofSeconds(60));
	}

	private Walk go(WebElement element) {
		this.sight.leave();
		boolean within = String.valueOf(element.getDomAttribute("href")).startsWith("#");
		element.sendKeys(Keys.ENTER);
		if (!within) {
			patiently().ignoring(WebDriverException.class).until(ExpectedConditions.stalenessOf(element));
		}
		return this;
	}

}
