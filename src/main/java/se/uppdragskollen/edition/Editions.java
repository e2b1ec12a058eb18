package se.uppdragskollen.edition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.uppdragskollen.assignment.Assignments;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.evaluation.Evaluator;
import se.uppdragskollen.evaluation.RuleBooks;
import se.uppdragskollen.report.ReportEditions;
import se.uppdragskollen.report.ReportReader;
import se.uppdragskollen.request.Refusal;

/**
 * The published editions. An edition is read once per revision, its rules are compiled
 * when first judged by; both are kept in memory, the least used are let go.
 */
@Repository
public class Editions {

	/** Ten years of several assignments, and what was corrected in them. */
	private static final int MOST_READ = 64;

	private static final int MOST_COMPILED = 16;

	private static final String COLUMNS = "assignment, edition, revision, in_force_from, in_force_to, published_at, "
			+ "current";

	private final JdbcClient jdbc;

	private final Clock clock;

	private final LeastUsed<Edition> read = new LeastUsed<>(MOST_READ, this::read);

	private final LeastUsed<Evaluator> compiled;

	Editions(JdbcClient jdbc, RuleBooks ruleBooks, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.compiled = new LeastUsed<>(MOST_COMPILED, (revision) -> {
			Edition edition = revision(revision);
			return new Evaluator(edition, ruleBooks.of(edition));
		});
	}

	/** Every revision, the newest of each edition first. */
	public List<PublishedEdition> all() {
		return this.jdbc
			.sql("select " + COLUMNS + " from edition_revision order by assignment, edition, published_at desc")
			.query((row, i) -> published(row))
			.list();
	}

	/** The ids of the assignments that have editions. */
	public List<String> assignments() {
		return this.jdbc.sql("select distinct assignment from edition_revision order by 1").query(String.class).list();
	}

	/** The edition by which reports of periods that end on that day are judged. */
	public Optional<Edition> inForceOn(String assignment, LocalDate day) {
		return this.jdbc.sql("""
				select revision from edition_revision
				where assignment = ? and current and ? between in_force_from and in_force_to
				""").params(assignment, day).query(String.class).optional().map(this::revision);
	}

	/** An assignment's editions as they stand now, for those who ask for many. */
	public CurrentEditions currentOf(String assignment) {
		return new CurrentEditions(this.jdbc
			.sql("select " + COLUMNS + " from edition_revision where assignment = ? and current order by in_force_from")
			.param(assignment)
			.query((row, i) -> published(row))
			.list(), this::revision);
	}

	/** An edition as it stands now. */
	public Optional<Edition> current(String assignment, String edition) {
		return this.jdbc.sql("select revision from edition_revision where assignment = ? and edition = ? and current")
			.params(assignment, edition)
			.query(String.class)
			.optional()
			.map(this::revision);
	}

	/**
	 * An edition as it stood.
	 * @param revision its fingerprint
	 * @throws Refusal when it was never published here
	 */
	public Edition revision(String revision) {
		return this.read.get(revision);
	}

	/** Judges by a revision. */
	public Evaluator evaluator(Edition edition) {
		return evaluator(edition.revision());
	}

	/**
	 * Judges by a revision.
	 * @throws Refusal when it was never published here
	 */
	public Evaluator evaluator(String revision) {
		return this.compiled.get(revision);
	}

	/** Reads reports by the editions in force. */
	public ReportReader reader(String assignment) {
		return new ReportReader(reportEditions(assignment), LocalDate.now(this.clock));
	}

	/** Reads reports by one revision. */
	public ReportReader reader(Edition edition) {
		return new ReportReader(ReportEditions.only(edition), LocalDate.now(this.clock));
	}

	/** Which edition is in force when. */
	public ReportEditions reportEditions(String assignment) {
		return ReportEditions.of(assignment, (period) -> inForceOn(assignment, period.to()));
	}

	private Edition read(String revision) {
		PublishedEdition published = this.jdbc.sql("select " + COLUMNS + " from edition_revision where revision = ?")
			.param(revision)
			.query((row, i) -> published(row))
			.optional()
			.orElseThrow(() -> Refusal.notFound("revision", revision));
		byte[] files = this.jdbc.sql("select files from edition_revision where revision = ?")
			.param(revision)
			.query(byte[].class)
			.single();
		try {
			Path home = EditionFiles.unpack(files);
			try {
				Problems problems = new Problems();
				return Assignments.at(home)
					.edition(published.assignment(), published.edition(), problems)
					.filter((edition) -> edition.revision().equals(revision))
					.orElseThrow(() -> new IllegalStateException(
							"revision " + revision + " can no longer be read: " + problems.all()));
			}
			finally {
				EditionFiles.delete(home);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static PublishedEdition published(ResultSet row) throws SQLException {
		return new PublishedEdition(row.getString("assignment"), row.getString("edition"), row.getString("revision"),
				row.getObject("in_force_from", LocalDate.class), row.getObject("in_force_to", LocalDate.class),
				row.getTimestamp("published_at").toInstant(), row.getBoolean("current"));
	}

}
