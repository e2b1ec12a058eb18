package se.uppdragskollen.web.keep;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jsoup.nodes.Element;
import se.uppdragskollen.web.page.Say;

/**
 * A page as a workbook: first all that is told in words, then a sheet for each table.
 * Figures and dates are what they are to Excel too.
 */
final class KeptBook {

	private static final int WIDEST = 70;

	private final KeptPage page;

	private final Say say;

	private final Workbook book;

	private final SheetNames names = new SheetNames();

	private final List<Element> tables = new ArrayList<>();

	private int line;

	private KeptBook(KeptPage page, Say say, Workbook book) {
		this.page = page;
		this.say = say;
		this.book = book;
		drawn(page.main());
	}

	/** What a picture shows stands beside it in words; one in a table has its own. */
	private static void drawn(Element main) {
		main.select("figure:has(object)").remove();
		main.select("object").forEach((one) -> {
			if (one.parents().is("td")) {
				one.before(one.attr("alt"));
			}
			one.remove();
		});
	}

	/** The workbook; {@code saved} tells where it comes from. */
	static byte[] of(KeptPage page, String saved, Say say) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			Workbook book = new Workbook(out, "Uppdragskollen", "1.0");
			KeptBook own = new KeptBook(page, say, book);
			own.words(saved);
			for (Element table : own.tables) {
				own.table(table);
			}
			book.finish();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	private void words(String saved) {
		Worksheet sheet = this.book.newWorksheet(this.names.free(this.say.text("keep.sheet")));
		sheet.width(0, WIDEST);
		sheet.width(1, WIDEST);
		forPaper(sheet);
		told(this.page.main(), sheet);
		this.line++;
		sheet.value(this.line, 0, saved);
	}

	/** From top to bottom, each paragraph and point on a line of its own. */
	private void told(Element parent, Worksheet sheet) {
		for (Element one : parent.children()) {
			String tag = one.tagName();
			if (tag.equals("table")) {
				if (one.hasClass("facts")) {
					one.select("tr").forEach((row) -> fact(row, sheet));
				}
				else {
					this.tables.add(one);
					sheet.value(this.line, 0, this.say.text("keep.see-sheet", name(one)));
					sheet.style(this.line++, 0).italic().set();
				}
			}
			else if (tag.matches("h[1-6]")) {
				this.line += (this.line == 0) ? 0 : 1;
				sheet.value(this.line, 0, one.text());
				sheet.style(this.line++, 0).bold().fontSize(tag.equals("h1") ? 16 : tag.equals("h2") ? 13 : 11).set();
			}
			else if (one.select("> p, > div, > section, > ul, > ol, > li, > table, > h2, > h3, > h4, > h5, > h6")
				.isEmpty()) {
				text(one.text(), sheet);
			}
			else {
				text(one.ownText(), sheet);
				told(one, sheet);
			}
		}
	}

	private void text(String text, Worksheet sheet) {
		if (!text.isBlank()) {
			sheet.value(this.line, 0, text);
			sheet.style(this.line++, 0).wrapText(true).verticalAlignment("top").set();
		}
	}

	private void fact(Element row, Worksheet sheet) {
		for (int i = 0; i < row.children().size(); i++) {
			put(sheet, this.line, i, cell(row.child(i).text(), i > 0));
		}
		this.line++;
	}

	private void table(Element table) {
		Worksheet sheet = this.book.newWorksheet(name(table));
		Map<Integer, List<String>> facts = facts(table);
		int row = 0;
		int[] widths = new int[64];
		String last = "";
		for (Element one : table.select("tr")) {
			boolean heading = one.parents().is("thead");
			int column = 0;
			for (Element cell : one.children()) {
				List<String> beside = facts.getOrDefault(one.children().indexOf(cell), List.of());
				List<KeptCell> parts = heading ? heading(cell, beside) : parts(cell, beside.size());
				if (!heading && column == 0 && cell.tagName().equals("th")) {
					last = parts.get(0).text().isEmpty() ? last : parts.get(0).text();
					parts.set(0, KeptCell.words(last));
				}
				for (int i = 0; i < parts.size(); i++) {
					put(sheet, row, column + i, parts.get(i));
					if (heading) {
						sheet.style(row, column + i)
							.bold()
							.fillColor("E9EEF2")
							.wrapText(true)
							.verticalAlignment("top")
							.set();
					}
					int at = Math.min(column + i, 63);
					widths[at] = Math.max(widths[at], parts.get(i).text().length());
				}
				column += cell.hasAttr("colspan") ? Integer.parseInt(cell.attr("colspan")) : parts.size();
			}
			row++;
		}
		for (int i = 0; i < widths.length && widths[i] > 0; i++) {
			sheet.width(i, Math.min(WIDEST, Math.max(10, widths[i] + 2)));
		}
		sheet.freezePane(0, 1);
		sheet.repeatRows(0);
		forPaper(sheet);
	}

	/** What the facts in a column's second line and further on are called. */
	private static Map<Integer, List<String>> facts(Element table) {
		Map<Integer, List<String>> facts = new HashMap<>();
		for (Element one : table.select("thead th[data-facts]")) {
			facts.put(one.elementSiblingIndex(), List.of(one.attr("data-facts").split("\\|")));
		}
		return facts;
	}

	private static List<KeptCell> heading(Element cell, List<String> beside) {
		List<KeptCell> parts = new ArrayList<>(List.of(KeptCell.words(cell.text())));
		beside.forEach((one) -> parts.add(KeptCell.words(one)));
		return parts;
	}

	/** A cell's own value, and then its facts, each for a column. */
	private List<KeptCell> parts(Element cell, int beside) {
		List<KeptCell> parts = new ArrayList<>();
		List<Element> lines = (beside == 0) ? List.of() : cell.children().select("> .line, .line");
		for (int i = 0; i < beside; i++) {
			parts.add((i < lines.size()) ? cell(lines.get(i).text(), true).unlessBare() : KeptCell.words(""));
		}
		lines.forEach(Element::remove);
		parts.add(0, cell(cell.text(), !cell.tagName().equals("th")));
		return parts;
	}

	private static void forPaper(Worksheet sheet) {
		sheet.paperSize(PaperSize.A4_PAPER);
		sheet.pageOrientation("landscape");
		sheet.setFitToPage(true);
		sheet.fitToHeight((short) 0);
	}

	private KeptCell cell(String text, boolean value) {
		return value ? KeptCell.of(text, this.say) : KeptCell.words(text);
	}

	private static void put(Worksheet sheet, int row, int column, KeptCell cell) {
		if (cell.figure() != null) {
			sheet.value(row, column, cell.figure());
			sheet.style(row, column).format(cell.format()).verticalAlignment("top").set();
		}
		else if (cell.day() != null) {
			sheet.value(row, column, cell.day());
			sheet.style(row, column).format("yyyy-mm-dd").verticalAlignment("top").set();
		}
		else if (!cell.text().isBlank()) {
			sheet.value(row, column, cell.text());
			sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
		}
	}

	/** A table is called the same wherever it is spoken of. */
	private String name(Element table) {
		if (!table.hasAttr("data-sheet")) {
			String wanted = table.attr("data-name");
			table.attr("data-sheet", this.names.free(wanted.isEmpty() ? this.say.text("keep.table") : wanted));
		}
		return table.attr("data-sheet");
	}

}
