package se.uppdragskollen.statement;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.uppdragskollen.access.Reach;
import se.uppdragskollen.document.Canonical;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.PageRequest;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What registers say, value by value. Rows are never removed or changed, only withdrawn.
 */
@Repository
class RegisterValues {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private static final int CHUNK = 2000;

	private static final String SELECT = """
			select v.*, u.name as unit_name, v.value::text as json, e.name as enterer, w.name as withdrawer
			from register_value v join unit u on u.id = v.unit join person e on e.id = v.entered_by left join person w on w.id = v.withdrawn_by
			""";

	private final JdbcClient jdbc;

	RegisterValues(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A value that counts. */
	record Counting(long id, String json, LocalDate asOf) {

		/** Whether it says the same. */
		boolean says(NewRegisterValue other) {
			return this.asOf.equals(other.value().asOf()) && canonical(this.json).equals(canonical(other.json()));
		}

		private static String canonical(String json) {
			return RegisterValues.json(JSON.readValue(json, Object.class));
		}

	}

	/** The values that count for the same units and periods as these, by their keys. */
	Map<NewRegisterValue.Key, Counting> counting(String assignment, Collection<NewRegisterValue> values) {
		Map<NewRegisterValue.Key, Counting> found = new HashMap<>();
		this.jdbc.sql("""
				select id, unit, period, source, element, value::text as json, as_of from register_value
				where assignment = :assignment and unit = any(:units) and period = any(:periods)
				  and withdrawn_at is null
				""")
			.param("assignment", assignment)
			.param("units", values.stream().map(NewRegisterValue::unit).distinct().toArray(String[]::new))
			.param("periods", values.stream().map((one) -> one.period().toString()).distinct().toArray(String[]::new))
			.query((row) -> {
				found.put(
						new NewRegisterValue.Key(row.getString("unit"), row.getString("period"),
								row.getString("source"), row.getString("element")),
						new Counting(row.getLong("id"), row.getString("json"),
								row.getObject("as_of", LocalDate.class)));
			});
		return found;
	}

	/** Adds values; gives their ids in the same order. */
	List<Long> add(String assignment, List<NewRegisterValue> values, long person, Instant at, String reason) {
		List<Long> ids = new java.util.ArrayList<>(values.size());
		for (int i = 0; i < values.size(); i += CHUNK) {
			List<NewRegisterValue> chunk = values.subList(i, Math.min(i + CHUNK, values.size()));
			ids.addAll(this.jdbc.sql("""
					insert into register_value (unit, assignment, period, period_to, source, element, value, as_of,
					                            entered_by, entered_at, reason)
					select unit, :assignment, period, period_to::date, source, element, value::jsonb, as_of::date,
					       :person, :at, :reason
					from unnest(:units, :periods, :ends, :sources, :elements, :values, :days) with ordinality
					     as row (unit, period, period_to, source, element, value, as_of, nr)
					order by nr returning id
					""")
				.param("assignment", assignment)
				.param("person", person)
				.param("at", Timestamp.from(at))
				.param("reason", reason)
				.param("units", texts(chunk, NewRegisterValue::unit))
				.param("periods", texts(chunk, (one) -> one.period().toString()))
				.param("ends", texts(chunk, (one) -> one.period().to().toString()))
				.param("sources", texts(chunk, (one) -> one.value().source()))
				.param("elements", texts(chunk, (one) -> one.value().element()))
				.param("values", texts(chunk, NewRegisterValue::json))
				.param("days", texts(chunk, (one) -> one.value().asOf().toString()))
				.query(Long.class)
				.list());
		}
		return ids;
	}

	private static String[] texts(List<NewRegisterValue> values, Function<NewRegisterValue, String> text) {
		return values.stream().map(text).toArray(String[]::new);
	}

	/** Withdraws those of these that count; tells how many that were. */
	int withdraw(Collection<Long> ids, long person, Instant at, String reason) {
		return this.jdbc.sql("""
				update register_value set withdrawn_at = :at, withdrawn_by = :person, withdrawn_reason = :reason
				where id = any(:ids) and withdrawn_at is null
				""")
			.param("at", Timestamp.from(at))
			.param("person", person)
			.param("reason", reason)
			.param("ids", ids.toArray(Long[]::new))
			.update();
	}

	Optional<StatedRegisterValue> find(long id) {
		return this.jdbc.sql(SELECT + "where v.id = ?").param(id).query(RegisterValues::stated).optional();
	}

	/** The value that counts now for what another one is about. */
	Optional<StatedRegisterValue> counting(String assignment, NewRegisterValue value) {
		return this.jdbc.sql(SELECT + """
				where v.unit = :unit and v.assignment = :assignment and v.period = :period and v.source = :source
				  and v.element = :element and v.withdrawn_at is null
				""")
			.param("unit", value.unit())
			.param("assignment", assignment)
			.param("period", value.period().toString())
			.param("source", value.value().source())
			.param("element", value.value().element())
			.query(RegisterValues::stated)
			.optional();
	}

	/** The latest periods first. */
	Page<StatedRegisterValue> page(Reach reach, RegisterValueFilter filter, PageRequest page) {
		List<StatedRegisterValue> values = this.jdbc.sql(SELECT + """
				where (:all or v.unit = any(:reached))
				  and (cast(:unit as text) is null or v.unit = :unit)
				  and (cast(:assignment as text) is null or v.assignment = :assignment)
				  and (cast(:period as text) is null or v.period = :period)
				  and (cast(:source as text) is null or v.source = :source)
				  and (cast(:element as text) is null or v.element = :element)
				  and (:withdrawn or v.withdrawn_at is null)
				  and (:first or (v.period_to, v.id) < (cast(:day as date), :id))
				order by v.period_to desc, v.id desc limit :fetch
				""")
			.param("all", reach.all())
			.param("reached", reach.unitArray())
			.param("unit", filter.unit())
			.param("assignment", filter.assignment())
			.param("period", filter.period())
			.param("source", filter.source())
			.param("element", filter.element())
			.param("withdrawn", filter.withdrawn())
			.param("first", page.isFirst())
			.param("day", Cursors.day(page, 0))
			.param("id", page.afterNumber(1))
			.param("fetch", page.fetch())
			.query(RegisterValues::stated)
			.list();
		return page.page(values, (one) -> List.of(Cursors.lastDay(one.period()), String.valueOf(one.id())));
	}

	private static StatedRegisterValue stated(ResultSet row, int number) throws SQLException {
		Timestamp withdrawn = row.getTimestamp("withdrawn_at");
		return new StatedRegisterValue(row.getLong("id"), row.getString("unit"), row.getString("unit_name"),
				row.getString("assignment"), row.getString("period"), row.getString("source"), row.getString("element"),
				JSON.readValue(row.getString("json"), Object.class), row.getObject("as_of", LocalDate.class),
				row.getString("enterer"), row.getTimestamp("entered_at").toInstant(), row.getString("reason"),
				(withdrawn == null) ? null : withdrawn.toInstant(), row.getString("withdrawer"),
				row.getString("withdrawn_reason"));
	}

	/** A value as the database keeps it. */
	static String json(Object value) {
		if (value instanceof Number number) {
			return Canonical.number((number instanceof BigDecimal exact) ? exact : new BigDecimal(number.toString()));
		}
		if (value instanceof Boolean) {
			return value.toString();
		}
		StringBuilder json = new StringBuilder();
		if (value instanceof Collection<?> items) {
			json.append('[');
			for (Object item : items) {
				json.append((json.length() > 1) ? "," : "");
				Canonical.quote(item.toString(), json);
			}
			return json.append(']').toString();
		}
		Canonical.quote(value.toString(), json);
		return json.toString();
	}

}
