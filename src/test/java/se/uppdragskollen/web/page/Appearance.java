package se.uppdragskollen.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a page looks to people who set their browser or system in their own way.
 */
final class Appearance {

	private final Browser browser;

	Appearance(Browser browser) {
		this.browser = browser;
	}

	/** Shows text twice as large as usual, or as usual. */
	void enlargeText(boolean large) {
		this.browser.driver()
			.executeScript("document.documentElement.style.fontSize = arguments[0]", large ? "200%" : "");
	}

	/**
	 * Shows pages in the colours, light on dark, that somebody has chosen for all
	 * programs.
	 */
	void forceColours(boolean forced) {
		this.browser.driver()
			.executeCdpCommand("Emulation.setEmulatedMedia",
					Map.of("features", List.of(Map.of("name", "forced-colors", "value", forced ? "active" : "none"),
							Map.of("name", "prefers-color-scheme", "value", forced ? "dark" : "light"))));
	}

	/** What stands out of the window to the right. */
	List<String> beyond() {
		return strings("""
				return [...document.body.querySelectorAll('*')]
				  .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('[tabindex="0"]'))
				  .slice(0, 5).map(e => e.outerHTML.slice(0, 120));
				""");
	}

	/** Where the page scrolls sideways, or text is cut off. */
	List<String> cut() {
		return strings("""
				const cut = [...document.body.querySelectorAll('*')].filter(e => {
				  const style = getComputedStyle(e);
				  const hides = v => v === 'hidden' || v === 'clip';
				  return e.clientWidth > 2 && e.innerText && e.innerText.trim() &&
				    (hides(style.overflowX) && e.scrollWidth > e.clientWidth + 1 ||
				     hides(style.overflowY) && e.scrollHeight > e.clientHeight + 1 ||
				     e.matches('button, a.ds-button, .sign') && e.scrollWidth > e.clientWidth + 1);
				}).map(e => 'is cut: ' + e.outerHTML.slice(0, 160));
				const wide = document.documentElement.scrollWidth - innerWidth;
				return wide > 0 ? [...cut, wide + ' pixels beyond the window'] : cut;
				""");
	}

	/** What can be used and does not look so when only borders and text are painted. */
	List<String> unmarked() {
		return strings(
				"""
						const shown = e => e.getClientRects().length && getComputedStyle(e).visibility === 'visible';
						const framed = (e, pseudo) => {
						  const style = getComputedStyle(e, pseudo);
						  return ['Top', 'Bottom', 'Left', 'Right'].some(side => style['border' + side + 'Style'] !== 'none' &&
						    parseFloat(style['border' + side + 'Width']) > 0) || style.outlineStyle !== 'none' &&
						    parseFloat(style.outlineWidth) > 0;
						};
						const used = [...document.querySelectorAll('button, input:not([type=hidden]), select, textarea, a.ds-button')]
						  .filter(e => shown(e) && !framed(e) && !framed(e, '::before') && !framed(e, '::after') &&
						    !getComputedStyle(e).textDecorationLine.includes('underline'))
						  .map(e => 'has no frame: ' + e.outerHTML.slice(0, 160));
						const look = e => ['borderBottomColor', 'backgroundColor', 'outlineStyle', 'textDecorationLine']
						  .map(one => getComputedStyle(e)[one]).join();
						const current = [...document.querySelectorAll('nav li a[aria-current]')].filter(e =>
						  [...e.closest('ul, ol').querySelectorAll('a:not([aria-current])')].some(other => look(other) === look(e)))
						  .map(e => 'looks like the others: ' + e.outerHTML.slice(0, 160));
						return [...used, ...current];
						""");
	}

	private List<String> strings(String script) {
		List<String> strings = new ArrayList<>();
		((List<?>) Objects.requireNonNull(this.browser.driver().executeScript(script)))
			.forEach((one) -> strings.add(String.valueOf(one)));
		return strings;
	}

}
