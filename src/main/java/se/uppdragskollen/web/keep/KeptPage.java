package se.uppdragskollen.web.keep;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import se.uppdragskollen.web.page.Say;

/**
 * A page's own part without what only makes sense on a screen: all folded out, no forms,
 * buttons or links, signs as letters, charts as pictures with words for those who do not
 * see them.
 *
 * @param title what it is called
 * @param main what stands on it
 * @param chapters its parts, by the ids of their headings
 */
record KeptPage(String title, Element main, List<Chapter> chapters) {

	private static final String SCREEN = "nav, form, button, script, input, select, textarea, label, p.legend, "
			+ ".screen-only, .for-narrow, [hidden], .timeout, .symbols, .save-bar";

	/** Nothing to keep apart stands at the end, or at the start. */
	private static final Pattern END = Pattern.compile("(?:^|[\\s\\u00a0(])$");

	private static final Pattern START = Pattern.compile("^(?:[\\s\\u00a0.,;:)!?]|$)");

	private static final List<String> OUTCOMES = List.of("met", "not-met", "to-discuss", "not-assessable", "exempt",
			"not-applicable");

	/** What may stay on an element. */
	private static final Set<String> KEPT = Set.of("class", "colspan", "rowspan", "scope", "lang", "data-name",
			"data-facts");

	/**
	 * A part.
	 *
	 * @param id of its heading
	 * @param title what it is called
	 */
	record Chapter(String id, String title) {

	}

	/** What is kept of a page. */
	static KeptPage of(String html, Say say) {
		Document page = Jsoup.parse(html, Parser.htmlParser().settings(ParseSettings.preserveCase));
		Element main = Objects.requireNonNull(page.selectFirst("main"));
		main.select(SCREEN).remove();
		signs(main, say);
		apart(main);
		names(main);
		main.select(".ds-sr-only").remove();
		pictures(main, say);
		unfold(main);
		main.select("dl").forEach(KeptPage::facts);
		links(main);
		rows(main);
		main.select("figcaption").unwrap();
		columns(main);
		emptied(main);
		levels(main);
		List<Chapter> chapters = chapters(main);
		bare(main);
		Element heading = main.selectFirst("h1");
		return new KeptPage((heading == null) ? page.title() : heading.text(), main, chapters);
	}

	/** Outcomes: the letter stands beside the word. */
	private static void signs(Element main, Say say) {
		for (Element sign : main.select(".sign")) {
			sign.select("svg").remove();
			OUTCOMES.stream()
				.filter(sign::hasClass)
				.forEach((one) -> sign.prependElement("span")
					.addClass("mark")
					.text(say.text("paper.mark-" + one) + "\u00a0"));
		}
	}

	/** A table is called as it says itself, else as its caption. */
	private static void names(Element main) {
		for (Element table : main.select("table")) {
			Element caption = table.selectFirst("caption");
			if (caption != null) {
				table.attr("data-name", table.attr("data-name").isEmpty() ? caption.text() : table.attr("data-name"));
				caption.addClass("ds-sr-only");
			}
		}
	}

	private static void pictures(Element main, Say say) {
		for (Element svg : main.select("svg")) {
			String alt = svg.attr("aria-label");
			if (svg.hasClass("course")) {
				alt = text(svg, "title") + ". " + text(svg, "desc");
			}
			else if (svg.hasClass("course-key")) {
				alt = say.text("keep.key");
			}
			if (alt.isEmpty()) {
				svg.remove();
			}
			else {
				svg.select("title, desc").remove();
				Element object = new Element("object").attr("type", "image/svg+xml").attr("alt", alt);
				object.addClass(svg.className());
				svg.replaceWith(object);
				object.appendChild(svg);
			}
		}
	}

	private static String text(Element svg, String part) {
		Element one = svg.selectFirst(part);
		return (one == null) ? "" : one.text();
	}

	/** What is folded in lies open below a heading of its own. */
	private static void unfold(Element main) {
		for (Element details : main.select("details")) {
			Element summary = details.selectFirst("summary");
			int level = level(before(main, details)) + 1;
			details.select("h2, h3, h4, h5").forEach((one) -> one.tagName("h" + Math.min(6, level + 1)));
			if (summary != null) {
				summary.tagName("h" + Math.min(6, level)).addClass("group");
			}
			details.tagName("div").addClass("group");
		}
	}

	/** The heading under which an element stands. */
	private static @Nullable Element before(Element main, Element element) {
		Element last = null;
		for (Element one : main.getAllElements()) {
			if (one == element) {
				return last;
			}
			boolean folded = one.parents().stream().anyMatch((parent) -> parent.hasClass("group"));
			if (one.tagName().matches("h[1-6]") && !folded) {
				last = one;
			}
		}
		return last;
	}

	private static int level(@Nullable Element heading) {
		return (heading == null) ? 1 : heading.tagName().charAt(1) - '0';
	}

	/** Terms and what is said of them, as a table that everybody can read. */
	private static void facts(Element list) {
		Element table = new Element("table").addClass("facts");
		Element body = table.appendElement("tbody");
		for (Element term : list.select("dt")) {
			Element row = body.appendElement("tr");
			row.appendElement("th").attr("scope", "row").html(term.html());
			Element cell = row.appendElement("td");
			for (Element said = term.nextElementSibling(); said != null
					&& said.tagName().equals("dd"); said = said.nextElementSibling()) {
				cell.appendElement("span").addClass("line").html(said.html());
			}
		}
		list.replaceWith(table);
	}

	/**
	 * What a link says is kept, unless a paragraph is for nothing else; the line above
	 * the heading says whose page it is.
	 */
	private static void links(Element main) {
		main.select("p:not(.over)")
			.removeIf((one) -> one.childrenSize() > 0 && one.ownText().isBlank()
					&& one.children().stream().allMatch((child) -> child.tagName().equals("a")));
		main.select("a").unwrap();
	}

	/** Points beside each other are a paragraph: as a list they could not be told. */
	private static void rows(Element main) {
		for (Element list : main.select("ul.sums, ul.legend")) {
			list.children().forEach((one) -> one.tagName("span").addClass("point"));
			list.tagName("p");
		}
	}

	/** What only the look kept apart is no single word without it. */
	private static void apart(Element main) {
		for (Element one : main.select("*")) {
			if (one.nextSibling() instanceof Element next && !END.matcher(one.wholeText()).find()
					&& !START.matcher(next.wholeText()).find()
					&& !one.tagName().matches("t[rhd]|thead|tbody|caption|main")) {
				one.after(" ");
			}
		}
	}

	/** A column that held buttons alone is no column. */
	private static void columns(Element main) {
		for (Element table : main.select("table")) {
			if (!table.select("[colspan], [rowspan]").isEmpty()) {
				continue;
			}
			List<Element> rows = table.select("tr");
			int columns = rows.stream().mapToInt((row) -> row.children().size()).max().orElse(0);
			for (int i = columns - 1; i >= 0; i--) {
				int column = i;
				List<Element> cells = rows.stream()
					.filter((row) -> column < row.children().size())
					.map((row) -> row.child(column))
					.toList();
				if (cells.stream()
					.filter((cell) -> !Objects.requireNonNull(cell.parent()).parents().is("thead"))
					.allMatch(KeptPage::isEmpty)) {
					cells.forEach((cell) -> cell.remove());
				}
			}
		}
	}

	private static boolean isEmpty(Element element) {
		return element.text().isBlank() && element.select("object").isEmpty();
	}

	/** What held buttons or forms alone, and headings above nothing. */
	private static void emptied(Element main) {
		List<Element> all = new ArrayList<>(
				main.select("p, ul, ol, li, div, section, table, h2, h3, h4, h5, h6, figure"));
		java.util.Collections.reverse(all);
		for (Element one : all) {
			boolean hollow = isEmpty(one) || one.tagName().matches("section|div")
					&& one.children().stream().allMatch((child) -> child.tagName().matches("h[1-6]"))
					&& one.ownText().isBlank();
			if (hollow) {
				one.remove();
			}
		}
	}

	/** No level of headings is left out on the way down. */
	private static void levels(Element main) {
		int last = 0;
		for (Element heading : main.select("h1, h2, h3, h4, h5, h6")) {
			int level = Math.min(level(heading), last + 1);
			heading.tagName("h" + level);
			last = level;
		}
	}

	private static List<Chapter> chapters(Element main) {
		List<Chapter> chapters = new ArrayList<>();
		for (Element heading : main.select("h2")) {
			heading.attr("data-id", "part-" + chapters.size());
			chapters.add(new Chapter("part-" + chapters.size(), heading.text()));
		}
		return chapters;
	}

	/** Neither ids that could be twice, nor what screens alone need. */
	private static void bare(Element main) {
		for (Element one : main.getAllElements()) {
			if (one.tagName().equals("object") || one.parents().is("object")) {
				continue;
			}
			String id = one.attr("data-id");
			one.attributes().asList().forEach((attribute) -> {
				if (!KEPT.contains(attribute.getKey())) {
					one.removeAttr(attribute.getKey());
				}
			});
			if (!id.isEmpty()) {
				one.attr("id", id);
			}
		}
	}

	/** What stands on it as XHTML. */
	public String body() {
		Document document = Objects.requireNonNull(this.main.ownerDocument());
		document.outputSettings()
			.syntax(Document.OutputSettings.Syntax.xml)
			.escapeMode(Entities.EscapeMode.xhtml)
			.prettyPrint(false);
		return this.main.html();
	}

	/** Its title as a file's name. */
	String fileName() {
		String plain = java.text.Normalizer.normalize(this.title, java.text.Normalizer.Form.NFD)
			.replaceAll("\\p{M}", "")
			.toLowerCase(java.util.Locale.ROOT)
			.replaceAll("[^a-z0-9]+", "-")
			.replaceAll("^-|-$", "");
		return (plain.length() > 80) ? plain.substring(0, 80) : plain;
	}

}
