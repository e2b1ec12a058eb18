package se.uppdragskollen.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Chapter;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.ElementType;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.report.template.CsvTemplate;
import se.uppdragskollen.report.template.Entry;
import se.uppdragskollen.report.template.ExcelTemplate;
import se.uppdragskollen.report.template.Template;

/**
 * A self-report to fill in, made from an edition for one unit and one period: a row for
 * each element that a unit itself reports for that kind of period. Written as CSV or as
 * an Excel workbook in the long form, with columns for people beside those that are read;
 * what {@link ReportFiles} makes of it, filled in, is the report.
 *
 * @param edition the edition that asks
 * @param period the period to report
 * @param unit the unit's HSA-id or other id
 * @param unitName what people call the unit
 * @param language of headings, labels, choices and the guide
 * @param filled what stands there already
 * @param lastPeriod what the unit reported last time, by element: shown, not read
 */
public record ReportTemplate(Edition edition, Period period, String unit, String unitName, Language language,
		Filled filled, Map<String, Object> lastPeriod) {

	private static final List<TableColumn> COLUMNS = List.of(TableColumn.CHAPTER, TableColumn.QUESTION,
			TableColumn.VALUE, TableColumn.MEASURED_IN, TableColumn.STATUS, TableColumn.COMMENT,
			TableColumn.LAST_PERIOD, TableColumn.ALLOWED, TableColumn.HELP, TableColumn.UNIT_NAME, TableColumn.UNIT,
			TableColumn.PERIOD, TableColumn.ELEMENT);

	private static final int FROZEN = 2;

	/**
	 * What stands in a template before a person fills it in, all by element. What is not
	 * of the template's elements is left out.
	 *
	 * @param values typed as a {@link Report}'s
	 * @param notApplicable reasons
	 * @param suppressed elements withheld because the group is small
	 * @param comments to the reviewer
	 */
	public record Filled(Map<String, Object> values, Map<String, String> notApplicable, Set<String> suppressed,
			Map<String, String> comments) {

		/** Nothing yet. */
		public static final Filled NOTHING = new Filled(Map.of(), Map.of(), Set.of(), Map.of());

		/** What a report says, without comments. */
		public static Filled of(Report report) {
			return new Filled(report.values(), report.notApplicable(), report.suppressed(), Map.of());
		}

	}

	/** The elements asked for, in the order of the edition's chapters. */
	public List<Element> elements() {
		List<String> chapters = this.edition.chapters().stream().map(Chapter::id).toList();
		return this.edition.elements()
			.values()
			.stream()
			.filter((element) -> element.selfReported() && element.period() == this.period.kind())
			.sorted(Comparator.comparingInt((element) -> chapters.indexOf(element.chapter())))
			.toList();
	}

	/**
	 * Writes CSV as Swedish Excel reads it: semicolons, UTF-8 with a byte order mark,
	 * decimal comma, lines ended by CR LF. The stream is left open.
	 */
	public void writeCsv(OutputStream out) throws IOException {
		CsvTemplate.write(table(), out);
	}

	/**
	 * Writes an Excel workbook ({@code .xlsx}) with lists to pick from, locked labels and
	 * a guide. The stream is left open.
	 */
	public void writeExcel(OutputStream out) throws IOException {
		ExcelTemplate.write(table(), out);
	}

	private Template table() {
		List<Template.Column> columns = COLUMNS.stream()
			.map((column) -> new Template.Column(column.heading(this.language), width(column)))
			.toList();
		List<List<Entry>> rows = new ArrayList<>();
		for (Element element : elements()) {
			rows.add(COLUMNS.stream().map((column) -> entry(column, element)).toList());
		}
		String guide = text("template.guide");
		return new Template(text("template.sheet"), columns, FROZEN, rows,
				new Template.Guide(guide, text("template.title", this.unitName, this.period), guide()),
				text("template.only-choices"), text("template.rarely-else"));
	}

	private List<String> guide() {
		return List.of(text("template.guide.value", TableColumn.VALUE.heading(this.language)),
				text("template.guide.numbers"), text("template.guide.unknown"), notApplicable(),
				text("template.guide.suppressed", RowStatus.SUPPRESSED.in(this.language), this.edition.smallestGroup()),
				text("template.guide.list"), text("template.guide.comment", TableColumn.COMMENT.heading(this.language)),
				text("template.guide.persons"), text("template.guide.columns"));
	}

	private String notApplicable() {
		if (elements().stream().noneMatch(Element::mayBeNotApplicable)) {
			return text("template.guide.leave-empty");
		}
		return text("template.guide.not-applicable", RowStatus.NOT_APPLICABLE.in(this.language),
				TableColumn.VALUE.heading(this.language));
	}

	private static int width(TableColumn column) {
		return switch (column) {
			case QUESTION, HELP -> 45;
			case ELEMENT -> 40;
			case ALLOWED, COMMENT -> 35;
			case CHAPTER, VALUE, UNIT_NAME -> 25;
			case UNIT, LAST_PERIOD -> 20;
			default -> 15;
		};
	}

	private Entry entry(TableColumn column, Element element) {
		String id = element.id();
		return switch (column) {
			case UNIT -> Entry.label(this.unit);
			case PERIOD -> Entry.label(this.period.toString());
			case ELEMENT -> Entry.label(id);
			case UNIT_NAME -> Entry.label(this.unitName);
			case VALUE -> value(element);
			case STATUS -> new Entry(status(id), Entry.Kind.NUMBER, statuses(element), true);
			case COMMENT -> Entry.open(lines(this.filled.comments().get(id)), Entry.Kind.TEXT);
			case CHAPTER -> Entry.label(this.edition.chapters()
				.stream()
				.filter((chapter) -> chapter.id().equals(element.chapter()))
				.map((chapter) -> chapter.title().in(this.language))
				.findFirst()
				.orElse(""));
			case QUESTION -> Entry.label(element.label().in(this.language));
			case MEASURED_IN -> Entry.label((element.unit() == null) ? "" : text("unit." + element.unit().word()));
			case LAST_PERIOD -> Entry.label(written().forPeople(element, this.lastPeriod.get(id)));
			case ALLOWED -> Entry.label(written().allowed(element, this.edition));
			default -> Entry.label((element.help() == null) ? "" : element.help().in(this.language));
		};
	}

	private Entry value(Element element) {
		String id = element.id();
		Entry.Kind kind = switch (element.type()) {
			case DATE -> Entry.Kind.DATE;
			case TIME -> Entry.Kind.TIME;
			case TEXT, LIST -> Entry.Kind.TEXT;
			default -> Entry.Kind.NUMBER;
		};
		Object content = this.filled.values().get(id);
		String reason = this.filled.notApplicable().get(id);
		if (content != null) {
			content = written().inCell(element, content);
		}
		else if (reason != null) {
			content = lines(reason);
		}
		List<String> choices = (element.type() == ElementType.LIST) ? List.of() : written().choices(element);
		return new Entry(content, kind, choices, !element.mayBeNotApplicable());
	}

	private @Nullable String status(String element) {
		if (this.filled.values().containsKey(element)) {
			return null;
		}
		if (this.filled.notApplicable().containsKey(element)) {
			return RowStatus.NOT_APPLICABLE.in(this.language);
		}
		return this.filled.suppressed().contains(element) ? RowStatus.SUPPRESSED.in(this.language) : null;
	}

	private List<String> statuses(Element element) {
		List<String> statuses = new ArrayList<>();
		statuses.add(RowStatus.REPORTED.in(this.language));
		statuses.add(RowStatus.SUPPRESSED.in(this.language));
		if (element.mayBeNotApplicable()) {
			statuses.add(RowStatus.NOT_APPLICABLE.in(this.language));
		}
		return statuses;
	}

	private WrittenValues written() {
		return new WrittenValues(this.language);
	}

	/** A text with lines ended as all formats keep them. */
	static @Nullable String lines(@Nullable String text) {
		return (text == null) ? null : Objects.requireNonNull(text).replace("\r\n", "\n").replace('\r', '\n');
	}

	private String text(String key, Object... holes) {
		return Messages.text(this.language, key, holes);
	}

}
