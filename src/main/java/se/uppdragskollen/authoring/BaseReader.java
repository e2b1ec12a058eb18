package se.uppdragskollen.authoring;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Chapter;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.document.Fields;
import se.uppdragskollen.document.Node;
import se.uppdragskollen.document.Position;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.report.ReportReader;

/**
 * Reads an edition's base: a sound report in parts, one file for each chapter, which must
 * pass the door, and the periods that it is evaluated for.
 */
final class BaseReader {

	private static final String PERIODS = "periods.yaml";

	private final Edition edition;

	private final Folder folder;

	private final ReportReader reader;

	private final Problems problems;

	BaseReader(Edition edition, Folder folder, ReportReader reader, Problems problems) {
		this.edition = edition;
		this.folder = folder;
		this.reader = reader;
		this.problems = problems;
	}

	@Nullable Base read() {
		if (!this.folder.exists()) {
			this.problems.add(Problem.ofFile(this.folder.name(), "base-missing"));
			return null;
		}
		Map<PeriodKind, Period> periods = periods();
		if (periods.isEmpty()) {
			return null;
		}
		List<String> known = this.edition.chapters().stream().map((chapter) -> chapter.id() + ".yaml").toList();
		for (String file : this.folder.files()) {
			if (!file.equals(PERIODS) && !known.contains(file)) {
				this.problems.add(Problem.ofFile(this.folder.nameOf(file), "stray-file"));
			}
		}
		ReportParts parts = new ReportParts();
		Map<String, String> seen = new HashMap<>();
		for (Chapter chapter : this.edition.chapters()) {
			String file = chapter.id() + ".yaml";
			if (this.folder.has(file)) {
				this.folder.tree(file, this.problems)
					.ifPresent((tree) -> add(chapter, file, tree, periods, parts, seen));
			}
		}
		return new Base(periods, parts);
	}

	private void add(Chapter chapter, String file, Node tree, Map<PeriodKind, Period> periods, ReportParts parts,
			Map<String, String> seen) {
		String name = this.folder.nameOf(file);
		Fields fields = Fields.of(name, "", tree, this.problems, ReportParts.KEYS);
		for (String element : fields.children("values").keySet()) {
			this.edition.datum(element).filter((datum) -> !datum.chapter().equals(chapter.id())).ifPresent((datum) -> {
				Fields values = Fields.open(name, "values", java.util.Objects.requireNonNull(fields.node("values")),
						this.problems);
				values.problem(element).say("base-other-chapter", element, datum.chapter());
			});
		}
		ReportParts own = new ReportParts();
		own.add(fields, "values");
		Period latest = periods.values().stream().max(Comparator.naturalOrder()).orElseThrow();
		this.reader.read(name, own.report(Position.NOWHERE, CaseReader.head(this.edition, latest)), this.problems);
		parts.add(fields, "values");
	}

	private Map<PeriodKind, Period> periods() {
		Map<PeriodKind, Period> periods = new EnumMap<>(PeriodKind.class);
		Node tree = this.folder.tree(PERIODS, this.problems).orElse(null);
		if (tree == null) {
			return periods;
		}
		String file = this.folder.nameOf(PERIODS);
		Fields fields = Fields.of(file, "", tree, this.problems, "periods");
		Node node = fields.required("periods");
		if (node == null) {
			return periods;
		}
		String[] kinds = java.util.Arrays.stream(PeriodKind.values()).map(PeriodKind::word).toArray(String[]::new);
		Fields written = Fields.of(file, "periods", node, this.problems, kinds);
		for (PeriodKind kind : PeriodKind.values()) {
			Period period = written.has(kind.word()) ? Periods.read(this.edition, written, kind.word(), kind) : null;
			if (period != null) {
				periods.put(kind, period);
			}
			else if (!written.has(kind.word()) && isAsked(kind)) {
				this.problems.at(file, written.position(), "periods").say("key-missing", kind.word());
			}
		}
		return periods;
	}

	private boolean isAsked(PeriodKind kind) {
		return this.edition.requirements().values().stream().anyMatch((one) -> one.period() == kind);
	}

}
