package se.uppdragskollen.authoring;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Assignments;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.document.Fields;
import se.uppdragskollen.document.Node;
import se.uppdragskollen.document.Position;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.report.ReportEditions;
import se.uppdragskollen.report.ReportReader;

/**
 * Reads the cases that hold for an edition from {@code test-fixtures/} beside
 * {@code assignments/} and {@code rules/}; the format is in {@code src/docs/formats.md}.
 * Everything wrong is told at once.
 */
public final class CaseReader {

	private static final String SURVIVORS = "survivors.yaml";

	/** A plainly fictional unit. */
	private static final String UNIT = "SE5566778899-T001";

	private final Assignments assignments;

	public CaseReader(Assignments assignments) {
		this.assignments = assignments;
	}

	/** The edition's cases, or nothing when there are problems. */
	public Optional<Cases> read(Edition edition, Problems problems) {
		Problems own = new Problems();
		Cases cases = new Reading(edition, own).read();
		problems.addAll(own.all());
		return own.isEmpty() ? Optional.ofNullable(cases) : Optional.empty();
	}

	static Map<String, String> head(Edition edition, Period period) {
		Map<String, String> head = new LinkedHashMap<>();
		head.put("unit", UNIT);
		head.put("assignment", edition.assignment());
		head.put("period", period.toString());
		return head;
	}

	/** The reading for one edition. */
	private final class Reading {

		private final Edition edition;

		private final Problems problems;

		private final Folder folder;

		private final ReportReader door;

		private final ReportReader noDoor;

		Reading(Edition edition, Problems problems) {
			this.edition = edition;
			this.problems = problems;
			this.folder = new Folder(CaseReader.this.assignments.home().resolve("test-fixtures"), "test-fixtures")
				.folder(edition.assignment());
			ReportEditions editions = new ReportEditions(CaseReader.this.assignments, edition.assignment(),
					edition.id());
			// handed in long after: cases speak of any period
			this.door = new ReportReader(editions, edition.to().plusYears(1));
			this.noDoor = ReportReader.withoutDoor(editions);
		}

		@Nullable Cases read() {
			Base base = new BaseReader(this.edition, this.folder.folder("base").folder(this.edition.id()), this.door,
					this.problems)
				.read();
			if (base == null) {
				return null;
			}
			List<Case> cases = new ArrayList<>();
			CaseFileReader reader = new CaseFileReader(this.edition,
					CaseReader.this.assignments.editions(this.edition.assignment()), base, this.noDoor, this.problems);
			for (String file : this.folder.files()) {
				if (!file.equals(SURVIVORS)) {
					this.folder.tree(file, this.problems)
						.ifPresent((tree) -> cases.addAll(reader.read(this.folder.nameOf(file), file, tree)));
				}
			}
			return new Cases(this.edition, base(base), cases, reports(), survivors());
		}

		private Map<PeriodKind, Report> base(Base base) {
			Map<PeriodKind, Report> reports = new EnumMap<>(PeriodKind.class);
			base.periods()
				.forEach((kind, period) -> this.noDoor
					.read(this.folder.nameOf("base"), base.parts().report(Position.NOWHERE, head(this.edition, period)),
							new Problems())
					.ifPresent((report) -> reports.put(kind, report)));
			return reports;
		}

		private List<WholeReport> reports() {
			List<WholeReport> reports = new ArrayList<>();
			Folder whole = this.folder.folder("reports");
			for (String file : whole.files()) {
				whole.tree(file, this.problems).ifPresent((tree) -> {
					WholeReport report = report(Fields.of(whole.nameOf(file), "", tree, this.problems, "name",
							"edition", "report", "expect"));
					if (report != null) {
						reports.add(report);
					}
				});
			}
			return reports;
		}

		private @Nullable WholeReport report(Fields fields) {
			String name = fields.text("name");
			String id = fields.text("edition");
			Node tree = fields.required("report");
			Node expect = fields.required("expect");
			List<String> editions = CaseReader.this.assignments.editions(this.edition.assignment());
			if (id != null && !editions.contains(id)) {
				fields.problem("edition").allowedNames(editions).say("unknown-edition");
			}
			if (name == null || tree == null || expect == null || !this.edition.id().equals(id)) {
				return null;
			}
			Report report = this.door.read(fields.file(), tree, this.problems).orElse(null);
			return (report == null) ? null
					: new WholeReport(fields.file(), fields.position(), name, report, expected(fields, expect, report));
		}

		private Map<String, Expectation> expected(Fields fields, Node expect, Report report) {
			Map<String, Expectation> expected = new LinkedHashMap<>();
			List<String> owed = this.edition.requirements()
				.values()
				.stream()
				.filter((one) -> one.period() == report.period().kind())
				.map((one) -> one.id())
				.toList();
			Fields written = Fields.open(fields.file(), "expect", expect, this.problems);
			for (String id : written.names()) {
				if (!owed.contains(id)) {
					this.problems.at(fields.file(), written.keyPosition(id), written.pathOf(id))
						.found(id)
						.allowedNames(owed)
						.say("requirement-not-owed", report.period());
				}
				Expectation one = new ExpectationReader(this.edition).read(written, id);
				if (one != null) {
					expected.put(id, one);
				}
			}
			List<String> forgotten = owed.stream().filter((id) -> !written.has(id)).toList();
			if (!forgotten.isEmpty()) {
				this.problems.at(fields.file(), written.position(), "expect").say("expected-forgotten", forgotten);
			}
			return expected;
		}

		private List<Survivor> survivors() {
			List<Survivor> survivors = new ArrayList<>();
			if (!this.folder.has(SURVIVORS)) {
				return survivors;
			}
			String file = this.folder.nameOf(SURVIVORS);
			this.folder.tree(SURVIVORS, this.problems).ifPresent((tree) -> {
				int i = 0;
				for (Node item : Fields.of(file, "", tree, this.problems, "survivors").items("survivors")) {
					Fields one = Fields.of(file, "survivors[" + i++ + "]", item, this.problems, "edition", "mutant",
							"why");
					String id = one.text("edition");
					String mutant = one.text("mutant");
					String why = one.text("why");
					List<String> editions = CaseReader.this.assignments.editions(this.edition.assignment());
					if (id != null && !editions.contains(id)) {
						one.problem("edition").allowedNames(editions).say("unknown-edition");
					}
					if (this.edition.id().equals(id) && mutant != null && why != null) {
						survivors.add(new Survivor(file, one.positionOf("mutant"), mutant, why));
					}
				}
			});
			return survivors;
		}

	}

}
