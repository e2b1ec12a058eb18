package se.uppdragskollen.report;

import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.document.Fields;
import se.uppdragskollen.document.Node;
import se.uppdragskollen.document.Problems;

/**
 * Reads reports from documents' trees and checks them at the door. A report with any
 * problem is not taken at all.
 */
public final class ReportReader {

	private static final String[] KEYS = { "unit", "assignment", "edition", "period", "handed_in", "values",
			"not_applicable", "suppressed", "registers", "signals", "exemptions", "history", "peers" };

	private final ReportEditions editions;

	private final LocalDate today;

	private final boolean door;

	private final Map<Edition, Set<Parts.Part>> parts = new IdentityHashMap<>();

	/**
	 * A reader.
	 * @param today the day it is, after which nothing can have happened
	 */
	public ReportReader(ReportEditions editions, LocalDate today) {
		this(editions, today, true);
	}

	private ReportReader(ReportEditions editions, LocalDate today, boolean door) {
		this.editions = editions;
		this.today = today;
		this.door = door;
	}

	/**
	 * A reader that understands values but lets pass what cannot be true: for cases that
	 * show what the engine makes of it.
	 */
	public static ReportReader withoutDoor(ReportEditions editions) {
		return new ReportReader(editions, LocalDate.MAX, false);
	}

	/** The report in a tree, or nothing when it has problems. */
	public Optional<Report> read(String file, Node tree, Problems problems) {
		Problems own = new Problems();
		Fields fields = Fields.of(file, "", tree, own, KEYS);
		Report report = (tree instanceof Node.Mapping) ? new Reading(file, fields, own).read() : null;
		problems.addAll(own.all());
		return own.isEmpty() ? Optional.ofNullable(report) : Optional.empty();
	}

	/** The reading of one report. */
	private final class Reading {

		private final String file;

		private final Fields fields;

		private final Problems problems;

		private final ValueReader valueReader;

		Reading(String file, Fields fields, Problems problems) {
			this.file = file;
			this.fields = fields;
			this.problems = problems;
			this.valueReader = new ValueReader(file, problems, ReportReader.this.today, ReportReader.this.door);
		}

		@Nullable Report read() {
			String unit = unit();
			Period period = period();
			String assignment = this.fields.has("assignment") ? this.fields.text("assignment")
					: ReportReader.this.editions.assignment();
			if (assignment != null && !assignment.equals(ReportReader.this.editions.assignment())) {
				this.fields.problem("assignment")
					.allowed(ReportReader.this.editions.assignment())
					.say("other-assignment");
				return null;
			}
			if (unit == null || period == null || assignment == null) {
				return null;
			}
			Edition edition = edition(period);
			if (edition == null) {
				return null;
			}
			LocalDate handedIn = handedIn(period);
			ReportData data = new ReportData(this.fields, ReportReader.this.editions, edition, period);
			SelfReportReader own = new SelfReportReader(this.fields, data, this.valueReader, ReportReader.this.door);
			Map<String, Object> values = own.values();
			Map<String, String> notApplicable = own.notApplicable(values);
			Set<String> suppressed = own.suppressed(values, notApplicable);
			own.parts(ReportReader.this.parts.computeIfAbsent(edition, Parts::of), values);
			SurroundingsReader others = new SurroundingsReader(this.fields, data, this.valueReader,
					ReportReader.this.today, ReportReader.this.door);
			return new Report(unit, assignment, period, handedIn, values, notApplicable, suppressed, others.registers(),
					others.signals(), others.exemptions(), others.history(), others.peers());
		}

		private @Nullable String unit() {
			String unit = this.fields.text("unit");
			if (unit == null) {
				return null;
			}
			if (unit.startsWith("SE") && !Identifiers.isHsaId(unit)) {
				this.fields.problem("unit").say("hsa-id-expected");
				return null;
			}
			if (!unit.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) {
				this.fields.problem("unit").say("unit-id-expected");
				return null;
			}
			return unit;
		}

		private @Nullable Period period() {
			String written = this.fields.text("period");
			Optional<Period> period = Optional.ofNullable(written).flatMap(Period::parse);
			if (written != null && period.isEmpty()) {
				this.fields.problem("period").say("period-expected");
			}
			if (period.isPresent() && period.get().from().isAfter(ReportReader.this.today)) {
				this.fields.problem("period").say("period-in-future", ReportReader.this.today);
				return null;
			}
			return period.orElse(null);
		}

		private @Nullable Edition edition(Period period) {
			int before = this.problems.size();
			Optional<Edition> edition = ReportReader.this.editions.edition(period, this.problems);
			if (edition.isEmpty()) {
				if (this.problems.size() == before) {
					this.fields.problem("period").say("no-edition-in-force", period, period.to());
				}
				return null;
			}
			String named = this.fields.optionalText("edition");
			if (named != null && !named.equals(edition.get().id())) {
				this.fields.problem("edition").allowed(edition.get().id()).say("other-edition", period.to());
				return null;
			}
			return edition.get();
		}

		private @Nullable LocalDate handedIn(Period period) {
			LocalDate handedIn = this.fields.optionalDate("handed_in");
			if (handedIn != null && handedIn.isAfter(ReportReader.this.today)) {
				this.fields.problem("handed_in").say("date-in-future", ReportReader.this.today);
			}
			return handedIn;
		}

	}

}
