package se.uppdragskollen.web.page;

import java.util.Optional;

import org.openqa.selenium.By;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.WebElement;
import se.uppdragskollen.language.Messages;

/**
 * What somebody sees who reads a page and goes by its words.
 */
final class Sight {

	/** What a heading or a name of a part speaks for. */
	private static final String PART = "/ancestor::*[self::section or self::form or self::fieldset or self::details "
			+ "or self::li or self::tr or self::div[starts-with(@id,'field-')]][1]";

	private final Browser browser;

	private final Say say;

	private Optional<WebElement> part = Optional.empty();

	Sight(Browser browser, Say say) {
		this.browser = browser;
		this.say = say;
	}

	/** Looks at a part of the page, by its heading or name. */
	void goTo(String words) {
		this.part = Optional.empty();
		String named = "//main//*[self::h2 or self::h3 or self::h4 or self::legend or self::label or self::summary "
				+ "or self::th or self::strong]";
		WebElement name = exact(named + "[normalize-space(.)=" + quoted(words) + "]")
			.orElseGet(() -> shown(named + "[" + has(words) + "]", "a part " + words(words)));
		this.part = Optional.of(name.findElement(By.xpath("." + PART)));
	}

	/** Looks at the whole page. */
	void leave() {
		this.part = Optional.empty();
	}

	/** The words with this key, or else these words. */
	String words(String words) {
		return Messages.has(words) ? this.say.text(words) : words;
	}

	String has(String words) {
		return "contains(normalize-space(.), " + quoted(words) + ")";
	}

	/** As a path says words, which may have apostrophes. */
	String quoted(String words) {
		String text = words(words).strip();
		return text.contains("'") ? '"' + text + '"' : "'" + text + "'";
	}

	static String even(String text) {
		return text.replaceAll("[\\s\\u00a0]+", " ").strip();
	}

	void unfoldAll() {
		// What is folded is there to be read, too
		this.browser.driver().executeScript("document.querySelectorAll('details').forEach(one => one.open = true)");
	}

	WebElement field(String label) {
		WebElement found = exact("//label[normalize-space(.)=" + quoted(label) + "]")
			.or(() -> exact("//input[@aria-label=" + quoted(label) + "]"))
			.orElseGet(() -> shown("//label[starts-with(normalize-space(.), " + quoted(label) + ")]",
					"a field " + words(label)));
		if (found.getTagName().equals("input")) {
			return found;
		}
		String field = found.getAttribute("for");
		return (field == null || field.isEmpty()) ? found.findElement(By.tagName("input"))
				: this.browser.driver().findElement(By.id(field));
	}

	/** What can be seen at a path, in the part that was gone to rather than elsewhere. */
	Optional<WebElement> exact(String path) {
		return this.part.flatMap((one) -> seen(one, "." + path.replaceFirst("^//main", "")))
			.or(() -> seen(this.browser.driver(), path));
	}

	private static Optional<WebElement> seen(SearchContext where, String path) {
		return where.findElements(By.xpath(path)).stream().filter(WebElement::isDisplayed).findFirst();
	}

	WebElement shown(String path, String what) {
		return exact(path).orElseThrow(() -> new AssertionError(
				"there is not " + what + " on " + this.browser.address() + ":\n" + this.browser.text()));
	}

}
