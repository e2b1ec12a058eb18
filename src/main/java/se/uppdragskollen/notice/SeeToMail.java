package se.uppdragskollen.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.request.Refusal;

/**
 * Administrators see what was sent, waits or was given up; send a test to themselves; and
 * have what was given up tried again.
 */
@Component
@Transactional
public class SeeToMail {

	private static final int NEXT = 20;

	/** Tests in an hour, whoever asks: an address can be anybody's. */
	static final int MOST_TESTS = 20;

	private static final String ROW = """
			select n.*, p.name, coalesce(u.name, '') as unit_name from notice n join person p on p.id = n.person
			left join unit u on u.id = n.unit
			""";

	private final JdbcClient jdbc;

	private final Notices notices;

	private final MailSettings settings;

	private final ApplicationEventPublisher events;

	private final Audit audit;

	private final Clock clock;

	SeeToMail(JdbcClient jdbc, Notices notices, MailSettings settings, ApplicationEventPublisher events, Audit audit,
			Clock clock) {
		this.jdbc = jdbc;
		this.notices = notices;
		this.settings = settings;
		this.events = events;
		this.audit = audit;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	public MailStatus status(Actor actor) {
		actor.require(Act.READ_MAIL);
		List<MailRow> next = this.jdbc.sql(ROW + "where n.state = 'waiting' order by n.not_before, n.id limit ?")
			.param(NEXT)
			.query((row, i) -> row(row, "not_before"))
			.list();
		return this.jdbc.sql("""
				select count(*) filter (where state = 'waiting') as waiting,
				count(*) filter (where state = 'waiting' and answer is not null) as failing,
				count(*) filter (where state = 'given-up') as given_up,
				count(*) filter (where state = 'sent' and ended_at > :day) as sent,
				max(ended_at) filter (where state = 'sent') as last_sent from notice
				""")
			.param("day", Timestamp.from(this.clock.instant().minus(Duration.ofDays(1))))
			.query((row, i) -> new MailStatus(row.getLong("waiting"), row.getLong("failing"), row.getLong("given_up"),
					row.getLong("sent"), at(row, "last_sent"), next))
			.single();
	}

	/** What was given up, the newest first. */
	@Transactional(readOnly = true)
	public Page<MailRow> givenUp(Actor actor, PageRequest page) {
		actor.require(Act.READ_MAIL);
		List<MailRow> rows = this.jdbc
			.sql(ROW + "where n.state = 'given-up' and (:first or n.id < :id) order by n.id desc limit :fetch")
			.param("first", page.isFirst())
			.param("id", page.afterNumber(0))
			.param("fetch", page.fetch())
			.query((row, i) -> row(row, "ended_at"))
			.list();
		return page.page(rows, (one) -> List.of(String.valueOf(one.id())));
	}

	/**
	 * Writes a test message to the actor, who has asked for it.
	 * @throws Refusal when no mail is sent, no address of the actor's is known, or many
	 * tests were sent in the last hour
	 */
	public void test(Actor actor) {
		actor.require(Act.RUN_MAIL);
		if (!this.settings.isOn()) {
			throw Refusal.conflict("mail-off");
		}
		String address = this.jdbc.sql("select email from person where id = ?")
			.param(actor.person())
			.query((row, i) -> String.valueOf(row.getString(1)))
			.single();
		if (!MailSettings.isMailAddress(address)) {
			throw Refusal.conflict("mail-no-address");
		}
		int tests = this.jdbc.sql("select count(*) from notice where kind = 'test' and made_at > ?")
			.param(Timestamp.from(this.clock.instant().minus(Duration.ofHours(1))))
			.query(Integer.class)
			.single();
		if (tests >= MOST_TESTS) {
			throw Refusal.conflict("mail-test-often");
		}
		this.notices.addNow(actor.person(), new Told(NoticeKind.TEST, null, null, null, null, false));
		this.audit.note(actor, "mail-test", "person:" + actor.person(), null, Map.of());
		this.events.publishEvent(new Asked());
	}

	/**
	 * Has a notice that was given up tried again.
	 * @throws Refusal when it was not given up
	 */
	public void again(Actor actor, long id) {
		actor.require(Act.RUN_MAIL);
		if (again("where id = :id and state = 'given-up'", id) == 0) {
			throw Refusal.conflict("mail-not-given-up");
		}
		this.audit.note(actor, "mail-again", "notice:" + id, null, Map.of());
		this.events.publishEvent(new Asked());
	}

	/** Has all that was given up, and all that waits for another attempt, tried again. */
	public void againAll(Actor actor) {
		actor.require(Act.RUN_MAIL);
		int count = again("where state = 'given-up' or state = 'waiting' and answer is not null "
				+ "and (taken_until is null or taken_until <= :now)", 0);
		this.audit.note(actor, "mail-again", "notices", null, Map.of("count", count));
		this.events.publishEvent(new Asked());
	}

	private int again(String which, long id) {
		return this.jdbc.sql("""
				update notice set state = 'waiting', ended_at = null, not_before = :now, waiting_since = :now,
				attempts = greatest(attempts, 1)
				""" + which).param("id", id).param("now", Timestamp.from(this.clock.instant())).update();
	}

	private static MailRow row(ResultSet row, String at) throws SQLException {
		String answer = row.getString("answer");
		Answer why = (answer == null) ? null : Answer.of(answer).orElse(null);
		return new MailRow(row.getLong("id"), row.getLong("person"), row.getString("name"),
				NoticeKind.named(row.getString("kind")), row.getString("unit_name"),
				row.getTimestamp("made_at").toInstant(), row.getTimestamp(at).toInstant(), row.getInt("attempts"),
				(why == null) ? answer : null, why);
	}

	private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
		Timestamp at = row.getTimestamp(column);
		return (at == null) ? null : at.toInstant();
	}

	/** Mail that somebody waits for was written. */
	record Asked() {

	}

}
