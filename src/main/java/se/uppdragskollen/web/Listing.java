package se.uppdragskollen.web;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Word;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.request.Refusal;

/**
 * A list, as JSON (a long one page by page), or whole as CSV or Excel: the address's
 * {@code format}, {@code limit} and {@code cursor} say which. CSV in Swedish is what
 * Swedish Excel reads: semicolons, a byte-order mark, decimal commas and Swedish time.
 *
 * @param <T> what is listed
 */
public final class Listing<T> {

	/** The wide ones too, which some spreadsheets take for the others. */
	private static final String FORMULA = "=+-@\t\r\uff1d\uff0b\uff0d\uff20";

	private static final int EXPORT_PAGE = 5000;

	private static final int MOST_EXCEL_ROWS = 1_000_000;

	private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

	/** What Swedish Excel reads as a time. */
	private static final DateTimeFormatter SWEDISH_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss",
			Locale.ROOT);

	private final String name;

	private final int keys;

	private final List<Column<T>> columns = new ArrayList<>();

	private Listing(String name, int keys) {
		this.name = name;
		this.keys = keys;
	}

	/** A short list, which has no pages: see {@link #written}. */
	public static <T> Listing<T> of(String name) {
		return new Listing<>(name, 0);
	}

	/**
	 * A long list: see {@link #answer}.
	 * @param name of its file, in small letters and hyphens
	 * @param keys how many parts its sort key has
	 */
	public static <T> Listing<T> of(String name, int keys) {
		return new Listing<>(name, keys);
	}

	/**
	 * Adds a column of CSV and Excel.
	 * @param key its heading is the message {@code column.<key>}
	 * @param value what stands in it
	 */
	public Listing<T> column(String key, Function<T, @Nullable Object> value) {
		this.columns.add(new Column<>("column." + key, value));
		return this;
	}

	/**
	 * Adds a column of CSV and Excel whose words stand in the reader's language, by the
	 * message {@code <family>.<word>}.
	 * @param key its heading is the message {@code column.<key>}
	 * @param value a word, its text, or null
	 */
	public Listing<T> words(String key, String family, Function<T, @Nullable Object> value) {
		return column(key, (row) -> told(family, value.apply(row)));
	}

	private static @Nullable Object told(String family, @Nullable Object value) {
		if (value == null) {
			return null;
		}
		String message = family + "." + ((value instanceof Word word) ? word.word() : value);
		return Messages.has(message) ? Messages.both(message) : value;
	}

	/**
	 * Answers with a page, or writes the whole list and gives null.
	 * @param rows fetches a page
	 * @param exported told when the whole list is written, for the log of who did what
	 * @throws Refusal when format, limit or cursor are not ours
	 */
	public @Nullable Page<T> answer(HttpServletRequest request, HttpServletResponse response,
			Function<PageRequest, Page<T>> rows, Runnable exported) throws IOException {
		String format = file(request);
		if (format == null) {
			return rows.apply(PageRequest.of(limit(request), request.getParameter("cursor"), this.keys));
		}
		write(request, response, format, rows, exported);
		return null;
	}

	/**
	 * Writes a short list, unless JSON is asked for, whose form is the caller's.
	 * @param exported told when the list is written, for the log of who did what
	 * @return whether it was
	 * @throws Refusal when format is not ours
	 */
	public boolean written(HttpServletRequest request, HttpServletResponse response, List<T> rows, Runnable exported)
			throws IOException {
		String format = file(request);
		if (format == null) {
			return false;
		}
		write(request, response, format, (page) -> new Page<>(rows, null), exported);
		return true;
	}

	/** The kind of file asked for, null for JSON. */
	private static @Nullable String file(HttpServletRequest request) {
		String format = request.getParameter("format");
		if (format == null || format.equals("json")) {
			return null;
		}
		if (!format.equals("csv") && !format.equals("xlsx")) {
			throw Refusal.invalid("format", "list-format", format);
		}
		return format;
	}

	private void write(HttpServletRequest request, HttpServletResponse response, String format,
			Function<PageRequest, Page<T>> rows, Runnable exported) throws IOException {
		Language language = ErrorAnswers.language(request);
		Page<T> first = rows.apply(new PageRequest(EXPORT_PAGE, List.of()));
		exported.run();
		response.setHeader("Content-Disposition", "attachment; filename=\"" + this.name + "." + format + "\"");
		response.setHeader("Cache-Control", "no-store");
		if (format.equals("csv")) {
			csv(response, language, first, rows);
		}
		else {
			excel(response, language, first, rows);
		}
	}

	private static @Nullable Integer limit(HttpServletRequest request) {
		String limit = request.getParameter("limit");
		if (limit == null) {
			return null;
		}
		if (!limit.matches("-?\\d{1,9}")) {
			throw Refusal.invalid("limit", "page-limit", limit, PageRequest.MOST);
		}
		return Integer.valueOf(limit);
	}

	private void csv(HttpServletResponse response, Language language, Page<T> first,
			Function<PageRequest, Page<T>> rows) throws IOException {
		response.setContentType("text/csv; charset=utf-8");
		Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
		if (language == Language.SV) {
			out.write('\ufeff');
		}
		CsvWriter csv = CsvWriter.builder().fieldSeparator((language == Language.SV) ? ';' : ',').build(out);
		csv.writeRecord(headings(language));
		each(first, rows,
				(row) -> csv.writeRecord(this.columns.stream()
					.map((column) -> safe(column.value().apply(row), language))
					.collect(Collectors.toList())));
		csv.flush();
		out.flush();
	}

	private void excel(HttpServletResponse response, Language language, Page<T> first,
			Function<PageRequest, Page<T>> rows) throws IOException {
		response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
		Workbook book = new Workbook(response.getOutputStream(), "Uppdragskollen", "1.0");
		Worksheet sheet = book.newWorksheet(this.name);
		List<String> headings = headings(language);
		for (int i = 0; i < headings.size(); i++) {
			sheet.value(0, i, headings.get(i));
			sheet.style(0, i).bold().set();
		}
		sheet.freezePane(0, 1);
		int[] line = { 0 };
		each(first, rows, (row) -> {
			line[0]++;
			if (line[0] > MOST_EXCEL_ROWS) {
				throw new IOException("more rows than Excel takes");
			}
			for (int i = 0; i < this.columns.size(); i++) {
				cell(sheet, line[0], i, this.columns.get(i).value().apply(row), language);
			}
			if (line[0] % 1000 == 0) {
				sheet.flush();
			}
		});
		book.finish();
	}

	private static void cell(Worksheet sheet, int row, int column, @Nullable Object value, Language language) {
		if (value instanceof Number number) {
			sheet.value(row, column, number);
		}
		else if (value instanceof LocalDate date) {
			sheet.value(row, column, date);
			sheet.style(row, column).format("yyyy-mm-dd").set();
		}
		else if (value instanceof Instant at) {
			sheet.value(row, column, at.atZone(SWEDEN).truncatedTo(ChronoUnit.SECONDS).toLocalDateTime());
			sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
		}
		else if (value != null) {
			sheet.value(row, column, text(value, language));
		}
	}

	private List<String> headings(Language language) {
		return this.columns.stream().map((column) -> Messages.text(language, column.key())).toList();
	}

	private static <T> void each(Page<T> first, Function<PageRequest, Page<T>> rows, Each<T> each) throws IOException {
		Page<T> page = first;
		while (true) {
			for (T row : page.items()) {
				each.take(row);
			}
			if (page.next() == null) {
				return;
			}
			page = rows.apply(PageRequest.unlimited(EXPORT_PAGE, page.next()));
		}
	}

	/** A text that a spreadsheet would take for a formula is marked as text. */
	private static String safe(@Nullable Object value, Language language) {
		if (value == null) {
			return "";
		}
		String text = text(value, language);
		return (value instanceof Number) ? text : guarded(text);
	}

	/** The text, marked as text where a spreadsheet would take it for a formula. */
	public static String guarded(String text) {
		return (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) ? "'" + text : text;
	}

	private static String text(Object value, Language language) {
		if (value instanceof BigDecimal number) {
			return (language == Language.SV) ? number.toPlainString().replace('.', ',') : number.toPlainString();
		}
		if (value instanceof Bilingual text) {
			return text.in(language);
		}
		if (value instanceof Word word) {
			return word.word();
		}
		if (value instanceof Boolean bool) {
			return Messages.text(language, bool ? "answer.yes" : "answer.no");
		}
		if (value instanceof Instant at) {
			ZonedDateTime there = at.atZone(SWEDEN).truncatedTo(ChronoUnit.SECONDS);
			return ((language == Language.SV) ? SWEDISH_TIME : DateTimeFormatter.ISO_OFFSET_DATE_TIME).format(there);
		}
		return value.toString();
	}

	private record Column<T>(String key, Function<T, @Nullable Object> value) {

	}

	private interface Each<T> {

		void take(T row) throws IOException;

	}

}
