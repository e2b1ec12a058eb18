package se.uppdragskollen.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a page is like.
 *
 * @param keyless what can be pressed or filled in, but not be reached by keyboard
 * @param weight what was sent for it, besides images and headers, in bytes
 * @param shape of the page's own part, the same for pages that differ in names, figures
 * and length only
 * @param frame the same of what is around that part
 */
record Visit(String title, String language, List<String> headings, List<Long> levels, long mains, List<String> keyless,
		List<String> policy, long weight, String shape, String frame, List<String> texts) {

	private static final String SCRIPT = Browser.read("visit.js");

	/** Has the browser note from now on what breaks the content security policy. */
	static void watchPolicy(Browser browser) {
		browser.driver().executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", """
				window.policyViolations = [];
				addEventListener("securitypolicyviolation",
				    (event) => window.policyViolations.push(event.violatedDirective + " " + event.blockedURI));
				"""));
	}

	@SuppressWarnings("unchecked")
	static Visit of(Browser browser) {
		Map<String, Object> found = (Map<String, Object>) Objects
			.requireNonNull(browser.driver().executeScript(SCRIPT));
		return new Visit((String) found.get("title"), (String) found.get("language"),
				(List<String>) found.get("headings"), (List<Long>) found.get("levels"), (Long) found.get("current"),
				(List<String>) found.get("keyless"), (List<String>) found.get("policy"),
				((Number) found.get("weight")).longValue(), (String) found.get("shape"), (String) found.get("frame"),
				(List<String>) found.get("texts"));
	}

	/** What is wrong with it. */
	List<String> wrong(String expected) {
		List<String> wrong = new ArrayList<>();
		if (!this.language.equals(expected)) {
			wrong.add("is said to be in " + this.language);
		}
		if (!this.title.matches("(?s)\\S.* – Uppdragskollen")) {
			wrong.add("is called " + this.title);
		}
		if (this.headings.size() != 1 || this.headings.get(0).isBlank()) {
			wrong.add("has the main headings " + this.headings);
		}
		if (this.mains != 1) {
			wrong.add("has " + this.mains + " main parts");
		}
		for (int i = 1; i < this.levels.size(); i++) {
			if (this.levels.get(i) > this.levels.get(i - 1) + 1) {
				wrong.add("leaves out a level of headings: " + this.levels);
				break;
			}
		}
		this.keyless.forEach((one) -> wrong.add("cannot be reached with the tabulator: " + one));
		this.policy.forEach((one) -> wrong.add("breaks the content security policy: " + one));
		return wrong;
	}

}
