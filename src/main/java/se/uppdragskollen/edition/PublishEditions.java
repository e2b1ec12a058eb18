package se.uppdragskollen.edition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.assignment.Assignments;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.evaluation.RuleBooks;

/**
 * Takes in the editions of a region's folder: each is checked whole, compiled, and kept
 * with its files. One with any problem is not taken in, and the revision before stays.
 */
@Component
public class PublishEditions {

	/** Several instances that start at once take in one after the other. */
	private static final long ONE_AT_A_TIME = 0x5570_7045_6469_7469L;

	private final JdbcClient jdbc;

	private final RuleBooks ruleBooks;

	private final Audit audit;

	private final Clock clock;

	PublishEditions(JdbcClient jdbc, RuleBooks ruleBooks, Audit audit, Clock clock) {
		this.jdbc = jdbc;
		this.ruleBooks = ruleBooks;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Takes in what is new or changed.
	 * @param actor who asks for it, as in the log of who did what
	 * @return what is wrong with editions that were not taken in
	 */
	@Transactional
	public List<Problem> from(Path home, String actor) {
		this.jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", ONE_AT_A_TIME).query().listOfRows();
		Assignments assignments = Assignments.at(home);
		List<Problem> wrong = new ArrayList<>();
		for (String assignment : assignments.assignments()) {
			for (String id : assignments.editions(assignment)) {
				Problems problems = new Problems();
				Optional<Edition> edition = assignments.edition(assignment, id, problems);
				edition.ifPresent((one) -> this.ruleBooks.checkFormulas(one, problems));
				if (edition.isPresent() && problems.isEmpty()) {
					publish(home, edition.get(), actor);
				}
				wrong.addAll(problems.all());
			}
		}
		return wrong;
	}

	private void publish(Path home, Edition edition, String actor) {
		Boolean current = this.jdbc.sql("select current from edition_revision where revision = ?")
			.param(edition.revision())
			.query(Boolean.class)
			.optional()
			.orElse(null);
		if (Boolean.TRUE.equals(current)) {
			return;
		}
		this.ruleBooks.of(edition);
		this.jdbc.sql("update edition_revision set current = false where assignment = ? and edition = ? and current")
			.params(edition.assignment(), edition.id())
			.update();
		if (current == null) {
			this.jdbc.sql("insert into edition_revision values (?, ?, ?, ?, ?, ?, ?, ?, true)")
				.params(edition.revision(), edition.assignment(), edition.id(), edition.from(), edition.to(),
						packed(home, edition), Timestamp.from(this.clock.instant()), actor)
				.update();
		}
		else {
			this.jdbc.sql("update edition_revision set current = true where revision = ?")
				.param(edition.revision())
				.update();
		}
		this.audit.note(actor, "publish-edition", "edition:" + edition.name(), null,
				Map.of("revision", edition.revision()));
	}

	private static byte[] packed(Path home, Edition edition) {
		try {
			return EditionFiles.pack(home, edition.assignment(), edition.id());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
