package se.uppdragskollen.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The notices that are written, and for whom.
 */
@Repository
class Notices {

	/** Who can have mail and wants this kind. */
	private static final String WANTS = """
			p.active and not p.system and p.email is not null
			and not exists (select 1 from notice_choice c where c.person = p.id and :kind = any(c.declined))
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	private final MailSettings settings;

	Notices(JdbcClient jdbc, Clock clock, MailSettings settings) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.settings = settings;
	}

	/** A centre's people, but not the one who did it. */
	List<Long> ofCentre(String unit, NoticeKind kind, @Nullable Long but) {
		return this.jdbc
			.sql("select distinct p.id from person p join person_role r on r.person = p.id where " + WANTS
					+ " and r.unit = :unit and r.role in ('reporter', 'manager') and p.id <> :but order by 1")
			.param("kind", kind.word())
			.param("unit", unit)
			.param("but", (but == null) ? 0 : but)
			.query(Long.class)
			.list();
	}

	/** People of the region with one of these roles who do not belong to the unit. */
	List<Long> ofRegion(String unit, NoticeKind kind, long but, String... roles) {
		return this.jdbc
			.sql("select distinct p.id from person p join person_role r on r.person = p.id where " + WANTS
					+ " and r.role = any(:roles) and p.id <> :but and not exists (select 1 from person_role o "
					+ "where o.person = p.id and o.unit = :unit) order by 1")
			.param("kind", kind.word())
			.param("unit", unit)
			.param("roles", roles)
			.param("but", but)
			.query(Long.class)
			.list();
	}

	/** Who sees to a case, as long as that person reviews; wanting mail or not. */
	boolean isReviewer(long person) {
		return this.jdbc.sql("""
				select exists (select 1 from person p join person_role r on r.person = p.id
				where p.id = ? and p.active and r.role = 'reviewer')
				""").param(person).query(Boolean.class).single();
	}

	/** Who made an invitation. */
	long inviter(long link) {
		return this.jdbc.sql("select made_by from signal_link where id = ?").param(link).query(Long.class).single();
	}

	boolean belongsTo(long person, String unit) {
		return this.jdbc.sql("select exists (select 1 from person_role where person = ? and unit = ?)")
			.params(person, unit)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Writes a notice for each of them; what is told of the same before it is sent goes
	 * into the same one.
	 */
	void add(Collection<Long> people, Told told) {
		add(people, told, null, this.settings.gather(), """
				on conflict (person, kind, coalesce(unit, ''), coalesce(period, ''))
				where state = 'waiting' and attempts = 0 and once is null
				do update set several = notice.several or notice.case_id is distinct from excluded.case_id,
				case_id = case when notice.case_id = excluded.case_id then notice.case_id end,
				due = least(notice.due, excluded.due)
				""");
	}

	/** The same, sent at once and by itself: each call writes one. */
	void addNow(long person, Told told) {
		add(List.of(person), told, null, Duration.ZERO, "");
	}

	/** Writes a notice for each of them who has not been told that. */
	void addOnce(Collection<Long> people, Told told, String once) {
		add(people, told, once, Duration.ZERO, "on conflict do nothing");
	}

	private void add(Collection<Long> people, Told told, @Nullable String once, Duration wait, String conflict) {
		this.jdbc
			.sql("""
					insert into notice (person, kind, unit, assignment, period, case_id, due, several, once, state,
					not_before, made_at, waiting_since)
					select person, :kind, :unit, :assignment, :period, :case, :due, :several,
					case when :alone then gen_random_uuid()::text else :once end, 'waiting', :start, :now, :now from unnest(:people) as person order by person
					"""
					+ conflict)
			.param("people", people.toArray(Long[]::new))
			.param("kind", told.kind().word())
			.param("unit", told.unit())
			.param("assignment", (told.report() == null) ? null : told.report().assignment())
			.param("period", (told.report() == null) ? null : told.report().period().toString())
			.param("case", told.followUpCase())
			.param("due", told.due())
			.param("several", told.several())
			.param("once", once)
			.param("alone", conflict.isEmpty())
			.param("start", Timestamp.from(this.clock.instant().plus(wait)))
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

}
