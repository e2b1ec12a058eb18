package se.uppdragskollen.statement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.edition.Editions;

/**
 * What statements are about: units, assignments and their requirements.
 */
@Component
class Subjects {

	private final JdbcClient jdbc;

	private final Editions editions;

	private final Clock clock;

	Subjects(JdbcClient jdbc, Editions editions, Clock clock) {
		this.jdbc = jdbc;
		this.editions = editions;
		this.clock = clock;
	}

	Checks checks() {
		return new Checks(LocalDate.now(this.clock));
	}

	Clock clock() {
		return this.clock;
	}

	/** Those of these units that are registered. */
	Set<String> registered(Set<String> units) {
		return Set.copyOf(this.jdbc.sql("select id from unit where id = any(:units)")
			.param("units", units.toArray(String[]::new))
			.query(String.class)
			.list());
	}

	/** The unit that was sent. */
	String unit(Checks checks, @Nullable String sent) {
		String unit = checks.required("unit", sent);
		if (!unit.isEmpty() && registered(Set.of(unit)).isEmpty()) {
			checks.at("unit").found(unit).say("unit-not-registered");
		}
		return unit;
	}

	String unitName(String unit) {
		return this.jdbc.sql("select name from unit where id = ?").param(unit).query(String.class).single();
	}

	/** The assignment that was sent; where there is only one, it need not be. */
	String assignment(Checks checks, @Nullable String sent) {
		List<String> all = this.editions.assignments();
		if ((sent == null || sent.isBlank()) && all.size() == 1) {
			return all.get(0);
		}
		String assignment = checks.required("assignment", sent);
		if (!assignment.isEmpty() && !all.contains(assignment)) {
			checks.at("assignment").found(assignment).allowedNames(all).say("unknown-assignment");
		}
		return assignment;
	}

	Optional<Edition> edition(String assignment, LocalDate day) {
		return this.editions.inForceOn(assignment, day);
	}

	/**
	 * The edition by which the period is judged; a problem is told when there is none.
	 */
	Optional<Edition> edition(Problems.At at, String assignment, Period period) {
		Optional<Edition> edition = edition(assignment, period.to());
		if (edition.isEmpty()) {
			at.found(period.toString()).say("no-edition-in-force", period, period.to());
		}
		return edition;
	}

	/**
	 * The requirement that was sent, which the edition in force on that day must have;
	 * null when none was.
	 */
	@Nullable String requirement(Checks checks, @Nullable String sent, String assignment, LocalDate day) {
		String id = checks.optionalText("requirement", sent, Checks.LONGEST_NAME);
		if (id != null && !assignment.isEmpty()) {
			checks.requirement("requirement", id, edition(assignment, day), day);
		}
		return id;
	}

	/**
	 * Lets nobody else change the same thing of the same unit until the transaction ends.
	 */
	void lock(String what, String unit) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 5))")
			.param("what", what + ":" + unit)
			.query()
			.listOfRows();
	}

}
