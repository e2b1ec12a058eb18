package se.uppdragskollen.web.page;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Somebody who has no mouse: goes from one thing to the next with the tabulator until
 * what they look for is focused, by the words that they see, and uses it. On each step
 * the focus is to be seen.
 */
final class Keyboard {

	private static final int MOST_STOPS = 400;

	private static final int PATIENCE = 20;

	private static final long REST = 50_000_000L;

	/** A date's field has a stop for its year, month, day and calendar. */
	private static final int STOPS_IN_ONE = 5;

	private static final String FOCUSED = """
			const e = document.activeElement;
			if (!e || e === document.body || e === document.documentElement) {
			  return {name: '', key: '', seen: true};
			}
			const words = one => (one.innerText || one.textContent || '').trim();
			const labelled = (e.getAttribute('aria-labelledby') || '').split(' ').filter(Boolean)
			  .map(id => words(document.getElementById(id))).join(' ');
			const group = e.type === 'radio' && e.closest('fieldset') ? words(e.closest('fieldset').querySelector('legend')) + ': ' : '';
			const name = e.getAttribute('aria-label') || labelled ||
			  (e.labels && e.labels.length ? group + [...e.labels].map(words).join(' ') : words(e));
			const style = getComputedStyle(e);
			const box = e.getBoundingClientRect();
			// The link past the header is not there at all until it is focused
			const framed = e.matches('.ds-skip-link') || style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none';
			const inWindow = box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0;
			const at = [[box.left + 3, box.top + 3], [box.right - 3, box.bottom - 3], [(box.left + box.right) / 2, (box.top + box.bottom) / 2]];
			const open = at.some(([x, y]) => { const there = document.elementFromPoint(x, y);
			  return there && (there === e || e.contains(there) || there.contains(e) || there.closest('label') === (e.labels && e.labels[0])); });
			window.stops = window.stops || new WeakMap();
			if (!window.stops.has(e)) { window.stops.set(e, String(Math.random())); }
			return {name, key: window.stops.get(e), seen: framed && inWindow && open,
			  why: (framed ? '' : 'no frame ') + (inWindow ? '' : 'out of the window ') + (open ? '' : 'hidden by something')};
			""";

	private final Browser browser;

	Keyboard(Browser browser) {
		this.browser = browser;
	}

	/** Goes on to what has these words in its name. */
	Keyboard to(String words) {
		List<String> passed = new ArrayList<>();
		String last = "";
		int same = 0;
		int outside = 0;
		while (passed.size() < MOST_STOPS && outside < 2) {
			send(Keys.TAB);
			Map<?, ?> focused = focused();
			String name = String.valueOf(focused.get("name"));
			String key = String.valueOf(focused.get("key"));
			if (!Boolean.TRUE.equals(focused.get("seen"))) {
				throw new AssertionError("not to be seen that this is focused: " + name + ": " + focused.get("why"));
			}
			same = (key.equals(last) && !key.isEmpty()) ? same + 1 : 0;
			if (same >= STOPS_IN_ONE) {
				throw new AssertionError("no way on from " + name);
			}
			outside += key.isEmpty() ? 1 : 0;
			last = key;
			passed.add(name);
			if (name.contains(words)) {
				return this;
			}
		}
		throw new AssertionError(
				"nothing called " + words + " is reached on " + this.browser.address() + ", but " + passed);
	}

	/** Follows a link or sends a form. */
	Keyboard enter() {
		this.browser.driver().executeScript("document.documentElement.dataset.left = 'no'");
		send(Keys.ENTER);
		new WebDriverWait(this.browser.driver(), Duration.ofSeconds(30)).ignoring(WebDriverException.class)
			.until((driver) -> Boolean.TRUE.equals(this.browser.driver()
				.executeScript("return !document.documentElement.dataset.left && document.readyState === 'complete'")));
		return this;
	}

	/** Opens what is folded, and lets it open: nobody goes on within a blink. */
	Keyboard unfold() {
		send(Keys.ENTER);
		this.browser.driver().executeAsyncScript("""
				const done = arguments[arguments.length - 1];
				let height = 0;
				let still = 0;
				const wait = () => {
				  const now = document.documentElement.scrollHeight;
				  still = now === height ? still + 1 : 0;
				  height = now;
				  still > 5 ? done() : setTimeout(wait, 50);
				};
				wait();
				""");
		return this;
	}

	/** Ticks a box, or chooses the first of several. */
	Keyboard space() {
		send(Keys.SPACE);
		return this;
	}

	/** Chooses the next of several. */
	Keyboard down() {
		send(Keys.ARROW_DOWN);
		return this;
	}

	/** Types in place of what stands there. */
	Keyboard type(String text) {
		new Actions(this.browser.driver()).keyDown(Keys.CONTROL).sendKeys("a").keyUp(Keys.CONTROL).perform();
		return append(text);
	}

	/** Types, as into a list of choices or the parts of a date. */
	Keyboard append(String text) {
		send(text);
		return this;
	}

	/**
	 * Chooses a file for the field that is focused. The window in which people do so is
	 * the system's own: here the file is put into the field.
	 */
	Keyboard choose(String name, String content) {
		try {
			Path file = Files.createTempDirectory("chosen").resolve(name);
			Files.writeString(file, content);
			WebElement field = this.browser.driver().switchTo().activeElement();
			if (!"file".equals(field.getAttribute("type"))) {
				throw new AssertionError("no file can be chosen in " + name());
			}
			field.sendKeys(file.toString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this;
	}

	/** Fetches the file that what is focused leads to. */
	byte[] fetch() {
		try {
			Path folder = Files.createTempDirectory("fetched");
			this.browser.driver()
				.executeCdpCommand("Browser.setDownloadBehavior",
						Map.of("behavior", "allow", "downloadPath", folder.toString()));
			send(Keys.ENTER);
			File[] fetched = new WebDriverWait(this.browser.driver(), Duration.ofSeconds(30))
				.withMessage("no file came from " + name())
				.until((driver) -> {
					File[] files = folder.toFile().listFiles((one, name) -> !name.matches("\\..*|.*\\.crdownload"));
					return (files == null || files.length == 0) ? null : files;
				});
			return Files.readAllBytes(Objects.requireNonNull(fetched)[0].toPath());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Logs in as one of those that the demo shows. */
	Keyboard logIn(String name) {
		this.browser.driver().manage().deleteAllCookies();
		this.browser.open("/login");
		to("Logga in som " + name).enter();
		if (this.browser.address().startsWith("/login")) {
			throw new AssertionError(name + " is not let in");
		}
		return this;
	}

	String name() {
		return String.valueOf(focused().get("name"));
	}

	/** What is focused, when it has come to rest: what is unfolded takes a moment. */
	private Map<?, ?> focused() {
		Map<?, ?> focused = Map.of();
		for (int i = 0; i < PATIENCE && !Boolean.TRUE.equals(focused.get("seen")); i++) {
			if (i > 0) {
				LockSupport.parkNanos(REST);
			}
			focused = (Map<?, ?>) Objects.requireNonNull(this.browser.driver().executeScript(FOCUSED));
		}
		return focused;
	}

	private void send(CharSequence keys) {
		new Actions(this.browser.driver()).sendKeys(keys).perform();
	}

}
