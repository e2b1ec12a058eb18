package se.uppdragskollen.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import se.uppdragskollen.document.Document;
import se.uppdragskollen.document.JsonTree;
import se.uppdragskollen.document.Node;
import se.uppdragskollen.document.Position;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.report.table.CsvTable;
import se.uppdragskollen.report.table.ExcelTable;

/**
 * Reads reports from files: one in YAML or JSON, many in JSON Lines, CSV or Excel
 * ({@code .xlsx}), in the long form or the wide one. A report with any problem is not
 * taken, and never stops the others.
 *
 * <p>
 * Memory is bounded: a document is at most 10 MB, a line of JSON Lines 5 MB, a workbook
 * 20 MB (200 MB inflated, 1,000,000 rows), a CSV file 500 MB, of which the long form
 * 2,000,000 rows.
 */
public final class ReportFiles {

	/** How an input that is to be read from standard input is named. */
	public static final String STANDARD_INPUT = "-";

	private static final long LARGEST_CSV = 500_000_000;

	private final ReportReader reader;

	private final ReportEditions editions;

	private final int mostRows;

	public ReportFiles(ReportReader reader, ReportEditions editions) {
		this(reader, editions, Integer.MAX_VALUE);
	}

	/**
	 * With a limit to the rows of a table, beside the larger ones that all tables have.
	 */
	public ReportFiles(ReportReader reader, ReportEditions editions, int mostRows) {
		this.reader = reader;
		this.editions = editions;
		this.mostRows = mostRows;
	}

	/**
	 * Reads every report, one by one, in the order found. Of two reports for one unit and
	 * period the second is refused. A file named twice is read once.
	 * @param inputs files, folders (all in them, sorted, save hidden ones and read-me's)
	 * and {@code -} for standard input
	 * @param standardInput closed by the caller
	 * @param taken gets each sound report
	 * @param wrong gets what is wrong, with files, documents and cells
	 * @throws IOException when standard input cannot be read; files that cannot be are
	 * problems
	 */
	public void read(List<Path> inputs, InputStream standardInput, Consumer<Report> taken, Consumer<Problem> wrong)
			throws IOException {
		read(inputs, standardInput, taken, (comment) -> {
		}, wrong);
	}

	/**
	 * Reads every report as {@link #read(List, InputStream, Consumer, Consumer)} does,
	 * and the comments that tables in the long form hold.
	 * @param commented gets the comments of each sound report, after the report
	 * @throws IOException when standard input cannot be read
	 */
	public void read(List<Path> inputs, InputStream standardInput, Consumer<Report> taken, Consumer<Comment> commented,
			Consumer<Problem> wrong) throws IOException {
		Reading reading = new Reading(new Intake(this.reader, this.editions, taken, commented, wrong), this.mostRows);
		for (Path input : inputs) {
			if (input.toString().equals(STANDARD_INPUT)) {
				reading.stream(standardInput, STANDARD_INPUT);
			}
			else if (Files.isDirectory(input)) {
				for (Path file : ReportFolder.files(input, wrong)) {
					reading.file(file);
				}
			}
			else {
				reading.file(input);
			}
		}
	}

	/** The reading of one call's inputs. */
	private static final class Reading {

		private final Intake intake;

		private final int mostRows;

		private final Set<Path> read = new HashSet<>();

		Reading(Intake intake, int mostRows) {
			this.intake = intake;
			this.mostRows = mostRows;
		}

		void file(Path file) {
			String name = file.toString();
			if (!Files.exists(file)) {
				this.intake.tell(Problem.ofFile(name, "file-missing"));
				return;
			}
			try {
				if (this.read.add(file.toRealPath())) {
					named(file, name);
				}
			}
			catch (IOException | UncheckedIOException ex) {
				this.intake.tell(Problem.ofFile(name, "file-unreadable"));
			}
		}

		private void named(Path file, String name) throws IOException {
			String ending = String.valueOf(file.getFileName());
			Optional<FileKind> kind = FileKind.ofName(ending);
			if (kind.isPresent() && kind.get() == FileKind.CSV) {
				csv(file, name);
			}
			else if (kind.isPresent()) {
				try (InputStream in = Files.newInputStream(file)) {
					stream(in, name, kind.get());
				}
			}
			else if (ending.indexOf('.') < 0) {
				try (InputStream in = Files.newInputStream(file)) {
					stream(in, name);
				}
			}
			else {
				this.intake.tell(ReportFolder.unknownKind(file));
			}
		}

		/** Reads a stream of which only the beginning tells the kind. */
		void stream(InputStream in, String name) throws IOException {
			InputStream sniffable = Sniffing.sniffable(in);
			stream(sniffable, name, Sniffing.kind(sniffable));
		}

		private void stream(InputStream in, String name, FileKind kind) throws IOException {
			switch (kind) {
				case YAML, JSON -> document(in, name, kind);
				case JSON_LINES -> new JsonLines(name, in, this.intake).read();
				case CSV -> csv(in, name);
				case EXCEL -> excel(in, name);
				case EXCEL_WITH_MACROS -> this.intake.tell(Problem.ofFile(name, "excel-macros"));
				default -> this.intake.tell(Problem.ofFile(name, "excel-encrypted-or-old"));
			}
		}

		private void document(InputStream in, String name, FileKind kind) throws IOException {
			Problems problems = new Problems();
			Optional<Node> tree = Document.read(in, name, problems)
				.flatMap((document) -> tree(document, kind, problems));
			if (tree.isPresent() && tree.get() instanceof Node.Sequence several) {
				Position at = several.position();
				problems.at(name, at, "").say("several-in-one-file");
			}
			if (problems.isEmpty() && tree.isPresent()) {
				this.intake.take(name, tree.get());
			}
			this.intake.tell(name, problems);
		}

		private static Optional<Node> tree(Document document, FileKind kind, Problems problems) {
			if (kind == FileKind.JSON && !document.text().isBlank()) {
				return JsonTree.read(document.file(), document.text(), 1, problems);
			}
			return document.tree(problems);
		}

		/** A table is read twice, once for its encoding: a stream is kept in a file. */
		private void csv(InputStream in, String name) throws IOException {
			Path kept = Files.createTempFile("uppdragskollen", ".csv");
			try {
				try (OutputStream out = Files.newOutputStream(kept)) {
					copy(in, out);
				}
				csv(kept, name);
			}
			finally {
				Files.delete(kept);
			}
		}

		/** Copies enough to see whether it is too much. */
		private static void copy(InputStream in, OutputStream out) throws IOException {
			byte[] chunk = new byte[65_536];
			long copied = 0;
			int read = in.read(chunk);
			while (read >= 0 && copied <= LARGEST_CSV) {
				out.write(chunk, 0, read);
				copied += read;
				read = in.read(chunk);
			}
		}

		private void csv(Path file, String name) throws IOException {
			if (Files.size(file) > LARGEST_CSV) {
				this.intake.tell(Problem.ofFile(name, "table-too-large", megabytes(LARGEST_CSV)));
				return;
			}
			Problems problems = new Problems();
			TableReports reports = new TableReports(name, this.intake, this.mostRows);
			boolean whole = CsvTable.read(file, name, reports, problems);
			end(name, reports, whole, problems);
		}

		private void excel(InputStream in, String name) throws IOException {
			Problems problems = new Problems();
			TableReports reports = new TableReports(name, this.intake, this.mostRows);
			boolean whole = ExcelTable.read(in.readNBytes(ExcelTable.LARGEST + 1), name, reports, problems);
			end(name, reports, whole, problems);
		}

		private void end(String name, TableReports reports, boolean whole, Problems problems) {
			this.intake.tell(name, problems);
			reports.end(whole);
		}

		private static String megabytes(long bytes) {
			return bytes / 1_000_000 + " MB";
		}

	}

}
