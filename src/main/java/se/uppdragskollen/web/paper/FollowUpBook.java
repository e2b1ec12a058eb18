package se.uppdragskollen.web.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assessment.StoredResult;
import se.uppdragskollen.followup.AgreedAction;
import se.uppdragskollen.followup.CaseRow;
import se.uppdragskollen.web.page.Say;

/**
 * The follow-up report's rows as a workbook, a sheet for each kind.
 */
public final class FollowUpBook {

	private final FollowUp told;

	private final Say say;

	private final Workbook book;

	private FollowUpBook(FollowUp told, Say say, Workbook book) {
		this.told = told;
		this.say = say;
		this.book = book;
	}

	/** The workbook. */
	public static byte[] of(FollowUp told, Say say) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			Workbook book = new Workbook(out, "Uppdragskollen", "1.0");
			FollowUpBook own = new FollowUpBook(told, say, book);
			own.about();
			own.outcomes();
			own.cases();
			own.actions();
			own.exemptions();
			own.results();
			book.finish();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	private void about() {
		Worksheet sheet = this.book.newWorksheet(this.say.text("paper.sheet-about"));
		sheet.width(0, 30);
		sheet.width(1, 80);
		int line = 0;
		for (List<String> pair : List.of(
				List.of(this.say.text("paper.report"), this.told.unit().name() + ", " + this.told.unit().id()),
				List.of(this.say.text("paper.span"), this.told.span().told(this.say)),
				List.of(this.say.text("paper.made"), this.say.moment(this.told.made()) + ", " + this.told.maker()))) {
			line = pair(sheet, line, pair.get(0), pair.get(1));
		}
		for (FollowUp.Assigned part : this.told.parts()) {
			line = pair(sheet, line, this.say.text("paper.edition"), edition(part));
		}
		for (OutcomeTable table : this.told.tables()) {
			line = pair(sheet, line, this.say.capital(this.say.period(table.newest())), glance(table));
		}
		line = pair(sheet, line, this.say.text("paper.read-so"), this.say.text("paper.outcome-is"));
		pair(sheet, line, this.say.text("paper.verify"), this.say.text("paper.verify-book"));
	}

	private String edition(FollowUp.Assigned part) {
		return this.say.of(part.edition().title()) + " (" + part.edition().id() + ")";
	}

	private String glance(OutcomeTable table) {
		return this.say.text(table.asks() ? "paper.glance-questions" : "paper.glance", table.now("met"),
				table.now("not-met"), table.now("not-assessable"), table.now("to-discuss"));
	}

	private static int pair(Worksheet sheet, int line, String name, String value) {
		sheet.value(line, 0, name);
		sheet.style(line, 0).bold().verticalAlignment("top").set();
		sheet.value(line, 1, value);
		sheet.style(line, 1).wrapText(true).verticalAlignment("top").set();
		return line + 1;
	}

	private void outcomes() {
		Worksheet sheet = sheet("paper.sheet-outcomes", new int[] { 14, 50, 34, 12, 22, 22 }, "paper.requirement",
				"paper.title", "paper.chapter", "paper.period", "paper.period-name", "paper.outcome");
		int line = 1;
		for (OutcomeTable table : this.told.tables()) {
			for (OutcomeTable.Row row : table.rows()) {
				for (int i = 0; i < table.periods().size(); i++) {
					String outcome = row.outcomes().get(i);
					if (outcome != null) {
						line(sheet, line++, row.id(), row.title(), row.chapter(), table.periods().get(i).toString(),
								this.say.period(table.periods().get(i)), word(table, outcome));
					}
				}
			}
		}
	}

	private String word(OutcomeTable table, String outcome) {
		return table.asks() ? this.say.text("paper.question-" + outcome) : this.say.word("outcome", outcome);
	}

	private void cases() {
		Worksheet sheet = sheet("paper.sheet-cases", new int[] { 9, 14, 44, 22, 16, 18, 70, 14, 24 }, "paper.number",
				"paper.requirement", "paper.title", "paper.kind", "paper.state", "paper.newest", "paper.why",
				"paper.due", "paper.reviewer");
		int line = 1;
		for (FollowUp.Told one : this.told.cases()) {
			CaseRow row = one.shared().row();
			line(sheet, line++, row.id(), row.requirement(), (row.title() == null) ? "" : this.say.of(row.title()),
					this.say.word("finding", row.kind()), this.say.word("case-state", row.state()),
					this.say.period(row.lastPeriod()), (one.why() == null) ? null : one.why().sentence(), row.due(),
					(row.reviewer() == null) ? null : row.reviewer().name());
		}
	}

	private void actions() {
		Worksheet sheet = sheet("paper.sheet-actions", new int[] { 9, 14, 60, 30, 14, 18 }, "paper.number",
				"paper.requirement", "paper.action", "paper.owner", "paper.due", "paper.state");
		int line = 1;
		for (FollowUp.Told one : this.told.cases()) {
			for (AgreedAction action : one.shared().actions()) {
				line(sheet, line++, one.shared().row().id(), one.shared().row().requirement(), action.text(),
						action.owner(), action.due(), this.say.text("case.action-" + action.state().word()));
			}
		}
	}

	private void exemptions() {
		Worksheet sheet = sheet("paper.sheet-exemptions", new int[] { 14, 44, 14, 14, 60 }, "paper.requirement",
				"paper.title", "paper.from", "paper.to", "paper.reason");
		int line = 1;
		for (FollowUp.Exempted one : this.told.exemptions()) {
			line(sheet, line++, one.stated().requirement(), one.title(), one.stated().from(),
					(one.stated().endedOn() == null) ? one.stated().to() : one.stated().endedOn(),
					one.stated().reason());
		}
	}

	private void results() {
		Worksheet sheet = sheet("paper.sheet-results", new int[] { 10, 12, 20, 14, 10, 12, 76, 76 }, "paper.result",
				"paper.period", "paper.period-name", "paper.edition", "paper.version", "paper.engine",
				"paper.report-print", "paper.edition-print");
		int line = 1;
		for (StoredResult one : this.told.results()) {
			line(sheet, line++, one.id(), one.period().toString(), this.say.period(one.period()), one.edition(),
					one.reportVersion(), one.engine(), one.fingerprint(), one.revision());
		}
	}

	private Worksheet sheet(String name, int[] widths, String... headings) {
		Worksheet sheet = this.book.newWorksheet(this.say.text(name));
		for (int i = 0; i < headings.length; i++) {
			sheet.value(0, i, this.say.text(headings[i]));
			sheet.style(0, i).bold().fillColor("E9EEF2").wrapText(true).verticalAlignment("top").set();
			sheet.width(i, widths[i]);
		}
		sheet.freezePane(0, 1);
		sheet.repeatRows(0);
		sheet.paperSize(PaperSize.A4_PAPER);
		sheet.pageOrientation("landscape");
		sheet.setFitToPage(true);
		sheet.fitToHeight((short) 0);
		return sheet;
	}

	private static void line(Worksheet sheet, int line, @Nullable Object... values) {
		List<@Nullable Object> cells = Arrays.asList(values);
		for (int i = 0; i < cells.size(); i++) {
			Object value = cells.get(i);
			if (value instanceof Number number) {
				sheet.value(line, i, number);
				sheet.style(line, i).verticalAlignment("top").set();
			}
			else if (value instanceof LocalDate date) {
				sheet.value(line, i, date);
				sheet.style(line, i).format("yyyy-mm-dd").verticalAlignment("top").set();
			}
			else if (value != null) {
				sheet.value(line, i, value.toString());
				sheet.style(line, i).wrapText(true).verticalAlignment("top").set();
			}
		}
	}

}
