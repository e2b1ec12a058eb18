package se.uppdragskollen.web.keep;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.web.page.Say;

/**
 * A page as a workbook: first all that is told in words, then a sheet for each table.
 * Figures and dates are what they are to Excel too.
 */
final class KeptBook {

	private static final Pattern FIGURE = Pattern.compile("[−-]?\\d{1,3}(?:[ \\u00a0\\u202f,]?\\d{3})*(?:[,.]\\d+)?");

	private static final Pattern NOT_IN_NAMES = Pattern.compile("[\\[\\]:*?/\\\\']");

	private static final int LONGEST_NAME = 31;

	private static final int WIDEST = 70;

	private final KeptPage page;

	private final Say say;

	private final Workbook book;

	private final Set<String> names = new HashSet<>();

	private final List<Element> tables = new ArrayList<>();

	private int line;

	private KeptBook(KeptPage page, Say say, Workbook book) {
		this.page = page;
		this.say = say;
		this.book = book;
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
		Worksheet sheet = this.book.newWorksheet(name(this.say.text("keep.sheet")));
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
			cell(sheet, this.line, i, row.child(i), i > 0);
		}
		this.line++;
	}

	private void table(Element table) {
		Worksheet sheet = this.book.newWorksheet(name(table));
		int row = 0;
		int[] widths = new int[64];
		for (Element one : table.select("tr")) {
			boolean heading = one.parents().is("thead");
			int column = 0;
			for (Element cell : one.children()) {
				cell(sheet, row, column, cell, !heading && !cell.tagName().equals("th"));
				if (heading) {
					sheet.style(row, column).bold().fillColor("E9EEF2").wrapText(true).verticalAlignment("top").set();
				}
				widths[Math.min(column, 63)] = Math.max(widths[Math.min(column, 63)], cell.text().length());
				column += cell.hasAttr("colspan") ? Integer.parseInt(cell.attr("colspan")) : 1;
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

	private static void forPaper(Worksheet sheet) {
		sheet.paperSize(PaperSize.A4_PAPER);
		sheet.pageOrientation("landscape");
		sheet.setFitToPage(true);
		sheet.fitToHeight((short) 0);
	}

	private void cell(Worksheet sheet, int row, int column, Element cell, boolean value) {
		String text = cell.text().replace('\u00a0', ' ');
		boolean percent = text.endsWith(" %");
		BigDecimal figure = value ? figure(percent ? text.substring(0, text.length() - 2) : text) : null;
		LocalDate day = value ? day(text) : null;
		if (figure != null) {
			sheet.value(row, column, figure);
			sheet.style(row, column).format(percent ? "0.##\" %\"" : "0.######").verticalAlignment("top").set();
		}
		else if (day != null) {
			sheet.value(row, column, day);
			sheet.style(row, column).format("yyyy-mm-dd").verticalAlignment("top").set();
		}
		else if (!text.isBlank()) {
			sheet.value(row, column, text);
			sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
		}
	}

	/** A figure as the reader's language writes it, null when it is none. */
	private @Nullable BigDecimal figure(String text) {
		if (!FIGURE.matcher(text).matches()) {
			return null;
		}
		String bare = text.replaceAll("[\\s\\u00a0\\u202f]", "").replace('−', '-');
		bare = (this.say.language() == Language.SV) ? bare.replace(',', '.') : bare.replace(",", "");
		try {
			return new BigDecimal(bare);
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	private @Nullable LocalDate day(String text) {
		try {
			return LocalDate.parse(text, DateTimeFormatter.ofPattern("d MMMM yyyy", this.say.language().locale()));
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	/** A table is called the same wherever it is spoken of. */
	private String name(Element table) {
		String known = table.attr("data-sheet");
		if (known.isEmpty()) {
			known = name(table.attr("data-name").isEmpty() ? this.say.text("keep.table") : table.attr("data-name"));
			table.attr("data-sheet", known);
		}
		return known;
	}

	/** What Excel takes as a name, and no other sheet has. */
	private String name(String wanted) {
		String plain = NOT_IN_NAMES.matcher(wanted).replaceAll(" ").strip();
		String name = (plain.length() > LONGEST_NAME) ? plain.substring(0, LONGEST_NAME).strip() : plain;
		for (int i = 2; !this.names.add(name.toLowerCase(Locale.ROOT)); i++) {
			String end = " " + i;
			name = plain.substring(0, Math.min(plain.length(), LONGEST_NAME - end.length())) + end;
		}
		return name;
	}

}
