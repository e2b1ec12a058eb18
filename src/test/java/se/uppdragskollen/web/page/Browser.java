package se.uppdragskollen.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A real Chromium, Debian's own, before a running service. A missing browser fails.
 */
public final class Browser implements AutoCloseable {

	/** Where the pictures of all pages are kept. */
	private static final Path PICTURES = Path.of("target/screenshots");

	private static final String AXE = read("/axe.min.js");

	private final ChromeDriver driver;

	private final String base;

	private final boolean scripts;

	/**
	 * Starts one.
	 * @param port the service's
	 * @param scripts whether pages may run theirs
	 */
	public Browser(int port, boolean scripts) {
		// It warns of every Chromium that is newer than itself
		LoggingSystem.get(Browser.class.getClassLoader()).setLogLevel("org.openqa.selenium", LogLevel.ERROR);
		ChromeOptions options = new ChromeOptions();
		options.setBinary("/usr/bin/chromium");
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
				"--disable-sync", "--hide-scrollbars", "--force-color-profile=srgb", "--window-size=1280,1000");
		if (!scripts) {
			options.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
		}
		LoggingPreferences logs = new LoggingPreferences();
		logs.enable(LogType.BROWSER, java.util.logging.Level.ALL);
		options.setCapability("goog:loggingPrefs", logs);
		ChromeDriverService service = new ChromeDriverService.Builder()
			.usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
			.build();
		this.driver = new ChromeDriver(service, options);
		this.driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(60));
		this.scripts = scripts;
		this.base = "http://localhost:" + port;
	}

	public ChromeDriver driver() {
		return this.driver;
	}

	/** Opens a page of the service. */
	public Browser open(String path) {
		this.driver.get(this.base + path);
		return this;
	}

	/** Logs one of the demo's people in, by the page that people use. */
	public Browser logIn(String subject) {
		this.driver.manage().deleteAllCookies();
		open("/login");
		if (all("button[name=person][value='" + subject + "']").isEmpty()) {
			new Select(find("#person")).selectByValue(subject);
			click("form:has(#person) button");
		}
		else {
			click("button[name=person][value='" + subject + "']");
		}
		new WebDriverWait(this.driver, Duration.ofSeconds(30)).until((driver) -> !address().startsWith("/login"));
		return this;
	}

	/** Where the browser is, without the host. */
	public String address() {
		return Objects.requireNonNull(this.driver.getCurrentUrl()).substring(this.base.length());
	}

	public String title() {
		return Objects.requireNonNull(this.driver.getTitle());
	}

	public WebElement find(String css) {
		return this.driver.findElement(By.cssSelector(css));
	}

	public List<WebElement> all(String css) {
		return this.driver.findElements(By.cssSelector(css));
	}

	public Browser click(String css) {
		WebElement element = find(css);
		if (!element.isDisplayed()) {
			throw new AssertionError("not to be seen: " + css);
		}
		return click(element);
	}

	/** Follows the link with this text in the page's own part. */
	public Browser follow(String text) {
		return click(this.driver.findElement(By.xpath("//a[not(ancestor::footer)][contains(., '" + text + "')]")));
	}

	/** What leads to another page has done so when this returns. */
	private Browser click(WebElement element) {
		boolean leaves = List.of("a", "button").contains(element.getTagName());
		this.driver.executeScript("document.documentElement.dataset.left = 'no'");
		element.click();
		if (leaves) {
			arrive();
		}
		return this;
	}

	/** Goes to another page by a script, and is there when this returns. */
	void leave(String script, Object... arguments) {
		this.driver.executeScript("document.documentElement.dataset.left = 'no'");
		this.driver.executeScript(script, arguments);
		arrive();
	}

	private void arrive() {
		new WebDriverWait(this.driver, Duration.ofSeconds(30)).ignoring(WebDriverException.class)
			.until((driver) -> Boolean.TRUE.equals(this.driver
				.executeScript("return !document.documentElement.dataset.left && document.readyState === 'complete'")));
	}

	/** Types into a field in place of what stands there. */
	public Browser type(String css, String text) {
		WebElement field = find(css);
		field.clear();
		field.sendKeys(text);
		return this;
	}

	/** What people read in the page's own part. */
	public String text() {
		return find("main").getText();
	}

	/** The session's cookie, for requests beside the browser. */
	public String cookie() {
		Cookie cookie = Objects.requireNonNull(this.driver.manage().getCookieNamed("__Host-session"));
		return cookie.getName() + "=" + cookie.getValue();
	}

	/** What the browser complained of since it was asked last. */
	public List<String> complaints() {
		List<String> complaints = new ArrayList<>();
		for (LogEntry entry : this.driver.manage().logs().get(LogType.BROWSER)) {
			if (entry.getLevel().intValue() >= java.util.logging.Level.WARNING.intValue()
					&& !entry.getMessage().contains("the server responded with a status of 4")) {
				complaints.add(entry.getMessage());
			}
		}
		return complaints;
	}

	/** What axe finds wrong, by the rules of WCAG 2.2 AA and EN 301 549. */
	public List<String> axe() {
		this.driver.executeScript(AXE);
		Object found = this.driver.executeAsyncScript(
				"""
						const done = arguments[arguments.length - 1];
						axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'EN-301-549']})
						.then(r => done(r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.html + ' ' + n.failureSummary))));
						""");
		List<String> violations = new ArrayList<>();
		((List<?>) Objects.requireNonNull(found)).forEach((one) -> violations.add(String.valueOf(one)));
		return violations;
	}

	/**
	 * Keeps a picture of the page, and finds nothing wrong with it: for people who use
	 * other means than sight and mouse, in a narrow window, or in what the browser says.
	 */
	public void look(String name) {
		picture(name);
		assertThat(complaints()).as(name + ": the browser's own words").isEmpty();
		if (this.scripts) {
			assertThat(axe()).as(name + ": axe").isEmpty();
			assertThat(sideways(320)).as(name + ": pixels beyond a window of 320").isZero();
			resize(1280, 1000);
		}
	}

	/** By how many pixels the page is wider than the window. */
	public long sideways(int width) {
		resize(width, 900);
		Object wide = ((JavascriptExecutor) this.driver)
			.executeScript("return document.documentElement.scrollWidth - window.innerWidth");
		return (Long) Objects.requireNonNull(wide);
	}

	/**
	 * Opens all that is folded, at once: usually it takes a moment.
	 * @return whether anything was folded
	 */
	boolean unfold() {
		return Boolean.TRUE.equals(this.driver.executeScript("""
				const sheet = new CSSStyleSheet();
				sheet.replaceSync('*, ::details-content { transition: none !important; }');
				document.adoptedStyleSheets = [sheet];
				const folded = [...document.querySelectorAll('details:not([open])')];
				folded.forEach(one => one.open = true);
				return folded.length > 0;
				"""));
	}

	/** Keeps pictures of the whole page, for a desk and for a telephone. */
	public Browser picture(String name) {
		picture(name + "-1280", 1280);
		picture(name + "-360", 360);
		resize(1280, 1000);
		return this;
	}

	/** Keeps a picture of the whole page in a window of this width. */
	void picture(String name, int width) {
		resize(width, 900);
		Object height = this.driver.executeScript("return document.documentElement.scrollHeight");
		resize(width, Math.min(6000, Math.max(700, ((Long) Objects.requireNonNull(height)).intValue())));
		try {
			Path file = PICTURES.resolve(name + ".png");
			Files.createDirectories(file.getParent());
			Files.write(file, this.driver.getScreenshotAs(OutputType.BYTES));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The window's inner size, smaller than a real window can be too. */
	void resize(int width, int height) {
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
		this.driver.manage().window().setSize(new Dimension(1280, 1000));
	}

	/** The page as it was sent, before the browser made sense of it. */
	String sent() {
		return String.valueOf(this.driver.executeAsyncScript("""
				const done = arguments[arguments.length - 1];
				fetch(location.href, {headers: {Accept: 'text/html'}}).then(a => a.text()).then(done);
				"""));
	}

	@Override
	public void close() {
		this.driver.quit();
	}

	static String read(String resource) {
		try (InputStream in = Objects.requireNonNull(Browser.class.getResourceAsStream(resource))) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
