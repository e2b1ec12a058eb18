package se.uppdragskollen.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.selfreport.ReportKey;

/**
 * What waits to be sent, taken by one worker at a time. Whoever takes a notice has it for
 * a while, without keeping the database waiting for a mail server; when that worker dies,
 * another takes it after that.
 */
@Repository
class Outbox {

	/** Longer than a mail server can take: a connection and ten answers, each in time. */
	static final Duration LEASE = Duration.ofMinutes(15);

	private static final Duration LONGEST_PAUSE = Duration.ofHours(2);

	private final JdbcClient jdbc;

	private final Clock clock;

	private final MailSettings settings;

	Outbox(JdbcClient jdbc, Clock clock, MailSettings settings) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.settings = settings;
	}

	/** Takes the notice that has waited longest, unless none does. */
	Optional<Outgoing> take() {
		Instant now = this.clock.instant();
		return this.jdbc
			.sql("""
					with taken as (
					update notice set attempts = attempts + 1, taken_until = :lease
					where id = (select id from notice where state = 'waiting' and not_before <= :now
					and (taken_until is null or taken_until <= :now) order by (kind = 'test') desc, not_before, id limit 1 for update skip locked)
					returning *)
					select n.*, p.email, coalesce(u.name, '') as unit_name, coalesce(c.language, 'sv') as language,
					p.active and not coalesce(n.kind = any(c.declined), false) and (n.unit is null or exists (
					select 1 from person_role r where r.person = n.person and (r.unit = n.unit or r.unit is null))) as wanted
					from taken n join person p on p.id = n.person left join unit u on u.id = n.unit
					left join notice_choice c on c.person = n.person
					""")
			.param("now", Timestamp.from(now))
			.param("lease", Timestamp.from(now.plus(LEASE)))
			.query((row, i) -> new Outgoing(row.getLong("id"), row.getInt("attempts"), told(row),
					row.getString("unit_name"), row.getString("email"),
					Language.ofCode(row.getString("language")).orElse(Language.SV), row.getBoolean("wanted"),
					row.getTimestamp("waiting_since").toInstant()))
			.optional();
	}

	void sent(Outgoing one) {
		end(one, "sent", null);
	}

	void declined(Outgoing one) {
		end(one, "declined", null);
	}

	void givenUp(Outgoing one, String answer) {
		end(one, "given-up", answer);
	}

	/** Tries again later, ever more seldom, but not for ever. */
	void failed(Outgoing one, String answer) {
		Instant now = this.clock.instant();
		if (!now.isBefore(one.since().plus(this.settings.giveUpAfter()))) {
			givenUp(one, answer);
			return;
		}
		Duration pause = Duration.ofSeconds(30L << Math.min(one.attempts() - 1, 10));
		this.jdbc
			.sql("update notice set not_before = ?, taken_until = null, answer = ? where id = ? and state = 'waiting'")
			.params(Timestamp.from(now.plus((pause.compareTo(LONGEST_PAUSE) > 0) ? LONGEST_PAUSE : pause)), answer,
					one.id())
			.update();
	}

	/** Forgets what ended long ago, and gives up what has waited without being tried. */
	void forget() {
		Instant now = this.clock.instant();
		this.jdbc.sql("""
				update notice set state = 'given-up', ended_at = :now, answer = coalesce(answer, :why)
				where state = 'waiting' and waiting_since < :before
				and (taken_until is null or taken_until <= :now)
				""")
			.param("now", Timestamp.from(now))
			.param("why", Answer.TOO_OLD.written())
			.param("before", Timestamp.from(now.minus(this.settings.giveUpAfter()).minus(Duration.ofDays(1))))
			.update();
		this.jdbc.sql("delete from notice where state <> 'waiting' and ended_at < ?")
			.param(Timestamp.from(this.clock.instant().minus(this.settings.keep())))
			.update();
	}

	private void end(Outgoing one, String state, @Nullable String answer) {
		this.jdbc
			.sql("update notice set state = ?, ended_at = ?, taken_until = null, answer = ? where id = ? "
					+ "and state = 'waiting'")
			.params(java.util.Arrays.<@Nullable Object>asList(state, Timestamp.from(this.clock.instant()), answer,
					one.id()))
			.update();
	}

	static Told told(ResultSet row) throws SQLException {
		String unit = row.getString("unit");
		String assignment = row.getString("assignment");
		ReportKey report = (unit == null || assignment == null) ? null
				: new ReportKey(unit, assignment, Period.parse(row.getString("period")).orElseThrow());
		return new Told(NoticeKind.named(row.getString("kind")), unit, report, row.getObject("case_id", Long.class),
				row.getObject("due", LocalDate.class), row.getBoolean("several"));
	}

}
