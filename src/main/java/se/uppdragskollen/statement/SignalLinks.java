package se.uppdragskollen.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.uppdragskollen.access.Reach;
import se.uppdragskollen.assignment.Counterpart;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.PageRequest;

/**
 * Counterparts' links. Of a link's secret only the hash is kept, so whoever reads the
 * database cannot use it.
 */
@Repository
class SignalLinks {

	private static final String SELECT = """
			select l.*, u.name as unit_name, p.name as maker from signal_link l join unit u on u.id = l.unit join person p on p.id = l.made_by
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	SignalLinks(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	long add(SignalLink link, String hash, long person) {
		return this.jdbc.sql("""
				insert into signal_link (token_hash, unit, assignment, counterpart, organisation, requirement,
				                         expires_at, made_by, made_at)
				values (:hash, :unit, :assignment, :counterpart, :organisation, :requirement, :expires, :person, :at)
				returning id
				""")
			.param("hash", hash)
			.param("unit", link.unit())
			.param("assignment", link.assignment())
			.param("counterpart", link.counterpart().word())
			.param("organisation", link.organisation())
			.param("requirement", link.requirement())
			.param("expires", Timestamp.from(link.expiresAt()))
			.param("person", person)
			.param("at", Timestamp.from(link.madeAt()))
			.query(Long.class)
			.single();
	}

	Optional<SignalLink> find(long id) {
		return this.jdbc.sql(SELECT + "where l.id = ?").param(id).query(this::link).optional();
	}

	Optional<SignalLink> find(String hash) {
		return this.jdbc.sql(SELECT + "where l.token_hash = ?").param(hash).query(this::link).optional();
	}

	/** Uses an open link up; of several at once one does. */
	boolean use(String hash) {
		Timestamp now = Timestamp.from(this.clock.instant());
		return this.jdbc.sql("""
				update signal_link set used_at = ?
				where token_hash = ? and used_at is null and revoked_at is null and expires_at > ?
				""").params(now, hash, now).update() > 0;
	}

	/** Revokes a link that is neither used nor revoked. */
	boolean revoke(long id, long person) {
		return this.jdbc.sql("""
				update signal_link set revoked_at = ?, revoked_by = ?
				where id = ? and used_at is null and revoked_at is null
				""").params(Timestamp.from(this.clock.instant()), person, id).update() > 0;
	}

	/** The latest first. */
	Page<SignalLink> page(Reach reach, @Nullable String unit, PageRequest page) {
		List<SignalLink> links = this.jdbc.sql(SELECT + """
				where (:all or l.unit = any(:reached)) and (cast(:unit as text) is null or l.unit = :unit)
				  and (:first or l.id < :id)
				order by l.id desc limit :fetch
				""")
			.param("all", reach.all())
			.param("reached", reach.unitArray())
			.param("unit", unit)
			.param("first", page.isFirst())
			.param("id", page.afterNumber(0))
			.param("fetch", page.fetch())
			.query(this::link)
			.list();
		return page.page(links, (one) -> List.of(String.valueOf(one.id())));
	}

	private SignalLink link(ResultSet row, int number) throws SQLException {
		Instant used = at(row, "used_at");
		Instant revoked = at(row, "revoked_at");
		Instant expires = row.getTimestamp("expires_at").toInstant();
		return new SignalLink(row.getLong("id"), row.getString("unit"), row.getString("unit_name"),
				row.getString("assignment"), Words.of(Counterpart.class, row.getString("counterpart")),
				row.getString("organisation"), row.getString("requirement"),
				LinkState.of(used, revoked, expires, this.clock.instant()), expires, row.getString("maker"),
				row.getTimestamp("made_at").toInstant(), used, revoked);
	}

	private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
		Timestamp at = row.getTimestamp(column);
		return (at == null) ? null : at.toInstant();
	}

}
