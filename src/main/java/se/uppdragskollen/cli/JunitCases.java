package se.uppdragskollen.cli;

/**
 * One suite in JUnit's XML.
 */
final class JunitCases {

	private final String suite;

	private final StringBuilder cases = new StringBuilder();

	private int count;

	private int failures;

	JunitCases(String suite) {
		this.suite = suite;
	}

	/** A case; an empty failure is a pass. */
	void add(String group, String name, String failure) {
		this.count++;
		this.cases.append("    <testcase classname=\"")
			.append(escape(group))
			.append("\" name=\"")
			.append(escape(name))
			.append('"');
		if (failure.isEmpty()) {
			this.cases.append("/>\n");
		}
		else {
			this.failures++;
			this.cases.append(">\n      <failure message=\"").append(escape(failure)).append("\"/>\n    </testcase>\n");
		}
	}

	String xml() {
		return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n  <testsuite name=\"" + escape(this.suite)
				+ "\" tests=\"" + this.count + "\" failures=\"" + this.failures + "\" errors=\"0\" skipped=\"0\">\n"
				+ this.cases + "  </testsuite>\n</testsuites>";
	}

	static String escape(String text) {
		return text.replace("&", "&amp;")
			.replace("<", "&lt;")
			.replace(">", "&gt;")
			.replace("\"", "&quot;")
			.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", "");
	}

}
