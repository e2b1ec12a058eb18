package se.uppdragskollen.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Datum;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.ElementType;
import se.uppdragskollen.assignment.Unit;
import se.uppdragskollen.document.Node;
import se.uppdragskollen.document.Numbers;
import se.uppdragskollen.document.Position;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.report.table.Cell;

/**
 * One report's tree in the making, from a table's cells. What a cell says is read as its
 * element's type: {@code ja} is true for a yes or no, {@code 87,5} a number where a
 * decimal comma is usual.
 */
final class ReportTree {

	/** What a cell holds instead of a value that is withheld. */
	static final String SUPPRESSED = "*";

	/** As a spreadsheet may save it. */
	private static final Pattern HOUR_OF_ONE_DIGIT = Pattern.compile("\\d[:.]\\d\\d.*");

	/** A number as JSON writes it. */
	private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]{1,9})?");

	private final String file;

	private final Cell unit;

	private final Cell period;

	private final @Nullable Edition edition;

	private final Intake intake;

	private final Problems problems = new Problems();

	private final Map<String, Node.Entry> values = new LinkedHashMap<>();

	private final Map<String, Node.Entry> notApplicable = new LinkedHashMap<>();

	private final Map<String, String> comments = new LinkedHashMap<>();

	private final List<Node> suppressed = new ArrayList<>();

	private boolean refused;

	ReportTree(String file, Cell unit, Cell period, Intake intake) {
		this.file = file;
		this.unit = unit;
		this.period = period;
		this.edition = intake.edition(period.text()).orElse(null);
		this.intake = intake;
	}

	/** Starts a problem with a cell. */
	Problems.At problem(Cell cell, String path) {
		return this.problems.at(this.file, cell.position(), path);
	}

	/** Not to be taken, for a reason that is told elsewhere. */
	void refuse() {
		this.refused = true;
	}

	/** The cell is the element's value, or its being withheld. */
	void value(String element, Position name, Cell cell) {
		if (isBroken(element, cell)) {
			return;
		}
		if (cell.text().equals(SUPPRESSED)) {
			suppressed(element, cell.position());
			return;
		}
		Datum datum = (this.edition == null) ? null : this.edition.datum(element).orElse(null);
		this.values.put(element, new Node.Entry(name, node(datum, cell)));
	}

	/** The cell says why the element is not applicable. */
	void notApplicable(String element, Position name, Cell reason) {
		if (isBroken(element, reason)) {
			return;
		}
		if (reason.isBlank()) {
			problem(reason, "not_applicable." + element).say("not-applicable-without-reason");
			return;
		}
		this.notApplicable.put(element, new Node.Entry(name, scalar(reason.position(), Node.Kind.TEXT, reason.text())));
	}

	/** The element's value is withheld. */
	void suppressed(String element, Position name) {
		if (isKnown(element, name, "suppressed." + element)) {
			this.suppressed.add(scalar(name, Node.Kind.TEXT, element));
		}
	}

	/** The cell says what the reviewer is to know about the element. */
	void comment(String element, Position name, Cell comment) {
		String path = "comment." + element;
		if (isBroken(element, comment) || !isKnown(element, name, path)) {
			return;
		}
		FreeText text = new FreeText(this.problems, true);
		if (text.fits(this.file, comment.position(), path, comment.text())) {
			this.comments.put(element, comment.text());
		}
	}

	private boolean isKnown(String element, Position name, String path) {
		if (this.edition == null || this.edition.datum(element).isPresent()) {
			return true;
		}
		if (!this.intake.knownElsewhere(element, this.period.text())) {
			this.problems.at(this.file, name, path)
				.found(element)
				.allowedNames(this.edition.elements().keySet())
				.say("unknown-element");
		}
		return false;
	}

	/** A formula without result, or an error: no value at all. */
	private boolean isBroken(String element, Cell cell) {
		if (cell.kind() == Cell.Kind.NOT_CALCULATED) {
			problem(cell, "values." + element).say("formula-not-calculated");
		}
		else if (cell.kind() == Cell.Kind.ERROR) {
			problem(cell, "values." + element).found(cell.text()).say("cell-error");
		}
		else {
			return false;
		}
		return true;
	}

	static Node node(@Nullable Datum datum, Cell cell) {
		ElementType type = (datum == null) ? ElementType.TEXT : datum.type();
		return switch (type) {
			case INTEGER, DECIMAL -> number(datum, cell);
			case BOOLEAN -> flag(cell);
			case LIST -> list(datum, cell);
			case CHOICE -> scalar(cell.position(), Node.Kind.TEXT, choice(datum, cell.text()));
			case TIME -> scalar(cell.position(), Node.Kind.TEXT, time(cell.text()));
			default -> scalar(cell.position(), Node.Kind.TEXT, cell.text());
		};
	}

	private static Node number(@Nullable Datum datum, Cell cell) {
		String written = cell.text();
		if (cell.kind() == Cell.Kind.PERCENT && (datum == null || datum.unit() != Unit.PERCENT)) {
			return typed(cell, Node.Kind.TEXT, written + " %");
		}
		if (NUMBER.matcher(written).matches()) {
			return typed(cell, Node.Kind.NUMBER, written);
		}
		boolean percentSign = written.contains("%") && (datum == null || datum.unit() != Unit.PERCENT);
		String meant = (cell.kind() == Cell.Kind.SWEDISH && !percentSign) ? Numbers.meant(written) : null;
		return (meant == null) ? typed(cell, Node.Kind.TEXT, written) : typed(cell, Node.Kind.NUMBER, meant);
	}

	private static Node flag(Cell cell) {
		return switch (cell.text().toLowerCase(Locale.ROOT)) {
			case "ja", "yes", "true", "sant" -> scalar(cell.position(), Node.Kind.BOOLEAN, "true");
			case "nej", "no", "false", "falskt" -> scalar(cell.position(), Node.Kind.BOOLEAN, "false");
			default -> scalar(cell.position(), Node.Kind.TEXT, cell.text());
		};
	}

	private static String choice(@Nullable Datum datum, String written) {
		return (datum == null) ? written : Choices.id(datum, written).orElse(written);
	}

	private static String time(String written) {
		return HOUR_OF_ONE_DIGIT.matcher(written).matches() ? "0" + written : written;
	}

	private static Node list(@Nullable Datum datum, Cell cell) {
		List<Node> items = new ArrayList<>();
		for (String item : cell.text().split(Pattern.quote(Choices.SEPARATOR))) {
			if (!item.isBlank()) {
				items.add(scalar(cell.position(), Node.Kind.TEXT, choice(datum, item.strip())));
			}
		}
		return new Node.Sequence(cell.position(), items);
	}

	/** Hands the report over. */
	void end() {
		Position start = new Position(this.unit.line(), 1);
		Map<String, Node.Entry> top = new LinkedHashMap<>();
		top.put("unit", entry(this.unit));
		top.put("period", entry(this.period));
		top.put("values", new Node.Entry(start, new Node.Mapping(start, this.values)));
		if (!this.notApplicable.isEmpty()) {
			top.put("not_applicable", new Node.Entry(start, new Node.Mapping(start, this.notApplicable)));
		}
		if (!this.suppressed.isEmpty()) {
			Position first = this.suppressed.get(0).position();
			top.put("suppressed", new Node.Entry(first, new Node.Sequence(first, this.suppressed)));
		}
		this.intake.take(this.file, new Node.Mapping(start, top), this.problems, this.refused, this.comments);
	}

	private static Node.Entry entry(Cell cell) {
		return new Node.Entry(cell.position(), scalar(cell.position(), Node.Kind.TEXT, cell.text()));
	}

	/**
	 * What a person typed where a decimal comma is usual, or a workbook's figure. Where a
	 * comma separates columns a decimal point is needed, as in a file.
	 */
	private static Node typed(Cell cell, Node.Kind kind, String text) {
		Node.Scalar scalar = new Node.Scalar(cell.position(), kind, text);
		boolean figure = cell.kind() == Cell.Kind.NUMBER || cell.kind() == Cell.Kind.PERCENT;
		Object typed = switch (cell.kind()) {
			case TEXT -> null;
			case SWEDISH -> cell.text();
			default -> (figure && scalar.number() != null) ? scalar.number() : text;
		};
		return new Node.Scalar(cell.position(), kind, text, typed);
	}

	private static Node scalar(Position position, Node.Kind kind, String text) {
		return new Node.Scalar(position, kind, text);
	}

}
