package se.uppdragskollen.publication;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.uppdragskollen.assignment.Period;

/**
 * The publications, with what each shows. Rows are only added.
 */
@Repository
class Publications {

	private static final String SELECT = """
			select p.id, p.assignment, p.period, p.edition, p.revision, p.smallest_group, p.fingerprint, p.replaces, p.reason,
			m.name as published_name, p.published_at, w.reason as withdrawn_reason, o.name as withdrawn_name, w.withdrawn_at
			from publication p join person m on m.id = p.published_by
			left join publication_withdrawal w on w.publication = p.id left join person o on o.id = w.withdrawn_by
			""";

	/** Who publishes a period waits for others who do. */
	private static final int LOCK = 0x5075_626c;

	private final JdbcClient jdbc;

	private final JdbcTemplate batch;

	Publications(JdbcClient jdbc, JdbcTemplate batch) {
		this.jdbc = jdbc;
		this.batch = batch;
	}

	/** Lets nobody else publish or withdraw until the transaction ends. */
	void lock() {
		this.jdbc.sql("select pg_advisory_xact_lock(:one, 0)").param("one", LOCK).query().listOfRows();
	}

	Optional<Publication> find(long id) {
		return this.jdbc.sql(SELECT + "where p.id = ?").param(id).query(Publications::publication).optional();
	}

	/** The newest of each period, shown or withdrawn, by assignment and period. */
	Map<String, Publication> newest() {
		Map<String, Publication> newest = new HashMap<>();
		this.jdbc.sql(SELECT + "where not exists (select 1 from publication n where n.replaces = p.id)")
			.query(Publications::publication)
			.list()
			.forEach((one) -> newest.put(key(one.assignment(), one.period()), one));
		return newest;
	}

	static String key(String assignment, Period period) {
		return assignment + " " + period;
	}

	/** All of a period, the newest first. */
	List<Publication> ofPeriod(String assignment, Period period) {
		return this.jdbc.sql(SELECT + "where p.assignment = ? and p.period = ? order by p.id desc")
			.params(assignment, period.toString())
			.query(Publications::publication)
			.list();
	}

	/** Those that residents see, the newest period first. */
	List<Publication> shown() {
		return this.jdbc.sql(SELECT + """
				where p.id in (select id from shown_publication) order by p.period_to desc, p.period, p.assignment
				""").query(Publications::publication).list();
	}

	/** What changes whenever something else is shown. */
	String stamp() {
		return this.jdbc
			.sql("""
					select (select coalesce(max(id), 0) from publication) || '-' || (select count(*) from publication_withdrawal)
					""")
			.query(String.class)
			.single();
	}

	/**
	 * Keeps it.
	 * @param results what it was drawn up from
	 */
	long add(Content content, Collection<Long> results, @Nullable Long replaces, String reason, long person,
			Timestamp now) {
		long id = this.jdbc.sql("""
				insert into publication (assignment, period, period_to, edition, revision, smallest_group, figures,
				fingerprint, replaces, reason, published_by, published_at)
				values (:assignment, :period, :period_to, :edition, :revision, :smallest_group, :figures,
				:fingerprint, :replaces, :reason, :person, :now) returning id
				""")
			.param("assignment", content.assignment())
			.param("period", content.period().toString())
			.param("period_to", Date.valueOf(content.period().to()))
			.param("edition", content.edition())
			.param("revision", content.revision())
			.param("smallest_group", content.smallestGroup())
			.param("figures", Content.JSON.writeValueAsString(content.figures()))
			.param("fingerprint", content.fingerprint())
			.param("replaces", replaces)
			.param("reason", reason)
			.param("person", person)
			.param("now", now)
			.query(Long.class)
			.single();
		this.batch.batchUpdate(
				"insert into published_centre (publication, unit, name, municipality, operator, "
						+ "operator_name) values (?, ?, ?, ?, ?, ?)",
				content.centres()
					.stream()
					.map((one) -> new Object[] { id, one.id(), one.name(), one.municipality(), one.operator(),
							one.operatorName() })
					.toList());
		this.batch.batchUpdate(
				"insert into published_value (publication, figure, unit, value, withheld) values (?, ?, ?, ?, ?)",
				content.values()
					.stream()
					.map((one) -> Arrays
						.<@Nullable Object>asList(id, one.figure(), one.unit(), one.value(),
								(one.withheld() == null) ? null : one.withheld().word())
						.toArray())
					.toList());
		this.batch.batchUpdate("insert into publication_result (publication, result) values (?, ?)",
				results.stream().map((result) -> new Object[] { id, result }).toList());
		return id;
	}

	/** The results that publications were drawn up from. */
	List<Long> results(Collection<Long> ids) {
		return this.jdbc.sql("select distinct result from publication_result where publication = any(?)")
			.param(ids.toArray(Long[]::new))
			.query(Long.class)
			.list();
	}

	void withdraw(long id, String reason, long person, Timestamp now) {
		this.jdbc
			.sql("insert into publication_withdrawal (publication, reason, withdrawn_by, withdrawn_at) "
					+ "values (?, ?, ?, ?)")
			.params(id, reason, person, now)
			.update();
	}

	List<Figure> figures(long id) {
		return List.of(Content.JSON.readValue(
				this.jdbc.sql("select figures from publication where id = ?").param(id).query(String.class).single(),
				Figure[].class));
	}

	List<PublishedCentre> centres(long id) {
		return this.jdbc.sql("select * from published_centre where publication = ? order by name, unit")
			.param(id)
			.query(Publications::centre)
			.list();
	}

	/** A centre as the newest of these publications names it. */
	Optional<PublishedCentre> centre(Collection<Long> ids, String unit) {
		return this.jdbc.sql("""
				select c.* from published_centre c join publication p on p.id = c.publication
				where c.unit = :unit and c.publication = any(:ids) order by p.period_to desc, p.id desc limit 1
				""").param("unit", unit).param("ids", ids.toArray(Long[]::new)).query(Publications::centre).optional();
	}

	private static PublishedCentre centre(ResultSet row, int number) throws SQLException {
		return new PublishedCentre(row.getString("unit"), row.getString("name"), row.getString("municipality"),
				row.getString("operator"), row.getString("operator_name"));
	}

	/** What publications show of some figures; of all when none are named. */
	List<Shown> values(Collection<Long> ids, Collection<String> figures) {
		return this.jdbc.sql("""
				select * from published_value where publication = any(:ids)
				and (:all or figure = any(:figures))
				""")
			.param("ids", ids.toArray(Long[]::new))
			.param("all", figures.isEmpty())
			.param("figures", figures.toArray(String[]::new))
			.query(Publications::value)
			.list();
	}

	/** What publications show of a figure of a centre. */
	List<Shown> ofUnit(Collection<Long> ids, String figure, String unit) {
		return this.jdbc
			.sql("select * from published_value where unit = :unit and figure = :figure and publication = any(:ids)")
			.param("unit", unit)
			.param("figure", figure)
			.param("ids", ids.toArray(Long[]::new))
			.query(Publications::value)
			.list();
	}

	/**
	 * A value with the publication that shows it.
	 *
	 * @param publication the publication's id
	 * @param value the value
	 */
	record Shown(long publication, PublishedValue value) {

	}

	private static Shown value(ResultSet row, int number) throws SQLException {
		String withheld = row.getString("withheld");
		return new Shown(row.getLong("publication"), new PublishedValue(row.getString("figure"), row.getString("unit"),
				row.getString("value"), (withheld == null) ? null : Withheld.named(withheld)));
	}

	private static Publication publication(ResultSet row, int number) throws SQLException {
		long before = row.getLong("replaces");
		Long replaces = row.wasNull() ? null : before;
		Timestamp withdrawn = row.getTimestamp("withdrawn_at");
		return new Publication(row.getLong("id"), row.getString("assignment"),
				Period.parse(row.getString("period")).orElseThrow(), row.getString("edition"),
				row.getString("revision"), row.getInt("smallest_group"), row.getString("fingerprint"), replaces,
				row.getString("reason"), row.getString("published_name"), row.getTimestamp("published_at").toInstant(),
				(withdrawn == null) ? null : new Publication.Withdrawal(row.getString("withdrawn_reason"),
						row.getString("withdrawn_name"), withdrawn.toInstant()));
	}

}
