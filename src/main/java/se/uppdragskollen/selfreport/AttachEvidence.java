package se.uppdragskollen.selfreport;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.report.PersonalNumbers;
import se.uppdragskollen.request.Refusal;

/**
 * A centre attaches files to its self-report, and takes them away again while it types;
 * what a version that was handed in rests on stays with it. Before it is handed in, only
 * the centre's own people see a file.
 */
@Component
@Transactional
public class AttachEvidence {

	/** Bytes of a file at most: 20 MB. */
	public static final int LARGEST = 20_000_000;

	private static final int MOST = 50;

	/** Of a report's files together, those too that were taken away: they are kept. */
	private static final long MOST_BYTES = 500_000_000;

	private static final int LONGEST_NAME = 200;

	private final EvidenceFiles files;

	private final ReportStates states;

	private final Drafts drafts;

	private final OwedReports owed;

	private final Audit audit;

	private final Clock clock;

	AttachEvidence(EvidenceFiles files, ReportStates states, Drafts drafts, OwedReports owed, Audit audit,
			Clock clock) {
		this.files = files;
		this.states = states;
		this.drafts = drafts;
		this.owed = owed;
		this.audit = audit;
		this.clock = clock;
	}

	/** What the actor may see of a report's evidence, the oldest first. */
	@Transactional(readOnly = true)
	public List<Evidence> all(Actor actor, ReportKey key) {
		actor.require(Act.READ_REPORTS, key.unit());
		return this.files.all(key).stream().filter((one) -> isVisible(actor, key, one)).toList();
	}

	/**
	 * What the actor may see of a unit's evidence, the newest first.
	 * @param most how many at most
	 */
	@Transactional(readOnly = true)
	public List<FiledEvidence> newest(Actor actor, String unit, int most) {
		actor.require(Act.READ_REPORTS, unit);
		return this.files.ofUnit(unit, actor.own().contains(unit), most);
	}

	/**
	 * A file's bytes.
	 * @throws Refusal when there is none that the actor may see
	 */
	public StoredEvidence read(Actor actor, ReportKey key, String id) {
		actor.require(Act.READ_REPORTS, key.unit());
		Evidence evidence = visible(actor, key, id);
		this.audit.note(actor, "exported", "evidence:" + evidence.id(), key.unit(), Map.of("report", key.subject()));
		return new StoredEvidence(evidence, this.files.content(evidence.id()));
	}

	/**
	 * Attaches a file to the draft.
	 * @param name as the centre's computer names it
	 * @param requirement the requirement that it is about, null for the whole report
	 * @throws Refusal when no draft is open, or the file will not do
	 */
	public Evidence attach(Actor actor, ReportKey key, String name, byte[] content, @Nullable String requirement) {
		actor.require(Act.EDIT_DRAFT, key.unit());
		Edition edition = this.owed.edition(key);
		if (requirement != null && !edition.requirements().containsKey(requirement)) {
			throw Refusal.invalid("requirement", "evidence-requirement", edition.id());
		}
		String clean = cleaned(name);
		EvidenceKind kind = checked(clean, content);
		if (this.states.lock(key).isEmpty() || this.drafts.find(key).isEmpty()) {
			throw Refusal.notFound("no-draft");
		}
		List<Evidence> before = this.files.all(key);
		if (before.stream().filter((one) -> !one.withdrawn()).count() >= MOST) {
			throw Refusal.conflict("evidence-too-many", MOST);
		}
		if (before.stream().mapToLong(Evidence::size).sum() + content.length > MOST_BYTES) {
			throw Refusal.conflict("evidence-full", MOST_BYTES / 1_000_000);
		}
		String sha256 = sha256(content);
		String id = this.files.insert(key, kind, clean, content, sha256, requirement, actor.person(),
				this.clock.instant());
		this.audit.note(actor, "add-evidence", "evidence:" + id, key.unit(),
				Map.of("report", key.subject(), "sha256", sha256));
		return this.files.find(key, id).orElseThrow();
	}

	/**
	 * Takes a file away from the draft. Versions that were handed in with it keep it.
	 * @throws Refusal when no draft is open, or there is no such file
	 */
	public void withdraw(Actor actor, ReportKey key, String id) {
		actor.require(Act.EDIT_DRAFT, key.unit());
		boolean begun = this.states.lock(key).isPresent();
		Evidence evidence = visible(actor, key, id);
		if (!begun || this.drafts.find(key).isEmpty()) {
			throw Refusal.conflict("evidence-kept");
		}
		if (evidence.withdrawn()) {
			throw Refusal.gone("evidence-withdrawn");
		}
		this.files.withdraw(evidence.id(), this.clock.instant());
		this.audit.note(actor, "withdraw-evidence", "evidence:" + evidence.id(), key.unit(),
				Map.of("report", key.subject()));
	}

	private Evidence visible(Actor actor, ReportKey key, String id) {
		return this.files.find(key, id)
			.filter((one) -> isVisible(actor, key, one))
			.orElseThrow(() -> Refusal.notFound("no-evidence"));
	}

	private static boolean isVisible(Actor actor, ReportKey key, Evidence evidence) {
		return evidence.submitted() || actor.own().contains(key.unit());
	}

	private static EvidenceKind checked(String name, byte[] content) {
		if (content.length == 0) {
			throw Refusal.invalid("/file", "evidence-empty");
		}
		if (content.length > LARGEST) {
			throw Refusal.tooLarge("evidence-too-large", LARGEST / 1_000_000);
		}
		EvidenceKind kind = EvidenceKind.ofName(name).orElseThrow(() -> Refusal.unsupported("evidence-kind"));
		if (!kind.fits(content)) {
			throw Refusal.unsupported("evidence-other-kind");
		}
		if (kind.isArchive()) {
			ArchiveGuard.check(kind, content);
		}
		if (kind.isText() && PersonalNumbers.find(EvidenceKind.text(content)).isPresent()) {
			throw Refusal.invalid("/file", "evidence-personal-number");
		}
		return kind;
	}

	/** A name without folders and signs that no name has. */
	private static String cleaned(String name) {
		String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
		StringBuilder clean = new StringBuilder();
		last.codePoints().filter(AttachEvidence::isKept).forEach(clean::appendCodePoint);
		String kept = clean.toString().strip();
		if (kept.isEmpty() || kept.startsWith(".") || kept.length() > LONGEST_NAME) {
			throw Refusal.invalid("/file", "evidence-name", LONGEST_NAME);
		}
		if (PersonalNumbers.find(kept).isPresent() || PersonalNumbers.find(kept.replace('_', ' ')).isPresent()) {
			throw Refusal.invalid("/file", "evidence-name-personal-number");
		}
		return kept;
	}

	private static boolean isKept(int sign) {
		int type = Character.getType(sign);
		return !Character.isISOControl(sign) && type != Character.FORMAT && type != Character.SURROGATE
				&& type != Character.LINE_SEPARATOR && type != Character.PARAGRAPH_SEPARATOR
				&& "<>:\"|?*".indexOf(sign) < 0;
	}

	private static String sha256(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has SHA-256", ex);
		}
	}

}
