package se.uppdragskollen.selfreport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.springframework.stereotype.Component;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.document.Position;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.report.Comment;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.report.ReportEditions;
import se.uppdragskollen.report.ReportFiles;
import se.uppdragskollen.report.ReportTemplate;
import se.uppdragskollen.request.Refusal;

/**
 * A draft filled in outside the service: a table to fill in, made from the edition and
 * what is typed already, and the way back. A file is read whole before anything is saved;
 * with one fault in it nothing is.
 */
@Component
public class UploadDraft {

	/** Bytes of an upload at most: 5 MB. */
	public static final int LARGEST = 5_000_000;

	/** Rows of an upload at most: a template has some hundred. */
	static final int MOST_ROWS = 5000;

	private static final byte[] ARCHIVE = { 'P', 'K' };

	private final EditDraft edit;

	private final Drafts drafts;

	private final ReportVersions versions;

	private final DraftReports reports;

	private final OwedReports owed;

	private final ReportUnits units;

	private final Editions editions;

	private final Audit audit;

	UploadDraft(EditDraft edit, Drafts drafts, ReportVersions versions, DraftReports reports, OwedReports owed,
			ReportUnits units, Editions editions, Audit audit) {
		this.edit = edit;
		this.drafts = drafts;
		this.versions = versions;
		this.reports = reports;
		this.owed = owed;
		this.units = units;
		this.editions = editions;
		this.audit = audit;
	}

	/**
	 * The table to fill in, with what is typed so far as long as it is sound.
	 * @param excel whether as an Excel workbook, else as CSV
	 */
	public byte[] template(Actor actor, ReportKey key, Language language, boolean excel) {
		actor.require(Act.EDIT_DRAFT, key.unit());
		Edition edition = this.owed.edition(key);
		ReportUnit unit = this.units.requireOpen(key);
		Map<String, DraftEntry> typed = this.drafts.find(key)
			.<Map<String, DraftEntry>>map(Draft::entries)
			.orElse(Map.of());
		Report sound = this.reports.sound(key, edition, typed);
		Map<String, String> comments = new HashMap<>();
		typed.forEach((element, entry) -> comments.put(element, entry.comment()));
		comments.values().removeIf(String::isEmpty);
		Map<String, Object> last = this.versions.before(key)
			.map((report) -> this.reports.sound(key, edition, report.content().entries()).values())
			.orElse(Map.of());
		ReportTemplate template = new ReportTemplate(edition, key.period(), key.unit(), unit.name(), language,
				new ReportTemplate.Filled(sound.values(), sound.notApplicable(), sound.suppressed(), comments), last);
		this.audit.noteAlone(actor.auditName(), "exported", "template", key.unit(), Map.of("report", key.subject()));
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			if (excel) {
				template.writeExcel(out);
			}
			else {
				template.writeCsv(out);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	/**
	 * Puts what a file says into the draft.
	 * @param version the version of the draft that is changed
	 * @param name the file's, which ends in {@code .csv} or {@code .xlsx}
	 * @throws Refusal with everything that is wrong in the file, by line and column; or
	 * when somebody else saved meanwhile
	 */
	public CurrentDraft upload(Actor actor, ReportKey key, long version, String name, byte[] content) {
		actor.require(Act.EDIT_DRAFT, key.unit());
		Edition edition = this.owed.edition(key);
		if (this.drafts.find(key).isEmpty()) {
			throw Refusal.notFound("no-draft");
		}
		return this.edit.merge(actor, key, version, read(key, edition, kept(name, content), content));
	}

	/** The ending under which the file is read. */
	private static String kept(String name, byte[] content) {
		if (content.length > LARGEST) {
			throw Refusal.tooLarge("upload-too-large", LARGEST / 1_000_000);
		}
		String lower = name.toLowerCase(Locale.ROOT);
		boolean archive = content.length > 1 && content[0] == ARCHIVE[0] && content[1] == ARCHIVE[1];
		if (lower.endsWith(".xlsx")) {
			return ".xlsx";
		}
		if (!lower.endsWith(".csv") || archive) {
			throw Refusal.unsupported("upload-kind");
		}
		return ".csv";
	}

	private Map<String, DraftEntry> read(ReportKey key, Edition edition, String ending, byte[] content) {
		List<Report> found = new ArrayList<>();
		List<Comment> comments = new ArrayList<>();
		Problems problems = new Problems();
		ReportFiles files = new ReportFiles(this.editions.reader(edition), ReportEditions.only(edition), MOST_ROWS);
		try {
			Path file = Files.createTempFile("uppdragskollen-upload", ending);
			try {
				Files.write(file, content);
				files.read(List.of(file), InputStream.nullInputStream(), found::add, comments::add, problems::add);
			}
			finally {
				Files.delete(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Optional<Report> own = found.stream()
			.filter((report) -> report.unit().equals(key.unit()) && report.period().equals(key.period()))
			.findFirst();
		if (problems.isEmpty() && (own.isEmpty() || found.size() > 1)) {
			problems.at("", Position.NOWHERE, "file").say("upload-other-report", key.unit(), key.period());
		}
		if (!problems.isEmpty()) {
			throw Refusal.invalid(problems);
		}
		return entries(own.orElseThrow(), comments);
	}

	private static Map<String, DraftEntry> entries(Report report, List<Comment> comments) {
		Map<String, DraftEntry> entries = new TreeMap<>();
		report.values().forEach((element, value) -> entries.put(element, DraftEntry.ofValue(typed(value))));
		report.notApplicable().forEach((element, why) -> entries.put(element, DraftEntry.ofNotApplicable(why)));
		report.suppressed().forEach((element) -> entries.put(element, DraftEntry.ofSuppressed()));
		for (Comment comment : comments) {
			entries.merge(comment.element(), new DraftEntry(null, null, false, false, comment.text(), null, false),
					DraftEntry::replacedBy);
		}
		return entries;
	}

	private static Object typed(Object value) {
		return (value instanceof LocalDate || value instanceof LocalTime) ? value.toString() : value;
	}

}
