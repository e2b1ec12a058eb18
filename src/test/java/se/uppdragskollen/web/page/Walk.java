package se.uppdragskollen.web.page;

import java.time.Duration;
import java.util.List;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody who knows no addresses and sees no code: follows links and presses buttons by
 * what stands on them, and reads.
 */
final class Walk {

	private final Browser browser;

	Walk(Browser browser) {
		this.browser = browser;
	}

	/** Begins at the first page and logs in as somebody of the demo. */
	Walk as(String name) {
		this.browser.driver().manage().deleteAllCookies();
		this.browser.open("/");
		follow("Logga in");
		return press("Logga in som " + name);
	}

	/** Follows the first link that says so. */
	Walk follow(String words) {
		return go(shown(By.xpath("//a[contains(normalize-space(.), '" + words + "')]"), "a link to " + words));
	}

	/** Follows the link in the first row or item that says something else too. */
	Walk follow(String words, String beside) {
		return go(shown(
				By.xpath("//*[self::tr or self::li][contains(., '" + beside + "')]//a[contains(., '" + words + "')]"),
				"a link to " + words + " beside " + beside));
	}

	/**
	 * Presses the button that says so, in the page's own part rather than in its head.
	 */
	Walk press(String words) {
		String button = "//button[contains(normalize-space(.), '" + words + "') or contains(@aria-label, '" + words
				+ "')]";
		boolean own = this.browser.driver()
			.findElements(By.xpath("//main" + button))
			.stream()
			.anyMatch(WebElement::isDisplayed);
		return go(shown(By.xpath((own ? "//main" : "") + button), "a button " + words));
	}

	/** Opens what is folded under these words, if it is. */
	Walk unfold(String words) {
		WebElement summary = shown(By.xpath("//summary[contains(normalize-space(.), '" + words + "')]"), words);
		if (summary.findElement(By.xpath("..")).getAttribute("open") == null) {
			summary.click();
		}
		return this;
	}

	/** Types into the field that is called so. */
	Walk fill(String label, String text) {
		WebElement field = field(label);
		field.clear();
		field.sendKeys(text);
		return this;
	}

	/** Chooses in the field that is called so. */
	Walk choose(String label, String option) {
		new Select(field(label)).selectByVisibleText(option);
		return this;
	}

	/** Finds these words on the page. */
	Walk reads(String... words) {
		// What is folded is there to be read, too
		this.browser.driver().executeScript("document.querySelectorAll('details').forEach(one => one.open = true)");
		assertThat(this.browser.text().replaceAll("\\s+", " ")).contains(words);
		return this;
	}

	/**
	 * What stands in the first part of the page under a heading, by the heading's words.
	 */
	String under(String heading) {
		this.browser.driver().executeScript("document.querySelectorAll('details').forEach(one => one.open = true)");
		return shown(By.xpath("//*[self::h2 or self::h3 or self::h4 or self::summary][starts-with(normalize-space(.), '"
				+ heading + "')]/.."), heading)
			.getText()
			.replaceAll("\\s+", " ");
	}

	/** The words of a table's row. */
	List<String> row(String heading) {
		return shown(By.xpath("//tr[th[starts-with(normalize-space(.), '" + heading + "')]]"), "a row " + heading)
			.findElements(By.tagName("td"))
			.stream()
			.map(WebElement::getText)
			.toList();
	}

	/** Whether something of this kind can be done here. */
	boolean can(String words) {
		return this.browser.driver()
			.findElements(By.xpath("//summary[normalize-space(.)='" + words + "']"))
			.stream()
			.anyMatch(WebElement::isDisplayed);
	}

	/** Does something to a case, with words. */
	Walk act(String words, String text) {
		unfold(words);
		WebElement form = shown(By.xpath("//details[summary[normalize-space(.)='" + words + "']]//form"), words);
		form.findElement(By.tagName("textarea")).sendKeys(text);
		return go(form.findElement(By.tagName("button")));
	}

	private WebElement field(String label) {
		WebElement found = shown(By.xpath("//label[starts-with(normalize-space(.), '" + label + "')]"),
				"a field " + label);
		return this.browser.driver().findElement(By.id(found.getAttribute("for")));
	}

	private WebElement shown(By by, String what) {
		return this.browser.driver()
			.findElements(by)
			.stream()
			.filter(WebElement::isDisplayed)
			.findFirst()
			.orElseThrow(() -> new AssertionError(
					"there is not " + what + " on " + this.browser.address() + ":\n" + this.browser.text()));
	}

	private Walk go(WebElement element) {
		boolean within = String.valueOf(element.getDomAttribute("href")).startsWith("#");
		element.sendKeys(Keys.ENTER);
		if (!within) {
			new WebDriverWait(this.browser.driver(), Duration.ofSeconds(30)).ignoring(WebDriverException.class)
				.until(ExpectedConditions.stalenessOf(element));
		}
		return this;
	}

}
