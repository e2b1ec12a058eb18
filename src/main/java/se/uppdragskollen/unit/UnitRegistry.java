package se.uppdragskollen.unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.request.Refusal;

/**
 * The units that are registered. Rows are never removed: a unit that is no more is
 * closed.
 */
@Repository
public class UnitRegistry {

	/** What units say of each other holds only when one change is made at a time. */
	private static final long ONE_AT_A_TIME = 0x5570_7044_556e_6974L;

	private final JdbcClient jdbc;

	UnitRegistry(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All units at this moment. */
	public RegisteredUnits all() {
		return new RegisteredUnits(this.jdbc.sql("select * from unit order by id").query(UnitRegistry::unit).list());
	}

	public Optional<RegisteredUnit> find(String id) {
		return this.jdbc.sql("select * from unit where id = ?").param(id).query(UnitRegistry::unit).optional();
	}

	/**
	 * The unit.
	 * @throws Refusal when there is none with this id
	 */
	public RegisteredUnit require(String id) {
		return find(id).orElseThrow(() -> Refusal.notFound("unit-not-found", id));
	}

	/** All units, when no other change can come between. */
	RegisteredUnits forChange() {
		oneAtATime();
		return all();
	}

	/** Waits for other changes, and lets none in until the transaction ends. */
	void oneAtATime() {
		this.jdbc.sql("select pg_advisory_xact_lock(:key)").param("key", ONE_AT_A_TIME).query().listOfRows();
	}

	Page<RegisteredUnit> page(UnitFilter filter, PageRequest page) {
		List<RegisteredUnit> units = this.jdbc.sql("""
				select * from unit
				where (cast(:municipality as text) is null or municipality = :municipality)
				  and (cast(:operator as text) is null or operator = :operator)
				  and (cast(:day as date) is null or opened <= :day and (closed is null or closed >= :day))
				  and (cast(:text as text) is null or position(lower(:text) in lower(name)) > 0
				       or position(lower(:text) in lower(id)) > 0)
				  and (:first or (name, id) > (:name, :id))
				order by name, id limit :fetch
				""")
			.param("municipality", filter.municipality())
			.param("operator", (filter.operator() == null) ? null : filter.operator().word())
			.param("day", filter.openOn())
			.param("text", filter.text())
			.param("first", page.isFirst())
			.param("name", page.after(0))
			.param("id", page.after(1))
			.param("fetch", page.fetch())
			.query(UnitRegistry::unit)
			.list();
		return page.page(units, (unit) -> List.of(unit.name(), unit.id()));
	}

	/** Adds units, which may say things of each other. */
	void add(Collection<RegisteredUnit> units) {
		for (RegisteredUnit unit : units) {
			this.jdbc.sql("""
					insert into unit (id, name, kind, municipality, operator, operator_name, organisation_number,
					                  peer_group, opened, closed, version)
					values (:id, :name, :kind, :municipality, :operator, :operator_name, :organisation_number,
					        :peer_group, :opened, :closed, :version)
					""").params(parameters(unit)).update();
		}
		for (RegisteredUnit unit : units) {
			if (unit.parent() != null || unit.mergedInto() != null) {
				this.jdbc.sql("update unit set parent = :parent, merged_into = :merged_into where id = :id")
					.params(parameters(unit))
					.update();
			}
		}
	}

	/** Writes a unit that is registered; its version is the new one. */
	void change(RegisteredUnit unit) {
		this.jdbc.sql("""
				update unit set name = :name, kind = :kind, municipality = :municipality, operator = :operator,
				       operator_name = :operator_name, organisation_number = :organisation_number, parent = :parent,
				       peer_group = :peer_group, opened = :opened, closed = :closed, merged_into = :merged_into,
				       version = :version
				where id = :id
				""").params(parameters(unit)).update();
	}

	private static Map<String, @Nullable Object> parameters(RegisteredUnit unit) {
		Map<String, @Nullable Object> values = new HashMap<>();
		values.put("id", unit.id());
		values.put("name", unit.name());
		values.put("kind", unit.kind().word());
		values.put("municipality", unit.municipality());
		values.put("operator", unit.operator().word());
		values.put("operator_name", unit.operatorName());
		values.put("organisation_number", unit.organisationNumber());
		values.put("parent", unit.parent());
		values.put("peer_group", unit.peerGroup());
		values.put("opened", unit.opened());
		values.put("closed", unit.closed());
		values.put("merged_into", unit.mergedInto());
		values.put("version", unit.version());
		return values;
	}

	private static RegisteredUnit unit(ResultSet row, int number) throws SQLException {
		return new RegisteredUnit(row.getString("id"), row.getString("name"),
				UnitKind.named(row.getString("kind")).orElseThrow(), row.getString("municipality"),
				Operator.named(row.getString("operator")).orElseThrow(), row.getString("operator_name"),
				row.getString("organisation_number"), row.getString("parent"), row.getString("peer_group"),
				row.getObject("opened", LocalDate.class), day(row, "closed"), row.getString("merged_into"),
				row.getLong("version"));
	}

	private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
		return row.getObject(column, LocalDate.class);
	}

}
