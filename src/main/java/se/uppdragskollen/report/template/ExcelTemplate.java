package se.uppdragskollen.report.template;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.ListDataValidation;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.SheetProtectionOption;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a template as an Excel workbook: the table first, where only the cells to fill
 * in can be changed, then the guide. Lists to pick from lie in a sheet that is not shown.
 */
public final class ExcelTemplate {

	private static final String LISTS = "lists";

	private static final String SHADED = "E9EEF2";

	private static final String OPEN = "FFFDE7";

	/** Excel tells dates from here on right; those before are written as text. */
	private static final LocalDate FIRST_RIGHT_DATE = LocalDate.of(1900, 3, 1);

	/** Excel keeps that many digits of a number. */
	private static final int MOST_DIGITS = 15;

	private static final int DIGITS_OF_TIME = 12;

	private static final int GUIDE_WIDTH = 72;

	/** Of a line in the font that workbooks have unless told, in points. */
	private static final int LINE_HEIGHT = 15;

	private static final int HIGHEST_ROW = 409;

	/** A column's width counts digits; letters are narrower by about one in that many. */
	private static final int NARROWER = 7;

	/**
	 * What may not be done. Formats may be changed: Excel does so itself when somebody
	 * writes 87,5 %.
	 */
	private static final Set<SheetProtectionOption> PROTECTED = EnumSet.of(SheetProtectionOption.SHEET,
			SheetProtectionOption.DELETE_COLUMNS, SheetProtectionOption.DELETE_ROWS,
			SheetProtectionOption.INSERT_COLUMNS, SheetProtectionOption.INSERT_ROWS,
			SheetProtectionOption.INSERT_HYPERLINKS, SheetProtectionOption.PIVOT_TABLES, SheetProtectionOption.SORT);

	private final Template template;

	private final Worksheet table;

	private final Worksheet guide;

	private final Worksheet lists;

	private final Map<List<String>, Range> ranges = new LinkedHashMap<>();

	private ExcelTemplate(Template template, Workbook workbook) {
		this.template = template;
		this.table = workbook.newWorksheet(template.name());
		this.guide = workbook.newWorksheet(template.guide().name());
		this.lists = workbook.newWorksheet(LISTS);
	}

	/** Writes the template and leaves the stream open. */
	public static void write(Template template, OutputStream out) throws IOException {
		Workbook workbook = new Workbook(out, "Uppdragskollen", "1.0");
		ExcelTemplate written = new ExcelTemplate(template, workbook);
		written.header();
		written.rows();
		written.guide();
		written.lists.setVisibilityState(VisibilityState.HIDDEN);
		workbook.finish();
	}

	private void header() {
		int last = this.template.columns().size() - 1;
		for (int column = 0; column <= last; column++) {
			Template.Column one = this.template.columns().get(column);
			this.table.value(0, column, one.heading());
			this.table.width(column, one.width());
			this.table.style(0, column).bold().fillColor(SHADED).wrapText(true).verticalAlignment("top").set();
		}
		this.table.freezePane(this.template.frozen(), 1);
		this.table.repeatRows(0);
		this.table.paperSize(PaperSize.A4_PAPER);
		this.table.pageOrientation("landscape");
		this.table.setFitToPage(true);
		this.table.fitToHeight((short) 0);
		this.table.protect("", PROTECTED);
	}

	private void rows() {
		int line = 1;
		for (List<Entry> row : this.template.rows()) {
			for (int column = 0; column < row.size(); column++) {
				cell(line, column, row.get(column));
			}
			height(this.table, line, lines(row));
			line++;
		}
	}

	private int lines(List<Entry> row) {
		int lines = 1;
		for (int column = 0; column < row.size(); column++) {
			if (row.get(column).content() instanceof String text) {
				lines = Math.max(lines, lines(text, this.template.columns().get(column).width()));
			}
		}
		return lines;
	}

	/** How many lines a text takes when it breaks between words. */
	private static int lines(String text, int columnWidth) {
		int width = columnWidth + columnWidth / NARROWER;
		int lines = 0;
		for (String paragraph : text.split("\n", -1)) {
			lines++;
			int used = 0;
			for (String word : paragraph.split(" ", -1)) {
				if (used > 0 && used + 1 + word.length() > width) {
					lines++;
					used = 0;
				}
				used += ((used > 0) ? 1 : 0) + word.length();
				lines += Math.max(0, used - 1) / width;
				used = (used > width) ? used % width : used;
			}
		}
		return lines;
	}

	/**
	 * LibreOffice does not make rows higher by itself when it opens a workbook that Excel
	 * did not write. A row of one line is left as it is, so that it grows with what is
	 * typed.
	 */
	private static void height(Worksheet sheet, int line, int lines) {
		if (lines > 1) {
			sheet.rowHeight(line, Math.min(HIGHEST_ROW, lines * LINE_HEIGHT));
		}
	}

	private void cell(int line, int column, Entry entry) {
		content(line, column, entry);
		StyleSetter style = this.table.style(line, column).wrapText(true).verticalAlignment("top");
		if (entry.kind() == Entry.Kind.LABEL) {
			style.borderStyle("thin").borderColor(SHADED).set();
			return;
		}
		style.format(switch (entry.kind()) {
			case DATE -> "yyyy-mm-dd";
			case TIME -> (entry.content() instanceof LocalTime time && time.getSecond() != 0) ? "hh:mm:ss" : "hh:mm";
			case TEXT -> "@";
			default -> "General";
		}).fillColor(OPEN).borderStyle("thin").borderColor("B0B8BF");
		style.protectionOption(ProtectionOption.LOCKED, false).set();
		if (!entry.choices().isEmpty()) {
			ListDataValidation list = this.table.range(line, column, line, column)
				.validateWithList(this.ranges.computeIfAbsent(entry.choices(), this::list));
			list.allowBlank(true)
				.showErrorMessage(true)
				.errorStyle(entry.onlyChoices() ? DataValidationErrorStyle.STOP : DataValidationErrorStyle.WARNING)
				.errorTitle(this.template.columns().get(column).heading())
				.error(entry.onlyChoices() ? this.template.onlyChoices() : this.template.rarelyElse());
		}
	}

	private void content(int line, int column, Entry entry) {
		Object content = entry.content();
		if (content instanceof BigDecimal number && fits(number)) {
			this.table.value(line, column, CsvTemplate.plain(number));
		}
		else if (content instanceof BigDecimal number) {
			this.table.value(line, column, CsvTemplate.comma(number));
		}
		else if (content instanceof LocalDate date && !date.isBefore(FIRST_RIGHT_DATE)) {
			this.table.value(line, column, date);
		}
		else if (content instanceof LocalTime time && time.getNano() == 0) {
			this.table.value(line, column, ofDay(time));
		}
		else if (content != null && !content.toString().isEmpty()) {
			this.table.value(line, column, content.toString());
		}
	}

	private static boolean fits(BigDecimal number) {
		BigDecimal plain = CsvTemplate.plain(number);
		return plain.precision() <= MOST_DIGITS && Math.abs(plain.scale()) <= MOST_DIGITS;
	}

	/** The part of a day, which is a time in Excel. */
	private static BigDecimal ofDay(LocalTime time) {
		return BigDecimal.valueOf(time.toSecondOfDay())
			.divide(BigDecimal.valueOf(ChronoUnit.DAYS.getDuration().toSeconds()), DIGITS_OF_TIME,
					RoundingMode.HALF_UP);
	}

	/** Writes a list to pick from, in a column of its own. */
	private Range list(List<String> choices) {
		int column = this.ranges.size();
		for (int line = 0; line < choices.size(); line++) {
			this.lists.value(line, column, choices.get(line));
		}
		return this.lists.range(0, column, choices.size() - 1, column);
	}

	private void guide() {
		Template.Guide text = this.template.guide();
		this.guide.width(0, GUIDE_WIDTH);
		this.guide.value(0, 0, text.title());
		this.guide.style(0, 0).bold().fontSize(14).wrapText(true).set();
		int line = 2;
		for (String paragraph : text.paragraphs()) {
			this.guide.value(line, 0, paragraph);
			this.guide.style(line, 0).wrapText(true).verticalAlignment("top").set();
			height(this.guide, line, lines(paragraph, GUIDE_WIDTH));
			line++;
		}
		this.guide.paperSize(PaperSize.A4_PAPER);
		this.guide.setFitToPage(true);
		this.guide.fitToHeight((short) 0);
		this.guide.protect("", PROTECTED);
	}

}
