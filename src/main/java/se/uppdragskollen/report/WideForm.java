package se.uppdragskollen.report;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Datum;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.report.table.Cell;
import se.uppdragskollen.report.table.Row;

/**
 * A report on each row, an element in each column. A column that is no element is told
 * once, where it is named; a row with something in it is not taken.
 */
final class WideForm implements TableForm {

	private final String file;

	private final Columns columns;

	private final Intake intake;

	private final Map<String, BitSet> refusedByPeriod = new HashMap<>();

	private final BitSet told = new BitSet();

	private @Nullable Edition lastEdition;

	WideForm(String file, Columns columns, Intake intake) {
		this.file = file;
		this.columns = columns;
		this.intake = intake;
	}

	@Override
	public void row(Row row) {
		Cell unit = this.columns.cell(row, Columns.UNIT);
		Cell period = this.columns.period(row);
		if (unit.isBlank() || period.isBlank()) {
			nameless(unit, Columns.UNIT);
			nameless(period, Columns.PERIOD);
			return;
		}
		ReportTree tree = new ReportTree(this.file, unit, period, this.intake);
		Edition edition = this.intake.edition(period.text()).orElse(null);
		BitSet refused = (edition == null) ? new BitSet()
				: this.refusedByPeriod.computeIfAbsent(period.text(), (written) -> refused(edition, written));
		for (int i = 0; i < this.columns.width(); i++) {
			Cell cell = row.cell(i);
			String name = this.columns.cells().get(i).text();
			if (cell.isBlank() || isFixed(i)) {
				continue;
			}
			if (refused.get(i) && edition != null) {
				tree.refuse();
				tell(i, edition);
			}
			else {
				tree.value(name, cell.position(), cell);
			}
		}
		tree.end();
	}

	private void nameless(Cell cell, String column) {
		if (cell.isBlank()) {
			Problems problems = new Problems();
			problems.at(this.file, cell.position(), column).say("cell-empty", column);
			this.intake.tell(this.file, problems);
		}
	}

	private boolean isFixed(int column) {
		return this.columns.is(column, Columns.UNIT) || this.columns.is(column, Columns.PERIOD);
	}

	/** The columns that reports of this period cannot have anything in. */
	private BitSet refused(Edition edition, String period) {
		BitSet refused = new BitSet();
		for (int i = 0; i < this.columns.width(); i++) {
			String name = this.columns.cells().get(i).text();
			Optional<Datum> datum = edition.datum(name);
			boolean reported = datum.isPresent() && datum.get() instanceof Element element && element.selfReported();
			boolean ignored = datum.isEmpty() && this.intake.knownElsewhere(name, period);
			refused.set(i, !isFixed(i) && !reported && !ignored);
		}
		this.lastEdition = edition;
		return refused;
	}

	private void tell(int column, Edition edition) {
		if (this.told.get(column)) {
			return;
		}
		this.told.set(column);
		Cell header = this.columns.cells().get(column);
		Problems problems = new Problems();
		Problems.At at = problems.at(this.file, header.position(), header.text()).found(header.text());
		Datum datum = edition.datum(header.text()).orElse(null);
		if (datum instanceof Element element) {
			at.say("not-self-reported", element.from());
		}
		else if (datum != null) {
			at.say("derived-reported");
		}
		else {
			at.allowedNames(edition.elements().keySet()).say("column-not-element", edition.name());
		}
		this.intake.tell(this.file, problems);
	}

	@Override
	public void unreadable(Row row) {
		// The row is a report of its own, and has been told
	}

	/** A column that no period's edition knows is told even when nothing stands in it. */
	@Override
	public void end(boolean whole) {
		Edition edition = this.lastEdition;
		if (edition == null) {
			return;
		}
		BitSet never = new BitSet();
		never.set(0, this.columns.width());
		this.refusedByPeriod.values().forEach(never::and);
		never.stream().forEach((column) -> tell(column, edition));
	}

}
